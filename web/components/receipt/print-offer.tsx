import { Show } from 'solid-js'
import { slipFilePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** Buttons to print and to copy where scripts run, the way through the browser's menu where they do not; a file either way. */
export function PrintOffer(props: {
  /** Of a receipt whose code whoever reads it knows. */
  publicId?: string | undefined
  queryCode?: string
}) {
  const { receipt } = useFrame().words
  return (
    <p class="print-offer buttons">
      <Show when={props.queryCode}>
        {(code) => (
          <button
            class="button-quiet"
            type="button"
            hidden
            data-copy={receipt.copyText(props.publicId ?? '', code())}
            data-copied={receipt.copied}
            aria-live="polite"
          >
            {receipt.copy}
          </button>
        )}
      </Show>
      <Show when={props.publicId}>
        {(id) => (
          <a class="button-quiet" href={slipFilePath(id())} download="">
            {receipt.saveFile}
          </a>
        )}
      </Show>
      <span data-print>
        <span>{receipt.printHint}</span>
        <button class="button-quiet" type="button" hidden>
          {receipt.print}
        </button>
      </span>
    </p>
  )
}
