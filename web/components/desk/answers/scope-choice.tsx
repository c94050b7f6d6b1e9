import { For, Show } from 'solid-js'
import type { CaseCount, DisposedView } from '../../../../worker/contract/dispositions'
import { limits } from '../../../../worker/contract/limits'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'

interface ScopeChoiceProps {
  name: string
  similar: number
  isGroup: boolean
  count: CaseCount | undefined
  error: string | undefined
  onChoose: (isGroup: boolean) => void
}

/** This comment alone, or all of its group: then how many that is, what is left out, and some of them to read. */
export function ScopeChoice(props: ScopeChoiceProps) {
  return (
    <Show when={props.similar > 1}>
      <fieldset class="scope">
        <legend>{a.scope.heading}</legend>
        <label class="check">
          <input
            type="radio"
            name={props.name}
            checked={!props.isGroup}
            onChange={() => props.onChoose(false)}
          />
          {a.scope.one}
        </label>
        <label class="check">
          <input
            type="radio"
            name={props.name}
            checked={props.isGroup}
            onChange={() => props.onChoose(true)}
          />
          {a.scope.group(formatCount(props.similar))}
        </label>
        <Show when={props.isGroup}>
          <Show
            when={props.count}
            fallback={
              <p class="field-hint" role="status">
                {props.error ?? a.scope.counting}
              </p>
            }
          >
            {(count) => <Counted count={count()} />}
          </Show>
        </Show>
      </fieldset>
    </Show>
  )
}

/** How many an act would be about, what is left out, and some of them to read. */
export function Counted(props: { count: CaseCount }) {
  const notes = () => {
    const { count, done, others, closed } = props.count
    return [
      count > limits.caseBatch && a.scope.limited(formatCount(limits.caseBatch)),
      done > 0 && a.scope.done(formatCount(done)),
      others > 0 && a.scope.others(formatCount(others)),
      closed > 0 && a.scope.closed(formatCount(closed)),
    ].filter((note) => note !== false)
  }
  return (
    <div class="scope-counted">
      <p role="status">
        <b>{props.count.count > 0 ? a.scope.counted(formatCount(props.count.count)) : a.scope.nothing}</b>
      </p>
      <ul class="bulk-notes">
        <For each={notes()}>{(note) => <li>{note}</li>}</For>
      </ul>
      <Show when={props.count.sample.length > 1}>
        <details>
          <summary>{a.scope.sample}</summary>
          <ul class="bulk-sample">
            <For each={props.count.sample}>
              {(found) => (
                <li>
                  <b>{found.author.name ?? words.anonymous}</b>
                  <p class="row-text">{found.body}</p>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  )
}

/** What of many did not apply, each with its reason. */
export function RefusedList(props: { heading: string; refused: DisposedView['refused'] }) {
  return (
    <Show when={props.refused.length > 0}>
      <div class="refused" role="alert">
        <p class="field-error">{props.heading}</p>
        <ul class="bulk-sample">
          <For each={props.refused}>
            {(refused) => (
              <li>
                <code>{refused.publicId}</code> {refused.message}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
