import { Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import { language } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { KeyHint } from '../key-hint'
import { DueTag } from './due-tag'

interface AssignmentCardProps {
  view: CaseView
  now: number
  isBusy: boolean
  keysShown: boolean
  keys: { assign: string; take: string }
  onAssign: () => void
  onTake: () => void
}

/** Whose it is and by when, and the way to change that. */
export function AssignmentCard(props: AssignmentCardProps) {
  const assignment = () => props.view.assignment
  return (
    <section class="side-section" aria-labelledby="assignment-heading">
      <h3 id="assignment-heading">{w.assignment.heading}</h3>
      <dl class="facts">
        <div>
          <dt>{w.assignment.unit}</dt>
          <dd>
            <Show when={assignment().unit} fallback={<span class="facts-open">{w.assignment.noUnit}</span>}>
              {(unit) => <span>{language === 'en' ? unit().nameEn : unit().name}</span>}
            </Show>
          </dd>
        </div>
        <div>
          <dt>{w.assignment.assignee}</dt>
          <dd>
            <Show
              when={assignment().assignee}
              fallback={<span class="facts-open">{w.assignment.nobody}</span>}
            >
              {(person) => (
                <span classList={{ 'facts-open': !person().isActive }}>
                  {`${person().name}${person().isActive ? '' : w.row.inactive}`}
                </span>
              )}
            </Show>
          </dd>
        </div>
        <div>
          <dt>{w.assignment.due}</dt>
          <dd>
            <Show when={assignment().dueAt} fallback={w.assignment.none}>
              <DueTag dueAt={assignment().dueAt} isDone={props.view.disposition !== null} now={props.now} />
            </Show>
          </dd>
        </div>
      </dl>
      <Show when={props.view.isAdmissible}>
        <p class="case-acts">
          <button type="button" class="button" onClick={() => props.onAssign()}>
            {w.assignment.act}
            <KeyHint keys={props.keys.assign} shown={props.keysShown} />
          </button>
          <Show when={!assignment().assignee?.isMe}>
            <button
              type="button"
              class="button"
              aria-disabled={props.isBusy}
              onClick={() => !props.isBusy && props.onTake()}
            >
              {w.assignment.take}
              <KeyHint keys={props.keys.take} shown={props.keysShown} />
            </button>
          </Show>
        </p>
      </Show>
    </section>
  )
}
