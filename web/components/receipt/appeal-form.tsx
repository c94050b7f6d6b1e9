import { limits } from '../../../worker/contract/limits'
import { formatLastDay } from '../../lib/beijing-time'
import { receiptPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import type { FieldErrors } from '../../page'
import { useFrame } from '../frame/frame-context'
import { TextArea } from '../ui/text-area'

/** Folded where a changed text is the nearer way on. */
export function AppealForm(props: {
  publicId: string
  until: string
  text: string
  errors: FieldErrors
  isOpen: boolean
}) {
  const { words, now, language } = useFrame()
  const { receipt, form } = words
  return (
    <details class="appeal" id="appeal" open={props.isOpen}>
      <summary>
        <h2>{receipt.appealOffer}</h2>
      </summary>
      <p>{receipt.appealLead(formatLastDay(props.until, now, language))}</p>
      <form method="post" action={`${receiptPath(props.publicId)}/appeal`} novalidate>
        <TextArea
          name="text"
          label={receipt.appealText}
          hint={receipt.appealHint}
          rows={6}
          value={props.text}
          error={props.errors.text}
          count={form.most(groupDigits(limits.appeal))}
        />
        <p class="buttons">
          <button class="button" type="submit">
            {receipt.appealSend}
          </button>
        </p>
      </form>
    </details>
  )
}
