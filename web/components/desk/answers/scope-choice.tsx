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
export function Counted(props: { count: CaseCount; nameOf?: (publicId: string) => string }) {
  const nameOf = (publicId: string) => props.nameOf?.(publicId) ?? publicId
  const counted = () => {
    const { count, leftOut } = props.count
    if (count === 0) return a.scope.nothing
    return leftOut.length > 0 ? a.scope.countedOf(formatCount(count)) : a.scope.counted(formatCount(count))
  }
  const notes = () => {
    const { count, leftOut } = props.count
    const limited = count > limits.caseBatch ? [a.scope.limited(formatCount(limits.caseBatch))] : []
    const out = (['done', 'others', 'closed'] as const)
      .filter((why) => props.count[why] > 0)
      .map((why) => {
        const note = a.scope[why](formatCount(props.count[why]))
        const names = leftOut.filter((each) => each.why === why).map(({ publicId }) => nameOf(publicId))
        return names.length > 0 ? a.scope.named(note, names) : note
      })
    return [...limited, ...out]
  }
  return (
    <div class="scope-counted">
      <p role="status">
        <b>{counted()}</b>
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
