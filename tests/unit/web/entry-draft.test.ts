import { describe, expect, it } from 'vitest'
import { draftFor, type EntryDraft } from '../../../web/lib/entry-draft'

const now = Date.parse('2021-03-10T01:00:00.000Z')
const drawn = { version: '1', stance: 'suggest', body: '存过的意见。' }
const keep = (changed: Partial<EntryDraft> = {}) =>
  JSON.stringify({
    savedAt: now - 60_000,
    isSent: false,
    values: { ...drawn, body: '写到一半。' },
    ...changed,
  })

describe('what was typed into an entry and not saved', () => {
  it('comes back to the form as it was drawn, with the version that it changes', () => {
    expect(draftFor(keep(), drawn, now)?.values).toEqual({ ...drawn, body: '写到一半。' })
    const later = { ...drawn, version: '2', body: '同事改过的意见。' }
    expect(draftFor(keep(), later, now)?.values.version).toBe('1')
  })

  it('comes back where saving it did not succeed, and not where it did', () => {
    expect(draftFor(keep({ isSent: true }), drawn, now)).not.toBeNull()
    expect(draftFor(keep({ isSent: true }), { ...drawn, version: '2' }, now)).toBeNull()
  })

  it('is nothing where it says what is saved, is a week old, or is not a draft', () => {
    expect(draftFor(keep({ values: drawn }), { ...drawn, version: '3' }, now)).toBeNull()
    expect(draftFor(keep({ savedAt: now - 8 * 86_400_000 }), drawn, now)).toBeNull()
    expect(draftFor(keep({ values: { ...drawn, opened: '{}' } }), { ...drawn, opened: '' }, now)).toBeNull()
    for (const stored of [null, '', '{', '7', '{}']) expect(draftFor(stored, drawn, now)).toBeNull()
  })
})
