import { describe, expect, it } from 'vitest'
import { keepFields } from '../../../web/lib/kept-text'
import { findOtherVersion } from '../../../web/lib/kept-versions'

function storage() {
  const held = new Map<string, string>()
  return {
    get length() {
      return held.size
    },
    key: (place: number) => [...held.keys()][place] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

const now = Date.UTC(2027, 0, 5)
const first = { title: '已保存' }

describe('what was kept of another version of a draft', () => {
  it('is found once the draft has a newer one', () => {
    const device = storage()
    keepFields(device, 'consultation-a-3', { title: '未保存' }, now)
    expect(findOtherVersion(device, 'consultation-a', 4, first, now)).toEqual({
      key: 'consultation-a-3',
      fields: { title: '未保存' },
    })
  })

  it('is the newest, and none that says what is saved', () => {
    const device = storage()
    keepFields(device, 'consultation-a-1', { title: '更早' }, now)
    keepFields(device, 'consultation-a-2', { title: '较早' }, now)
    keepFields(device, 'consultation-a-3', first, now)
    expect(findOtherVersion(device, 'consultation-a', 4, first, now)?.key).toBe('consultation-a-2')
  })

  it('is neither of this version nor of another draft', () => {
    const device = storage()
    for (const key of ['consultation-a-4', 'consultation-a-1-3', 'consultation-ab-1', 'consultation-new'])
      keepFields(device, key, { title: '未保存' }, now)
    expect(findOtherVersion(device, 'consultation-a', 4, first, now)).toBeNull()
  })
})
