export type ShortcutAct =
  | 'next'
  | 'previous'
  | 'select'
  | 'selectNext'
  | 'selectPrevious'
  | 'selectAll'
  | 'publish'
  | 'publishWithNote'
  | 'redact'
  | 'redactAll'
  | 'return'
  | 'reject'
  | 'restore'
  | 'pass'
  | 'undo'
  | 'group'
  | 'take'
  | 'refresh'
  | 'palette'
  | 'help'

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  repeat: boolean
  isComposing: boolean
}

export interface KeySituation {
  /** The moderator's choice, WCAG 2.1.4. */
  enabled: boolean
  /** The key belongs to a field that takes text. */
  typing: boolean
  /** The key belongs to a button, a link or a box to tick, where Space already means something. */
  onControl?: boolean
}

export const shortcutKeys: Record<ShortcutAct, string> = {
  next: 'J',
  previous: 'K',
  select: 'Space',
  selectNext: 'Shift+J',
  selectPrevious: 'Shift+K',
  selectAll: 'E',
  publish: 'A',
  publishWithNote: 'Shift+A',
  redact: 'X',
  redactAll: 'Shift+X',
  return: 'R',
  reject: 'D',
  restore: 'V',
  pass: 'T',
  undo: 'U',
  group: 'G',
  take: 'C',
  refresh: 'L',
  palette: 'Ctrl+K',
  help: '?',
}

const actByKey = new Map(
  Object.entries(shortcutKeys).map(([act, keys]) => [keys.toLowerCase(), act as ShortcutAct]),
)

/** A held key may walk through the queue, but never decide. */
const mayRepeat: readonly ShortcutAct[] = ['next', 'previous', 'selectNext', 'selectPrevious']

export function shortcutFor(press: KeyPress, situation: KeySituation): ShortcutAct | null {
  if (isPalette(press)) return 'palette'
  if (!isPlain(press, situation)) return null
  if (press.key === ' ' && (situation.onControl || press.shiftKey)) return null
  const act = actByKey.get(nameOf(press)) ?? null
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

/** Caps lock changes nothing: a letter counts as shifted only while Shift is down. */
export function nameOf({ key, shiftKey }: KeyPress): string {
  if (key === ' ') return 'space'
  const letter = key.toLowerCase()
  return shiftKey && /^[a-z]$/.test(letter) ? `shift+${letter}` : letter
}

/** With Ctrl or Cmd it is no single key: it acts in fields too, and with single keys switched off. */
function isPalette(press: KeyPress): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = press
  const isAlone = ctrlKey !== metaKey && !altKey && !shiftKey && !repeat && !isComposing
  return isAlone && key.toLowerCase() === 'k'
}

/** A key by itself, where single keys act. */
export function isPlain(press: KeyPress, situation: KeySituation): boolean {
  const modified = press.ctrlKey || press.metaKey || press.altKey
  return situation.enabled && !situation.typing && !modified && !press.isComposing
}
