import { Show } from 'solid-js'
import type { WordingView } from '../../../worker/contract/wordings'
import { useFrame } from '../frame/frame-context'
import { ChangedText } from '../measure/changed-text'

interface SuggestedWordingProps {
  wording: WordingView
  /** The form that begins with it. */
  start?: string | undefined
  by?: string
}

/** How an author would have the clause read, character by character against the clause as they read it. */
export function SuggestedWording(props: SuggestedWordingProps) {
  const { thread } = useFrame().words
  return (
    <div class="comment-wording">
      <p class="field-name">{thread.wording}</p>
      <blockquote class="quoted-clause" lang="zh-CN">
        <ChangedText text={props.wording.text} before={props.wording.base} />
      </blockquote>
      <Show when={props.start}>
        {(start) => (
          <p class="comment-acts">
            <a class="comment-reply" href={start()} aria-label={thread.startFromOf(props.by ?? '')}>
              {thread.startFrom}
            </a>
          </p>
        )}
      </Show>
    </div>
  )
}
