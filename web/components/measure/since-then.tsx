import { For, Show } from 'solid-js'
import type { CommentContextView } from '../../../worker/contract/comments'
import { revisionsPath } from '../../lib/links'
import { partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { ChangedText } from './changed-text'

/** What became of the text that a comment is on, and what the comment itself has changed. */
export function SinceThen(props: { context: CommentContextView }) {
  const frame = useFrame()
  const { revisions } = frame.words
  const { comment, clauseNow, changes } = props.context
  return (
    <>
      <Show when={comment.madeOn}>
        {(made) => (
          <section class="text-since" aria-labelledby="since-heading">
            <h2 id="since-heading">
              {revisions.since[clauseNow === null ? 'lost' : 'now'](made().revision)}
            </h2>
            <Show when={clauseNow}>
              {(text) => (
                <p class="change-text" lang="zh-CN">
                  <ChangedText text={text()} before={made().text} />
                </p>
              )}
            </Show>
          </section>
        )}
      </Show>
      <Show when={changes.length > 0}>
        <section class="caused" aria-labelledby="caused-heading">
          <h2 id="caused-heading">{revisions.caused}</h2>
          <ul>
            <For each={changes}>
              {(change) => (
                <li>
                  <a href={revisionsPath(change.id)}>
                    {revisions.changedIn[change.kind](change.revision)}
                    {frame.words.colon}
                    {frame.words.clause(partsOfKey(change.clauseKey).clause ?? 0)}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}
