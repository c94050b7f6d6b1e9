import { describe, expect, it } from 'vitest'
import { mayAnswer, mayRelease } from '../../../web/lib/may-answer'
import type { UnitsView } from '../../../worker/contract/units'

const unit = (key: string, leads: string[], supports: string[], head: string | null) => ({
  key,
  name: key,
  nameEn: key,
  members: head ? [{ id: head, name: head, isHead: true }] : [],
  leads,
  supports,
})
const seenBy = (me: string, units: string[]): UnitsView => ({
  units: [
    unit('technology', ['1.1', '1.2'], ['7.1'], 'li'),
    unit('enterprises', ['7.1', '7.2'], ['1.2'], 'wu'),
  ],
  colleagues: [
    { id: me, name: me, isMe: true, units },
    { id: 'other', name: 'other', isMe: false, units: ['technology'] },
  ],
})
const asked = ['1.1', '1.2', '7.1', '7.2', '9.9']

describe('measures that somebody may answer', () => {
  it('are those that their unit leads or supports, and those that nobody leads', () => {
    expect(asked.filter(mayAnswer(seenBy('wu', ['enterprises']), false))).toEqual([
      '1.2',
      '7.1',
      '7.2',
      '9.9',
    ])
    expect(asked.filter(mayAnswer(seenBy('zheng', []), false))).toEqual(['9.9'])
  })

  it('are all of them for an administrator', () => {
    expect(asked.filter(mayAnswer(seenBy('zhou', []), true))).toEqual(asked)
  })
})

describe('answers that somebody may make public', () => {
  it('are those of a unit that they head', () => {
    const wu = seenBy('wu', ['enterprises'])
    expect([mayRelease(wu, false), mayRelease(wu, false, 'enterprises')]).toEqual([true, true])
    expect(mayRelease(wu, false, 'technology')).toBe(false)
    expect(mayRelease(seenBy('chen', ['enterprises']), false)).toBe(false)
    expect(mayRelease(seenBy('zhou', []), true, 'technology')).toBe(true)
  })
})
