import { Show } from 'solid-js'
import type { KeptTyped } from '../../page'
import { useFrame } from '../frame/frame-context'
import { describedBy, Field } from '../ui/field'

/** What was typed into a form that was not taken: to be read and copied. */
export function KeptText(props: KeptTyped) {
  const { receipt, form, annex, colon } = useFrame().words
  const text = () =>
    [
      ['', props.body],
      [form.wording + colon, props.wording],
      [form.evidence + colon, props.evidence],
      [annex.shown + colon, props.annexSummary],
    ]
      .flatMap(([label, typed]) => (typed?.trim() ? [label + typed] : []))
      .join('\n\n')
  const field = { name: 'body', label: receipt.typed, hint: receipt.typedHint }
  return (
    <Show when={text()}>
      <section class="kept-text" aria-label={receipt.typed}>
        <Field {...field}>
          <textarea
            class="input text-area"
            id="field-body"
            rows={8}
            readOnly
            aria-describedby={describedBy(field)}
          >
            {text()}
          </textarea>
        </Field>
      </section>
    </Show>
  )
}
