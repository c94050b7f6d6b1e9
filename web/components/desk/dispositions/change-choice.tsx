import { For, Show } from 'solid-js'
import type { ClauseChangeChoice } from '../../../../worker/contract/dispositions'
import { within } from '../../../lib/links'
import { partsOfKey } from '../../../lib/numerals'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'

/** Which sentence changed how, and how it reads then. */
export function ChangeLine(props: { change: ClauseChangeChoice }) {
  return (
    <span class="change-line">
      <b>
        {a.disposition.change(
          partsOfKey(props.change.clauseKey).clause ?? 0,
          words.clauseChanges[props.change.kind],
          props.change.planRevision,
        )}
      </b>
      <Show when={!props.change.isPublished}>
        <span class="tag tag-notice">{a.disposition.draft}</span>
      </Show>
      <span class="change-text">{props.change.text ?? a.disposition.removed}</span>
    </span>
  )
}

interface ChangeChoiceProps {
  id: string
  changes: readonly ClauseChangeChoice[]
  chosen: readonly number[]
  isUnchanged: boolean
  error: string | undefined
  onChoose: (chosen: number[], isUnchanged: boolean) => void
}

/** The changes that a comment led to, or the statement that the text needs none: one of the two is asked for. */
export function ChangeChoice(props: ChangeChoiceProps) {
  const toggle = (id: number, isChosen: boolean) => {
    const rest = props.chosen.filter((each) => each !== id)
    props.onChoose(isChosen ? [...rest, id] : rest, false)
  }
  return (
    <fieldset
      class="change-choice"
      classList={{ 'field-wrong': Boolean(props.error) }}
      aria-describedby={props.error ? `${props.id}-changes-error` : undefined}
    >
      <legend>{a.disposition.changes}</legend>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-changes-error`}>
          {props.error}
        </p>
      </Show>
      <Show
        when={props.changes.length > 0}
        fallback={
          <p class="field-hint">
            {a.disposition.noChanges} <a href={within('/desk/revisions')}>{a.disposition.toRevisions}</a>
          </p>
        }
      >
        <For each={props.changes}>
          {(change) => (
            <label class="check">
              <input
                type="checkbox"
                checked={props.chosen.includes(change.id)}
                onChange={(event) => toggle(change.id, event.currentTarget.checked)}
              />
              <ChangeLine change={change} />
            </label>
          )}
        </For>
      </Show>
      <label class="check">
        <input
          type="checkbox"
          id={`${props.id}-unchanged`}
          checked={props.isUnchanged}
          onChange={(event) => props.onChoose([], event.currentTarget.checked)}
        />
        {a.disposition.unchanged}
      </label>
    </fieldset>
  )
}
