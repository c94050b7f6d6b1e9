import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type { DecisionInput } from '../../worker/contract/moderation/decisions'
import type { SubmissionView, VersionView } from '../../worker/contract/submissions'
import type { Mail } from '../../worker/services/outbox/mailer'
import { saveEntry } from '../../worker/services/submissions/save-entry'
import { askApproval } from '../../worker/services/submissions/take-step'
import { bodyOf } from '../support/answers'
import { minute } from '../support/clock'
import { deliverMails } from '../support/deliver-mails'
import { decide, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { type Firm, makeFirm, makeResponse, newEntry, reopen, sendResponse } from '../support/make-submission'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const { response: t } = words.zh
const own = '/enterprise/response'
const entries = [newEntry(), newEntry({ measure: '1.2', body: '请补充申报时限。' })]
let firm: Firm

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(async () => {
  app.clock.set('2099-03-19T01:00:30.000Z')
  firm = await makeFirm(app)
})

const page = async (path: string, language = 'zh') => {
  const headers = { 'accept-language': language }
  return (await app.get(own + path, { as: firm.drafter.cookie, headers })).text()
}
const version = async (number = 1) =>
  bodyOf<VersionView>(await app.get(`/api${own}/versions/${number}`, { as: firm.approver.cookie }))
const draft = async () => bodyOf<SubmissionView>(await app.get(`/api${own}`, { as: firm.drafter.cookie }))

const unclear = { decision: 'return', reason: 'unclear', note: '第二段看不懂。' } as const
const offTopic = { decision: 'reject', reason: 'off_topic' } as const
const decideOn = (publicId: string | undefined, input: Omit<DecisionInput, 'publicId' | 'revision'>) =>
  decide(app, { publicId: publicId ?? '', revision: 1, ...input })

/** The numbers of the comments of the response, which was sent. */
async function send(): Promise<(string | undefined)[]> {
  await makeResponse(app, firm, 'sent', entries)
  await app.db.run(sql`DELETE FROM account_mails`)
  return (await version()).comments.map(({ publicId }) => publicId)
}

async function delivered(after = 16 * minute): Promise<Mail[]> {
  app.clock.advance(after)
  return deliverMails(app)
}
const to = (mails: Mail[]) => mails.map((mail) => mail.to).sort()

async function sendAgain(body: string) {
  await reopen(app, firm, (await draft()).version)
  const [entry] = (await draft()).entries
  app.clock.advance(minute)
  const drafter = app.context(firm.drafter.actor)
  const { version: changed } = await saveEntry(drafter, newEntry({ body, version: entry?.version ?? 0 }))
  const asked = await askApproval(drafter, { version: changed, note: '' })
  await sendResponse(app, firm, asked.version)
}

describe('a mail about what moderation decided on a response', () => {
  it('goes once to those who may send, of all that was decided in a short time, without its words', async () => {
    const [first, second] = await send()
    await decideOn(first, unclear)
    await decideOn(second, offTopic)
    expect(await delivered(0)).toEqual([])
    const mails = await delivered()
    expect(to(mails)).toEqual([firm.owner.email, firm.approver.email].sort())
    for (const { subject, text } of mails) {
      expect(subject).toContain(`“${firm.name}”的正式意见：1 条退回修改，1 条不予发布`)
      expect(subject).toContain('1 returned for change, 1 not published')
      for (const part of [
        /^1\.1 .+：退回修改\n理由：unclear 的中文说明。$/m,
        /^1\.2 .+: Not published\nReason: The reason off_topic\.$/m,
        /https:\/\/yanlu\.example\/enterprise\/response\/versions\/1$/m,
        /改好后再次发出/,
      ])
        expect(text).toMatch(part)
      for (const secret of [...entries.map(({ body }) => body), unclear.note])
        expect(text).not.toContain(secret)
    }
    expect(await delivered()).toEqual([])
  })

  it('tells each time what is new alone', async () => {
    const [first, second] = await send()
    await decideOn(first, unclear)
    expect(await delivered()).toHaveLength(2)
    await decideOn(second, offTopic)
    const mails = await delivered()
    expect(mails).toHaveLength(2)
    expect(mails[0]?.text).toContain('off_topic 的中文说明。')
    expect(mails[0]?.text).not.toContain('unclear 的中文说明。')
  })

  it('does not go for what was published, was replaced since, or to those who left', async () => {
    const [first, second] = await send()
    await decideOn(second, { decision: 'publish' })
    expect(await app.rows(sql`SELECT 1 FROM account_mails`)).toEqual([])
    await decideOn(first, offTopic)
    await app.db.run(sql`DELETE FROM enterprise_members WHERE user_id = ${firm.owner.actor.id}`)
    await sendAgain('改过的意见。')
    await app.db.run(sql`DELETE FROM account_mails WHERE kind = 'response_step'`)
    expect(await delivered()).toEqual([])
    const [again] = (await version(2)).comments
    await decideOn(again?.publicId, unclear)
    await app.db.run(
      sql`UPDATE enterprise_members SET part = 'drafter' WHERE user_id = ${firm.approver.actor.id}`,
    )
    expect(await delivered()).toEqual([])
  })

  it('does not go for a comment of no response', async () => {
    await app.db.run(sql`DELETE FROM account_mails`)
    await makeComment(app, { state: 'returned' })
    expect(await app.rows(sql`SELECT 1 FROM account_mails`)).toEqual([])
  })
})

describe('members read', () => {
  it('on the draft, at each entry, what became of its comment, and why', async () => {
    const [first] = await send()
    await decideOn(first, unclear)
    const [sent, other] = (await draft()).entries
    expect(sent?.comment).toEqual({
      publicId: first,
      state: 'returned',
      refusal: { zh: 'unclear 的中文说明。', en: 'The reason unclear.', note: unclear.note },
    })
    expect(other?.comment).toMatchObject({ state: 'pending', refusal: null })
    const html = await page('')
    for (const text of [t.lastSent, '退回修改', 'unclear 的中文说明。', unclear.note, '待审核'])
      expect(html).toContain(text)
    expect(await page('', 'en')).toContain('The reason unclear.')
  })

  it('on the receipt of the version, the reason beside the state', async () => {
    const [first, second] = await send()
    await decideOn(first, unclear)
    await decideOn(second, offTopic)
    const html = await page('/versions/1')
    for (const text of [unclear.note, 'off_topic 的中文说明。', t.returnedHint]) expect(html).toContain(text)
    expect(html).toMatch(/不予发布(?:(?!<\/li>)[\s\S])*off_topic 的中文说明。/)
  })

  it('where the entry is written, why it came back; of no other', async () => {
    const [first] = await send()
    await decideOn(first, unclear)
    await reopen(app, firm, (await draft()).version)
    expect(await page('/measures/1.1')).toContain(unclear.note)
    expect(await page('/measures/1.2')).not.toContain(t.lastSent)
  })

  it('nothing more of what was changed and sent again', async () => {
    const [first] = await send()
    await decideOn(first, unclear)
    await sendAgain('改过的意见。')
    const [entry] = (await draft()).entries
    expect(entry?.comment).toEqual({ publicId: first, state: 'pending', refusal: null })
  })
})

describe('the receipt of a version', () => {
  it('names the consultation and how many opinions it has', async () => {
    await send()
    const { consultation } = await version()
    const html = await page('/versions/1')
    const slip = /class="slip"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect(slip).toContain(consultation.title)
    expect(slip).toContain(t.contentsCount(2))
  })

  it('goes on leading to the comments that it brought once another is sent, with their state', async () => {
    const [first, second] = await send()
    await decideOn(first, { decision: 'publish' })
    await sendAgain('改过的意见。')
    const earlier = await version(1)
    expect(earlier.comments).toMatchObject([
      { publicId: first, state: 'withdrawn', later: 'replaced', isAsSent: true },
      { publicId: second, state: 'pending', later: null, isAsSent: true },
    ])
    const html = await page('/versions/1')
    for (const id of [first, second]) expect(html).toContain(`href="/receipts/${id}"`)
    expect(html).toContain(t.later.replaced)
    expect(html).not.toContain(t.notAsSent)
    const now = await version(2)
    expect(now.comments.map(({ publicId }) => publicId)).not.toContain(first)
    expect(now.comments.map(({ later }) => later)).toEqual([null, null])
  })

  it('says of an earlier version that its comment has another text now', async () => {
    await send()
    await sendAgain('没有人读过，就地改过。')
    expect((await version(1)).comments.map(({ later }) => later)).toEqual(['revised', null])
    expect(await page('/versions/1')).toContain(t.later.revised)
  })

  it('is told to members by mail: number, version, hash, and the way to it', async () => {
    await makeResponse(app, firm, 'sent', entries)
    const { publicId, sha256 } = await version()
    const mails = (await delivered(0)).filter(({ subject }) => subject.includes('已发出'))
    expect(mails).toHaveLength(3)
    for (const part of [
      `编号：${publicId}\n版本：第 1 版\nSHA-256：${sha256}`,
      `Number: ${publicId}\nVersion: 1\nSHA-256: ${sha256}`,
      'https://yanlu.example/enterprise/response/versions/1\n',
    ])
      expect(mails[0]?.text).toContain(part)
  })
})
