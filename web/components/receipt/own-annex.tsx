import { For, Show } from 'solid-js'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { formatMoment } from '../../lib/beijing-time'
import { formatSize } from '../../lib/format-size'
import { useFrame } from '../frame/frame-context'

/** The confidential annex that went with a comment, and everybody who opened it. */
export function OwnAnnex(props: { receipt: ReceiptView }) {
  const { words, now, language } = useFrame()
  const { annex, annexOpenings } = props.receipt
  return (
    <Show when={annex !== null || annexOpenings.length > 0}>
      <section class="department-only" aria-labelledby="annex-heading">
        <h2 id="annex-heading">{words.annex.heading}</h2>
        <Show when={annex} fallback={<p>{words.annex.gone}</p>}>
          {(own) => (
            <ul class="file-list">
              <li>
                <span class="file-name">{own().file.name}</span>{' '}
                <span class="file-size">{formatSize(own().file.size)}</span>
                <code class="file-hash">{`SHA-256 ${own().file.sha256}`}</code>
              </li>
            </ul>
          )}
        </Show>
        <h3>{words.annex.openings}</h3>
        <Show when={annexOpenings.length > 0} fallback={<p>{words.annex.unopened}</p>}>
          <ul class="file-list">
            <For each={annexOpenings}>
              {(opening) => (
                <li>
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
      </section>
    </Show>
  )
}
