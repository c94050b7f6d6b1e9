import { describe, expect, it } from 'vitest'
import {
  isConfirm,
  type KeyPress,
  reasonIndexFor,
  shortcutFor,
  shortcutKeys,
  takesText,
} from '../../../web/views/desk/moderation/shortcuts'

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
const everyKey = Object.values(shortcutKeys)
  .filter((keys) => !keys.startsWith('Ctrl'))
  .map((keys) => {
    const key = keys.replace('Shift+', '').replace('Space', ' ').toLowerCase()
    return press(key, { shiftKey: keys.startsWith('Shift') })
  })

describe('single keys', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['a', 'publish'],
    ['r', 'return'],
    ['d', 'reject'],
    ['x', 'redact'],
    ['t', 'pass'],
    ['u', 'undo'],
    ['v', 'restore'],
    ['c', 'take'],
    ['g', 'group'],
    ['l', 'refresh'],
    ['e', 'selectAll'],
    [' ', 'select'],
    ['?', 'help'],
  ])('%s means %s', (key, act) => {
    expect(shortcutFor(press(key), ready)).toBe(act)
  })

  it('mean the same with caps lock on', () => {
    expect(shortcutFor(press('A'), ready)).toBe('publish')
    expect(shortcutFor(press('j', { shiftKey: true }), ready)).toBe('selectNext')
  })

  it.each([
    ['J', 'selectNext'],
    ['K', 'selectPrevious'],
    ['A', 'publishWithNote'],
    ['X', 'redactAll'],
  ])('with Shift, %s means %s', (key, act) => {
    expect(shortcutFor(press(key, { shiftKey: true }), ready)).toBe(act)
  })

  it('with Shift mean nothing else', () => {
    for (const key of ['R', 'D', 'U', 'T', ' '])
      expect(shortcutFor(press(key, { shiftKey: true }), ready)).toBeNull()
  })

  it('do nothing once they are switched off', () => {
    for (const key of everyKey) expect(shortcutFor(key, { enabled: false, typing: false })).toBeNull()
  })

  it('never act while somebody types', () => {
    for (const key of everyKey) expect(shortcutFor(key, { enabled: true, typing: true })).toBeNull()
  })

  it('leave Space to whatever button, link or box has the focus', () => {
    expect(shortcutFor(press(' '), { ...ready, onControl: true })).toBeNull()
    expect(shortcutFor(press('j'), { ...ready, onControl: true })).toBe('next')
  })

  it('leave the browser its own shortcuts', () => {
    expect(shortcutFor(press('r', { ctrlKey: true }), ready)).toBeNull()
    expect(shortcutFor(press('a', { metaKey: true }), ready)).toBeNull()
    expect(shortcutFor(press('d', { altKey: true }), ready)).toBeNull()
  })

  it('do not act on the keys of an input method', () => {
    expect(shortcutFor(press('a', { isComposing: true }), ready)).toBeNull()
  })

  it('walk through the queue while held, but decide only once', () => {
    expect(shortcutFor(press('j', { repeat: true }), ready)).toBe('next')
    expect(shortcutFor(press('a', { repeat: true }), ready)).toBeNull()
  })

  it('have no two meanings', () => {
    const keys = Object.values(shortcutKeys)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the palette', () => {
  it('opens with Ctrl+K and Cmd+K, in a field and with single keys switched off too', () => {
    expect(shortcutFor(press('k', { ctrlKey: true }), { enabled: false, typing: true })).toBe('palette')
    expect(shortcutFor(press('k', { metaKey: true }), ready)).toBe('palette')
  })

  it('does not open with Shift or Alt, which browsers keep to themselves', () => {
    expect(shortcutFor(press('K', { ctrlKey: true, shiftKey: true }), ready)).toBeNull()
    expect(shortcutFor(press('k', { ctrlKey: true, altKey: true }), ready)).toBeNull()
  })
})

describe('digits', () => {
  it('choose the reasons in their order, 0 the tenth', () => {
    expect(reasonIndexFor(press('1'), ready, 10)).toBe(0)
    expect(reasonIndexFor(press('9'), ready, 10)).toBe(8)
    expect(reasonIndexFor(press('0'), ready, 10)).toBe(9)
  })

  it('choose nothing past the last reason', () => {
    expect(reasonIndexFor(press('3'), ready, 2)).toBeNull()
    expect(reasonIndexFor(press('0'), ready, 9)).toBeNull()
  })

  it('are digits in a note', () => {
    expect(reasonIndexFor(press('1'), { enabled: true, typing: true }, 3)).toBeNull()
  })

  it('do nothing once single keys are switched off', () => {
    expect(reasonIndexFor(press('1'), { enabled: false, typing: false }, 3)).toBeNull()
  })
})

describe('confirming', () => {
  it('takes Ctrl+Enter and Cmd+Enter, but neither Enter alone nor a held key', () => {
    expect(isConfirm(press('Enter', { ctrlKey: true }))).toBe(true)
    expect(isConfirm(press('Enter', { metaKey: true }))).toBe(true)
    expect(isConfirm(press('Enter'))).toBe(false)
    expect(isConfirm(press('Enter', { ctrlKey: true, repeat: true }))).toBe(false)
  })

  it('does not take the Enter that ends a word of an input method', () => {
    expect(isConfirm(press('Enter', { ctrlKey: true, isComposing: true }))).toBe(false)
  })
})

describe('fields that take text', () => {
  it.each([
    ['a text area', { tagName: 'TEXTAREA' }, true],
    ['a list to choose from', { tagName: 'SELECT' }, true],
    ['a password', { tagName: 'INPUT', type: 'password' }, true],
    ['a date', { tagName: 'INPUT', type: 'date' }, true],
    ['editable text', { tagName: 'DIV', isContentEditable: true }, true],
    ['a radio button', { tagName: 'INPUT', type: 'radio' }, false],
    ['a check box', { tagName: 'INPUT', type: 'checkbox' }, false],
    ['a button', { tagName: 'BUTTON' }, false],
  ])('%s: %j is %s', (_name, target, expected) => {
    expect(takesText(target)).toBe(expected)
  })
})
