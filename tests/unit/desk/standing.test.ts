import { describe, expect, it } from 'vitest'
import { deskWords } from '../../../web/locales/desk'
import { hear, newRow, type Row } from '../../../web/views/desk/moderation/queue'
import { dueOf, standingOf } from '../../../web/views/desk/moderation/standing'
import { deskEvent, mine, queueItem, staged, theirs } from './queue-items'

const t = deskWords.zh.row
const now = Date.parse('2021-03-19T01:30:00.000Z')
const row = (more: Parameters<typeof queueItem>[1] = {}) => newRow(queueItem(1, more))
const at = { now, secondsLeft: 0, isDry: false }
const said = (held: Row, change: Partial<typeof at> = {}) => standingOf(held, { ...at, ...change })?.text

describe('a row', () => {
  it('says nothing where it is simply to be decided', () => {
    expect(standingOf(row(), at)).toBeNull()
  })

  it('says who has it, and until when as long as that lies ahead', () => {
    expect(said(row({ holder: theirs }))).toBe(t.held('何立', '10:00'))
    expect(said(row({ holder: { ...theirs, until: '2021-03-19T01:00:00.000Z' } }))).toBe(t.held('何立', ''))
  })

  it('counts the seconds in which a decision can be taken back', () => {
    expect(said(row({ staged: staged(mine) }), { secondsLeft: 7 })).toBe(t.staged('发布', 7))
  })

  it('names a colleague who has just decided, but not what', () => {
    expect(said(row({ staged: staged(theirs) }))).toBe(t.stagedBy('何立'))
  })

  it('says that a second look is for a colleague, where it was left over when everything was dealt', () => {
    const second = row({ reviewKind: 'second', holder: null })
    expect(said(second, { isDry: true })).toBe(t.forColleague)
    expect(said(second)).toBe('')
    expect(said(row({ holder: null }), { isDry: true })).toBe('')
  })

  it('says that a hold was lost, and to whom', () => {
    const event = deskEvent('held', { by: { id: 'other', name: '何立' }, until: theirs.until })
    expect(said(hear(row(), event, 'me', false))).toBe(t.takenOver('何立'))
  })

  it('says who decided, or that it is gone', () => {
    const fate = { is: 'decided', decision: null, by: '何立', isMine: false } as const
    expect(said({ ...row(), fate })).toBe(t.doneBy('何立', ''))
    expect(said({ ...row(), fate: { ...fate, by: null } })).toBe(t.gone)
  })
})

describe('the promised day', () => {
  it('is not mentioned while there is time', () => {
    expect(dueOf('2021-03-23T16:00:00.000Z', now)).toBeNull()
  })

  it('is mentioned on the day itself, which ends at 24:00 in Beijing', () => {
    expect(dueOf('2021-03-19T16:00:00.000Z', now)).toEqual({ text: t.dueToday, isOverdue: false })
  })

  it('is said to be past in words, not by colour alone', () => {
    const due = dueOf('2021-03-18T16:00:00.000Z', now)
    expect(due?.isOverdue).toBe(true)
    expect(due?.text).toContain(t.overdue(''))
  })
})
