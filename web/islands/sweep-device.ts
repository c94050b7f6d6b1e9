import { draftLifetimeDays, entryPrefix, rememberedDays, selfKey } from '../lib/drafts'

type Kept = Pick<Storage, 'getItem' | 'removeItem' | 'key' | 'length'>

/** Forgets what is over its days; when somebody signs out, what they wrote for an organisation as well. */
export function sweep(storage: Kept, now: number, isLeaving = false): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
  for (const key of keys.filter((each) => each.startsWith('yanlu:'))) {
    const [, savedAt = now] = /^{"savedAt":(\d+)/.exec(storage.getItem(key) ?? '') ?? []
    const days = key === selfKey ? rememberedDays : draftLifetimeDays
    if (now - Number(savedAt) > days * 86_400_000 || (isLeaving && key.startsWith(entryPrefix)))
      storage.removeItem(key)
  }
}

export function start(storage: Storage): void {
  sweep(storage, Date.now())
  document
    .querySelector('form[action="/account/sign-out"]')
    ?.addEventListener('submit', () => sweep(storage, Date.now(), true))
}
