import { For, type JSX, Show } from 'solid-js'
import type { SealedEntry } from '../../../worker/contract/submissions'
import type { WordingView } from '../../../worker/contract/wordings'
import { useFrame } from '../frame/frame-context'
import { About } from '../measure/about'
import { HashedFiles } from '../receipt/attached-files'
import { StanceMark } from '../thread/author-line'
import { SuggestedWording } from '../thread/suggested-wording'
import { PlannedTarget } from '../ui/planned-target'
import { SaidFigure } from '../ui/said-figure'

const wordingOf = ({ clause, wording }: Pick<SealedEntry, 'clause' | 'wording'>): WordingView | null =>
  clause && wording !== null ? { text: wording, base: clause.text } : null

/** An entry as it stands in the response: what it is on, the stance, the text, and what it says of targets. */
export function ResponseEntry(props: { entry: Omit<SealedEntry, 'planRevision'>; children?: JSX.Element }) {
  const { words, domain, language } = useFrame()
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
                  {words.form.wouldSet}
                  <SaidFigure value={target.value ?? 0} unit={target.unit} language={language} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <EntryFiles {...props.entry} />
      {props.children}
    </article>
  )
}

/** What goes to the department alone, and what is public of the confidential annex. */
export function EntryFiles(props: Pick<SealedEntry, 'attachments' | 'annex'>) {
  const { words } = useFrame()
  return (
    <>
      <Show when={props.attachments.length > 0}>
        <div class="department-only">
          <p>
            <b>{words.preview.filesHeading}</b>
          </p>
          <HashedFiles files={props.attachments} />
        </div>
      </Show>
      <Show when={props.annex}>
        {(annex) => (
          <div class="department-only">
            <p>
              <b>{words.annex.heading}</b>
            </p>
            <HashedFiles files={[annex().file]} />
            <p>
              {words.annex.summary}
              {words.colon}
              {annex().summary}
            </p>
          </div>
        )}
      </Show>
    </>
  )
}
