import { For, type JSX, Show } from 'solid-js'
import type { SealedFile } from '../../../worker/contract/files'
import type { SealedEntry } from '../../../worker/contract/submissions'
import type { WordingView } from '../../../worker/contract/wordings'
import { responsePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'
import { About } from '../measure/about'
import { HashedFiles } from '../receipt/attached-files'
import { StanceMark } from '../thread/author-line'
import { SuggestedWording } from '../thread/suggested-wording'
import { PlannedTarget } from '../ui/planned-target'
import { TargetAnswer } from '../ui/target-answer'

const wordingOf = ({ clause, wording }: Pick<SealedEntry, 'clause' | 'wording'>): WordingView | null =>
  clause && wording !== null ? { text: wording, base: clause.text } : null

const entryFilePath = ({ sha256 }: SealedFile): string => responsePath(`/files/${sha256}`)

type Said = Omit<SealedEntry, 'measure' | 'planRevision'>

interface EntryProps {
  entry: Omit<SealedEntry, 'planRevision'>
  /** It stands in the draft, which holds its files: its members open them there. */
  isDraft?: boolean
  children?: JSX.Element
}

/** An entry as it stands in the response: what it is on, and all that it says. */
export function ResponseEntry(props: EntryProps) {
  return (
    <article class="response-entry">
      <About measure={props.entry.measure} clause={props.entry.clause} />
      <EntryParts entry={props.entry} isDraft={props.isDraft ?? false} />
      {props.children}
    </article>
  )
}

/** All that an entry says: the stance, the text, the wording, what it says of targets, and its files. */
export function EntryParts(props: { entry: Said; isDraft?: boolean }) {
  return (
    <>
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
                <PlannedTarget {...target} /> <TargetAnswer {...target} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <EntryFiles {...props.entry} isDraft={props.isDraft ?? false} />
    </>
  )
}

/** What goes to the department alone, and what is public of the confidential annex. */
function EntryFiles(props: Pick<SealedEntry, 'attachments' | 'annex'> & { isDraft: boolean }) {
  const { words } = useFrame()
  const led = props.isDraft ? { addressOf: entryFilePath } : {}
  return (
    <>
      <Show when={props.attachments.length > 0}>
        <div class="department-only">
          <p>
            <b>{words.preview.filesHeading}</b>
          </p>
          <HashedFiles files={props.attachments} {...led} />
        </div>
      </Show>
      <Show when={props.annex}>
        {(annex) => (
          <div class="department-only">
            <p>
              <b>{words.annex.heading}</b>
            </p>
            <HashedFiles files={[annex().file]} {...led} />
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
