import { describe, expect, it } from 'vitest'
import { words } from '../../../web/locales'
import { hashLeaf } from '../../../worker/contract/merkle'
import type { Entry } from '../../../worker/contract/transparency'
import { type AuditRow, writeEntry } from '../../../worker/services/transparency/entry'
import { openActions } from '../../../worker/services/transparency/public-data'

const salt = '000102030405060708090a0b0c0d0e0f'
const user = '9f1c2a7e41d09f1c2a7e41d09f1c2a7e'

const row = (change: Partial<AuditRow> = {}): AuditRow => ({
  id: 42,
  at: Date.parse('2021-03-19T16:00:00.000Z'),
  request_id: '6f8c3c1e-0000-4000-8000-000000000000',
  actor_kind: 'user',
  actor_id: user,
  action: 'comment.returned',
  subject_kind: 'comment',
  subject_id: 'GX21-7F3K-92QX',
  data: `{"revision":1,"decision":"${user}","state":"returned","reason":"unclear","reasonVersion":2}`,
  ...change,
})
const write = async (change: Partial<AuditRow> = {}, more = {}): Promise<Entry> =>
  JSON.parse(await writeEntry(row(change), { form: 1, salt, ...more }))

describe('the first form', () => {
  it('writes as it always did: leaves that were sealed rest on it', async () => {
    const entry = await writeEntry(row(), { form: 1, salt })
    expect(entry).toBe(
      '{"form":1,"id":42,"at":"2021-03-19T16:00:00.000Z","action":"comment.returned","subjectKind":"comment",' +
        '"subjectId":"GX21-7F3K-92QX","data":{"revision":1,"state":"returned","reason":"unclear","reasonVersion":2},' +
        '"row":"e55c67c7314479bd0a618428cb7ffd72f13403a7ce36e865b416da64c7be523c"}',
    )
    expect(await hashLeaf(entry)).toBe('bc985c5ebc35ba067c98f2e497141f7579d62680957b3afcb615f8dca6d3f44d')
  })

  it.each<[action: string, data: Record<string, unknown>, open: string[]]>([
    ['comment.submitted', { revision: 1, measure: 7, isReply: false }, ['revision', 'measure', 'isReply']],
    ['comment.rejected', { revision: 1, reason: 'off_topic', batch: user }, ['revision', 'reason']],
    ['comment.redacted', { redactions: [{ start: 3, end: 14, reason: 'contact' }] }, ['redactions']],
    [
      'settings.changed',
      { secondLook: ['all', 'none'], recheckPercent: [3, 5] },
      ['secondLook', 'recheckPercent'],
    ],
    ['delay.announced', { notice: user, until: '2021-04-01' }, ['until']],
    ['original.read', { purpose: '核对投诉 complaint' }, []],
  ])('opens of %s what the public may know', async (action, data, open) => {
    const entry = await write({ action, data: JSON.stringify(data) })
    expect(entry.subjectId).toBe('GX21-7F3K-92QX')
    const picked = Object.entries(data).filter(([key]) => open.includes(key))
    expect(entry.data).toEqual(Object.fromEntries(picked))
  })

  it.each([
    ['comment.opinion', 'comment', { review: 'second', decision: 'reject', reason: 'off_topic' }],
    ['review.passed', 'comment', { review: 3, kind: 'first', to: user }],
    ['review.taken_over', 'comment', { review: 3, from: user }],
    ['user.signed_in', 'user', { by: 'password', failedBefore: 2 }],
    ['comments.exported', 'export', { measure: '7.1' }],
    ['something.new', 'comment', { count: 1 }],
    ['constructor', 'comment', { count: 1 }],
  ])('keeps of %s the subject and the data to itself', async (action, subject_kind, data) => {
    expect(await write({ action, subject_kind, data: JSON.stringify(data) })).toMatchObject({
      action,
      subjectId: null,
      data: null,
    })
  })

  it('lets no words pass where a code should stand', async () => {
    for (const reason of ['请欧阳敏处理', 'Mrs Wang asked', '13812345678', 'a@example.test', user])
      expect((await write({ data: JSON.stringify({ reason }) })).data).toEqual({ reason: null })
  })

  it('says nothing of who did it', async () => {
    const text = JSON.stringify(await write())
    expect(text).not.toContain(user)
    expect(text).not.toContain('6f8c3c1e')
  })
})

describe('the acts on comments that are open', () => {
  it.each(Object.values(words))('have words on the receipt', ({ seal }) => {
    const acts = openActions.filter((action) => /^(comment|original)\./.test(action))
    expect(Object.keys(seal.actions).sort()).toEqual(acts.sort())
  })
})

describe('what an entry commits to', () => {
  const kept = async (change: Partial<AuditRow>, more = {}) => (await write(change, more)).row

  it.each(Object.keys(row()) as (keyof AuditRow)[])('holds the row’s %s', async (column) => {
    const other = typeof row()[column] === 'number' ? 43 : 'other'
    expect(await kept({ [column]: other })).not.toBe(await kept({}))
  })

  it('depends on the salt, so that nobody can try out who it was', async () => {
    expect(await kept({}, { salt: salt.replaceAll('0', '1') })).not.toBe(await kept({}))
  })

  it('tells a missing actor from one without a name, and data by every letter of it', async () => {
    expect(await kept({ actor_id: null })).not.toBe(await kept({ actor_id: '' }))
    expect(await kept({ data: '{"revision":1}' })).not.toBe(await kept({ data: '{"revision": 1}' }))
  })

  it('can be told even of data that somebody made unreadable', async () => {
    expect(await kept({ data: '{' })).not.toBe(await kept({ data: '{}' }))
  })
})
