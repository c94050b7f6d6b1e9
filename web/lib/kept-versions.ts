import type { DraftStorage } from './drafts'
import { keepFields, keptPrefix, recallFields } from './kept-text'

type Keys = Pick<Storage, 'key' | 'length'>

/** What was kept of other versions of a draft, under `<name>-<version>`: the newest of them, where it still says something else than `first`. */
export function findOtherVersion<Fields extends object>(
  storage: DraftStorage & Keys,
  name: string,
  version: number,
  first: Fields,
  now: number,
): { key: string; fields: Fields } | null {
  try {
    const start = `${keptPrefix}${name}-`
    const versions = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
      .filter((key) => key.startsWith(start) && /^\d+$/.test(key.slice(start.length)))
      .map((key) => Number(key.slice(start.length)))
      .filter((other) => other !== version)
      .sort((a, b) => b - a)
    for (const other of versions) {
      const key = `${name}-${other}`
      const fields = recallFields(storage, key, first, now)
      if (JSON.stringify(fields) !== JSON.stringify(first)) return { key, fields }
      keepFields(storage, key, {}, now)
    }
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
  return null
}
