import { batch, createEffect, createSignal, on } from 'solid-js'
import type { Colleague } from '../../../../worker/contract/moderation/hand'
import type { Decision } from '../../../../worker/contract/words'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { type Choice, choiceAtOnce, type DecidingAct, decisionFor } from './choices'
import type { BulkDecision, BulkStore } from './create-bulk'
import type { Decisions } from './create-decisions'
import type { QueueFilterStore } from './create-filter'
import type { GroupStore } from './create-group'
import type { HandStore } from './create-hand'
import type { QueueStore } from './create-queue'
import type { Redactions } from './create-redactions'
import type { SelectionStore } from './create-selection'
import { authorName } from './names'
import { isWorkable } from './queue'

export type Panel = Decision | 'pass'
type Person = Pick<Colleague, 'id' | 'name'>

interface Parts {
  queue: QueueStore
  decisions: Decisions
  redactions: Redactions
  selection: SelectionStore
  bulk: BulkStore
  group: GroupStore
  hand: HandStore
  address: QueueFilterStore
  narrow: () => boolean
}

const forMany: Record<DecidingAct, BulkDecision | null> = {
  publish: 'publish',
  return: 'return',
  reject: 'reject',
  restore: null,
}

/** What a moderator can do, by key or by hand, and where the focus stands after it. */
export function createActs(parts: Parts) {
  const { queue, decisions, redactions, selection, bulk, group, hand, address, narrow } = parts
  const [panel, setPanel] = createSignal<Panel | null>(null)
  const [asking, setAsking] = createSignal<number | null>(null)
  createEffect(on(queue.position, () => setPanel(null), { defer: true }))

  const isOpen = () => !narrow() || address.isOpen()
  const isGroup = () => group.id() !== null

  function show(elementId: string) {
    const element = document.getElementById(elementId)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }
  function showCurrent() {
    if (!narrow()) return show(`row-${queue.position()}`)
    window.scrollTo(0, 0)
    document.getElementById('item-heading')?.focus({ preventScroll: true })
  }

  /** The open item, where it may be decided now; says why where it may not. */
  function decidable() {
    const item = queue.current()
    const row = item && queue.row(item.reviewId)
    if (!item || !row || !isOpen() || decisions.differing(item.reviewId)) return null
    if (isWorkable(row)) return item
    if (item.holder?.isMe === false || item.passed?.toMe === false) decisions.announce(t.hand.notYours)
    return null
  }

  const sayChosen = () =>
    decisions.announce(
      selection.isEmpty() ? t.selection.none : t.selection.said(formatCount(selection.count())),
    )

  function step(by: 1 | -1) {
    if (panel()) return
    if (isGroup()) {
      group.step(by)
      return show(`member-${group.position()}`)
    }
    queue.step(by)
    showCurrent()
  }

  function choose(next: Panel) {
    if (decidable()) setPanel(next)
  }

  function confirm(choice: Choice) {
    const item = queue.current()
    if (!item) return
    batch(() => {
      setPanel(null)
      void decisions.decide(item, choice)
      queue.advance()
    })
    showCurrent()
  }

  function pass(to: Person, note: string) {
    const item = queue.current()
    if (!item) return
    batch(() => {
      setPanel(null)
      void decisions.pass(item, to, note)
      queue.advance()
    })
    showCurrent()
  }

  function decide(act: DecidingAct) {
    const many = forMany[act]
    if (isGroup()) return many && group.seen() > 0 && bulk.open(group.asked(), many)
    if (!selection.isEmpty()) return many && bulk.open(selection.asked(), many, selection.cards())
    const item = decidable()
    const decision = item && decisionFor(item, act)
    if (!decision) return
    const choice = panel() ? null : choiceAtOnce(item, decision)
    if (choice) confirm(choice)
    else choose(decision)
  }

  function openGroup() {
    const found = queue.current()?.group
    if (!found || found.members < 2 || panel() || !isOpen()) return
    group.open(found.id)
    queueMicrotask(() => document.getElementById('group-heading')?.focus())
  }

  function closeGroup() {
    group.close()
    queueMicrotask(showCurrent)
  }

  function clearSelection() {
    selection.clear()
    sayChosen()
    showCurrent()
  }

  async function take(reviewId: number) {
    setAsking(null)
    const name = authorName(queue.item(reviewId)?.author ?? { name: null })
    const wasHeld = queue.item(reviewId)?.holder != null
    const error = await hand.take(reviewId)
    decisions.announce(error?.message ?? (wasHeld ? t.hand.taken(name) : t.hand.claimed(name)))
  }

  return {
    panel,
    /** A piece of work of somebody else that is about to be taken over, once that is confirmed. */
    asking,
    step,
    decide,
    choose,
    confirm,
    take,
    refresh() {
      if (!panel() && queue.loading() === null) void queue.refresh()
    },
    open(reviewId: number) {
      queue.select(reviewId)
      group.close()
      if (queue.item(reviewId)?.holder?.isMe === false) void queue.reload(reviewId)
      if (narrow()) address.open()
      queueMicrotask(showCurrent)
    },
    publishWithNote() {
      const item = decidable()
      const decision = item && decisionFor(item, 'publish')
      if (decision && selection.isEmpty() && !isGroup()) choose(decision)
    },
    redact(all: boolean) {
      if (!decidable() || panel() || isGroup()) return
      if (all) redactions.hideSignals()
      else redactions.start()
    },
    pass,
    passTo(to: Person) {
      if (decidable()) pass(to, '')
    },
    /** Back to what lies open. */
    stay: () => queueMicrotask(showCurrent),
    /** On to what may still be decided, where the open item no longer may. */
    goOn() {
      const id = queue.position()
      const row = id === null ? undefined : queue.row(id)
      if (row && !isWorkable(row)) queue.advance()
      queueMicrotask(showCurrent)
    },
    askToTake(reviewId = queue.position()) {
      const item = reviewId === null ? undefined : queue.item(reviewId)
      if (!item || item.holder?.isMe || queue.fate(item.reviewId)) return
      if (item.holder || item.passed?.toMe === false) setAsking(item.reviewId)
      else void take(item.reviewId)
    },
    refuseToTake: () => setAsking(null),
    select() {
      if (isGroup()) return group.toggle(group.position())
      const id = queue.position()
      if (id === null || panel()) return
      selection.toggle(id)
      sayChosen()
    },
    selectAndStep(by: 1 | -1) {
      const from = queue.position()
      if (from === null || panel() || isGroup()) return
      selection.tick(from)
      step(by)
      selection.tick(queue.position() ?? from)
      sayChosen()
    },
    selectAll() {
      if (panel() || isGroup()) return
      selection.all()
      sayChosen()
    },
    toggle(reviewId: number) {
      selection.toggle(reviewId)
      sayChosen()
    },
    clearSelection,
    openGroup,
    /** Enter on a card that stands for several opens them; elsewhere it does what a button does. */
    enter(): boolean {
      if (isGroup() || (queue.current()?.group?.open ?? 1) < 2) return false
      openGroup()
      return true
    },
    closeGroup,
    /** Escape: from the inside out. */
    cancel() {
      const decision = panel()
      if (decision) {
        setPanel(null)
        return document.getElementById(`act-${decision}`)?.focus()
      }
      if (isGroup()) return closeGroup()
      if (!selection.isEmpty()) clearSelection()
    },
  }
}

export type Acts = ReturnType<typeof createActs>
