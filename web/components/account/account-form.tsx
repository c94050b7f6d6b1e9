import { type JSX, Show } from 'solid-js'
import { summarizeErrors } from '../../lib/form-errors'
import type { Refused } from '../../page'
import { useFrame } from '../frame/frame-context'
import { ErrorSummary } from '../ui/error-summary'

/** What was refused on a page, in its order. */
export function Refusal(props: Refused & { labels: Record<string, string> }) {
  const { words, domain } = useFrame()
  return (
    <ErrorSummary
      heading={props.refusal === null ? words.form.errorHeading : words.form.refusalHeading}
      errors={summarizeErrors(props.errors, props.labels)}
      refusal={props.refusal ? domain.errors[props.refusal] : null}
    />
  )
}

/** What was done, or why somebody is here. */
export function Told(props: { text: string | null; children?: JSX.Element }) {
  return (
    <Show when={props.text}>
      <div class="notice" role="status">
        <p>{props.text}</p>
        {props.children}
      </div>
    </Show>
  )
}

export function HiddenFields(props: { fields: Record<string, string> }) {
  return Object.entries(props.fields).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ))
}

/** A form of one button: an act that needs nothing typed. */
export function ActForm(props: {
  action: string
  label: string
  /** A quiet act, beside a page's own. */
  isMain?: boolean
  fields?: Record<string, string>
  describedBy?: string
  /** Its name where the label alone does not say what it is on. */
  name?: string
}) {
  return (
    <form method="post" action={props.action} class="act-form">
      <HiddenFields fields={props.fields ?? {}} />
      <button
        class={props.isMain ? 'button' : 'button-quiet'}
        type="submit"
        aria-describedby={props.describedBy}
        aria-label={props.name}
      >
        {props.label}
      </button>
    </form>
  )
}
