import { For, Show } from 'solid-js'
import type { Entry, HeadView, InclusionView } from '../../../worker/contract/transparency'
import { formatFullMoment } from '../../lib/beijing-time'
import { transparencyPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

const actionOf = ({ entry }: { entry: string }) => (JSON.parse(entry) as Entry).action

function NewestSeal(props: { head: HeadView }) {
  const { words, language } = useFrame()
  const { size, sealedAt, root } = props.head
  return (
    <p class="seal-head">
      {words.seal.newest(groupDigits(size), formatFullMoment(sealedAt, language))}{' '}
      <code class="hash">{root}</code>
    </p>
  )
}

/** Where a comment stands in the sealed record; with scripts, the reader's own browser can check it. */
export function SealBlock(props: { seal: InclusionView }) {
  const { seal: words } = useFrame().words
  const { publicId, head, entries, unsealed } = props.seal
  return (
    <section class="seal" aria-labelledby="seal-heading" data-seal={publicId}>
      <h2 id="seal-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      <Show when={entries.length > 0} fallback={<p class="seal-waiting">{words.waiting}</p>}>
        <ol class="seal-entries">
          <For each={entries}>
            {(entry) => (
              <li>
                <b>{words.actions[actionOf(entry)] ?? actionOf(entry)}</b>
                <span>{words.place(groupDigits(entry.index + 1))}</span>
                <code class="hash">{entry.leaf}</code>
              </li>
            )}
          </For>
        </ol>
        <Show when={head}>{(newest) => <NewestSeal head={newest()} />}</Show>
        <Show when={unsealed > 0}>
          <p class="seal-waiting">{words.moreWaiting(groupDigits(unsealed))}</p>
        </Show>
      </Show>
      <div class="seal-offer" hidden>
        <button class="button-quiet" type="button">
          {words.check}
        </button>
        <p class="hint">{words.checkHint}</p>
      </div>
      <div class="seal-result" role="status" />
      <p class="seal-about">
        <a href={transparencyPath}>{words.about}</a>
      </p>
    </section>
  )
}
