import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OwnEnterprise } from '../../worker/contract/enterprises'
import type { SubmissionView } from '../../worker/contract/submissions'
import type { Mail } from '../../worker/services/outbox/mailer'
import { bodyOf } from '../support/answers'
import { deliverMails } from '../support/deliver-mails'
import { makeConsultation } from '../support/make-consultation'
import type { TestMember } from '../support/make-enterprise'
import { type Firm, makeFirm, makeResponse, sendResponse } from '../support/make-submission'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
const api = '/api/enterprise/response'
let firm: Firm
beforeEach(async () => {
  firm = await makeFirm(app)
  await app.db.run(sql`DELETE FROM account_mails`)
})

const post = async (to: string, json: object, { cookie }: TestMember) =>
  bodyOf<SubmissionView>(await app.post(`${api}/${to}`, json, { as: cookie }))

const delivered = () => deliverMails(app)
const to = (mails: Mail[]) => mails.map((mail) => mail.to).sort()
const addresses = (...members: TestMember[]) => members.map(({ email }) => email).sort()

describe('what waits in a response', () => {
  it('is told to those who may send it, once, with the way to it and the note', async () => {
    await makeResponse(app, firm, 'in_approval')
    const mails = await delivered()
    expect(to(mails)).toEqual(addresses(firm.owner, firm.approver))
    for (const { subject, text } of mails) {
      expect(subject).toContain(`“${firm.name}”的意见稿等待您审批`)
      expect(text).toContain('周工已提请审批')
      expect(text).toContain('说明：请审批。')
      expect(text).toContain('https://yanlu.example/enterprise/response/approval')
    }
    expect(await delivered()).toEqual([])
  })

  it('is told to those who draft when it is given back, with what is to be changed', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    await post('send-back', { version, note: '请补充数据。' }, firm.approver)
    const mails = await delivered()
    expect(to(mails)).toEqual(addresses(firm.owner, firm.drafter))
    expect(mails[0]?.text).toContain('吴总已退回')
    expect(mails[0]?.text).toContain('说明：请补充数据。')
  })

  it('is told to all members when it is sent and when it is reopened', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    await app.db.run(sql`DELETE FROM account_mails`)
    await sendResponse(app, firm, version)
    const sent = await delivered()
    expect(to(sent)).toEqual(addresses(firm.owner, firm.drafter, firm.approver))
    expect(sent[0]?.subject).toContain('正式意见已发出')
    await post('reopen', { version: version + 1 }, firm.drafter)
    const reopened = await delivered()
    expect(to(reopened)).toEqual(to(sent))
    expect(reopened[0]?.subject).toContain('正式意见已重新打开')
  })

  it('is told to nobody for a step that was not taken', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    await app.db.run(sql`DELETE FROM account_mails`)
    const refused = await app.post(
      `${api}/send-back`,
      { version: version - 1, note: '重写。' },
      { as: firm.approver.cookie },
    )
    expect(refused.status).toBe(409)
    expect(await app.rows(sql`SELECT 1 FROM account_mails`)).toEqual([])
  })

  it('is counted for those who may send it, on their account and their organisation’s page', async () => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    const awaited = async ({ cookie }: TestMember) =>
      (await bodyOf<OwnEnterprise>(await app.get('/api/enterprise', { as: cookie }))).enterprise?.awaiting
        .length
    const each = () => Promise.all([firm.owner, firm.approver, firm.drafter].map(awaited))
    expect(await each()).toEqual([1, 1, 0])
    for (const path of ['/account', '/enterprise']) {
      const shown = await (await app.get(path, { as: firm.approver.cookie })).text()
      expect(shown).toContain('等待您审批：1 份意见稿')
      expect(shown).toContain('href="/enterprise/response/approval"')
      expect(await (await app.get(path, { as: firm.drafter.cookie })).text()).not.toContain('等待您审批')
    }
    await sendResponse(app, firm, version)
    expect(await each()).toEqual([0, 0, 0])
  })
})
