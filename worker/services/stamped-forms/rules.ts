import type { StampState } from '../../contract/words'

/** What happens to a scan: staff confirm or refuse it, its author uploads another, or changes the text that it is of. */
export const stampActs = ['confirm', 'refuse', 'replace', 'rewrite'] as const
export type StampAct = (typeof stampActs)[number]

/** What a scan becomes; `gone` where another takes its place. An act that is missing is refused, or leaves it as it is. */
const moves: Record<StampState, Partial<Record<StampAct, StampState | 'gone'>>> = {
  submitted: { confirm: 'confirmed', refuse: 'refused', replace: 'gone', rewrite: 'earlier' },
  confirmed: { refuse: 'refused', rewrite: 'earlier' },
  refused: {},
  earlier: {},
}

export const nextStamp = (from: StampState, act: StampAct): StampState | 'gone' | null =>
  moves[from][act] ?? null

/** A confirmed scan proves the text that stands: there is nothing to add to it. After the result nothing is taken. */
export function mayUploadScan({
  standing,
  hasForm,
  isResultPublic,
}: {
  standing: StampState | null
  hasForm: boolean
  isResultPublic: boolean
}): boolean {
  return hasForm && !isResultPublic && (standing === null || nextStamp(standing, 'replace') === 'gone')
}
