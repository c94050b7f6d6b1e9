import { createEffect, createSignal, on } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { BatchView } from '../../../../worker/contract/moderation/batches'
import { getColleagues, getReasons } from '../../../api/moderation'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { createMinute, createNarrow, createOnline, createPresence } from '../device'
import type { Session } from '../session'
import { createActs } from './create-acts'
import { type Bulk, createBulk } from './create-bulk'
import { createCounts } from './create-counts'
import { createDecisions } from './create-decisions'
import { createFilter } from './create-filter'
import { createGroup } from './create-group'
import { createHand } from './create-hand'
import { createLive } from './create-live'
import { createNews } from './create-news'
import { createQueue } from './create-queue'
import { createRedactions } from './create-redactions'
import { createSelection } from './create-selection'
import { createShortcutPreference } from './preferences'

/** All that the workbench remembers, each part knowing only those that it needs. */
export function createDesk(session: Session) {
  const address = createFilter()
  const isPresent = createPresence(limits.holdMinutes, () => hand.keep())
  const queue = createQueue(address.filter, isPresent)
  const decisions = createDecisions(queue)
  const redactions = createRedactions(queue.current)
  const selection = createSelection(queue, address.filter)
  const counts = createCounts()
  const group = createGroup()
  const narrow = createNarrow()
  const online = createOnline()
  const me = () => session.account()?.id
  const news = createNews({ queue, counts, me })
  const live = createLive({
    start: () => counts.counts()?.lastEvent,
    online,
    onNews: (told) => {
      news.take(told)
      if (told.isGap || told.events.some(({ kind }) => kind === 'opened')) void group.lookForLater()
    },
  })
  const hand = createHand({
    queue,
    isPresent,
    onBeat: (lastEvent) => {
      live.suspect(lastEvent)
      counts.soon()
    },
  })
  const bulk = createBulk(settleBatch)
  const acts = createActs({ queue, decisions, redactions, selection, bulk, group, hand, address, narrow })

  /** Rows that are on screen show at once what was decided; all of it can be undone as one. */
  function settleBatch({ decision }: Bulk, { batchId, staged, effectiveAt }: BatchView) {
    const found = staged.flatMap(({ publicId, stagedId }) => {
      const item = queue.find(publicId)
      return item ? [{ reviewId: item.reviewId, stagedId }] : []
    })
    for (const { reviewId, stagedId } of found)
      queue.patch(reviewId, {
        staged: { id: stagedId, decision, effectiveAt, by: session.account()?.name ?? '', isMine: true },
      })
    if (staged.length > 0)
      decisions.adopt({
        batchId,
        count: staged.length,
        reviewIds: found.map(({ reviewId }) => reviewId),
      })
    decisions.announce(t.bulk.staged(t.decision.acts[decision], formatCount(staged.length)))
    selection.clear()
    if (group.id() !== null) acts.closeGroup()
    acts.goOn()
  }

  createEffect(
    on(
      live.state,
      (state, before) => {
        if (state === 'lost') decisions.announce(t.live.lost)
        if (state === 'live' && before === 'lost') decisions.announce(t.live.back)
      },
      { defer: true },
    ),
  )
  /** A page that lost its line before it had the figures knows of no event to go on from. */
  createEffect(
    on(
      online,
      (isOnline) => {
        if (isOnline && counts.counts() === undefined) void Promise.all([counts.load(), queue.recover()])
      },
      { defer: true },
    ),
  )
  createEffect(on(address.filter, () => [selection.clear(), group.close(), news.forget()], { defer: true }))
  createEffect(() => {
    const failed = [queue.failure()?.error, counts.error(), hand.error()]
    if (failed.some((error) => error?.code === 'unauthenticated')) void session.load()
  })

  const [dialog, setDialog] = createSignal<'help' | 'palette' | null>(null)
  return {
    address,
    queue,
    decisions,
    redactions,
    selection,
    counts,
    group,
    narrow,
    news,
    /** The server is out of reach, though there is a network. */
    isLost: () => online() && live.state() === 'lost',
    bulk,
    acts,
    dialog,
    setDialog,
    now: createMinute(),
    reasons: createLoad(getReasons),
    colleagues: createLoad(getColleagues),
    preference: createShortcutPreference(),
  }
}

export type DeskStore = ReturnType<typeof createDesk>
