import { useFrame } from '../frame/frame-context'
import { PrintOffer } from './print-offer'
import { SubmissionTime } from './submission-time'

/** Number and code, large: to be copied, photographed or printed. */
export function ReceiptSlip(props: {
  publicId: string
  queryCode: string
  createdAt: string
  authority: string
}) {
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
        <div class="slip-time">
          <dt>{receipt.submittedAt}</dt>
          <dd>
            <SubmissionTime at={props.createdAt} />
          </dd>
        </div>
      </dl>
      <PrintOffer publicId={props.publicId} queryCode={props.queryCode} />
    </section>
  )
}
