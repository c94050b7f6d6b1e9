import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { SubmissionView } from '../../worker/contract/submissions'
import { decideClaim } from '../../worker/services/enterprises/decide-claim'
import { proveEnterprise } from '../../worker/services/sign-on/prove-enterprise'
import { getSubmission } from '../../worker/services/submissions/get-submission'
import { getVersion } from '../../worker/services/submissions/get-version'
import { sendSubmission } from '../../worker/services/submissions/send-submission'
import { askApproval, reopenResponse } from '../../worker/services/submissions/take-step'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { minute } from '../support/clock'
import { startDeciding } from '../support/deciding'
import { makeClaim } from '../support/make-claim'
import { makeParticipant, type TestMember } from '../support/make-enterprise'
import { makeEntryFiles } from '../support/make-entry-files'
import { type Firm, makeFirm, makeResponse, newEntry, sendResponse } from '../support/make-submission'
import { cookiesOf, makeUser } from '../support/make-user'
import { countRows } from '../support/test-app'

const { app, settle } = await startDeciding()

const entries = [newEntry(), newEntry({ measure: '1.2', body: '建议细化申报条件，并公布受理时限。' })]

/** A response that was sent by people who were put out a minute later. */
async function makeHandedOver(said = entries) {
  const firm = await makeFirm(app)
  const { version } = await makeResponse(app, firm, 'in_approval', said)
  const sent = await sendResponse(app, firm, version)
  app.clock.advance(minute)
  const [{ uscc } = { uscc: '' }] = await app.rows<{ uscc: string }>(
    sql`SELECT uscc FROM enterprises WHERE id = ${firm.enterpriseId}`,
  )
  const { id, claimant } = await makeClaim(app, { id: firm.enterpriseId, uscc })
  const staff = await makeUser(app, 'staff')
  await decideClaim(app.context(staff.actor), firm.enterpriseId, id, {
    ...{ version: 1, isGranted: true, reason: '' },
  })
  app.clock.advance(minute)
  return { firm, owner: claimant, kept: sent.comments.map(credentialsOf) }
}

const credentialsOf = ({ publicId, queryCode }: { publicId: string; queryCode: string | null }) => ({
  publicId,
  queryCode: queryCode ?? '',
})
type Kept = ReturnType<typeof credentialsOf>
const lookUp = async (kept: Kept) => bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { ...kept }))
const stateOf = async ({ publicId }: Kept) => {
  const [row] = await app.rows<{ state: string }>(
    sql`SELECT state FROM comments WHERE public_id = ${publicId}`,
  )
  return row?.state
}

/** The new owner sends the response as it stands, whoever wrote it. */
async function sendAnew({ actor }: TestMember) {
  const ctx = app.context(actor)
  let view: SubmissionView = await getSubmission(ctx)
  view = await reopenResponse(ctx, { version: view.version })
  view = await askApproval(ctx, { version: view.version, note: '' })
  return sendSubmission(ctx, { version: view.version, consent: { publish: true } })
}

describe('what the people sent who were put out', () => {
  it('is shown by its code, and neither changed nor withdrawn', async () => {
    const { kept } = await makeHandedOver()
    const [first] = kept as [Kept, Kept]
    expect(await lookUp(first)).toMatchObject({
      ...{ body: entries[0]?.body, isOfEarlierPeople: true },
      ...{ mayEdit: false, mayResubmit: false, mayWithdraw: false, mayAppeal: false },
      stamped: { mayUpload: false },
    })
    const before = await countRows(app)
    const changed = { ...first, body: '我们不再支持这项措施。', stance: 'oppose' }
    expect((await errorOf(await app.post('/api/receipts/resubmit', changed))).code).toBe('not_resubmittable')
    expect((await errorOf(await app.post('/api/receipts/withdraw', first))).code).toBe('not_withdrawable')
    expect(await countRows(app)).toEqual(before)
    expect(await stateOf(first)).toBe('pending')
    const as = cookiesOf(await app.submit('/receipts', { ...first }))
    const html = await (await app.get(`/receipts/${first.publicId}`, { as })).text()
    expect(html).toContain('在提交之后已交由他人管理')
    expect(html).not.toContain('撤回这条意见')
  })

  it('is not appealed by them', async () => {
    const { kept } = await makeHandedOver()
    const [first] = kept as [Kept, Kept]
    await settle(first.publicId, 'reject', { reason: 'off_topic' })
    expect(await lookUp(first)).toMatchObject({ state: 'rejected', mayAppeal: false, appealUntil: null })
    const appeal = { ...first, text: '请再看一遍，我们不同意这个决定。' }
    expect((await errorOf(await app.post('/api/receipts/appeal', appeal))).code).toBe('not_appealable')
  })

  it('gives way to what the new people send, even word for word: their codes are new', async () => {
    const { owner, kept } = await makeHandedOver()
    expect(await getSubmission(app.context(owner.actor))).toMatchObject({ isOfEarlierPeople: true })
    expect(await (await app.get('/enterprise/response', { as: owner.cookie })).text()).toContain(
      '交由现任成员管理之前',
    )
    const sent = await sendAnew(owner)
    expect(await Promise.all(kept.map(stateOf))).toEqual(['withdrawn', 'withdrawn'])
    expect(sent.comments.map(({ state }) => state)).toEqual(['pending', 'pending'])
    const anew = sent.comments.map(credentialsOf)
    for (const old of kept) {
      expect(anew.map(({ publicId }) => publicId)).not.toContain(old.publicId)
      for (const { publicId } of anew)
        expect((await app.post('/api/receipts/lookup', { ...old, publicId })).status).toBe(404)
    }
    const [own] = anew as [Kept, Kept]
    expect(await lookUp(own)).toMatchObject({ isOfEarlierPeople: false, isOfStandingVersion: true })
    expect(await getSubmission(app.context(owner.actor))).toMatchObject({ isOfEarlierPeople: false })
    app.clock.advance(minute)
    const again = await sendAnew(owner)
    expect(again.comments.map(credentialsOf)).toEqual(anew)
  })

  it('is read by the new people, who get neither its code nor its files', async () => {
    const { owner, kept } = await makeHandedOver()
    const [{ publicId, queryCode }] = kept as [Kept, Kept]
    const { comments } = await getVersion(app.context(owner.actor), 1)
    expect(comments.map(({ queryCode }) => queryCode)).toEqual([null, null])
    const open = (page = '') => app.get(`/receipts/${publicId}${page}`, { as: owner.cookie })
    const receipt = await open()
    expect(receipt.status).toBe(200)
    expect(await receipt.text()).not.toContain(queryCode)
    for (const page of ['/data', '/file']) expect((await open(page)).status).toBe(303)
    expect(await actionsOn(app, publicId)).not.toContain('own_data.taken')
    expect((await app.post('/api/receipts/data', { publicId, queryCode })).status).toBe(200)
  })

  it('goes on with its files, which the new people cannot take away', async () => {
    const { file, annex, said } = await makeEntryFiles(app)
    const { owner, kept } = await makeHandedOver([newEntry(said)])
    const copy = async (of: Kept | undefined) => {
      const answer = await app.post('/api/receipts/data', { ...of })
      return Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer()))).filter((name) =>
        name.startsWith('attachments/'),
      )
    }
    expect(await copy(kept[0])).toHaveLength(2)
    const [anew] = (await sendAnew(owner)).comments.map(credentialsOf)
    expect(await lookUp(anew as Kept)).toMatchObject({
      attachments: [{ id: file.id }],
      annex: { file: { id: annex.id } },
    })
    expect(await copy(anew)).toEqual([])
    await app.db.run(sql`UPDATE attachments SET uploaded_by = ${owner.actor.id} WHERE id = ${file.id}`)
    expect(await copy(anew)).toEqual([`attachments/1-${file.name}`])
  })

  it('is theirs where they sent it again, unchanged, before codes changed hands', async () => {
    const { owner, kept } = await makeHandedOver()
    await app.db.run(sql`
      INSERT INTO submission_versions (submission_id, number, content, sha256, sent_by, sent_at)
      SELECT v.submission_id, 2, v.content, v.sha256, ${owner.actor.id}, ${app.clock.now().getTime()}
      FROM submission_versions v JOIN submission_comments s ON s.submission_id = v.submission_id
      JOIN comments c ON c.id = s.comment_id WHERE c.public_id = ${kept[0]?.publicId}`)
    expect(await lookUp(kept[0] as Kept)).toMatchObject({
      isOfEarlierPeople: false,
      isOfStandingVersion: true,
    })
    expect(await getSubmission(app.context(owner.actor))).toMatchObject({ isOfEarlierPeople: false })
    await app.db.run(sql`
      UPDATE submission_comments SET replaced_in = 2
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${kept[1]?.publicId})`)
    expect(await lookUp(kept[1] as Kept)).toMatchObject({ isOfEarlierPeople: true })
  })

  it('keeps a code that only reads when whoever claimed it deletes their account', async () => {
    const { owner, kept } = await makeHandedOver()
    await app.db.run(sql`DELETE FROM users WHERE id = ${owner.actor.id}`)
    expect(await lookUp(kept[0] as Kept)).toMatchObject({
      isOfEarlierPeople: true,
      isOfStandingVersion: false,
      mayWithdraw: false,
    })
  })
})

describe('an enterprise that the sign-on gave to somebody else', () => {
  const prove = async ({ enterpriseId }: Firm, { actor }: TestMember) => {
    const [row] = await app.rows<{ uscc: string }>(
      sql`SELECT uscc FROM enterprises WHERE id = ${enterpriseId}`,
    )
    await proveEnterprise(app.context(actor), actor.id, { uscc: row?.uscc ?? '', name: null })
  }

  it('is out of the hands of those who keep the codes', async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm, 'in_approval', entries)
    const [first] = (await sendResponse(app, firm, version)).comments.map(credentialsOf) as [Kept, Kept]
    app.clock.advance(minute)
    await prove(firm, await makeParticipant(app, '真主'))
    expect(await lookUp(first)).toMatchObject({
      isOfEarlierPeople: true,
      isOfStandingVersion: false,
      mayWithdraw: false,
    })
  })

  it('leaves the response with the approver who sent it and is proven', async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm, 'in_approval', entries)
    const [first] = (await sendResponse(app, firm, version)).comments.map(credentialsOf) as [Kept, Kept]
    app.clock.advance(minute)
    await prove(firm, firm.approver)
    const [row] = await app.rows(sql`
      SELECT handed_over_at IS NOT NULL AS handed_over,
        (SELECT count(*) FROM enterprise_members m WHERE m.enterprise_id = e.id) AS members
      FROM enterprises e WHERE id = ${firm.enterpriseId}`)
    expect(row).toEqual({ handed_over: 1, members: 1 })
    expect(await lookUp(first)).toMatchObject({ isOfEarlierPeople: false, isOfStandingVersion: true })
    const context = app.context(firm.approver.actor)
    expect(await getSubmission(context)).toMatchObject({ isOfEarlierPeople: false })
    expect((await getVersion(context, 1)).comments[0]?.queryCode).toBe(first.queryCode)
  })

  it('stays with its people where it proves their owner and puts nobody out', async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm, 'in_approval', entries)
    const [first] = (await sendResponse(app, firm, version)).comments.map(credentialsOf) as [Kept, Kept]
    app.clock.advance(minute)
    await prove(firm, firm.owner)
    expect(await lookUp(first)).toMatchObject({ isOfEarlierPeople: false, isOfStandingVersion: true })
    expect((await getVersion(app.context(firm.approver.actor), 1)).comments[0]?.queryCode).toBe(
      first.queryCode,
    )
  })
})
