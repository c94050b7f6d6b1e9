import { createEffect, createMemo, createSignal, onMount, Show } from 'solid-js'
import { getReasons } from '../../api/moderation'
import { getPlan } from '../../api/plan'
import { ItemNav } from '../../components/desk/moderation/item-nav'
import { ItemPane } from '../../components/desk/moderation/item-pane'
import { QueueFacts } from '../../components/desk/moderation/queue-facts'
import { QueueList } from '../../components/desk/moderation/queue-list'
import { QueueRail } from '../../components/desk/moderation/queue-rail'
import { ShortcutsDialog } from '../../components/desk/moderation/shortcuts-dialog'
import { StatusLine } from '../../components/desk/moderation/status-line'
import { t } from '../../locales/desk'
import { formatCount } from '../../locales/desk/format'
import { createLoad } from './create-load'
import { createMinute, createNarrow } from './device'
import { Frame } from './frame'
import { measureChoices } from './measure-choices'
import { createActs } from './moderation/create-acts'
import { createDecisions } from './moderation/create-decisions'
import { createFilter } from './moderation/create-filter'
import { createKeyboard } from './moderation/create-keyboard'
import { createQueue } from './moderation/create-queue'
import { Deciding } from './moderation/deciding'
import { NoticeList } from './moderation/notice-list'
import { createShortcutPreference } from './moderation/preferences'
import { shortcutRows, statusHints } from './moderation/shortcut-rows'
import { type ShortcutAct, shortcutKeys } from './moderation/shortcuts'
import { useSession } from './session'

/** `/desk/moderation`: queue, item, author and journey on one screen. */
export function Moderation() {
  const session = useSession()
  const address = createFilter()
  const queue = createQueue(address.filter)
  const decisions = createDecisions(queue)
  const narrow = createNarrow()
  const acts = createActs({ queue, decisions, address, narrow })
  const reasons = createLoad(getReasons)
  const plan = createLoad(getPlan)
  const preference = createShortcutPreference()
  const now = createMinute()
  const [help, setHelp] = createSignal(false)

  const place = createMemo(() => queue.items().findIndex((item) => item.publicId === queue.position()))
  const isSettled = () => queue.loadedOnce() && queue.loading() === null

  createEffect(() => {
    const pending = queue.pending()
    const waiting = pending === undefined ? [] : [t.queue.title(formatCount(pending))]
    document.title = [...waiting, t.deskNames.moderation, t.product].join(' · ')
  })
  createEffect(() => {
    if (queue.failure()?.error.code === 'unauthenticated') void session.load()
  })
  createEffect(() => {
    if (address.isOpen() && isSettled() && !queue.selected()) address.close()
  })
  onMount(() => {
    if (!narrow() && address.isOpen()) address.close()
  })

  const onKey: Record<ShortcutAct, () => unknown> = {
    next: () => acts.panel() ?? acts.step(1),
    previous: () => acts.panel() ?? acts.step(-1),
    refresh: acts.refresh,
    help: () => setHelp(true),
    publish: () => acts.choose('publish'),
    return: () => acts.choose('return'),
    reject: () => acts.choose('reject'),
  }
  createKeyboard({
    enabled: preference.enabled,
    suspended: help,
    onAct: (act) => onKey[act](),
    onEscape: acts.cancel,
  })

  return (
    <Frame
      desk="moderation"
      facts={
        <QueueFacts
          pending={queue.pending()}
          oldest={address.isFiltered() ? undefined : queue.items()[0]?.submittedAt}
          now={now()}
        />
      }
    >
      <h1 class="visually-hidden">{t.queue.heading}</h1>
      <div
        class="workbench"
        classList={{ 'workbench-item': address.isOpen(), 'workbench-empty': queue.items().length === 0 }}
      >
        <QueueRail
          pending={queue.pending()}
          byKind={queue.byKind()}
          kind={address.filter().kind}
          measure={address.filter().measure}
          choices={measureChoices(plan.data())}
          filterPath={address.pathTo}
          onMeasure={address.chooseMeasure}
        />
        <QueueList
          items={queue.items()}
          selected={queue.position()}
          now={now()}
          loading={queue.loading()}
          failure={queue.failure()}
          loadedOnce={queue.loadedOnce()}
          atEnd={queue.atEnd()}
          filtered={address.isFiltered()}
          pending={queue.pending()}
          keysShown={preference.enabled()}
          showAllPath={address.pathTo({})}
          onOpen={acts.open}
          onStep={acts.step}
          onRefresh={acts.refresh}
          onStart={queue.start}
          onMore={queue.more}
        />
        <Show when={queue.selected()} keyed>
          {(item) => (
            <ItemPane
              item={item}
              now={now()}
              head={
                <ItemNav
                  isFirst={place() <= 0}
                  isLast={place() === queue.items().length - 1}
                  onBack={address.close}
                  onStep={acts.step}
                />
              }
            >
              <Deciding
                item={item}
                panel={acts.panel()}
                reasons={reasons}
                keysShown={preference.enabled()}
                onChoose={acts.choose}
                onConfirm={acts.confirm}
                onCancel={acts.cancel}
              />
            </ItemPane>
          )}
        </Show>
        <NoticeList
          decisions={decisions}
          queue={queue}
          onOpen={acts.open}
          onSignIn={() => void session.load()}
        />
        <StatusLine
          status={decisions.status()}
          enabled={preference.enabled()}
          hints={statusHints}
          helpKey={shortcutKeys.help}
          onHelp={() => setHelp(true)}
        />
      </div>
      <ShortcutsDialog
        open={help()}
        enabled={preference.enabled()}
        rows={shortcutRows}
        onChoose={preference.choose}
        onClose={() => setHelp(false)}
      />
    </Frame>
  )
}
