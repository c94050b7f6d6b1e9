import { describe, expect, it } from 'vitest'
import { caseActFor, caseKeys } from '../../../web/views/desk/cases/shortcuts'
import type { KeyPress } from '../../../web/views/desk/moderation/shortcuts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
})
const ready = { enabled: true, typing: false }
const everyKey = Object.values(caseKeys).map((keys) =>
  press(keys.replace('Shift+', '').replace('Space', ' ').toLowerCase(), {
    shiftKey: keys.startsWith('Shift'),
  }),
)

describe('the single keys of the cases', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['a', 'assign'],
    ['c', 'take'],
    ['n', 'note'],
    ['e', 'selectAll'],
    ['l', 'refresh'],
    [' ', 'select'],
    ['?', 'help'],
  ])('%s means %s', (key, act) => {
    expect(caseActFor(press(key), ready)).toBe(act)
  })

  it('are all different', () => {
    expect(new Set(Object.values(caseKeys)).size).toBe(Object.keys(caseKeys).length)
  })

  it('do nothing once they are switched off, while somebody types, or with another key held', () => {
    for (const key of everyKey) {
      expect(caseActFor(key, { enabled: false, typing: false })).toBeNull()
      expect(caseActFor(key, { enabled: true, typing: true })).toBeNull()
      for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'])
        expect(caseActFor({ ...key, [held]: true }, ready)).toBeNull()
    }
  })

  it('walk while they are held, and give nothing away', () => {
    expect(caseActFor(press('j', { repeat: true }), ready)).toBe('next')
    expect(caseActFor(press('J', { repeat: true, shiftKey: true }), ready)).toBe('selectNext')
    for (const key of ['a', 'c', 'n', ' ']) expect(caseActFor(press(key, { repeat: true }), ready)).toBeNull()
  })

  it('leave Space to whatever button, link or box has the focus', () => {
    expect(caseActFor(press(' '), { ...ready, onControl: true })).toBeNull()
  })
})
