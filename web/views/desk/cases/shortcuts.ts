import { isPlain, type KeyPress, type KeySituation, nameOf } from '../moderation/shortcuts'

export type CaseAct =
  | 'next'
  | 'previous'
  | 'assign'
  | 'take'
  | 'note'
  | 'select'
  | 'selectNext'
  | 'selectPrevious'
  | 'selectAll'
  | 'refresh'
  | 'help'

export const caseKeys: Record<CaseAct, string> = {
  next: 'J',
  previous: 'K',
  assign: 'A',
  take: 'C',
  note: 'N',
  select: 'Space',
  selectNext: 'Shift+J',
  selectPrevious: 'Shift+K',
  selectAll: 'E',
  refresh: 'L',
  help: '?',
}

const actByKey = new Map(Object.entries(caseKeys).map(([act, keys]) => [keys.toLowerCase(), act as CaseAct]))

/** A held key may walk through the list, but neither give nor take. */
const mayRepeat: readonly CaseAct[] = ['next', 'previous', 'selectNext', 'selectPrevious']

export function caseActFor(press: KeyPress, situation: KeySituation): CaseAct | null {
  if (!isPlain(press, situation)) return null
  if (press.key === ' ' && (situation.onControl || press.shiftKey)) return null
  const act = actByKey.get(nameOf(press)) ?? null
  return act && press.repeat && !mayRepeat.includes(act) ? null : act
}
