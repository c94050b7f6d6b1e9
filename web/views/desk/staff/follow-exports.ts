import { createSignal, onCleanup } from 'solid-js'
import type { ExportRecordView } from '../../../../worker/contract/exports'
import { asApiError } from '../../../api/api-error'
import { cancelExport, listExports } from '../../../api/staff'
import { kindName } from '../../../components/desk/staff/export-log'
import { t } from '../../../locales/desk'

const pause = 1000
/** A download that was asked for may take a moment to begin. */
const patience = 5

/** The list of exports, asked for every second as long as something runs or was just begun. */
export function followExports() {
  const [items, setItems] = createSignal<readonly ExportRecordView[] | null>(null)
  const [failure, setFailure] = createSignal<string | null>(null)
  const [cancelling, setCancelling] = createSignal<string | null>(null)
  const [said, setSaid] = createSignal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let awaited = 0

  async function load() {
    clearTimeout(timer)
    const answer = await listExports().catch(asApiError)
    const isLost = answer instanceof Error
    setFailure(isLost ? answer.message : null)
    if (!isLost) setItems(answer.items)
    awaited -= 1
    if (awaited > 0 || items()?.some(({ state }) => state === 'running')) timer = setTimeout(load, pause)
  }

  /** A download was asked for. */
  function expect() {
    awaited = patience
    clearTimeout(timer)
    timer = setTimeout(load, pause / 2)
  }

  async function cancel(item: ExportRecordView) {
    if (cancelling()) return
    setCancelling(item.id)
    const answer = await cancelExport(item.id).catch(asApiError)
    setCancelling(null)
    setSaid(answer instanceof Error ? answer.message : t.exports.cancelled(kindName(item.kind)))
    await load()
  }

  void load()
  onCleanup(() => clearTimeout(timer))
  return { items, failure, cancelling, said, load, expect, cancel }
}
