import { beforeEach, describe, expect, it } from 'vitest'
import type { VersionView } from '../../worker/contract/submissions'
import { bodyOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { startDeciding } from '../support/deciding'
import { makeColleague, makeEnterprise, makeParticipant } from '../support/make-enterprise'
import { type Firm, makeFirm, makeResponse } from '../support/make-submission'

const { app, settle } = await startDeciding()
let firm: Firm
let part: { publicId: string; queryCode: string }
beforeEach(async () => {
  firm = await makeFirm(app)
  await makeResponse(app, firm, 'sent')
  const answer = await app.get('/api/enterprise/response/versions/1', { as: firm.approver.cookie })
  const [comment] = (await bodyOf<VersionView>(answer)).comments
  part = { publicId: comment?.publicId ?? '', queryCode: comment?.queryCode ?? '' }
})

const open = (as?: string, more = '') => app.get(`/receipts/${part.publicId}${more}`, as ? { as } : {})

describe('the receipt of a part of one’s own organisation’s response', () => {
  it('opens for each of its members without the code, from the version that they read', async () => {
    for (const { cookie } of [firm.owner, firm.approver, firm.drafter]) {
      const version = await (await app.get('/enterprise/response/versions/1', { as: cookie })).text()
      expect(version).toContain(`href="/receipts/${part.publicId}"`)
      const opened = await open(cookie)
      expect(opened.status).toBe(200)
      expect(await opened.text()).toContain('建议公布培育企业名单')
      expect(opened.headers.get('cache-control')).toBe('no-store')
      expect((await open(cookie, '/form')).status).toBe(200)
    }
  })

  it('asks everybody else for the code', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const others = [owner, await makeParticipant(app), await makeColleague(app, enterprise.id, 'approver')]
    for (const as of [undefined, ...others.map(({ cookie }) => cookie)]) {
      const asked = await open(as)
      expect([asked.status, asked.headers.get('location')]).toEqual([303, `/receipts?id=${part.publicId}`])
    }
  })

  it('tells a drafter no code and lets them do nothing with it', async () => {
    await settle(part.publicId, 'reject', { reason: 'off_topic' })
    const read = await (await open(firm.drafter.cookie, '?sent')).text()
    expect(read).not.toContain(part.queryCode)
    expect(read).not.toContain(`/receipts/${part.publicId}/data"`)
    for (const page of ['/data', '/erase', '/file'])
      expect((await open(firm.drafter.cookie, page)).status).toBe(303)
    expect(await actionsOn(app, part.publicId)).not.toContain('own_data.taken')
    expect((await open(firm.approver.cookie, '/data')).status).toBe(200)
    expect(read).not.toContain(`/receipts/${part.publicId}/appeal"`)
    const text = '请再看一遍，这条与措施有关。'
    const act = (as: string) => app.submit(`/receipts/${part.publicId}/appeal`, { text }, { as })
    expect((await act(firm.drafter.cookie)).status).toBe(403)
    expect(await (await open(firm.approver.cookie)).text()).toContain(`/receipts/${part.publicId}/appeal"`)
    expect((await act(firm.approver.cookie)).status).toBe(303)
    expect(await (await open(firm.owner.cookie)).text()).toContain('提出申诉')
  })
})
