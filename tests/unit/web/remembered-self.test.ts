import { describe, expect, it } from 'vitest'
import { type DraftStorage, rememberedDays } from '../../../web/lib/drafts'
import { forgetSelf, recallSelf, rememberSelf } from '../../../web/lib/remembered-self'
import { formValues } from '../../support/page-fixtures/participant'

function storage(): DraftStorage & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  }
}

const now = Date.UTC(2099, 2, 1)
const day = 24 * 3_600_000

describe('who somebody is on this device', () => {
  it('is their kind, names and code, and nothing else of the form: consent is asked anew', () => {
    const kept = storage()
    rememberSelf(kept, { ...formValues, contact: '0769-22880000' }, now)
    const { kind, displayName, name, uscc } = formValues
    expect(recallSelf(kept, now)).toEqual({ kind, displayName, name, uscc })
    const text = [...kept.all.values()].join('')
    for (const other of [formValues.body, '0769-22880000', '7.1.2', 'publish', 'showName'])
      expect(text).not.toContain(other)
  })

  it('is gone when it is forgotten, and by itself after its days', () => {
    const kept = storage()
    rememberSelf(kept, formValues, now)
    expect(recallSelf(kept, now + rememberedDays * day)).not.toBeNull()
    expect(recallSelf(kept, now + rememberedDays * day + 1)).toBeNull()
    expect(kept.all.size).toBe(0)
    rememberSelf(kept, formValues, now)
    forgetSelf(kept)
    expect(kept.all.size).toBe(0)
  })

  it('is nothing where the device keeps something else under its name, or nothing at all', () => {
    const kept = storage()
    expect(recallSelf(kept, now)).toBeNull()
    for (const text of ['', 'null', '[]', '{"savedAt":1}', `{"savedAt":${now},"self":null}`]) {
      kept.all.set('yanlu:self', text)
      expect(recallSelf(kept, now)).toBeNull()
    }
    kept.all.set(
      'yanlu:self',
      JSON.stringify({ savedAt: now, self: { kind: 'individual', publish: 'yes', contact: 'x', name: 1 } }),
    )
    expect(recallSelf(kept, now)).toEqual({ kind: 'individual' })
  })
})
