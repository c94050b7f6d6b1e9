import { describe, expect, it } from 'vitest'
import { checkField } from '../../../web/lib/check-field'
import { draftKey, draftOf, loadDraft, saveDraft } from '../../../web/lib/drafts'
import { isTargetField, parseFigure } from '../../../worker/contract/target-fields'
import { formValues } from '../../support/page-fixtures'

describe('a figure', () => {
  it.each([
    ['300', 300],
    [' 1,200 ', 1200],
    ['１２００．５', 1200.5],
    ['0', 0],
  ])('is read as people write it: %s', (text, value) => {
    expect(parseFigure(text)).toBe(value)
  })

  it.each(['三百', '300家', '-3', '1e5', '3-5', '', '.'])(
    'is none where it says more or less: %s',
    (text) => {
      expect(parseFigure(text)).toBeNaN()
    },
  )

  it('is told of as soon as its field is left', () => {
    expect(checkField('figure-7.1.2.1', '三百')).toBe('figure_malformed')
    expect(checkField('figure-7.1.2.1', '300')).toBeNull()
    expect(checkField('figure-7.1.2.1', ' ')).toBeNull()
    expect(checkField('evidence-7.1.2.1', '据'.repeat(501))).toBe('too_long')
    expect(checkField('evidence-7.1.2.1', '据'.repeat(500))).toBeNull()
  })
})

describe('what was said of a target', () => {
  it('is kept with the draft and comes back with it', () => {
    const held = new Map<string, string>()
    const storage = {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, value: string) => void held.set(name, value),
      removeItem: (name: string) => void held.delete(name),
    }
    const key = draftKey('7.1', null)
    const typed = {
      ...formValues,
      'opinion-7.1.2.1': 'too_high',
      'figure-7.1.2.1': '250',
      'evidence-7.1.2.1': '两行\n依据',
    } as const
    saveDraft(storage, key, draftOf(typed), 1)
    expect(loadDraft(storage, key, 2)?.values).toMatchObject({
      'opinion-7.1.2.1': 'too_high',
      'figure-7.1.2.1': '250',
      'evidence-7.1.2.1': '两行\n依据',
      city: '4419',
    })
  })

  it('is known by the name of its field', () => {
    expect(['opinion-7.1.2.1', 'figure-12.10.2.1', 'evidence-7.1.2.1'].every(isTargetField)).toBe(true)
    expect(['opinion-', 'opinion-7.1.2', 'body', 'figure-__proto__'].some(isTargetField)).toBe(false)
  })
})
