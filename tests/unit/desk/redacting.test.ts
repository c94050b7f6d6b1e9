import { describe, expect, it } from 'vitest'
import {
  isHideable,
  locatedSignals,
  redactingActFor,
  suggestReason,
} from '../../../web/views/desk/moderation/redacting'
import type { SignalView } from '../../../worker/contract/moderation/queue'
import { redactionReasons, signalKinds } from '../../../worker/contract/words'

const body = '联系人张工 138 0013 8000，微信 zhang_2021，详见附表。'
const press = (key: string, more: Partial<Parameters<typeof redactingActFor>[0]> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...more,
})
const signal = (kind: SignalView['kind'], words: string): SignalView => ({
  kind,
  start: body.indexOf(words),
  end: body.indexOf(words) + words.length,
  detail: null,
})
const span = (words: string) => ({ start: body.indexOf(words), end: body.indexOf(words) + words.length })

describe('a key while words are picked', () => {
  it.each([
    ['ArrowRight', { do: 'step', unit: 'word', by: 1 }],
    ['ArrowLeft', { do: 'step', unit: 'word', by: -1 }],
    ['ArrowDown', { do: 'step', unit: 'sentence', by: 1 }],
    ['Home', { do: 'edge', by: 1 }],
    ['n', { do: 'signal', by: 1 }],
    ['N', { do: 'signal', by: 1 }],
    ['Tab', { do: 'signal', by: 1 }],
    ['Enter', { do: 'hide' }],
    ['Backspace', { do: 'show' }],
    ['Escape', { do: 'leave' }],
  ] as const)('%s does %j', (key, act) => {
    expect(redactingActFor(press(key))).toEqual(act)
  })

  it('picks more with Shift, and by the character with Ctrl or Alt', () => {
    expect(redactingActFor(press('ArrowRight', { shiftKey: true }))).toMatchObject({
      do: 'extend',
      unit: 'word',
    })
    expect(redactingActFor(press('ArrowRight', { shiftKey: true, ctrlKey: true }))).toMatchObject({
      do: 'extend',
      unit: 'character',
    })
    expect(redactingActFor(press('ArrowLeft', { altKey: true }))).toMatchObject({
      do: 'step',
      unit: 'character',
    })
  })

  it('hides for the reason of its number, and for none beyond the last', () => {
    for (const [index, reason] of redactionReasons.entries())
      expect(redactingActFor(press(String(index + 1)))).toEqual({ do: 'hide', reason })
    expect(redactingActFor(press('9'))).toBeNull()
    expect(redactingActFor(press('0'))).toBeNull()
  })

  it('leaves deciding, the browser and input methods their keys', () => {
    for (const key of ['a', 'r', 'd', 'j', 'u', '?']) expect(redactingActFor(press(key))).toBeNull()
    expect(redactingActFor(press('n', { ctrlKey: true }))).toBeNull()
    expect(redactingActFor(press('Enter', { isComposing: true }))).toBeNull()
    expect(redactingActFor(press('ArrowLeft', { metaKey: true }))).toBeNull()
  })
})

describe('the signals of a text', () => {
  it('stand in its order, without those about the whole and those that do not fit', () => {
    const signals = [
      signal('social_account', 'zhang_2021'),
      { kind: 'similar', start: null, end: null, detail: null } as const,
      signal('phone', '138 0013 8000'),
      { kind: 'link', start: 5, end: 500, detail: null } as const,
    ]
    expect(locatedSignals({ body, signals }).map(({ kind }) => kind)).toEqual(['phone', 'social_account'])
  })

  it('propose to hide what identifies or offends, never a language, a length, a link or a likeness', () => {
    const proposed = signalKinds.filter((kind) => isHideable({ kind }))
    expect(signalKinds.filter((kind) => !proposed.includes(kind))).toEqual([
      'link',
      'language',
      'length',
      'similar',
    ])
  })
})

describe('the reason that is suggested', () => {
  const signals = locatedSignals({ body, signals: [signal('bank_card', '138 0013 8000')] })

  it('is that of the signal which the words touch', () => {
    expect(suggestReason(body, span('0013'), signals, 'person')).toBe('account')
  })

  it('is contact for a number or an address that no signal knows', () => {
    expect(suggestReason(body, span('138 0013 8000'), [], 'person')).toBe('contact')
    expect(suggestReason('写信到a@b.cn', { start: 3, end: 9 }, [], 'person')).toBe('contact')
  })

  it('is the address for what looks like the rest of one', () => {
    expect(suggestReason('维多利广场A座1203室', { start: 0, end: 12 }, [], 'person')).toBe('address')
  })

  it('is otherwise the one used last', () => {
    expect(suggestReason(body, span('张工'), signals, 'wording')).toBe('wording')
  })
})
