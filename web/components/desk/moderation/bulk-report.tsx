import { For, onMount } from 'solid-js'
import type { BatchView } from '../../../../worker/contract/moderation/batches'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

interface BulkReportProps {
  act: string
  report: BatchView
  onOpen: (publicId: string) => void
  onClose: () => void
}

/** What applied, and what did not, each with its reason. */
export function BulkReport(props: BulkReportProps) {
  let close!: HTMLButtonElement
  onMount(() => close.focus())
  return (
    <section class="bulk-report">
      <p role="status">{t.bulk.staged(props.act, formatCount(props.report.staged.length))}</p>
      <p class="bulk-refused">{t.bulk.refused(formatCount(props.report.refused.length))}</p>
      <ul class="bulk-sample">
        <For each={props.report.refused}>
          {(refused) => (
            <li>
              <span class="facts-code">{refused.publicId}</span> {refused.message}
              <button
                type="button"
                class="button button-quiet"
                onClick={() => props.onOpen(refused.publicId)}
              >
                {t.bulk.open}
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="dialog-acts">
        <button type="button" class="button button-main" ref={close} onClick={() => props.onClose()}>
          {t.close}
        </button>
      </div>
    </section>
  )
}
