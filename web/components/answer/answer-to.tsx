import { Show } from 'solid-js'
import type { PlacedAnswer } from '../../lib/place-answers'
import { useFrame } from '../frame/frame-context'
import { AnswerBlock } from './answer-block'

/** The answer to one comment; where the page shows it beside another already, the way there. */
export function AnswerTo(props: { placed: PlacedAnswer | undefined; isFolded: boolean }) {
  const { answer: words } = useFrame().words
  return (
    <Show when={props.placed}>
      {(placed) => (
        <Show
          when={placed().isFirst}
          fallback={
            <p class="answer answer-head">
              <b class="answer-label">{words.label}</b>
              <span>
                {words.same}
                <a href={`#answer-${placed().answer.id}`}>{words.seeSame}</a>
              </span>
            </p>
          }
        >
          <AnswerBlock answer={placed().answer} isFolded={props.isFolded} />
        </Show>
      )}
    </Show>
  )
}
