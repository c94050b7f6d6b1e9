import type { DraftStorage } from './drafts'

export const keptPrefix = 'yanlu:desk:'
const lifetime = 7 * 24 * 3_600_000

/** Keeps what was typed on the device, or forgets it where nothing is left. Storage that is full or forbidden is no error. */
export function keepFields(storage: DraftStorage, key: string, fields: object, now: number): void {
  try {
    const isEmpty = Object.values(fields).every(
      (value) => !value || (Array.isArray(value) && value.length === 0),
    )
    if (isEmpty) storage.removeItem(keptPrefix + key)
    else storage.setItem(keptPrefix + key, JSON.stringify({ savedAt: now, fields }))
  } catch {
    // Nothing can be kept on this device.
  }
}

/** What was kept, field by field where it still has the type that it should have; else the field as it is at first; always an object of its own. */
export function recallFields<Fields extends object>(
  storage: DraftStorage,
  key: string,
  first: Fields,
  now: number,
): Fields {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keptPrefix + key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return { ...first }
    const { savedAt, fields } = kept as { savedAt?: unknown; fields?: Record<string, unknown> }
    if (typeof savedAt !== 'number' || now - savedAt > lifetime || typeof fields !== 'object')
      return { ...first }
    const known = Object.entries(first).map(([name, value]) => {
      const held = fields[name]
      const isSame = typeof held === typeof value && Array.isArray(held) === Array.isArray(value)
      return [name, isSame ? held : value]
    })
    return Object.fromEntries(known) as Fields
  } catch {
    return { ...first }
  }
}

/** Leaves nothing of this desk's on the device: whoever signs out may not be the next to sit here. */
export function forgetKept(storage: DraftStorage & Pick<Storage, 'key' | 'length'>): void {
  try {
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i))
    for (const key of keys) if (key?.startsWith(keptPrefix)) storage.removeItem(key)
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
}
