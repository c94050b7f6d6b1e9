import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publicIdPattern } from '../../worker/contract/codes'
import { domainWords } from '../../worker/contract/locales'
import type { SubmissionView, VersionView } from '../../worker/contract/submissions'
import type { CommentState } from '../../worker/contract/words'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { Clock } from '../support/clock'
import { startDeciding } from '../support/deciding'
import { makeConsultation } from '../support/make-consultation'
import { makeParticipant, type TestMember } from '../support/make-enterprise'
import {
  type Firm,
  makeFirm,
  makeResponse,
  newEntry,
  sendResponse,
  withdrawnOnce,
} from '../support/make-submission'
import { countRows } from '../support/test-app'

const { app, settle } = await startDeciding()
let firm: Firm
beforeEach(async () => {
  firm = await makeFirm(app)
})

const path = '/api/enterprise/response'
const post = (step: string, input: object, who: TestMember) =>
  app.post(`${path}/${step}`, input, { as: who.cookie })
const view = async (who: TestMember = firm.drafter) =>
  bodyOf<SubmissionView>(await app.get(path, { as: who.cookie }))
const codeOf = async (answer: Response) => (await errorOf(answer)).code

interface Counting {
  public_id: string
  state: CommentState
  revision: number
  body: string
  is_verified: number
}
const counting = (enterpriseId = firm.enterpriseId) =>
  app.rows<Counting>(sql`
    SELECT c.public_id, c.state, c.revision, c.body, c.is_verified FROM submission_comments s
    JOIN comments c ON c.id = s.comment_id JOIN submissions r ON r.id = s.submission_id
    WHERE r.enterprise_id = ${enterpriseId} AND s.replaced_in IS NULL ORDER BY c.measure_id, coalesce(c.clause_id, 0)`)

/** Drafts a change, has it approved and sent. */
async function sendAgain(
  change: (seen: SubmissionView) => Promise<unknown>,
  publish = true,
): Promise<VersionView> {
  const sent = await view()
  const { version } = await bodyOf<SubmissionView>(
    await post('reopen', { version: sent.version }, firm.drafter),
  )
  await change(await view())
  const asked = await bodyOf<SubmissionView>(await post('approval', { version, note: '' }, firm.drafter))
  return sendResponse(app, firm, asked.version, publish)
}
const edit = (body: string, version = 1, more: object = {}) =>
  post('entries', { ...newEntry({ body, ...more }), version }, firm.drafter)

describe('the draft', () => {
  it('gathers what colleagues write, and says who wrote last and which measures are without an entry', async () => {
    const first = await bodyOf<SubmissionView>(await post('entries', newEntry(), firm.drafter))
    expect(first).toMatchObject({ state: 'drafting', part: 'drafter', versions: [] })
    expect(first.publicId).toMatch(publicIdPattern)
    const clause = newEntry({ measure: '2.1', clause: '2.1.2', stance: 'partly' })
    const second = await bodyOf<SubmissionView>(await post('entries', clause, firm.owner))
    expect(second.publicId).toBe(first.publicId)
    expect(
      second.entries.map(({ measure, clause, updatedBy, change }) => [
        measure.key,
        clause?.key,
        updatedBy,
        change,
      ]),
    ).toEqual([
      ['1.1', undefined, '周工', 'new'],
      ['2.1', '2.1.2', '孙总', 'new'],
    ])
    expect(second.silent.map(({ key }) => key)).toEqual(['1.2'])
  })

  it('refuses what a colleague has changed meanwhile, and leaves theirs', async () => {
    await makeResponse(app, firm)
    expect((await edit('第二稿。')).status).toBe(200)
    expect(await codeOf(await edit('另一个第二稿。'))).toBe('submission_entry_changed')
    expect(await codeOf(await post('entries', newEntry({ body: '以为还没有。' }), firm.owner))).toBe(
      'submission_entry_changed',
    )
    expect((await view()).entries).toMatchObject([{ body: '第二稿。', version: 2 }])
  })

  it('lets an entry be taken out as it was seen', async () => {
    const { entries } = await makeResponse(app, firm)
    const id = entries[0]?.id
    expect(await codeOf(await post('entries/remove', { id, version: 2 }, firm.drafter))).toBe(
      'submission_entry_changed',
    )
    const left = await bodyOf<SubmissionView>(await post('entries/remove', { id, version: 1 }, firm.drafter))
    expect(left.entries).toEqual([])
  })

  it('checks the place and the targets as the form of a comment does', async () => {
    const answer = await post('entries', newEntry({ measure: '2.1', clause: '2.1.9' }), firm.drafter)
    expect(await errorOf(answer)).toMatchObject({
      code: 'invalid_input',
      fields: { clause: domainWords.zh.fields.clause_unknown },
    })
  })

  it('is nowhere outside before it is sent', async () => {
    await makeResponse(app, firm, 'in_approval', [newEntry({ body: '尚未发出的内部意见。' })])
    const [{ count } = { count: -1 }] = await app.rows<{
      count: number
    }>(sql`SELECT count(*) AS count FROM comments
      WHERE body LIKE '%尚未发出%'`)
    expect(count).toBe(0)
    const other = await makeFirm(app)
    for (const who of [other.owner, other.approver])
      expect(JSON.stringify(await view(who))).not.toContain('尚未发出')
    const pages = await Promise.all(
      ['/measures/1.1', '/api/measures/1.1/comments', '/transparency'].map((at) => app.get(at)),
    )
    for (const page of pages) expect(await page.text()).not.toContain('尚未发出')
  })
})

describe('parts and states', () => {
  it('keep the response from everybody else', async () => {
    await makeResponse(app, firm, 'sent')
    const stranger = await makeParticipant(app)
    for (const at of ['', '/versions', '/versions/1'])
      expect((await app.get(path + at, { as: stranger.cookie })).status).toBe(404)
    const other = await makeFirm(app)
    expect((await app.get(`${path}/versions/1`, { as: other.owner.cookie })).status).toBe(404)
    expect((await post('entries', newEntry(), stranger)).status).toBe(404)
  })

  it('let drafters write and ask, and approvers send', async () => {
    await makeResponse(app, firm)
    const { version } = await view()
    expect(
      await codeOf(await edit('审批人改稿。', 1).then(() => post('entries', newEntry(), firm.approver))),
    ).toBe('part_required')
    expect(await codeOf(await post('approval', { version, note: '' }, firm.approver))).toBe('part_required')
    await post('approval', { version, note: '请审批。' }, firm.drafter)
    const asked = await view(firm.approver)
    expect(asked).toMatchObject({ state: 'in_approval', last: { step: 'ask', note: '请审批。', by: '周工' } })
    expect(asked.may).toEqual({ edit: false, ask: false, sendBack: true, send: true, reopen: false })
    const send = { version: asked.version, consent: { publish: true } }
    expect(await codeOf(await post('send', send, firm.drafter))).toBe('part_required')
    expect(await codeOf(await edit('审批中改稿。', 2))).toBe('submission_step_refused')
  })

  it('give it back with a note, to be asked for again', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    expect(await codeOf(await post('send-back', { version, note: '' }, firm.approver))).toBe('invalid_input')
    const back = await bodyOf<SubmissionView>(
      await post('send-back', { version, note: '请补充数据。' }, firm.approver),
    )
    expect(back).toMatchObject({
      state: 'drafting',
      last: { step: 'send_back', note: '请补充数据。', by: '吴总' },
    })
    expect((await edit('补充了数据。')).status).toBe(200)
  })

  it('send nothing that was not seen', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    const send = { version: version - 1, consent: { publish: true } }
    expect(await codeOf(await post('send', send, firm.approver))).toBe('submission_changed')
    expect(await counting()).toEqual([])
  })

  it('ask nothing of an empty response that was never sent', async () => {
    expect(await codeOf(await post('approval', { version: 1, note: '' }, firm.drafter))).toBe(
      'submission_empty',
    )
  })
})

describe('sending', () => {
  it('makes a comment of each entry and seals the whole, under one number', async () => {
    const verified = await makeFirm(app, 'verified')
    firm = verified
    const { version, publicId } = await makeResponse(app, firm, 'in_approval', [
      newEntry(),
      newEntry({ measure: '2.1', clause: '2.1.2', stance: 'partly', body: '建议明确奖补标准。' }),
    ])
    const sent = await bodyOf<VersionView>(
      await post('send', { version, consent: { publish: true } }, firm.approver),
    )
    expect(sent).toMatchObject({ publicId, version: 1, isLast: true, publish: true, sentBy: '吴总' })
    expect(createHash('sha256').update(sent.content).digest('hex')).toBe(sent.sha256)
    expect(JSON.parse(sent.content)).toMatchObject({
      ...{ form: 1, publicId, version: 1, publish: true, sentAt: sent.sentAt },
      enterprise: { name: firm.name, isVerified: true },
      entries: [{ measure: { key: '1.1' } }, { clause: { key: '2.1.2' }, body: '建议明确奖补标准。' }],
    })
    expect(await counting()).toMatchObject([
      { state: 'pending', revision: 1, is_verified: 1, body: newEntry().body },
      { state: 'pending', revision: 1, is_verified: 1, body: '建议明确奖补标准。' },
    ])
    const [first] = sent.comments
    const receipt = await app.post('/api/receipts/lookup', {
      publicId: first?.publicId,
      queryCode: first?.queryCode,
    })
    expect(await bodyOf(receipt)).toMatchObject({
      state: 'pending',
      author: { name: firm.name, isVerified: true },
    })
    const asDrafter = await bodyOf<VersionView>(
      await app.get(`${path}/versions/1`, { as: firm.drafter.cookie }),
    )
    expect(asDrafter.comments.map(({ queryCode }) => queryCode)).toEqual([null, null])
  })

  it('is one: of two that send at once, one does', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    const send = { version, consent: { publish: true } }
    const answers = await Promise.all([post('send', send, firm.approver), post('send', send, firm.owner)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await counting()).toHaveLength(1)
    const [id] = await app.rows<{ id: string }>(
      sql`SELECT id FROM submissions WHERE enterprise_id = ${firm.enterpriseId}`,
    )
    expect((await actionsOn(app, id?.id ?? '')).filter((act) => act === 'submission.sent')).toHaveLength(1)
  })

  it('leaves nothing behind where it breaks', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    await app.db.run(
      sql`CREATE TRIGGER break BEFORE INSERT ON submission_comments BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    )
    const before = await countRows(app)
    expect((await post('send', { version, consent: { publish: true } }, firm.approver)).status).toBe(500)
    await app.db.run(sql`DROP TRIGGER break`)
    expect(await countRows(app)).toEqual(before)
    expect((await view()).state).toBe('in_approval')
  })

  it('seals its versions against change and deletion', async () => {
    await makeResponse(app, firm, 'sent')
    await expect(app.db.run(sql`UPDATE submission_versions SET content = '{}'`)).rejects.toThrow()
    await expect(app.db.run(sql`DELETE FROM submission_versions`)).rejects.toThrow()
    await expect(
      app.db.run(sql`UPDATE submission_entries SET body = '事后改稿'
      WHERE submission_id IN (SELECT id FROM submissions WHERE state = 'sent')`),
    ).rejects.toThrow()
  })
})

describe('sending again', () => {
  const both = [newEntry(), newEntry({ measure: '1.2', body: '第二条意见，保持不变。' })]

  it('makes what changed a new revision, takes out what is gone, takes in what is new, leaves the rest', async () => {
    await makeResponse(app, firm, 'sent', [
      ...both,
      newEntry({ measure: '2.1', body: '第三条意见，要删除。' }),
    ])
    const before = await counting()
    const sent = await sendAgain(async (seen) => {
      await edit('改过的第一条意见。')
      await post('entries/remove', { id: seen.entries[2]?.id, version: 1 }, firm.drafter)
      await post(
        'entries',
        newEntry({ measure: '1.2', clause: '1.2.2', body: '新增的第四条意见。' }),
        firm.drafter,
      )
    })
    expect(sent.version).toBe(2)
    const after = await counting()
    expect(after.map(({ body, revision }) => [body, revision])).toEqual([
      ['改过的第一条意见。', 2],
      ['第二条意见，保持不变。', 1],
      ['新增的第四条意见。', 1],
    ])
    expect(after.slice(0, 2).map(({ public_id }) => public_id)).toEqual(
      before.slice(0, 2).map(({ public_id }) => public_id),
    )
    expect(await stateOf(before[2]?.public_id)).toBe('withdrawn')
    expect(await actionsOn(app, before[1]?.public_id ?? '')).toEqual(['comment.submitted'])
    const history = await bodyOf<{ versions: { version: number; changes: { kind: string }[] }[] }>(
      await app.get(`${path}/versions`, { as: firm.owner.cookie }),
    )
    expect(
      history.versions.map(({ version, changes }) => [version, changes.map(({ kind }) => kind)]),
    ).toEqual([
      [2, ['changed', 'added', 'removed']],
      [1, ['added', 'added', 'added']],
    ])
  })

  it('says what is published anew in another comment, and takes the old one out of view', async () => {
    await makeResponse(app, firm, 'sent', both)
    const [first, second] = await counting()
    await settle(first?.public_id ?? '', 'publish')
    await settle(second?.public_id ?? '', 'publish')
    const shown = async () => (await app.get('/api/measures/1.1/comments')).text()
    expect(await shown()).toContain(first?.public_id)
    await sendAgain(() => edit('改过的第一条意见，原来的已公开。'))
    const after = await counting()
    expect(after.map(({ state }) => state)).toEqual(['pending', 'published'])
    expect(after[0]?.public_id).not.toBe(first?.public_id)
    expect(after[1]?.public_id).toBe(second?.public_id)
    expect(await stateOf(first?.public_id)).toBe('withdrawn')
    expect(await shown()).not.toContain(first?.public_id)
    await settle(after[0]?.public_id ?? '', 'publish')
    expect(await shown()).toContain('改过的第一条意见，原来的已公开。')
  })

  it('takes all of it back with an empty version', async () => {
    const { entries } = await makeResponse(app, firm, 'sent')
    expect(entries).toHaveLength(1)
    const sent = await sendAgain((seen) =>
      post('entries/remove', { id: seen.entries[0]?.id, version: 1 }, firm.drafter),
    )
    expect(sent).toMatchObject({ version: 2, entries: [], comments: [] })
    expect(await counting()).toEqual([])
  })

  it('makes comments of its own of all of it where consent is another', async () => {
    await makeResponse(app, firm, 'sent')
    const [before] = await counting()
    await sendAgain(async () => {}, false)
    const [after] = await counting()
    expect(after?.public_id).not.toBe(before?.public_id)
    expect(await stateOf(before?.public_id)).toBe('withdrawn')
  })

  it('brings a comment back that was withdrawn by its receipt while that was possible', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    const [comment] = (await sendResponse(app, firm, version)).comments
    await withdrawnOnce(app, comment?.publicId ?? '')
    expect(await counting()).toMatchObject([{ state: 'withdrawn' }])
    await sendAgain(async () => {})
    expect(await counting()).toMatchObject([{ state: 'pending' }])
  })

  it('counts as many comments as the last version has entries, whatever came before; and the counters add up', async () => {
    let seed = 20_210_319
    const chance = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const outcomes = [['publish'], ['return', 'unclear'], ['reject', 'off_topic'], ['reject', 'abusive']]
    await makeResponse(app, firm, 'sent', both)
    for (let round = 0; round < 8; round += 1) {
      for (const { public_id, state, revision } of await counting()) {
        const [decision, reason] = outcomes[chance(5)] ?? []
        if (state === 'pending' && decision)
          await settle(public_id, decision, { revision, ...(reason && { reason }) })
      }
      const sent = await sendAgain(async ({ entries }) => {
        for (const { id, measure, version } of entries) {
          const what = chance(3)
          if (what === 0)
            await edit(`第 ${round} 轮改过的意见 ${measure.key}。`, version, { measure: measure.key })
          if (what === 1) await post('entries/remove', { id, version }, firm.drafter)
        }
        for (const measure of ['1.1', '1.2', '2.1'])
          if (chance(2))
            await post(
              'entries',
              newEntry({ measure, body: `第 ${round} 轮新写 ${measure}。` }),
              firm.drafter,
            )
      })
      const live = (await counting()).filter(({ state }) => state !== 'withdrawn')
      expect(live.map(({ body }) => body)).toEqual(sent.entries.map(({ body }) => body))
      const [{ wrong } = { wrong: -1 }] = await app.rows<{ wrong: number }>(sql`
        SELECT count(*) AS wrong FROM (
          SELECT measure_id, state, sum(count) AS kept FROM comment_counts GROUP BY 1, 2) k
        WHERE kept <> (SELECT count(*) FROM comments c WHERE c.measure_id = k.measure_id AND c.state = k.state)`)
      expect(wrong).toBe(0)
      const [all] = await app.rows<{ mine: number; all_states: number }>(sql`
        SELECT (SELECT count(*) FROM comments WHERE uscc = e.uscc) AS mine,
          (SELECT count(*) FROM comments WHERE uscc = e.uscc AND state IN
            ('published', 'private', 'rejected', 'withdrawn', 'pending', 'returned')) AS all_states
        FROM enterprises e WHERE e.id = ${firm.enterpriseId}`)
      expect(all?.all_states).toBe(all?.mine)
    }
  })
})

async function stateOf(publicId = ''): Promise<CommentState | undefined> {
  const [row] = await app.rows<{ state: CommentState }>(
    sql`SELECT state FROM comments WHERE public_id = ${publicId}`,
  )
  return row?.state
}

describe('at 24:00 of the closing day', () => {
  const closesAt = new Date('2099-03-28T16:00:00.000Z')
  beforeAll(async () => {
    app.clock.set(new Clock().now())
  })

  it('refuses every write, and leaves the last version counting that was sent', async () => {
    await makeConsultation(app, { opensAt: new Date('2099-02-28T16:00:00.000Z'), closesAt })
    app.clock.set(new Date(closesAt.getTime() - 1000))
    firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent')
    await post('reopen', { version: (await view()).version }, firm.drafter)
    expect((await edit('最后一秒的修改。')).status).toBe(200)
    app.clock.set(closesAt)
    const { version, entries, may } = await view()
    expect(may).toEqual({ edit: false, ask: false, sendBack: false, send: false, reopen: false })
    const late = [
      edit('过时的修改。', 2),
      post('entries/remove', { id: entries[0]?.id, version: 2 }, firm.drafter),
      post('approval', { version, note: '' }, firm.drafter),
      post('send-back', { version, note: '改。' }, firm.approver),
      post('send', { version, consent: { publish: true } }, firm.approver),
      post('reopen', { version }, firm.drafter),
    ]
    for (const answer of await Promise.all(late)) expect(await codeOf(answer)).toBe('consultation_closed')
    expect(await counting()).toMatchObject([{ state: 'pending', body: newEntry().body }])
  })
})
