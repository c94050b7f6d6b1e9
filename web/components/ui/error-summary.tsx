import { For, Show } from 'solid-js'
import type { SummaryLine } from '../../lib/form-errors'
import { useFrame } from '../frame/frame-context'

/** Takes the focus on arrival; each line leads to its field. */
export function ErrorSummary(props: {
  heading: string
  errors: SummaryLine[]
  refusal?: string | null | undefined
}) {
  const { colon } = useFrame().words
  return (
    <Show when={props.errors.length > 0 || props.refusal}>
      <div
        class="error-summary"
        role="alert"
        tabindex="-1"
        autofocus
        data-focus
        aria-labelledby="errors-heading"
      >
        <h2 id="errors-heading">{props.heading}</h2>
        <Show when={props.refusal}>
          <p>{props.refusal}</p>
        </Show>
        <Show when={props.errors.length > 0}>
          <ul>
            <For each={props.errors}>
              {({ field, label, sentence }) => (
                <li>
                  <a href={`#field-${field}`}>{label ? `${label}${colon}${sentence}` : sentence}</a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Show>
  )
}
