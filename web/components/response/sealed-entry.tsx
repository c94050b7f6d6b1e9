import { For, type JSX, Show } from 'solid-js'
import type { SealedEntry } from '../../../worker/contract/submissions'
import type { WordingView } from '../../../worker/contract/wordings'
import { formatFigure } from '../charts/counted'
import { useFrame } from '../frame/frame-context'
import { About } from '../measure/about'
import { StanceMark } from '../thread/author-line'
import { SuggestedWording } from '../thread/suggested-wording'
import { PlannedTarget } from '../ui/planned-target'

const wordingOf = ({ clause, wording }: Pick<SealedEntry, 'clause' | 'wording'>): WordingView | null =>
  clause && wording !== null ? { text: wording, base: clause.text } : null

/** An entry as it stands in the response: what it is on, the stance, the text, and what it says of targets. */
export function ResponseEntry(props: {
  entry: Pick<SealedEntry, 'measure' | 'clause' | 'stance' | 'body' | 'wording' | 'targets'>
  children?: JSX.Element
}) {
  const { words, domain } = useFrame()
  return (
    <article class="response-entry">
      <About measure={props.entry.measure} clause={props.entry.clause} />
      <p>
        <StanceMark stance={props.entry.stance} />
      </p>
      <div class="comment-body">{props.entry.body}</div>
      <Show when={wordingOf(props.entry)}>{(wording) => <SuggestedWording wording={wording()} />}</Show>
      <Show when={props.entry.targets.length > 0}>
        <ul class="response-targets">
          <For each={props.entry.targets}>
            {(target) => (
              <li>
                <PlannedTarget {...target} /> <b>{domain.targetOpinions[target.opinion]}</b>
                <Show when={target.value !== null}>
                  {words.form.wouldSet(formatFigure(target.value ?? 0))}{' '}
                  <span lang="zh-CN">{target.unit}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      {props.children}
    </article>
  )
}
