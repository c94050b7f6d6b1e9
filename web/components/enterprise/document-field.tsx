import { useFrame } from '../frame/frame-context'
import { describedBy, Field } from '../ui/field'

/** The document that proves an organisation, as a file; without one it is handed in on paper. */
export function DocumentField(props: { error: string | undefined }) {
  const { enterprise, form } = useFrame().words
  const field = () => ({
    name: 'file',
    label: enterprise.file,
    hint: enterprise.fileHint,
    optional: form.optional,
    error: props.error,
  })
  return (
    <Field {...field()}>
      <input
        class="input"
        id="field-file"
        name="file"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        aria-describedby={describedBy(field())}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </Field>
  )
}
