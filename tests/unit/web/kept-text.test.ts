import { expect, it } from 'vitest'
import { forgetKept, keepFields, keptPrefix, recallFields } from '../../../web/lib/kept-text'

const first = { text: '', isGroup: false, changes: [] as number[] }
const now = Date.parse('2021-04-06T03:12:00.000Z')
const week = 7 * 24 * 3_600_000

function storage(held: Record<string, string> = {}) {
  const map = new Map(Object.entries(held))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    key: (i: number) => [...map.keys()][i] ?? null,
    get length() {
      return map.size
    },
  }
}

it('gives back what was kept, for a week', () => {
  const device = storage()
  const typed = { text: '改为三百二十家。', isGroup: true, changes: [4] }
  keepFields(device, 'a', typed, now)
  expect(recallFields(device, 'a', first, now + week)).toEqual(typed)
  expect(recallFields(device, 'a', first, now + week + 1)).toEqual(first)
  expect(recallFields(device, 'b', first, now)).toEqual(first)
  expect(recallFields(device, 'b', first, now)).not.toBe(first)
})

it('keeps nothing where nothing is left', () => {
  const device = storage()
  keepFields(device, 'a', { ...first, text: '写到一半' }, now)
  keepFields(device, 'a', first, now)
  expect(device.length).toBe(0)
})

it('takes no field that has another type than it should, and nothing that is not to be read', () => {
  const kept = JSON.stringify({ savedAt: now, fields: { text: 7, isGroup: 'yes', changes: {}, more: 1 } })
  expect(recallFields(storage({ [`${keptPrefix}a`]: kept }), 'a', first, now)).toEqual(first)
  for (const broken of ['{', 'null', '7', '{"savedAt":"x"}', '{"fields":{}}'])
    expect(recallFields(storage({ [`${keptPrefix}a`]: broken }), 'a', first, now)).toEqual(first)
})

it('leaves the drafts of readers where they are when somebody signs out', () => {
  const device = storage({ 'yanlu:draft:7.1:': '{}', [`${keptPrefix}a`]: '{}', [`${keptPrefix}b`]: '{}' })
  forgetKept(device)
  expect([device.length, device.key(0)]).toEqual([1, 'yanlu:draft:7.1:'])
})

it('is no error where the device keeps nothing', () => {
  const forbidden = () => {
    throw new Error('forbidden')
  }
  const device = { getItem: forbidden, setItem: forbidden, removeItem: forbidden, key: forbidden, length: 1 }
  expect(() => keepFields(device, 'a', { text: 'x' }, now)).not.toThrow()
  expect(recallFields(device, 'a', first, now)).toEqual(first)
  expect(() => forgetKept(device)).not.toThrow()
})
