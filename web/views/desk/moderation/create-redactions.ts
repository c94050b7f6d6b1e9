import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { domainWords } from '../../../../worker/contract/locales'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { Redaction } from '../../../../worker/contract/redaction'
import type { RedactionReason } from '../../../../worker/contract/words'
import { hidePassage, passageAt, showPassage, tidySpan } from '../../../lib/passages'
import {
  charactersOf,
  extendPick,
  type Picked,
  pick,
  type Span,
  sentencesOf,
  spanOf,
  stepPick,
  wordsOf,
} from '../../../lib/word-stops'
import { language, t } from '../../../locales/desk'
import { draftOf, keepDraft } from './drafts'
import { isHideable, locatedSignals, type RedactingAct, suggestReason } from './redacting'

type Text = Pick<QueueItemView, 'reviewId' | 'publicId' | 'revision' | 'body' | 'signals'>

export const textElementId = 'item-body'

/** The words of the open item that are picked, and those that are hidden; by keys, or by whatever points. */
export function createRedactions(current: () => Text | null) {
  const [picked, setPicked] = createSignal<Picked | null>(null)
  /** Picked words are drawn by us; what a pointer selects, the browser draws. */
  const [byKeys, setByKeys] = createSignal(false)
  const [said, say] = createSignal('')
  const [last, setLast] = createSignal<RedactionReason>('person')

  /** News of who holds the item are no reason to begin anew. */
  const text = createMemo(() => current()?.body ?? '')
  const textKey = createMemo(() => `${current()?.reviewId}@${current()?.revision}`)
  const passages = (): readonly Redaction[] => {
    const item = current()
    return item ? draftOf(item).redactions : []
  }
  const signals = createMemo(
    () => {
      const item = current()
      return item ? locatedSignals(item) : []
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const open = () => signals().filter((signal) => isHideable(signal) && !passageAt(passages(), signal))
  const units = createMemo(() => {
    if (!byKeys()) return { word: [], character: [], sentence: [] }
    return { word: wordsOf(text()), character: charactersOf(text()), sentence: sentencesOf(text()) }
  })
  const span = createMemo(() => {
    const held = picked()
    return held && spanOf(held)
  })
  const wordsAt = ({ start, end }: Span) => text().slice(start, end)
  const suggested = () => {
    const at = span()
    return at ? (passageAt(passages(), at)?.reason ?? suggestReason(text(), at, signals(), last())) : last()
  }

  function leave() {
    setPicked(null)
    setByKeys(false)
    say('')
  }
  createEffect(on(textKey, leave, { defer: true }))

  function show(next: Picked | null) {
    setPicked(next)
    const at = next && spanOf(next)
    if (at) say(t.redaction.picked(wordsAt(at)))
  }

  function start(at?: Span) {
    if (!current()) return
    setByKeys(true)
    const first = at ?? open()[0] ?? signals()[0]
    show(first ? pick({ start: first.start, end: first.end }) : stepPick(units().word, null, 1))
    queueMicrotask(() => document.getElementById(textElementId)?.focus())
  }

  function keep(next: readonly Redaction[]): boolean {
    const item = current()
    if (!item) return false
    if (next.length > limits.redactions) {
      say(t.redaction.tooMany(String(limits.redactions)))
      return false
    }
    keepDraft(item, { redactions: next })
    return true
  }

  function hide(at: Span, reason: RedactionReason) {
    const tidy = tidySpan(text(), at)
    if (!tidy || !keep(hidePassage(text(), passages(), tidy, reason))) return
    setLast(reason)
    say(t.redaction.said(wordsAt(tidy), domainWords[language].redactions[reason]))
  }

  function hidePicked(reason: RedactionReason = suggested()) {
    const at = span()
    if (!at) return
    hide(at, reason)
    window.getSelection()?.removeAllRanges()
    const next = open().find((signal) => signal.start >= at.end) ?? open()[0]
    if (!byKeys()) setPicked(null)
    else if (next) setPicked(pick(next))
  }

  function showAgain(at: Span | null = span()) {
    const passage = (at && passageAt(passages(), at)) ?? passages()[passages().length - 1]
    if (!passage || !keep(showPassage(passages(), passage))) return
    if (byKeys()) setPicked(pick({ start: passage.start, end: passage.end }))
    else leave()
    say(t.redaction.shownAgain(wordsAt(passage)))
  }

  function toSignal(by: 1 | -1): boolean {
    const from = span()
    const found = stepPick(signals(), from && pick(from), by)
    if (!found || (from && spanOf(found).start === from.start)) return false
    show(found)
    return true
  }

  function move(act: Extract<RedactingAct, { do: 'step' | 'extend' }>) {
    const held = picked()
    if (act.do === 'extend' && held) return show(extendPick(units()[act.unit], held, act.by))
    const landed = stepPick(units()[act.unit], held, act.by)
    if (act.unit !== 'sentence' || !landed) return show(landed)
    const { start: from, end } = spanOf(landed)
    const first = units().word.find((word) => word.start >= from && word.end <= end)
    show(first ? pick(first) : held)
  }

  return {
    passages,
    signals,
    span,
    byKeys,
    said,
    suggested,
    /** By keys from here on, beginning with these words, the first signal or the first word. */
    start,
    leave,
    showAgain,
    hidePicked,
    /** One press hides what a signal points at. */
    hideSignal: (at: Span) => hide(at, suggestReason(text(), at, signals(), last())),
    /** What a pointer has selected, or nothing any more. */
    pointAt(at: Span | null) {
      const tidy = at && tidySpan(text(), at)
      if (!tidy && byKeys()) return
      setByKeys(false)
      show(tidy && pick(tidy))
    },
    /** Everything that signals point at, each for the reason that its signal suggests. */
    hideSignals() {
      const found = open()
      for (const signal of found) hide(signal, suggestReason(text(), signal, signals(), last()))
      if (found.length > 1) say(t.redaction.saidAll(String(found.length)))
    },
    /** False where the key should do what it does elsewhere: Tab past the last signal leaves the text. */
    act(act: RedactingAct): boolean {
      if (!byKeys()) return false
      if (act.do === 'leave') leave()
      else if (act.do === 'hide') hidePicked(act.reason)
      else if (act.do === 'show') showAgain()
      else if (act.do === 'signal') return toSignal(act.by)
      else if (act.do === 'edge') show(stepPick(units().word, null, act.by))
      else move(act)
      return true
    },
  }
}

export type Redactions = ReturnType<typeof createRedactions>
