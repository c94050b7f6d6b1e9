import { For, type JSX, Show } from 'solid-js'
import type { AnnexOpening } from '../../../worker/contract/annexes'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { formatMoment } from '../../lib/beijing-time'
import { useFrame } from '../frame/frame-context'
import { HashedFiles } from './attached-files'

/** The confidential annex that went with a comment, and everybody who opened it. */
export function OwnAnnex(props: { receipt: ReceiptView }) {
  const { words } = useFrame()
  const { annex, annexOpenings } = props.receipt
  return (
    <Show when={annex !== null || annexOpenings.length > 0}>
      <section class="department-only" aria-labelledby="annex-heading">
        <h2 id="annex-heading">{words.annex.heading}</h2>
        <Show when={annex} fallback={<p>{words.annex.gone}</p>}>
          {(own) => <HashedFiles files={[own().file]} />}
        </Show>
        <h3>{words.annex.openings}</h3>
        <Openings openings={annexOpenings} />
      </section>
    </Show>
  )
}

/** Who opened an annex, and what for; `of` says which, where there are several. */
export function Openings<Opening extends AnnexOpening>(props: {
  openings: readonly Opening[]
  of?: (opening: Opening) => JSX.Element
}) {
  const { words, now, language } = useFrame()
  return (
    <Show when={props.openings.length > 0} fallback={<p>{words.annex.unopened}</p>}>
      <ul class="file-list">
        <For each={props.openings}>
          {(opening) => (
            <li>
              {props.of?.(opening)}
              <time datetime={opening.at}>{formatMoment(opening.at, now, language)}</time>
              <span>
                {opening.unit
                  ? language === 'en'
                    ? opening.unit.nameEn
                    : opening.unit.name
                  : words.annex.department}
              </span>
              <span>{opening.purpose}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
