import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import { decideClaim } from '../../worker/services/enterprises/decide-claim'
import { proveEnterprise } from '../../worker/services/sign-on/prove-enterprise'
import { getSubmission } from '../../worker/services/submissions/get-submission'
import { saveEntry } from '../../worker/services/submissions/save-entry'
import { bodyOf, errorOf } from '../support/answers'
import { minute } from '../support/clock'
import { deliverMails } from '../support/deliver-mails'
import { makeClaim } from '../support/make-claim'
import { decide } from '../support/make-comment'
import { makeParticipant } from '../support/make-enterprise'
import { scanOf, stamp } from '../support/make-stamped'
import { makeFirm, makeResponse, newEntry } from '../support/make-submission'
import { makeUser } from '../support/make-user'
import { stageStampedResponses } from '../support/stamped-response'

const staged = await stageStampedResponses()
const { app, stage, entries, version, send, list, settle, publish, makeStampedResponse, sendAgain } = staged
const stampMails = async () => (await deliverMails(app)).filter(({ subject }) => subject.includes('盖章件'))

describe('a decision on a paper', () => {
  it('is of that paper, and of none that took its place since it was shown', async () => {
    const { sent, scan } = await makeStampedResponse()
    await send(`${sent.publicId} · 1`)
    expect((await settle(scan.id, { act: 'confirm' })).status).toBe(404)
    expect((await version()).stamped).toMatchObject({ isConfirmed: false, scans: [{ state: 'submitted' }] })
    expect(scanOf(await list(), sent.publicId)?.id).toBeGreaterThan(scan.id)
  })

  it('is told to nobody once another paper or version took its place', async () => {
    const { sent, scan } = await makeStampedResponse()
    await app.db.run(sql`DELETE FROM account_mails`)
    await settle(scan.id, { act: 'refuse', refusal: 'illegible', note: '' })
    await send(`${sent.publicId} · 1`)
    expect(await stampMails()).toEqual([])
    const next = scanOf(await list(), sent.publicId)
    await settle(next?.id ?? 0, { act: 'refuse', refusal: 'illegible', note: '' })
    await sendAgain()
    expect(await stampMails()).toEqual([])
  })

  it('can be taken back for a reason, which is told again and marks nothing any more', async () => {
    const { sent, scan } = await makeStampedResponse()
    await app.db.run(sql`DELETE FROM account_mails`)
    await settle(scan.id, { act: 'confirm' })
    expect(scanOf(await list('?state=confirmed'), sent.publicId)).toMatchObject({ mayDecide: true })
    expect((await stampMails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('已确认'),
      expect.stringContaining('已确认'),
    ])
    await settle(scan.id, { act: 'refuse', refusal: 'other_organisation', note: '' })
    expect((await stampMails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('已退回'),
      expect.stringContaining('已退回'),
    ])
    const comment = await app.get(`/api/comments/${sent.comments[0]?.publicId}`)
    expect(await comment.json()).toMatchObject({ comment: { isStamped: false } })
    expect((await version()).stamped).toMatchObject({ isConfirmed: false, mayUpload: true })
  })

  it('waits until moderators read all of it, where that comes after publication', async () => {
    await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE key = ${stage.key}`)
    await makeResponse(app, stage.firm, 'sent', entries)
    await app.db.run(sql`UPDATE consultations SET moderation = 'before' WHERE key = ${stage.key}`)
    const sent = await version()
    await app.db.run(sql`
      UPDATE comments SET state = 'published', is_unconfirmed = 1 WHERE public_id IN (SELECT c.public_id FROM comments c
        JOIN submission_comments s ON s.comment_id = c.id JOIN submissions b ON b.id = s.submission_id
        WHERE b.public_id = ${sent.publicId}) AND state = 'pending'`)
    await send(`${sent.publicId} · 1`)
    expect(scanOf(await list(), sent.publicId)).toBeUndefined()
    await app.db.run(
      sql`UPDATE comments SET is_unconfirmed = 0 WHERE public_id = ${sent.comments[0]?.publicId}`,
    )
    expect(scanOf(await list(), sent.publicId)).toBeUndefined()
    await app.db.run(sql`UPDATE comments SET is_unconfirmed = 0`)
    expect(scanOf(await list(), sent.publicId)).toMatchObject({ isHidden: false })
  })

  it('that sends it back for hidden words says what can be stamped instead, by mail and on the page', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    await send(`${sent.publicId} · 1`)
    const [first, second] = sent.comments
    await publish(first?.publicId ?? '')
    await decide(app, {
      publicId: second?.publicId ?? '',
      revision: 1,
      decision: 'reject',
      reason: 'off_topic',
    })
    await app.db.run(sql`DELETE FROM account_mails`)
    const scan = scanOf(await list(), sent.publicId)
    await settle(scan?.id ?? 0, { act: 'refuse', refusal: 'hidden_words', note: '' })
    const [mail] = await stampMails()
    expect(mail?.text).toContain('退回理由：有意见未通过审核，或者有文字已隐去')
    expect(mail?.text).toContain('这一版不能整份盖章')
    expect(mail?.text).not.toContain('再上传一次')
    const page = await app.get('/enterprise/response/versions/1', { as: stage.firm.owner.cookie })
    expect(await page.text()).toContain('不能整份打印盖章')
  })
})

describe('a version with a part that', () => {
  it('was returned for change has no form and takes no paper', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    await publish(sent.comments[0]?.publicId ?? '')
    const publicId = sent.comments[1]?.publicId ?? ''
    await decide(app, { publicId, revision: 1, decision: 'return', reason: 'unclear' })
    expect((await version()).stamped).toMatchObject({ hasForm: false, mayUpload: false })
    expect((await send(`${sent.publicId} · 1`)).status).toBe(409)
  })

  it('hid words in an earlier revision alone is printed, verified and confirmed', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    const [first, second] = sent.comments
    const publicId = second?.publicId ?? ''
    await publish(first?.publicId ?? '')
    const redactions = [{ start: 2, end: 5, reason: 'person' as const }]
    await decide(app, { publicId, revision: 1, decision: 'redact', redactions })
    const { actor } = await makeUser(app, 'senior_moderator')
    await decide(app, { publicId, revision: 1, decision: 'reject', reason: 'abusive' }, actor)
    await sendAgain(async (drafter) => {
      const entry = (await getSubmission(drafter)).entries.find(({ measure }) => measure.key === '1.2')
      const changed = newEntry({ measure: '1.2', stance: 'partly', body: '请补充申报时限。' })
      await saveEntry(drafter, { ...changed, version: entry?.version ?? 0 })
    })
    const again = await version(2)
    for (const comment of again.comments.filter(({ state }) => state === 'pending')) {
      const [row] = await app.rows<{ revision: number }>(
        sql`SELECT revision FROM comments WHERE public_id = ${comment.publicId}`,
      )
      await decide(app, { publicId: comment.publicId, revision: row?.revision ?? 0, decision: 'publish' })
    }
    expect((await send(`${again.publicId} · 2`, { number: 2 })).status).toBe(303)
    const claim = `id=${again.publicId}&revision=2&hash=${again.sha256}`
    expect(await bodyOf(await app.get(`/api/verify-form?${claim}`))).toEqual({ match: 'same' })
    const scan = scanOf(await list(), again.publicId)
    expect(scan?.isHidden).toBe(false)
    expect((await settle(scan?.id ?? 0, { act: 'confirm' })).status).toBe(200)
  })
})

it('shows nothing of an earlier version of which a part was rejected, whatever became of it', async () => {
  const { sent, scan } = await makeStampedResponse()
  await settle(scan.id, { act: 'confirm' })
  const { actor } = await makeUser(app, 'senior_moderator')
  const publicId = sent.comments[1]?.publicId ?? ''
  await decide(app, { publicId, revision: 1, decision: 'reject', reason: 'abusive' }, actor)
  await sendAgain(async (drafter) => {
    const entry = (await getSubmission(drafter)).entries.find(({ measure }) => measure.key === '1.2')
    const changed = newEntry({ measure: '1.2', stance: 'partly', body: '请补充申报时限。' })
    await saveEntry(drafter, { ...changed, version: entry?.version ?? 0 })
  })
  const seen = scanOf(await list('?state=earlier'), sent.publicId)
  expect(seen?.entries ?? []).toEqual([])
  expect((await app.get(`/api/staff/stamped/${scan.id}/file`, { as: stage.staff })).status).toBe(404)
})

describe('a paper whose bytes are on their way while', () => {
  const { files } = app
  const put = files.put.bind(files)

  it.each([
    [
      'its uploader is put out',
      404,
      () => sql`DELETE FROM enterprise_members WHERE user_id = ${stage.firm.approver.actor.id}`,
    ],
    [
      'the result is published',
      409,
      () => sql`UPDATE consultations SET result_at = 1 WHERE key = ${stage.key}`,
    ],
  ])('%s is not taken', async (_, status, change) => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId } = await version()
    files.put = async (...args: Parameters<typeof put>) => {
      files.put = put
      await app.db.run(change())
      return put(...args)
    }
    const answer = await send(`${publicId} · 1`)
    files.put = put
    await app.db.run(sql`UPDATE consultations SET result_at = NULL WHERE key = ${stage.key}`)
    expect(answer.status).toBe(status)
    expect((await version(1, stage.firm.owner.cookie)).stamped.scans).toEqual([])
  })
})

describe('a comment of a response that is confirmed', () => {
  it('asks for no stamp of its own, and says why', async () => {
    const { sent, scan } = await makeStampedResponse()
    await settle(scan.id, { act: 'confirm' })
    const { publicId = '', queryCode } = sent.comments[0] ?? {}
    const kept = { publicId, queryCode: queryCode ?? '' }
    const { stamped } = await bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', kept))
    expect(stamped).toMatchObject({ isConfirmed: true, mayUpload: false, scans: [] })
    await expect(stamp(app, kept)).rejects.toMatchObject({ code: 'stamp_refused' })
  })
})

describe('an organisation that is handed over', () => {
  const byClaim = async (id: string, uscc: string) => {
    const claim = await makeClaim(app, { id, uscc })
    const staff = await makeUser(app, 'staff')
    const granted = { version: 1, isGranted: true, reason: '' }
    await decideClaim(app.context(staff.actor), id, claim.id, granted)
    return claim.claimant
  }
  const bySignOn = async (_: string, uscc: string) => {
    const owner = await makeParticipant(app, '真主')
    await proveEnterprise(app.context(owner.actor), owner.actor.id, { uscc, name: null })
    return owner
  }

  it.each([
    ['submitted', 'a claim', byClaim],
    ['confirmed', 'a claim', byClaim],
    ['submitted', 'the sign-on', bySignOn],
    ['confirmed', 'the sign-on', bySignOn],
  ] as const)('keeps no %s paper of those put out by %s', async (state, _, handOver) => {
    await app.db.run(sql`DELETE FROM account_mails`)
    stage.firm = await makeFirm(app)
    const { sent, scan } = await makeStampedResponse()
    if (state === 'confirmed') await settle(scan.id, { act: 'confirm' })
    app.clock.advance(minute)
    const { enterpriseId } = stage.firm
    const [row] = await app.rows<{ uscc: string }>(
      sql`SELECT uscc FROM enterprises WHERE id = ${enterpriseId}`,
    )
    const owner = await handOver(enterpriseId, row?.uscc ?? '')
    const { stamped } = await version(1, owner.cookie)
    expect(stamped).toEqual({ hasForm: false, isConfirmed: false, mayUpload: false, scans: [] })
    const answer = await settle(scan.id, { act: 'confirm' })
    expect((await errorOf(answer)).code).toBe(state === 'confirmed' ? 'stamp_changed' : 'not_found')
    for (const { publicId } of sent.comments) {
      const comment = await app.get(`/api/comments/${publicId}`)
      expect(await comment.json()).toMatchObject({ comment: { isStamped: false } })
    }
    expect(await stampMails()).toEqual([])
  })
})
