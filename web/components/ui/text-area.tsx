import { createEffect, type JSX, on, untrack } from 'solid-js'
import { describedBy, Field } from './field'

/** Its text is a child, not an attribute: without scripts only a child is shown. */
export function TextArea(props: {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: string
  rows: number
  onValue?: (value: string) => void
  onLeave?: () => void
  /** Stands under the control and describes it. */
  count?: JSX.Element
}) {
  let area: HTMLTextAreaElement | undefined
  const initial = untrack(() => props.value)
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (area && area.value !== value) area.value = value
      },
      { defer: true },
    ),
  )
  return (
    <Field name={props.name} label={props.label} hint={props.hint} error={props.error}>
      <textarea
        ref={area}
        class="input text-area"
        id={`field-${props.name}`}
        name={props.name}
        rows={props.rows}
        aria-describedby={describedBy(props, props.count ? `count-${props.name}` : '')}
        aria-invalid={props.error ? 'true' : undefined}
        onInput={(event) => props.onValue?.(event.currentTarget.value)}
        onFocusOut={() => props.onLeave?.()}
      >
        {initial}
      </textarea>
      <p class="count" id={`count-${props.name}`}>
        {props.count}
      </p>
    </Field>
  )
}
