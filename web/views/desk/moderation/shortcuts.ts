import type { Decision } from '../../../../worker/contract/words'

export type ShortcutAct = Decision | 'next' | 'previous' | 'refresh' | 'help'

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
  isComposing: boolean
}

export interface KeySituation {
  /** The moderator's choice, WCAG 2.1.4. */
  enabled: boolean
  /** The key belongs to a field that takes text. */
  typing: boolean
}

export const shortcutKeys: Record<ShortcutAct, string> = {
  next: 'J',
  previous: 'K',
  publish: 'A',
  return: 'R',
  reject: 'D',
  refresh: 'G',
  help: '?',
}

const actByKey = new Map(
  Object.entries(shortcutKeys).map(([act, key]) => [key.toLowerCase(), act as ShortcutAct]),
)

/** A held key may walk through the queue, but never decide. */
const mayRepeat: readonly ShortcutAct[] = ['next', 'previous']

export function shortcutFor(press: KeyPress, situation: KeySituation): ShortcutAct | null {
  if (!isPlain(press, situation)) return null
  const act = actByKey.get(press.key.toLowerCase()) ?? null
  return act && press.repeat && !mayRepeat.includes(act) ? null : act
}

/** Which of `count` reasons a digit names: 1 is the first, 0 the tenth. */
export function reasonIndexFor(press: KeyPress, situation: KeySituation, count: number): number | null {
  if (!isPlain(press, situation) || !/^\d$/.test(press.key)) return null
  const index = (Number(press.key) + 9) % 10
  return index < count ? index : null
}

/** Ctrl+Enter, or Cmd+Enter, from anywhere; never the Enter that ends an input method's word. */
export function isConfirm(press: KeyPress): boolean {
  return press.key === 'Enter' && (press.ctrlKey || press.metaKey) && !press.isComposing && !press.repeat
}

/** Fields where a letter means a letter; radio buttons and check boxes are not among them. */
export function takesText(target: { tagName: string; type?: string; isContentEditable?: boolean }): boolean {
  if (target.isContentEditable) return true
  const tag = target.tagName.toUpperCase()
  if (tag === 'INPUT') return !['radio', 'checkbox', 'button', 'submit'].includes(target.type ?? 'text')
  return tag === 'TEXTAREA' || tag === 'SELECT'
}

function isPlain(press: KeyPress, situation: KeySituation): boolean {
  const modified = press.ctrlKey || press.metaKey || press.altKey
  return situation.enabled && !situation.typing && !modified && !press.isComposing
}
