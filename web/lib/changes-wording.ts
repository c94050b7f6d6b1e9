/** Whether what was typed is another text than any that stands in the plan: a field filled with a clause suggests nothing by itself. */
export const changesWording = (typed: string, clauses: readonly { text: string }[]): boolean =>
  typed.trim() !== '' && clauses.every(({ text }) => text !== typed.trim())

/** Whether what was typed for one clause stands by another. */
export const isMoved = (
  { clause, wording, wordingOf }: { clause: string; wording: string; wordingOf?: string },
  clauses: readonly { text: string }[],
): boolean => wordingOf !== clause && Boolean(wordingOf && clause) && changesWording(wording, clauses)

/** What the field holds for a clause: what was typed, or the clause as it reads, to be changed in place. */
export function wordingToEdit(
  typed: string,
  chosen: string,
  clauses: readonly { key: string; text: string }[],
): string {
  if (changesWording(typed, clauses)) return typed
  return clauses.find(({ key }) => key === chosen)?.text ?? ''
}
