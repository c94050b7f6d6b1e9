import { receiptPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** Folded: taking a comment back cannot be undone. */
export function WithdrawForm(props: { publicId: string }) {
  const { receipt } = useFrame().words
  return (
    <details class="appeal" id="withdraw">
      <summary>
        <h2>{receipt.withdraw}</h2>
      </summary>
      <p>{receipt.withdrawLead}</p>
      <form method="post" action={`${receiptPath(props.publicId)}/withdraw`}>
        <p class="buttons">
          <button class="button-quiet" type="submit">
            {receipt.withdrawSend}
          </button>
        </p>
      </form>
    </details>
  )
}
