import { Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import { AssignmentCard } from '../../../components/desk/cases/assignment-card'
import { Breakdown } from '../../../components/desk/cases/breakdown'
import { CasePane } from '../../../components/desk/cases/case-pane'
import { NoteForm } from '../../../components/desk/cases/note-form'
import { NoteList } from '../../../components/desk/cases/note-list'
import { t } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { isConfirm } from '../moderation/shortcuts'
import { AnswerPanel } from './answer-panel'
import { CodingPanel } from './coding-panel'
import type { CaseDesk } from './create-case-desk'
import { DispositionPanel } from './disposition-panel'
import { caseKeys } from './shortcuts'

/** The case that lies open, with the panels of its handling; made anew for each case, so that nothing of one stays beside another. */
export function OpenCase(props: { desk: CaseDesk; view: CaseView }) {
  const { address, list, opened, assigning, notes, units, preference, now } = props.desk
  const changed = () => props.desk.onHandled()
  const place = () => list.ids().indexOf(props.view.publicId)
  return (
    <CasePane
      view={props.view}
      head={
        <>
          <Show when={opened.error()}>
            {(error) => (
              <p class="case-unread field-error" role="alert">
                {w.unread(error().message)}
                <button type="button" class="button" onClick={() => void opened.load()}>
                  {t.retry}
                </button>
              </p>
            )}
          </Show>
          <div class="item-nav">
            <button type="button" class="button" onClick={() => address.open(null)}>
              {w.nav.back}
            </button>
            <span class="item-nav-steps">
              <button
                type="button"
                class="button"
                disabled={place() <= 0}
                onClick={() => props.desk.step(-1)}
              >
                {w.nav.previous}
              </button>
              <button
                type="button"
                class="button"
                disabled={place() === list.ids().length - 1}
                onClick={() => props.desk.step(1)}
              >
                {w.nav.next}
              </button>
            </span>
          </div>
        </>
      }
      side={
        <>
          <AssignmentCard
            view={props.view}
            now={now()}
            isBusy={assigning.isSending()}
            keysShown={preference.enabled()}
            keys={caseKeys}
            onAssign={() => assigning.ask([props.view])}
            onTake={() => props.desk.take()}
          />
          <section class="side-section" aria-labelledby="notes-heading">
            <h3 id="notes-heading">{w.notes.heading}</h3>
            <NoteList notes={props.view.notes} onRead={(noteId) => void notes.read([noteId])} />
            <NoteForm
              publicId={props.view.publicId}
              colleagues={units.data()?.colleagues ?? []}
              noteKey={caseKeys.note}
              keysShown={preference.enabled()}
              isSending={notes.isSending()}
              problem={notes.problem()}
              isConfirm={isConfirm}
              onSend={(note) => notes.send(opened.view() ?? props.view, note)}
            />
          </section>
          <Breakdown breakdown={props.view.breakdown} />
        </>
      }
    >
      <DispositionPanel
        publicId={props.view.publicId}
        revision={props.view.revision}
        onDisposed={props.desk.onRecorded}
        onChanged={changed}
      />
      <AnswerPanel publicId={props.view.publicId} onChanged={changed} />
      <CodingPanel publicId={props.view.publicId} onChanged={changed} />
    </CasePane>
  )
}
