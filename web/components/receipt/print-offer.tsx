import { useFrame } from '../frame/frame-context'

/** A button where scripts run, and the way through the browser's menu where they do not. */
export function PrintOffer() {
  const { receipt } = useFrame().words
  return (
    <p class="print-offer" data-print>
      <span>{receipt.printHint}</span>
      <button class="button-quiet" type="button" hidden>
        {receipt.print}
      </button>
    </p>
  )
}
