import { batch, createEffect, createMemo, createSignal, on, onMount, Show } from 'solid-js'
import type { Decision } from '../../../worker/contract/words'
import { getReasons } from '../../api/moderation'
import { getPlan } from '../../api/plan'
import { ItemNav } from '../../components/desk/moderation/item-nav'
import { ItemPane } from '../../components/desk/moderation/item-pane'
import { Notices } from '../../components/desk/moderation/notices'
import { QueueList } from '../../components/desk/moderation/queue-list'
import { QueueRail } from '../../components/desk/moderation/queue-rail'
import { ShortcutsDialog } from '../../components/desk/moderation/shortcuts-dialog'
import { StatusLine } from '../../components/desk/moderation/status-line'
import { t } from '../../locales/desk'
import { formatCount, formatWait } from '../../locales/desk/format'
import { createLoad } from './create-load'
import { createMinute, createNarrow } from './device'
import { Frame } from './frame'
import { measureChoices } from './measure-choices'
import { createDecisions } from './moderation/create-decisions'
import { createFilter } from './moderation/create-filter'
import { createKeyboard } from './moderation/create-keyboard'
import { createQueue } from './moderation/create-queue'
import { Deciding } from './moderation/deciding'
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
  const reasons = createLoad(getReasons)
  const plan = createLoad(getPlan)
  const preference = createShortcutPreference()
  const now = createMinute()
  const narrow = createNarrow()
  const [panel, setPanel] = createSignal<Decision | null>(null)
  const [help, setHelp] = createSignal(false)

  const itemShown = () => !narrow() || address.isOpen()
  const oldest = () => (address.isFiltered() ? undefined : queue.items()[0]?.submittedAt)
  const place = createMemo(() => queue.items().findIndex((item) => item.publicId === queue.position()))

  createEffect(() => {
    const waiting = t.queue.title(formatCount(queue.pending()))
    document.title = `${waiting} · ${t.deskNames.moderation} · ${t.product}`
  })
  createEffect(on(queue.position, () => setPanel(null), { defer: true }))
  createEffect(() => {
    if (queue.error()?.code === 'unauthenticated') void session.load()
  })
  createEffect(() => {
    if (address.isOpen() && queue.loadedOnce() && queue.loading() === null && !queue.selected())
      address.close()
  })
  onMount(() => {
    if (!narrow()) address.close()
  })

  function showCurrent() {
    const target = narrow() ? 'item-heading' : `row-${queue.position()}`
    const element = document.getElementById(target)
    if (narrow()) window.scrollTo(0, 0)
    element?.focus({ preventScroll: narrow() })
    if (!narrow()) element?.scrollIntoView({ block: 'nearest' })
  }
  function step(by: 1 | -1) {
    queue.step(by)
    showCurrent()
  }
  function open(publicId: string) {
    queue.select(publicId)
    if (!narrow()) return
    address.open()
    queueMicrotask(showCurrent)
  }
  function choose(decision: Decision) {
    if (queue.selected() && itemShown()) setPanel(decision)
  }
  function cancel() {
    const decision = panel()
    setPanel(null)
    if (decision) document.getElementById(`act-${decision}`)?.focus()
  }
  function confirm(reason: string, note: string) {
    const item = queue.selected()
    const decision = panel()
    if (!item || !decision) return
    batch(() => {
      setPanel(null)
      void decisions.decide(item, { decision, reason, note })
    })
    showCurrent()
  }

  const acts: Record<Exclude<ShortcutAct, Decision>, () => void> = {
    next: () => panel() === null && step(1),
    previous: () => panel() === null && step(-1),
    refresh: () => panel() === null && queue.loading() === null && void queue.refresh(),
    help: () => setHelp(true),
  }
  createKeyboard({
    enabled: preference.enabled,
    suspended: help,
    onAct: (act) => (act in acts ? acts[act as keyof typeof acts]() : choose(act as Decision)),
    onEscape: cancel,
  })

  const noticeOf = (id: number) => decisions.notices().find((notice) => notice.id === id)
  const notices = () =>
    decisions.notices().map(({ id, kind, title, sentences, choice, signIn, item }) => ({
      id,
      kind,
      title,
      sentences,
      signIn,
      note: choice.note.trim(),
      canOpen: queue.items().some((other) => other.publicId === item.publicId),
    }))

  return (
    <Frame
      desk="moderation"
      facts={
        <>
          <span>
            {t.queue.waiting} <b>{formatCount(queue.pending())}</b>
          </span>
          <Show when={oldest()}>
            {(since) => (
              <span>
                {t.queue.oldest} <b>{formatWait(since(), now())}</b>
              </span>
            )}
          </Show>
        </>
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
          error={queue.error()}
          loadedOnce={queue.loadedOnce()}
          atEnd={queue.atEnd()}
          filtered={address.isFiltered()}
          pending={queue.pending()}
          keysShown={preference.enabled()}
          showAllPath={address.pathTo({})}
          onOpen={open}
          onStep={step}
          onRefresh={queue.refresh}
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
                  onStep={step}
                />
              }
            >
              <Deciding
                item={item}
                panel={panel()}
                reasons={reasons}
                keysShown={preference.enabled()}
                onChoose={choose}
                onConfirm={confirm}
                onCancel={cancel}
              />
            </ItemPane>
          )}
        </Show>
        <Notices
          notices={notices()}
          onOpen={(id) => {
            const notice = noticeOf(id)
            if (!notice) return
            decisions.dismiss(notice)
            open(notice.item.publicId)
            showCurrent()
          }}
          onResend={(id) => {
            const notice = noticeOf(id)
            if (notice) void decisions.decide(notice.item, notice.choice)
          }}
          onSignIn={() => void session.load()}
          onDismiss={(id) => {
            const notice = noticeOf(id)
            if (notice) decisions.dismiss(notice)
          }}
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
