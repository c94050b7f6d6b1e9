import { describe, expect, it } from 'vitest'
import {
  type ClauseChange,
  isEffective,
  lastEffectiveChange,
  textAt,
} from '../../../worker/services/plan/clause-text'

const clause = { text: '甲', introducedIn: 1 }
const change = (revision: number, kind: ClauseChange['kind'], text: string | null): ClauseChange => ({
  id: revision,
  revision,
  kind,
  text,
})

describe('what a clause reads like', () => {
  const changes = [change(4, 'remove', null), change(2, 'amend', '乙')]

  it.each([
    [1, '甲'],
    [2, '乙'],
    [3, '乙'],
    [4, null],
    [5, null],
  ])('at revision %i it is %s', (revision, text) => {
    expect(textAt(clause, changes, revision)).toBe(text)
  })

  it('is nothing before it was introduced', () => {
    const added = { text: '丙', introducedIn: 3 }
    expect(textAt(added, [change(3, 'add', '丙')], 2)).toBeNull()
    expect(textAt(added, [change(3, 'add', '丙')], 3)).toBe('丙')
  })
})

describe('a change', () => {
  it('has no effect where it leaves the text as it was, or takes away what it would have added', () => {
    expect(isEffective(clause, [change(2, 'amend', '甲')], change(2, 'amend', '甲'))).toBe(false)
    const added = { text: '丙', introducedIn: 2 }
    expect(isEffective(added, [change(2, 'remove', null)], change(2, 'remove', null))).toBe(false)
    expect(isEffective(clause, [change(2, 'remove', null)], change(2, 'remove', null))).toBe(true)
  })

  it('is told with the text before it, the last that has an effect', () => {
    const changes = [change(2, 'amend', '乙'), change(3, 'amend', '乙'), change(5, 'amend', '丁')]
    expect(lastEffectiveChange(clause, changes, 4)).toEqual({ change: changes[0], before: '甲' })
    expect(lastEffectiveChange(clause, changes, 5)).toEqual({ change: changes[2], before: '乙' })
    expect(lastEffectiveChange(clause, changes, 1)).toBeNull()
  })
})
