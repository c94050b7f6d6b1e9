import { useFrame } from '../frame/frame-context'

/** Number and code, large: to be copied, photographed or printed. */
export function ReceiptSlip(props: { publicId: string; queryCode: string; authority: string }) {
  const { receipt } = useFrame().words
  return (
    <section class="slip" aria-label={receipt.keep}>
      <p class="slip-heading">{props.authority}</p>
      <dl>
        <div>
          <dt>{receipt.publicId}</dt>
          <dd>
            <code>{props.publicId}</code>
          </dd>
        </div>
        <div>
          <dt>{receipt.queryCode}</dt>
          <dd>
            <code>{props.queryCode}</code>
          </dd>
        </div>
      </dl>
      <p class="slip-hint">{receipt.printHint}</p>
    </section>
  )
}
