import { useNavigate } from '@solidjs/router'
import type { PlanView } from '../../../../worker/contract/plan'
import { BulkDialog } from '../../../components/desk/moderation/bulk-dialog'
import { CommandPalette } from '../../../components/desk/moderation/command-palette'
import { ShortcutsDialog } from '../../../components/desk/moderation/shortcuts-dialog'
import { TakeDialog } from '../../../components/desk/moderation/take-dialog'
import { t } from '../../../locales/desk'
import { formatClock } from '../../../locales/desk/format'
import { commandsFor } from './commands'
import type { DeskStore } from './create-desk'
import { isTyping } from './create-keyboard'
import { placesOf } from './places'
import { shortcutGroups } from './shortcut-rows'
import { isConfirm, reasonIndexFor, type ShortcutAct } from './shortcuts'

interface DialogsProps {
  desk: DeskStore
  plan: PlanView | undefined
  onAct: Record<ShortcutAct, () => unknown>
}

/** What stands over the workbench until it is answered. */
export function Dialogs(props: DialogsProps) {
  const { address, queue, counts, acts, bulk, reasons, preference, dialog, setDialog, now } = props.desk
  const navigate = useNavigate()
  const go = (path: string) => navigate(path, { resolve: false })
  const taking = () => {
    const id = acts.asking()
    const item = id === null ? undefined : queue.item(id)
    if (!item) return null
    const { holder } = item
    const isAhead = holder !== null && Date.parse(holder.until) > now()
    const clock = isAhead ? formatClock(holder.until) : ''
    return { text: holder ? t.hand.takeText(holder.name, clock) : t.hand.takePassed }
  }
  const asked = () => {
    const held = bulk.bulk()
    return held && { ...held, act: t.decision.acts[held.decision] }
  }
  const openRefused = (publicId: string) => {
    bulk.close()
    const item = queue.find(publicId)
    if (item) acts.open(item.reviewId)
  }

  const commands = () =>
    commandsFor({
      onAct: props.onAct,
      places: placesOf(address.pathTo, props.plan),
      others: counts.colleagues().filter(({ isMe }) => !isMe),
      go,
      passTo: (colleague) => acts.passTo(colleague),
    })

  return (
    <>
      <TakeDialog
        asked={taking()}
        onTake={() => {
          const id = acts.asking()
          if (id !== null) void acts.take(id)
        }}
        onClose={acts.refuseToTake}
      />
      <BulkDialog
        asked={asked()}
        reasons={reasons.data()}
        haveReasonsFailed={reasons.error() !== null}
        reasonIndex={(event, count) =>
          reasonIndexFor(event, { enabled: preference.enabled(), typing: isTyping(event) }, count)
        }
        isConfirm={isConfirm}
        keysShown={preference.enabled()}
        onRetryReasons={() => void reasons.load()}
        typed={bulk.typed(bulk.bulk()?.decision ?? 'publish')}
        onType={(part) => {
          const held = bulk.bulk()
          if (held) bulk.type(held.decision, part)
        }}
        onConfirm={(given) => void bulk.confirm(given)}
        onRecount={bulk.recount}
        onOpen={openRefused}
        onClose={bulk.close}
      />
      <CommandPalette open={dialog() === 'palette'} commands={commands()} onClose={() => setDialog(null)} />
      <ShortcutsDialog
        open={dialog() === 'help'}
        enabled={preference.enabled()}
        groups={shortcutGroups}
        onChoose={preference.choose}
        onClose={() => setDialog(null)}
      />
    </>
  )
}
