import { Show } from 'solid-js'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { changePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** The way to the form once more: for what came back it is the next thing to do. */
export function ChangeOffer(props: { receipt: ReceiptView }) {
  const { receipt: words } = useFrame().words
  const { publicId, mayResubmit, isAppealOpen } = props.receipt
  return (
    <section class="form-offer next-offer" aria-labelledby="change-heading">
      <h2 id="change-heading">{mayResubmit ? words.resubmit : words.edit}</h2>
      <p>{mayResubmit ? words.resubmitLead : words.editLead}</p>
      <Show when={mayResubmit && isAppealOpen}>
        <p>{words.resubmitEndsAppeal}</p>
      </Show>
      <p class="buttons">
        <a class={mayResubmit ? 'button' : 'button-quiet'} href={changePath(publicId)}>
          {words.openChange}
        </a>
      </p>
    </section>
  )
}
