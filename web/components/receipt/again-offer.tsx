import type { ReceiptView } from '../../../worker/contract/receipts'
import { commentFormPath, homePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** Whoever said one thing may have another to say. */
export function AgainOffer(props: { receipt: ReceiptView }) {
  const { receipt: words } = useFrame().words
  return (
    <section class="form-offer next-offer" aria-labelledby="again-heading">
      <h2 id="again-heading">{words.again}</h2>
      <p class="buttons">
        <a class="button-quiet" href={homePath()}>
          {words.againAnywhere}
        </a>
        <a class="button-quiet" href={commentFormPath(props.receipt.measure.key)}>
          {words.againHere}
        </a>
      </p>
    </section>
  )
}
