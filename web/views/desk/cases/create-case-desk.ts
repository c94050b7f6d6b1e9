import { createEffect, createMemo, createSignal } from 'solid-js'
import type { CaseItem } from '../../../../worker/contract/casework'
import { limits } from '../../../../worker/contract/limits'
import type { Disposition } from '../../../../worker/contract/words'
import { getCaseCounts, getUnits } from '../../../api/casework'
import { getPlan } from '../../../api/plan'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { createMinute, createNarrow } from '../device'
import { createShortcutPreference } from '../moderation/preferences'
import type { Session } from '../session'
import { createAssigning } from './create-assigning'
import { createCaseFilter } from './create-case-filter'
import { createCaseList } from './create-case-list'
import { createNotes } from './create-notes'
import { createOpenCase } from './create-open-case'

/** All that the desk of cases holds: the list, the case that lies open, and what is being done. */
export function createCaseDesk(session: Session) {
  const address = createCaseFilter()
  const list = createCaseList(address.filter)
  const counts = createLoad(getCaseCounts)
  const units = createLoad(getUnits)
  const plan = createLoad(getPlan)
  const preference = createShortcutPreference()
  const narrow = createNarrow()
  const now = createMinute()
  const [said, setSaid] = createSignal('')
  const [dialog, setDialog] = createSignal<'help' | 'mentions' | null>(null)

  const [toDispose, setToDispose] = createSignal<readonly CaseItem[] | null>(null)

  /** The case that the address names; beside the list, its first. */
  const openId = createMemo(() => address.named() ?? (narrow() ? null : (list.ids()[0] ?? null)))
  const opened = createOpenCase(openId)

  const assigning = createAssigning({
    onAssigned(publicId, assignment) {
      list.assigned(publicId, assignment)
      opened.assigned(publicId, assignment)
    },
    onSaid: setSaid,
    onDone() {
      list.clear()
      void counts.load()
    },
  })
  const notes = createNotes({
    onNoted(publicId, note) {
      opened.noted(publicId, note)
      const item = list.item(publicId)
      if (item && note.publicId) list.patch(publicId, { noteCount: item.noteCount + 1 })
    },
    onRead(noteIds) {
      const id = openId()
      if (id) opened.read(id, noteIds)
      void counts.load()
    },
    onSaid: setSaid,
  })

  createEffect(() => {
    const codes = [counts.error(), units.error(), opened.error(), list.failure()?.error]
    if (codes.some((error) => error?.code === 'unauthenticated')) void session.load()
  })
  createEffect(() => {
    const view = opened.view()
    if (view)
      list.patch(view.publicId, {
        disposition: view.disposition,
        dispositionVersion: view.dispositionVersion,
        assignment: view.assignment,
      })
  })

  const focusRow = (publicId: string) =>
    document.querySelector<HTMLElement>(`[data-row="${publicId}"]`)?.focus({ preventScroll: false })
  const go = (publicId: string | null) => {
    if (!publicId) return
    address.open(publicId)
    queueMicrotask(() => focusRow(publicId))
  }
  const target = () => {
    const view = opened.view()
    return view?.publicId === openId() ? view : (list.item(openId()) ?? null)
  }

  return {
    address,
    list,
    counts,
    units,
    plan,
    preference,
    now,
    said,
    dialog,
    setDialog,
    openId,
    opened,
    assigning,
    notes,
    open: (publicId: string) => address.open(publicId, narrow()),
    step(by: 1 | -1) {
      const to = list.neighbour(openId(), by)
      go(to)
      if (by === 1 && to && to === list.ids().at(-1)) void list.more()
    },
    tickAndStep(by: 1 | -1) {
      const id = openId()
      if (id && list.item(id)) list.tick(id)
      go(list.neighbour(id, by))
    },
    /** What is ticked, or else the case that lies open. */
    assign() {
      const one = target()
      assigning.ask(list.chosen().length > 0 ? list.chosen() : one ? [one] : [])
    },
    toDispose,
    dispose() {
      const chosen = list.chosen()
      if (chosen.length > limits.caseBatch)
        return setSaid(w.selection.tooManyToDispose(formatCount(limits.caseBatch)))
      if (chosen.length > 0) setToDispose(chosen)
    },
    stopDisposing: () => setToDispose(null),
    onDisposed(sentence: string) {
      setSaid(sentence)
      list.clear()
      void list.refresh()
      void counts.load()
      void opened.load()
    },
    take() {
      const one = target()
      const me = units.data()?.colleagues.find(({ isMe }) => isMe)
      if (one && me) void assigning.take(one, me.id)
    },
    refresh() {
      void list.refresh()
      void counts.load()
      void opened.load()
    },
    /** The rows show at once what was recorded; the figures follow. */
    onRecorded(publicIds: readonly string[], disposition: Disposition) {
      for (const publicId of publicIds) {
        const item = list.item(publicId)
        if (item) list.patch(publicId, { disposition, dispositionVersion: item.dispositionVersion + 1 })
      }
      void counts.load()
    },
    /** A panel has changed what the case shows. */
    onHandled() {
      void opened.load()
      void counts.load()
    },
    showMentions() {
      setDialog('mentions')
      void notes.load()
    },
  }
}

export type CaseDesk = ReturnType<typeof createCaseDesk>
