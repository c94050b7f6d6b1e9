import type { WordingView } from '../../../worker/contract/wordings'
import { useFrame } from '../frame/frame-context'
import { ChangedText } from '../measure/changed-text'

/** How an author would have the clause read, character by character against the clause as they read it. */
export function SuggestedWording(props: { wording: WordingView }) {
  const { thread } = useFrame().words
  return (
    <div class="comment-wording">
      <p class="field-name">{thread.wording}</p>
      <blockquote class="quoted-clause" lang="zh-CN">
        <ChangedText text={props.wording.text} before={props.wording.base} />
      </blockquote>
    </div>
  )
}
