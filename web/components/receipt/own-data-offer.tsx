import { Show } from 'solid-js'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { erasePath, ownDataPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** To take one's data away, and to have them deleted. */
export function OwnDataOffer(props: { receipt: ReceiptView }) {
  const { ownData } = useFrame().words
  const lead = () => {
    if (props.receipt.erasedAt) return ownData.leadErased
    return props.receipt.isOfResponse ? ownData.leadOfResponse : ownData.lead
  }
  return (
    <section class="form-offer" aria-labelledby="own-data-heading">
      <h2 id="own-data-heading">{ownData.heading}</h2>
      <p>{lead()}</p>
      <p class="buttons">
        <a class="button-quiet" href={ownDataPath(props.receipt.publicId)}>
          {ownData.download}
        </a>
        <Show when={!props.receipt.erasedAt && !props.receipt.isOfResponse}>
          <a class="button-quiet" href={erasePath(props.receipt.publicId)}>
            {ownData.erase}
          </a>
        </Show>
      </p>
    </section>
  )
}
