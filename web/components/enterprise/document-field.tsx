import { useFrame } from '../frame/frame-context'
import { describedBy, Field } from '../ui/field'
import { FileInput } from '../ui/file-input'

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
      <FileInput
        name="file"
        choose={form.chooseFile}
        accept=".pdf,.jpg,.jpeg,.png"
        describedBy={describedBy(field())}
        isInvalid={Boolean(props.error)}
      />
    </Field>
  )
}
