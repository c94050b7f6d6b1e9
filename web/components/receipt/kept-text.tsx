import { useFrame } from '../frame/frame-context'
import { describedBy, Field } from '../ui/field'

/** What was typed into a form that is no longer offered: to be read and copied. */
export function KeptText(props: { body: string }) {
  const { receipt } = useFrame().words
  const field = { name: 'body', label: receipt.typed, hint: receipt.typedHint }
  return (
    <section class="kept-text" aria-label={receipt.typed}>
      <Field {...field}>
        <textarea
          class="input text-area"
          id="field-body"
          rows={8}
          readOnly
          aria-describedby={describedBy(field)}
        >
          {props.body}
        </textarea>
      </Field>
    </section>
  )
}
