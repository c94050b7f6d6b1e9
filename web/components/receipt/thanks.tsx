import { For } from 'solid-js'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { formatEnd } from '../../lib/beijing-time'
import { draftKey } from '../../lib/drafts'
import { useFrame } from '../frame/frame-context'
import { ReceiptSlip } from './receipt-slip'

/** Straight after sending: number and code first, then what happens next and by when. */
export function Thanks(props: { receipt: ReceiptView; queryCode: string }) {
  const { words, now, language } = useFrame()
  const { receipt, publishedFirst, tagline, product } = words
  const steps = () => {
    const { dueAt, createdAt, reviewDays, isUnconfirmed } = props.receipt
    const { nextSteps } = isUnconfirmed ? publishedFirst : receipt
    return nextSteps(reviewDays, formatEnd(dueAt ?? createdAt, now, language))
  }
  return (
    <div data-sent={draftKey(props.receipt.measure.key, props.receipt.parentId)}>
      <h1>{receipt.thanks}</h1>
      <p class="lead">{receipt.thanksBody}</p>
      <ReceiptSlip
        publicId={props.receipt.publicId}
        queryCode={props.queryCode}
        createdAt={props.receipt.createdAt}
        authority={`${product} · ${tagline} · ${receipt.keep}`}
      />
      <section class="next-steps" aria-labelledby="next-heading">
        <h2 id="next-heading">{receipt.next}</h2>
        <ol>
          <For each={steps()}>{(step) => <li>{step}</li>}</For>
        </ol>
      </section>
    </div>
  )
}
