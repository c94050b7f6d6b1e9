import type { ClauseChangeInput } from '../../contract/revisions'

/** What a clause is in the draft, against the published text. */
export const clauseStandings = ['unchanged', 'amended', 'added', 'removed'] as const
export type ClauseStanding = (typeof clauseStandings)[number]

export const clauseActs = ['amend', 'remove', 'take_back'] as const
export type ClauseAct = (typeof clauseActs)[number]

type Next = ClauseStanding | 'gone' | null

/** What an act makes of a clause of the draft; null where it cannot be. */
export const nextStanding: Record<ClauseStanding, Record<ClauseAct, Next>> = {
  unchanged: { amend: 'amended', remove: 'removed', take_back: null },
  amended: { amend: 'amended', remove: 'removed', take_back: 'unchanged' },
  added: { amend: 'added', remove: null, take_back: 'gone' },
  removed: { amend: 'amended', remove: null, take_back: 'unchanged' },
}

/** What a clause is in the draft: from its published and its drafted text, null where the plan does not have it. */
export function standingOf(before: string | null, text: string | null): ClauseStanding | 'gone' {
  if (before === null) return text === null ? 'gone' : 'added'
  if (text === null) return 'removed'
  return text === before ? 'unchanged' : 'amended'
}

/** The measure that an act is on. */
export function measureKeyOf(input: ClauseChangeInput): string {
  return input.act === 'add' ? input.measure : input.clause.split('.').slice(0, 2).join('.')
}
