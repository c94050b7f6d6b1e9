import type { SealedEntry, VersionChange } from '../../contract/submissions'
import { isSameEntry, placeOf } from './read-submission'

/** What a version changed in the one before it, in the order of the plan. */
export function compareVersions(
  before: readonly SealedEntry[],
  after: readonly SealedEntry[],
): VersionChange[] {
  const earlier = new Map(before.map((entry) => [placeOf(entry), entry]))
  const later = new Set(after.map(placeOf))
  const changes = after.flatMap((entry): VersionChange[] => {
    const was = earlier.get(placeOf(entry)) ?? null
    if (was && isSameEntry(was, entry)) return []
    return [{ kind: was ? 'changed' : 'added', ...placesOf(entry), before: was, after: entry }]
  })
  const removed = before
    .filter((entry) => !later.has(placeOf(entry)))
    .map((entry): VersionChange => ({ kind: 'removed', ...placesOf(entry), before: entry, after: null }))
  return [...changes, ...removed]
}

const placesOf = ({ measure, clause }: SealedEntry) => ({ measure, clause })
