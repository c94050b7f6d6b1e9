import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { DecidedItem } from '../../../worker/contract/moderation/decided'
import { type Decision, decisions } from '../../../worker/contract/words'
import { getReasons } from '../../api/moderation'
import { DecidedCard } from '../../components/desk/decided/decided-card'
import { DecidedFilter } from '../../components/desk/decided/decided-filter'
import { OriginalDialog } from '../../components/desk/decided/original-dialog'
import { StagedBar } from '../../components/desk/moderation/staged-bar'
import { StatePanel } from '../../components/desk/state-panel'
import { t } from '../../locales/desk'
import { createLoad } from './create-load'
import { createDecided } from './decided/create-decided'
import { createOriginal } from './decided/create-original'
import { createReversals } from './decided/create-reversals'
import { Hiding } from './decided/hiding'
import { Reversing } from './decided/reversing'
import { createKeyboard } from './moderation/create-keyboard'
import { createShortcutPreference } from './moderation/preferences'
import { shortcutKeys } from './moderation/shortcuts'
import { deskPath } from './return-address'
import { useSession } from './session'

const { restore, reject, redact } = shortcutKeys
const keysOf: Partial<Record<Decision, string>> = { restore, reject, redact }
const path = `${deskPath('moderation')}/decided`

/** `/desk/moderation/decided`: what took effect, and the way to decide it anew. */
export function Decided() {
  const session = useSession()
  const [search] = useSearchParams<{ decision?: string }>()
  const chosen = (): Decision | undefined => decisions.find((known) => known === search.decision)
  const list = createDecided(chosen)
  const reversals = createReversals(() => void list.start())
  const original = createOriginal()
  const reasons = createLoad(getReasons)
  const preference = createShortcutPreference()
  const [open, setOpen] = createSignal<{ item: DecidedItem; act: Decision; isHiding: boolean } | null>(null)
  const mayReadOriginal = () => session.account()?.role !== 'moderator'

  document.title = `${t.decided.heading} · ${t.deskNames.moderation} · ${t.product}`
  createEffect(() => {
    if (list.error()?.code === 'unauthenticated') void session.load()
  })

  const close = () => {
    const held = open()
    setOpen(null)
    if (held) document.querySelector<HTMLElement>(`[data-decided="${held.item.decisionId}"]`)?.focus()
  }
  const choose = (item: DecidedItem, act: Decision) => {
    if (act !== 'redact' || item.redactions.length === 0) {
      return setOpen({ item, act, isHiding: act === 'redact' })
    }
    original.ask(item.publicId, () => setOpen({ item, act, isHiding: true }))
  }
  const step = (by: 1 | -1) => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-decided]')]
    const at = cards.findIndex((card) => card.contains(document.activeElement))
    cards[Math.min(Math.max(0, at + by), cards.length - 1)]?.focus()
  }
  const decideFocused = (act: Decision) => {
    const focused = document.activeElement?.closest('[data-decided]')?.getAttribute('data-decided')
    const item = list.items().find(({ decisionId }) => decisionId === focused)
    if (item?.mayDecide.includes(act) && !reversals.isPending(item.publicId) && !open()) choose(item, act)
  }
  createKeyboard({
    enabled: preference.enabled,
    suspended: () => original.publicId() !== null,
    onAct: (act) => {
      if (act === 'next') step(1)
      if (act === 'previous') step(-1)
      if (act === 'undo') reversals.undo()
      if (act === 'restore' || act === 'reject' || act === 'redact') decideFocused(act)
    },
    onEscape: close,
  })
  const isOpen = (item: DecidedItem) => (open()?.item.decisionId === item.decisionId ? open() : null)

  return (
    <>
      <div class="decided">
        <header class="staff-head">
          <h1>{t.decided.heading}</h1>
          <p class="staff-intro">{t.decided.intro}</p>
          <p class="decided-links">
            <a href={deskPath('moderation')}>{t.decided.queue}</a>
            <a href={`${deskPath('moderation')}/agreement`}>{t.decided.agreement}</a>
          </p>
        </header>
        <DecidedFilter chosen={chosen()} pathTo={(of) => (of ? `${path}?decision=${of}` : path)} />
        <section class="decided-list" aria-label={t.decided.list}>
          <For each={list.items()}>
            {(item) => (
              <DecidedCard
                item={item}
                isPending={reversals.isPending(item.publicId)}
                problem={
                  reversals.problem()?.publicId === item.publicId
                    ? (reversals.problem()?.sentences ?? [])
                    : []
                }
                mayReadOriginal={mayReadOriginal()}
                keyOf={(decision) => keysOf[decision]}
                keysShown={preference.enabled()}
                onRead={() => original.ask(item.publicId)}
                onChoose={(act) => choose(item, act)}
              >
                <Show when={isOpen(item)}>
                  {(held) => (
                    <Show
                      when={held().isHiding}
                      fallback={
                        <Reversing
                          item={item}
                          decision={held().act}
                          reasons={reasons}
                          keysShown={preference.enabled()}
                          onConfirm={(choice) => {
                            close()
                            void reversals.decide(item, choice)
                          }}
                          onCancel={close}
                        />
                      }
                    >
                      <Hiding
                        item={item}
                        original={original.of(item.publicId)}
                        onReady={() => setOpen({ ...held(), isHiding: false })}
                        onCancel={close}
                      />
                    </Show>
                  )}
                </Show>
              </DecidedCard>
            )}
          </For>
          <Switch>
            <Match when={list.error()}>
              {(error) => (
                <StatePanel
                  kind="error"
                  heading={t.failed}
                  text={error().message}
                  retry={() => void (list.items().length > 0 ? list.more() : list.start())}
                />
              )}
            </Match>
            <Match when={list.loading() && list.items().length === 0}>
              <StatePanel kind="loading" heading={t.loading} />
            </Match>
            <Match when={list.loadedOnce() && list.items().length === 0}>
              <StatePanel kind="empty" heading={t.decided.empty} text={t.decided.emptyText} />
            </Match>
            <Match when={list.hasMore()}>
              <button
                type="button"
                class="button button-wide"
                aria-disabled={list.loading()}
                onClick={() => !list.loading() && void list.more()}
              >
                {list.loading() ? t.loading : t.decided.more}
              </button>
            </Match>
            <Match when={list.loadedOnce()}>
              <p class="queue-foot">{t.decided.end}</p>
            </Match>
          </Switch>
        </section>
        <div class="decided-foot" classList={{ 'decided-foot-busy': reversals.staged().length > 0 }}>
          <p class="status-text" role="status">
            {reversals.status()}
          </p>
          <StagedBar
            staged={reversals.staged()}
            undoKey={shortcutKeys.undo}
            keysShown={preference.enabled()}
            onUndo={reversals.undo}
          />
        </div>
      </div>
      <OriginalDialog
        publicId={original.publicId()}
        original={original.shown()}
        isReading={original.isReading()}
        problem={original.problem()}
        onRead={original.read}
        onClose={original.close}
      />
    </>
  )
}
