import { hashLeaf, verifyConsistency, verifyInclusion } from '../../worker/contract/merkle'
import type { ConsistencyView, Entry, HeadView, InclusionView } from '../../worker/contract/transparency'
import type { DraftStorage } from './drafts'

/** A head that this browser checked before. */
export type SeenHead = HeadView & { seenAt: string }

export type SealCheck =
  | { kind: 'sound'; entries: number; head: HeadView | null; since: SeenHead | null }
  | { kind: 'altered'; what: 'entry' | 'place' | 'history' | 'shrunk' }

type AskConsistency = (from: number, to: number) => Promise<ConsistencyView>

/** Whether all that the site shows about a comment is in the record, and the record goes on from what was seen before. */
export async function checkSeal(
  { publicId, head, entries }: InclusionView,
  seen: SeenHead | null,
  ask: AskConsistency,
): Promise<SealCheck> {
  if (seen && seen.size > (head?.size ?? 0)) return { kind: 'altered', what: 'shrunk' }
  for (const { entry, leaf, index, proof } of entries) {
    if (subjectOf(entry) !== publicId || leaf !== (await hashLeaf(entry)))
      return { kind: 'altered', what: 'entry' }
    const isIn = head !== null && (await verifyInclusion({ ...head, leaf, index, proof }))
    if (!isIn) return { kind: 'altered', what: 'place' }
  }
  if (seen && head) {
    const { proof } = seen.size < head.size ? await ask(seen.size, head.size) : { proof: [] }
    if (!(await verifyConsistency({ from: seen, to: head, proof })))
      return { kind: 'altered', what: 'history' }
  }
  return { kind: 'sound', entries: entries.length, head, since: seen }
}

function subjectOf(entry: string): string | null {
  try {
    return (JSON.parse(entry) as Entry).subjectId
  } catch {
    return null
  }
}

const key = 'yanlu:seal'

export function readSeenHead(storage: DraftStorage): SeenHead | null {
  try {
    const { size, root, sealedAt, seenAt }: SeenHead = JSON.parse(storage.getItem(key) ?? 'null')
    return size >= 1 && [root, sealedAt, seenAt].every((text) => typeof text === 'string')
      ? { size, root, sealedAt, seenAt }
      : null
  } catch {
    return null
  }
}

export function rememberHead(storage: DraftStorage, head: SeenHead): void {
  try {
    storage.setItem(key, JSON.stringify(head))
  } catch {
    // Storage is full or forbidden: the next check then has nothing to compare with.
  }
}
