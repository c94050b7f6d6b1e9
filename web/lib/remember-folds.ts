import type { DraftStorage } from './drafts'

const key = 'yanlu:folded'
const most = 200

function readFolded(storage: DraftStorage): string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

export const isFolded = (storage: DraftStorage, id: string): boolean => readFolded(storage).includes(id)

/** Remembers the last threads that a reader folded, and forgets one that is opened again. */
export function rememberFold(storage: DraftStorage, id: string, folded: boolean): void {
  const others = readFolded(storage).filter((other) => other !== id)
  try {
    storage.setItem(key, JSON.stringify(folded ? [...others, id].slice(-most) : others))
  } catch {
    // Storage is full or forbidden: the thread is then open on the next visit.
  }
}
