import { describe, expect, it } from 'vitest'
import { sweep } from '../../../web/islands/sweep-device'
import {
  clearDraft,
  type DraftStorage,
  draftKey,
  draftLifetimeDays,
  draftOf,
  loadDraft,
  saveDraft,
} from '../../../web/lib/drafts'
import { formValues } from '../../support/page-fixtures'

const key = draftKey('7.1', null)
const now = Date.UTC(2021, 3, 6)
const day = 24 * 3_600_000

function memory(): DraftStorage & { held: Map<string, string> } {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  }
}

function device(held: Record<string, string>) {
  const storage = memory()
  for (const [name, value] of Object.entries(held)) storage.held.set(name, value)
  return {
    ...storage,
    key: (i: number) => [...storage.held.keys()][i] ?? null,
    length: storage.held.size,
  }
}

const forbidden: DraftStorage = {
  getItem: () => {
    throw new Error('forbidden')
  },
  setItem: () => {
    throw new Error('full')
  },
  removeItem: () => {
    throw new Error('forbidden')
  },
}

describe('a draft', () => {
  it('comes back as it was typed', () => {
    const storage = memory()
    saveDraft(storage, key, draftOf(formValues), now)
    expect(loadDraft(storage, key, now + day)).toEqual({ savedAt: now, values: draftOf(formValues) })
  })

  it('holds neither contact nor consent', () => {
    const storage = memory()
    saveDraft(storage, key, draftOf(formValues), now)
    expect(storage.held.get(key)).not.toMatch(/0769|publish|showName|contact/)
  })

  it('is forgotten after its lifetime', () => {
    const storage = memory()
    saveDraft(storage, key, draftOf(formValues), now)
    expect(loadDraft(storage, key, now + (draftLifetimeDays + 1) * day)).toBeNull()
    expect(storage.held.size).toBe(0)
  })

  it('is forgotten once nothing is written in it', () => {
    const storage = memory()
    saveDraft(storage, key, draftOf(formValues), now)
    saveDraft(storage, key, { ...draftOf(formValues), body: '  ' }, now)
    expect(storage.held.size).toBe(0)
  })

  it('can be cleared', () => {
    const storage = memory()
    saveDraft(storage, key, draftOf(formValues), now)
    clearDraft(storage, key)
    expect(loadDraft(storage, key, now)).toBeNull()
  })

  it('of a reply is not that of the measure', () => {
    expect(draftKey('7.1', 'GX21-7F3K-92QX')).not.toBe(key)
  })

  it.each(['{', '[]', '7', '{"savedAt":"x","values":{}}', `{"savedAt":${now}}`])(
    'that is not one (%s) is no draft',
    (text) => {
      const storage = memory()
      storage.held.set(key, text)
      expect(loadDraft(storage, key, now)).toBeNull()
    },
  )

  it('is no error where storage is full or forbidden', () => {
    expect(saveDraft(forbidden, key, draftOf(formValues), now)).toBe(false)
    expect(loadDraft(forbidden, key, now)).toBeNull()
    expect(() => clearDraft(forbidden, key)).not.toThrow()
  })
})

describe('what a device keeps', () => {
  const at = (days: number) => JSON.stringify({ savedAt: now - days * day, values: { body: '"savedAt":1' } })
  const held = {
    [key]: at(6),
    'yanlu:draft:7.2:': at(8),
    'yanlu:entry/c/a:914400001234567890:7.3:': at(1),
    'yanlu:entry/c/a:914400001234567890:7.4:': at(8),
    'yanlu:self': at(29),
    'yanlu:seal': '{"root":"a"}',
    other: at(99),
  }

  it('goes once its days are over, and nothing else does', () => {
    const storage = device(held)
    sweep(storage, now)
    expect([...storage.held.keys()]).toEqual([
      key,
      'yanlu:entry/c/a:914400001234567890:7.3:',
      'yanlu:self',
      'yanlu:seal',
      'other',
    ])
  })

  it('is nothing of an organisation after signing out', () => {
    const storage = device(held)
    sweep(storage, now, true)
    expect([...storage.held.keys()]).toEqual([key, 'yanlu:self', 'yanlu:seal', 'other'])
    const late = device({ 'yanlu:self': at(31) })
    sweep(late, now)
    expect(late.held.size).toBe(0)
  })
})
