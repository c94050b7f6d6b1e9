import { describe, expect, it } from 'vitest'
import { findMention, keptMentions, putMention } from '../../../web/lib/find-mention'

describe('the name that is being typed', () => {
  it.each([
    ['@', { start: 0, letters: '' }],
    ['请@郑', { start: 1, letters: '郑' }],
    ['请看 @郑岚', { start: 3, letters: '郑岚' }],
    ['a@b.c', null],
    ['请@郑岚 看', null],
    ['请@郑岚，', null],
    ['没有提到谁', null],
    [`@${'长'.repeat(13)}`, null],
  ])('in %j is %j', (text, expected) => {
    expect(findMention(text, text.length)).toEqual(expected)
  })

  it('ends at the caret', () => {
    expect(findMention('请@郑岚看', 3)).toEqual({ start: 1, letters: '郑' })
  })
})

describe('a name that was picked', () => {
  it('takes the place of its letters, with one space behind it', () => {
    const text = '请@郑 看'
    const typed = findMention(text, 3)
    expect(typed && putMention(text, 3, typed, '郑岚')).toEqual({ text: '请@郑岚 看', caret: 5 })
  })

  it('counts as long as it stands in the text', () => {
    const people = [{ name: '郑岚' }, { name: '吴昊' }]
    expect(keptMentions('请@郑岚 看', people)).toEqual([{ name: '郑岚' }])
    expect(keptMentions('郑岚', people)).toEqual([])
  })
})
