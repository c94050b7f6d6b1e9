import { afterEach, describe, expect, it } from 'vitest'
import {
  choiceAtOnce,
  choiceWith,
  decisionFor,
  needsNote,
  needsReason,
} from '../../../web/views/desk/moderation/choices'
import { draftOf, forgetAllDrafts, keepDraft } from '../../../web/views/desk/moderation/drafts'
import { decisions, type ReviewKind } from '../../../worker/contract/words'

const item = (reviewKind: ReviewKind = 'first') => ({
  publicId: 'GX21-7F3K-92QX',
  revision: 2,
  reviewKind,
})
const passage = { start: 0, end: 2, reason: 'contact' as const }

afterEach(forgetAllDrafts)

describe('the decision that a key stands for', () => {
  it.each(['first', 'second', 'recheck'] as const)('is its own on a %s reading', (kind) => {
    expect(decisionFor(item(kind), 'publish')).toBe('publish')
    expect(decisionFor(item(kind), 'return')).toBe('return')
    expect(decisionFor(item(kind), 'reject')).toBe('reject')
    expect(decisionFor(item(kind), 'restore')).toBeNull()
  })

  it('is to publish redacted as soon as a passage is hidden', () => {
    keepDraft(item(), { redactions: [passage] })
    expect(decisionFor(item(), 'publish')).toBe('redact')
    expect(decisionFor(item(), 'reject')).toBe('reject')
  })

  it('grants or refuses an appeal', () => {
    expect(decisionFor(item('appeal'), 'publish')).toBe('restore')
    expect(decisionFor(item('appeal'), 'restore')).toBe('restore')
    expect(decisionFor(item('appeal'), 'reject')).toBe('uphold')
    expect(decisionFor(item('appeal'), 'return')).toBeNull()
  })
})

describe('deciding at once', () => {
  it('publishes for the standing reason', () => {
    expect(choiceAtOnce(item(), 'publish')).toEqual({
      decision: 'publish',
      reason: '',
      note: '',
      internalNote: '',
      redactions: [],
    })
  })

  it('takes the hidden passages along, and only where something is published', () => {
    keepDraft(item(), { redactions: [passage] })
    expect(choiceAtOnce(item(), 'redact')?.redactions).toEqual([passage])
    expect(choiceWith(item('appeal'), 'restore', { reason: '', note: '好' }).redactions).toEqual([passage])
    expect(choiceWith(item(), 'reject', { reason: 'abuse', note: '' }).redactions).toEqual([])
  })

  it('sends no note that was typed for another decision', () => {
    keepDraft(item(), { note: '请删去电话后重新提交。' })
    expect(choiceAtOnce(item(), 'publish')).toBeNull()
  })

  it('is for publishing alone', () => {
    for (const decision of decisions)
      expect(choiceAtOnce(item(), decision) !== null).toBe(['publish', 'redact'].includes(decision))
  })
})

describe('what a panel must ask', () => {
  it('is a reason where the author is refused, a reply where they appeal', () => {
    expect(decisions.filter(needsReason)).toEqual(['return', 'reject'])
    expect(needsNote(item('appeal'))).toBe(true)
    expect(needsNote(item('second'))).toBe(false)
  })
})

describe('a draft', () => {
  it('keeps notes over a new text of the author, and drops the passages of the old one', () => {
    keepDraft(item(), { note: '说明', internalNote: '备注', redactions: [passage] })
    const changed = { ...item(), revision: 3 }
    expect(draftOf(changed)).toMatchObject({ note: '说明', internalNote: '备注', redactions: [] })
    expect(draftOf(item()).redactions).toEqual([passage])
  })
})
