import type { FieldErrors } from '../../page'
import { HiddenFields } from '../account/account-form'
import { useFrame } from '../frame/frame-context'
import { TextArea } from '../ui/text-area'
import { DocumentField } from './document-field'

/** Others hold the code of one's organisation: what to tell the department, with a document. */
export function ClaimForm(props: {
  /** What goes along with it: the code, and what was typed to register it. */
  fields: Record<string, string>
  note: string
  errors: FieldErrors
  isOpen: boolean
}) {
  const { enterprise } = useFrame().words
  return (
    <details open={props.isOpen}>
      <summary>{enterprise.claim}</summary>
      <p class="hint">{enterprise.claimHint}</p>
      <form method="post" action="/enterprise/claim" enctype="multipart/form-data" novalidate>
        <HiddenFields fields={props.fields} />
        <TextArea
          name="note"
          label={enterprise.claimNote}
          rows={3}
          value={props.note}
          error={props.errors.note}
        />
        <DocumentField error={props.errors.file} />
        <p class="buttons">
          <button class="button-quiet" type="submit">
            {enterprise.claimSubmit}
          </button>
        </p>
      </form>
    </details>
  )
}
