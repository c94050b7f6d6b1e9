import { Show } from 'solid-js'
import { formatMoment } from '../../lib/beijing-time'
import { typedSaying } from '../../lib/typed-saying'
import type { PublicPage } from '../../page'
import { useFrame } from '../frame/frame-context'
import { EntryChanges } from './entry-changes'
import { EntryParts } from './sealed-entry'

type Props = Extract<PublicPage, { view: 'response-entry' }>

/** What a colleague who was quicker saved, all of it, and what saving the form below would make of it. */
export function EntryConflict(props: Props) {
  const frame = useFrame()
  const { response: words } = frame.words
  const after = () => props.typed && typedSaying(props.typed, props.measure, props.files)
  return (
    <Show when={props.refusal === 'submission_entry_changed' && after()}>
      {(said) => (
        <section class="response-conflict" aria-labelledby="conflict-heading">
          <h2 id="conflict-heading">{words.conflict}</h2>
          <Show when={props.entry} fallback={<p>{words.goneEntry}</p>}>
            {(entry) => (
              <>
                <p class="hint">{words.conflictHint}</p>
                <div class="response-sides">
                  <section class="response-entry" aria-labelledby="theirs-heading">
                    <h3 id="theirs-heading">
                      {words.theirs(
                        entry().updatedBy ?? frame.domain.goneAccount,
                        formatMoment(entry().updatedAt, frame.now, frame.language),
                      )}
                    </h3>
                    <EntryParts entry={entry()} />
                  </section>
                  <section class="response-entry" aria-labelledby="yours-heading">
                    <h3 id="yours-heading">{words.yours}</h3>
                    <EntryChanges
                      before={entry()}
                      after={{ ...said(), stance: said().stance ?? entry().stance }}
                    />
                  </section>
                </div>
              </>
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}
