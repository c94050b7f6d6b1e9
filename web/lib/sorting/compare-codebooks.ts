import { type CodeField, type CodeView, codeFields } from '../../../worker/contract/codebook'

export type CodeChangeKind = 'added' | 'retired' | 'changed' | 'moved'

export interface CodeDifference {
  kind: CodeChangeKind
  code: CodeView
  /** The words that differ: as they were, as they are. */
  fields: { field: CodeField; before: string; after: string }[]
}

/** What became of each code from one version to another, in the order of the later one, retired codes last. */
export function compareCodebooks(before: readonly CodeView[], after: readonly CodeView[]): CodeDifference[] {
  const known = new Map(before.map((code) => [code.id, code]))
  const kept = new Set(after.map(({ id }) => id))
  const moved = movedIds(before, after)
  const differences = after.flatMap((code): CodeDifference[] => {
    const old = known.get(code.id)
    if (!old) return [{ kind: 'added', code, fields: [] }]
    const fields = codeFields
      .filter((field) => old[field] !== code[field])
      .map((field) => ({ field, before: old[field], after: code[field] }))
    if (fields.length > 0) return [{ kind: 'changed', code, fields }]
    return moved.has(code.id) ? [{ kind: 'moved', code, fields: [] }] : []
  })
  const retired = before.filter(({ id }) => !kept.has(id))
  return [...differences, ...retired.map((code) => ({ kind: 'retired' as const, code, fields: [] }))]
}

/** The fewest codes that have to move to make one order of the other: all that are not on the longest run in common order. */
function movedIds(before: readonly CodeView[], after: readonly CodeView[]): Set<number> {
  const place = new Map(before.map(({ id }, i) => [id, i]))
  const shared = after.flatMap(({ id }) => (place.has(id) ? [id] : []))
  const lengths: number[] = []
  const previous: number[] = []
  shared.forEach((id, i) => {
    lengths[i] = 1
    previous[i] = -1
    for (let j = 0; j < i; j += 1)
      if (
        (place.get(shared[j] ?? 0) ?? 0) < (place.get(id) ?? 0) &&
        (lengths[j] ?? 0) + 1 > (lengths[i] ?? 0)
      ) {
        lengths[i] = (lengths[j] ?? 0) + 1
        previous[i] = j
      }
  })
  const inOrder = new Set<number>()
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = previous[at] ?? -1)
    inOrder.add(shared[at] ?? 0)
  return new Set(shared.filter((id) => !inOrder.has(id)))
}
