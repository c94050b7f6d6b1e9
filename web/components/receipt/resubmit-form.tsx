import { Show } from 'solid-js'
import { limits } from '../../../worker/contract/limits'
import { stances } from '../../../worker/contract/words'
import { receiptPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import type { FieldErrors } from '../../page'
import { useFrame } from '../frame/frame-context'
import { Choices } from '../ui/choices'
import { TextArea } from '../ui/text-area'

export function ResubmitForm(props: {
  publicId: string
  body: string
  stance: string
  errors: FieldErrors
  endsAppeal: boolean
}) {
  const frame = useFrame()
  const { receipt, form } = frame.words
  return (
    <section class="resubmit" aria-labelledby="resubmit-heading">
      <h2 id="resubmit-heading">{receipt.resubmit}</h2>
      <p>{receipt.resubmitLead}</p>
      <Show when={props.endsAppeal}>
        <p>{receipt.resubmitEndsAppeal}</p>
      </Show>
      <form method="post" action={receiptPath(props.publicId)} novalidate>
        <Choices
          name="stance"
          legend={form.stance}
          layout="row"
          choices={stances.map((stance) => ({ value: stance, label: frame.domain.stances[stance] }))}
          value={props.stance}
          error={props.errors.stance}
        />
        <TextArea
          name="body"
          label={form.body}
          rows={8}
          value={props.body}
          error={props.errors.body}
          count={form.most(groupDigits(limits.body))}
        />
        <p class="buttons">
          <button class="button" type="submit">
            {receipt.resubmitSend}
          </button>
        </p>
      </form>
    </section>
  )
}
