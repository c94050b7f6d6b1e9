import { Show } from 'solid-js'
import type { ErrorCode } from '../../../worker/contract/errors'
import { useFrame } from '../../components/frame/frame-context'
import { KeptText } from '../../components/receipt/kept-text'
import { ErrorSummary } from '../../components/ui/error-summary'
import { TextField } from '../../components/ui/field'
import { summarizeErrors } from '../../lib/form-errors'
import type { FieldErrors, KeptTyped } from '../../page'

export function ReceiptLookupView(props: {
  values: { publicId: string; queryCode: string }
  errors: FieldErrors
  refusal: ErrorCode | null
  kept: KeptTyped | null
}) {
  const frame = useFrame()
  const { receipt: words, form } = frame.words
  const isRefused = props.refusal !== null && props.refusal !== 'receipt_not_found'
  return (
    <div class="column lookup-page">
      <Show when={props.kept}>
        <ErrorSummary heading={words.expired} errors={[]} refusal={words.expiredBody} />
      </Show>
      <ErrorSummary
        heading={isRefused ? form.refusalHeading : form.errorHeading}
        errors={summarizeErrors(props.errors, { publicId: words.publicId, queryCode: words.queryCode })}
        refusal={props.refusal ? frame.domain.errors[props.refusal] : null}
      />
      <h1>{words.lookupTitle}</h1>
      <p class="lead">{words.lookupLead}</p>
      <form method="post" action="/receipts" novalidate>
        <TextField
          name="publicId"
          label={words.publicId}
          hint={words.publicIdHint}
          class="input-medium input-code"
          autocomplete="off"
          spellcheck={false}
          value={props.values.publicId}
          error={props.errors.publicId}
        />
        <TextField
          name="queryCode"
          label={words.queryCode}
          hint={words.queryCodeHint}
          class="input-medium input-code"
          autocomplete="off"
          spellcheck={false}
          value={props.values.queryCode}
          error={props.errors.queryCode}
        />
        <p class="buttons">
          <button class="button" type="submit">
            {words.lookup}
          </button>
        </p>
      </form>
      <Show when={props.kept}>{(typed) => <KeptText {...typed()} />}</Show>
      <p class="hint">{words.lost}</p>
    </div>
  )
}
