import { createEffect, onMount, Show } from 'solid-js'
import { getPlan } from '../../api/plan'
import { QueueFacts } from '../../components/desk/moderation/queue-facts'
import { QueueRail } from '../../components/desk/moderation/queue-rail'
import { StatusLine } from '../../components/desk/moderation/status-line'
import { pendingOf } from '../../lib/pending-of'
import { t } from '../../locales/desk'
import { formatCount } from '../../locales/desk/format'
import { createLoad } from './create-load'
import { HeadFacts } from './frame'
import { measureChoices } from './measure-choices'
import { createDesk } from './moderation/create-desk'
import { createKeyboard } from './moderation/create-keyboard'
import { Dialogs } from './moderation/dialogs'
import { ItemView } from './moderation/item-view'
import { NoticeList } from './moderation/notice-list'
import { queueName } from './moderation/places'
import { QueuePane } from './moderation/queue-pane'
import { statusHints } from './moderation/shortcut-rows'
import { type ShortcutAct, shortcutKeys } from './moderation/shortcuts'
import { StagedList } from './moderation/staged-list'
import { deskPath } from './return-address'
import { useSession } from './session'

/** `/desk/moderation`: queue, item, author and journey on one screen. */
export function Moderation() {
  const session = useSession()
  const desk = createDesk(session)
  const { address, queue, decisions, counts, bulk, acts, preference, dialog, setDialog } = desk
  const plan = createLoad(getPlan)
  const isSettled = () => queue.loadedOnce() && queue.loading() === null

  createEffect(() => {
    const figures = counts.counts()
    const waiting = figures ? [t.queue.title(formatCount(pendingOf(figures)))] : []
    document.title = [...waiting, t.deskNames.moderation, t.product].join(' · ')
  })
  createEffect(() => {
    if (address.isOpen() && isSettled() && !queue.current()) address.close()
  })
  onMount(() => {
    if (!desk.narrow() && address.isOpen()) address.close()
  })

  const onAct: Record<ShortcutAct, () => unknown> = {
    next: () => acts.step(1),
    previous: () => acts.step(-1),
    select: acts.select,
    selectNext: () => acts.selectAndStep(1),
    selectPrevious: () => acts.selectAndStep(-1),
    selectAll: acts.selectAll,
    publish: () => acts.decide('publish'),
    publishWithNote: acts.publishWithNote,
    redact: () => acts.redact(false),
    redactAll: () => acts.redact(true),
    return: () => acts.decide('return'),
    reject: () => acts.decide('reject'),
    restore: () => acts.decide('restore'),
    pass: () => acts.choose('pass'),
    undo: () => decisions.undo(),
    group: acts.openGroup,
    take: () => acts.askToTake(),
    refresh: acts.refresh,
    palette: () => setDialog('palette'),
    help: () => setDialog('help'),
  }
  createKeyboard({
    enabled: preference.enabled,
    suspended: () => dialog() !== null || bulk.bulk() !== null || acts.asking() !== null,
    onAct: (act) => onAct[act](),
    onEscape: acts.cancel,
  })

  return (
    <>
      <HeadFacts>
        <QueueFacts counts={counts.counts()} colleagues={counts.colleagues()} isLost={desk.isLost()} />
      </HeadFacts>
      <h1 class="visually-hidden">{t.queue.heading}</h1>
      <div
        class="workbench"
        classList={{ 'workbench-item': address.isOpen(), 'workbench-empty': queue.rows().length === 0 }}
      >
        <QueueRail
          counts={counts.counts()}
          inHand={queue.inHand().length}
          filter={address.filter()}
          name={queueName(address.filter())}
          choices={measureChoices(plan.data())}
          pathTo={address.pathTo}
          decidedPath={(decision) => `${deskPath('moderation')}/decided?decision=${decision}`}
          agreementPath={`${deskPath('moderation')}/agreement`}
          onMeasure={address.chooseMeasure}
        />
        <QueuePane desk={desk} />
        <Show when={queue.rows().length > 0}>
          <ItemView desk={desk} />
        </Show>
        <NoticeList
          decisions={decisions}
          queue={queue}
          onOpen={acts.open}
          onSignIn={() => void session.load()}
          onGone={acts.stay}
        />
        <StatusLine
          status={decisions.status()}
          enabled={preference.enabled()}
          hints={statusHints}
          helpKey={shortcutKeys.help}
          paletteKey={shortcutKeys.palette}
          onPalette={() => setDialog('palette')}
          onHelp={() => setDialog('help')}
        >
          <StagedList decisions={decisions} keysShown={preference.enabled()} />
        </StatusLine>
      </div>
      <Dialogs desk={desk} plan={plan.data()} onAct={onAct} />
    </>
  )
}
