import type { SignalView } from '../../../../worker/contract/moderation/queue'
import { looksLikeAddress } from '../../../../worker/contract/redaction'
import { type RedactionReason, redactionReasons, type SignalKind } from '../../../../worker/contract/words'
import type { Span } from '../../../lib/word-stops'

type Unit = 'word' | 'character' | 'sentence'

export type RedactingAct =
  | { do: 'step' | 'extend'; unit: Unit; by: 1 | -1 }
  | { do: 'signal'; by: 1 | -1 }
  | { do: 'edge'; by: 1 | -1 }
  | { do: 'hide'; reason?: RedactionReason }
  | { do: 'show' }
  | { do: 'leave' }

interface Press {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
}

const arrows: Partial<Record<string, { unit: Unit; by: 1 | -1 }>> = {
  ArrowLeft: { unit: 'word', by: -1 },
  ArrowRight: { unit: 'word', by: 1 },
  ArrowUp: { unit: 'sentence', by: -1 },
  ArrowDown: { unit: 'sentence', by: 1 },
}

const keys: Partial<Record<string, RedactingAct>> = {
  Home: { do: 'edge', by: 1 },
  End: { do: 'edge', by: -1 },
  n: { do: 'signal', by: 1 },
  p: { do: 'signal', by: -1 },
  Enter: { do: 'hide' },
  Backspace: { do: 'show' },
  Delete: { do: 'show' },
  Escape: { do: 'leave' },
  x: { do: 'leave' },
}

/** What a key means while words are picked; null where it means what it means elsewhere. */
export function redactingActFor(press: Press): RedactingAct | null {
  if (press.isComposing || press.metaKey) return null
  const arrow = arrows[press.key]
  const isFine = press.ctrlKey || press.altKey
  if (arrow) {
    const unit = isFine && arrow.unit === 'word' ? 'character' : arrow.unit
    return { do: press.shiftKey ? 'extend' : 'step', unit, by: arrow.by }
  }
  if (isFine) return null
  if (press.key === 'Tab') return { do: 'signal', by: press.shiftKey ? -1 : 1 }
  const reason = redactionReasons[Number(/^[1-9]$/.exec(press.key)?.[0]) - 1]
  if (reason) return { do: 'hide', reason }
  const letter = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return press.shiftKey ? null : (keys[letter] ?? null)
}

type LocatedSignal = SignalView & Span

/** The signals that point at words, in the order of the text. */
export function locatedSignals({
  body,
  signals,
}: {
  body: string
  signals: readonly SignalView[]
}): LocatedSignal[] {
  return signals
    .filter((signal): signal is LocatedSignal => signal.start !== null && signal.end !== null)
    .filter(({ start, end }) => start < end && end <= body.length)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

const reasonOf: Partial<Record<SignalKind, RedactionReason>> = {
  id_number: 'identity',
  phone: 'contact',
  bank_card: 'account',
  email: 'contact',
  plate: 'plate',
  social_account: 'contact',
  address: 'address',
  trade_secret: 'trade_secret',
  banned_word: 'wording',
  link: 'wording',
}

/** Why a moderator would most likely hide these words: as the signal says, or as they look. */
export function suggestReason(
  text: string,
  span: Span,
  signals: readonly LocatedSignal[],
  last: RedactionReason,
): RedactionReason {
  const signal = signals.find(({ start, end }) => start < span.end && span.start < end)
  const proposed = signal && reasonOf[signal.kind]
  if (proposed) return proposed
  const words = text.slice(span.start, span.end)
  if (/[@＠]|\d(?:[\s-]?\d){4}/.test(words)) return 'contact'
  return looksLikeAddress(words) ? 'address' : last
}

/** What signals propose to hide, where hiding is what they are about. */
export const isHideable = ({ kind }: Pick<SignalView, 'kind'>): boolean =>
  reasonOf[kind] !== undefined && kind !== 'link'
