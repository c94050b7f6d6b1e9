import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import { deliverAccountMails } from '../../worker/services/account-mails/deliver-account-mails'
import type { Mail } from '../../worker/services/outbox/mailer'
import { getSubmission } from '../../worker/services/submissions/get-submission'
import { removeEntry, saveEntry } from '../../worker/services/submissions/save-entry'
import { bodyOf, errorOf } from '../support/answers'
import { decide } from '../support/make-comment'
import { scanOf } from '../support/make-stamped'
import { makeResponse, newEntry } from '../support/make-submission'
import { makeUnit } from '../support/make-unit'
import { stageStampedResponses } from '../support/stamped-response'

const { app, stage, entries, version, send, list, settle, publish, makeStampedResponse, sendAgain } =
  await stageStampedResponses()
const isStamped = async (publicId: string) =>
  (await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))).comment.isStamped

describe('staff', () => {
  it('find it once moderators have read every part, with all that it must bear', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    await send(`${sent.publicId} · 1`)
    const [first, second] = sent.comments
    await publish(first?.publicId ?? '')
    expect(scanOf(await list(), sent.publicId)).toBeUndefined()
    await publish(second?.publicId ?? '')
    expect(scanOf(await list(), sent.publicId)).toMatchObject({
      of: 'response',
      textSha256: sent.sha256,
      isHidden: false,
      mayDecide: true,
      organisation: { name: stage.firm.name, isVerified: true },
      entries: sent.entries.map(({ measure, stance, body }, i) => ({
        ...{ measure, stance, body },
        publicId: sent.comments[i]?.publicId,
      })),
    })
  })

  it('download it on record', async () => {
    const { scan, sent } = await makeStampedResponse()
    const answer = await app.get(`/api/staff/stamped/${scan.id}/file`, { as: stage.staff })
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toContain('公章')
    const acts = await app.rows<{ action: string }>(sql`
      SELECT action FROM audit_log WHERE action LIKE 'stamped_scan.%' AND subject_id = (
        SELECT id FROM submissions WHERE public_id = ${sent.publicId}) ORDER BY id`)
    expect(acts.map(({ action }) => action)).toEqual(['stamped_scan.uploaded', 'stamped_scan.opened'])
  })

  it('confirm it, which marks each of its comments and both exports', async () => {
    const { scan, sent } = await makeStampedResponse()
    const ids = sent.comments.map(({ publicId }) => publicId)
    expect(await Promise.all(ids.map(isStamped))).toEqual([false, false])
    expect((await settle(scan.id, { act: 'confirm' })).status).toBe(200)
    expect(await Promise.all(ids.map(isStamped))).toEqual([true, true])
    const found = await app.get(`/api/staff/cases/${ids[0]}`, { as: stage.staff })
    expect(await bodyOf(found)).toMatchObject({ isStamped: true })
    expect((await version()).stamped).toMatchObject({ isConfirmed: true, mayUpload: false })
    const csv = await (await app.get('/api/staff/exports/comments.csv', { as: stage.staff })).text()
    for (const id of ids) expect(csv.split('\n').find((line) => line.includes(id))).toContain('已盖章确认')
    expect((await errorOf(await settle(scan.id, { act: 'confirm' }))).code).toBe('stamp_changed')
  })

  it('send it back for a reason that its members read', async () => {
    const { scan } = await makeStampedResponse()
    const note = '第 2 页没有盖章。'
    expect((await settle(scan.id, { act: 'refuse', refusal: 'no_seal', note })).status).toBe(200)
    const html = await (
      await app.get('/enterprise/response/versions/1', { as: stage.firm.drafter.cookie })
    ).text()
    expect(html).toContain('没有公章，或者公章不清')
    expect(html).toContain(note)
    expect((await version()).stamped.mayUpload).toBe(true)
  })

  it('have those who may send told of it by mail, once, with the reason and the way there', async () => {
    const { scan } = await makeStampedResponse()
    await app.db.run(sql`DELETE FROM account_mails`)
    await settle(scan.id, { act: 'refuse', refusal: 'incomplete', note: '缺第 2 页。' })
    const mails: Mail[] = []
    const deliver = () =>
      deliverAccountMails(
        app.context(),
        { send: async (mail) => void mails.push(mail) },
        { origin: 'https://yanlu.example' },
      )
    await deliver()
    await deliver()
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [stage.firm.owner.email, stage.firm.approver.email].sort(),
    )
    for (const part of [
      `“${stage.firm.name}”的盖章件已退回`,
      '退回理由：缺页',
      '补充说明：缺第 2 页。',
      '再上传一次',
      'https://yanlu.example/enterprise/response/versions/1',
      'was sent back',
    ])
      expect(`${mails[0]?.subject}\n${mails[0]?.text}`).toContain(part)
  })

  it.each([
    ['was rejected', { decision: 'reject' as const, reason: 'off_topic' }],
    [
      'has hidden words',
      {
        decision: 'redact' as const,
        redactions: [{ start: 2, end: 5, reason: 'person' as const }],
      },
    ],
  ])('cannot confirm or open one of which a part %s, only send it back', async (_, decision) => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    await send(`${sent.publicId} · 1`)
    const [first, second] = sent.comments
    await publish(first?.publicId ?? '')
    await decide(app, { publicId: second?.publicId ?? '', revision: 1, ...decision })
    const scan = scanOf(await list(), sent.publicId)
    expect(scan).toMatchObject({ isHidden: true, entries: [] })
    expect((await app.get(`/api/staff/stamped/${scan?.id}/file`, { as: stage.staff })).status).toBe(404)
    expect((await settle(scan?.id ?? 0, { act: 'confirm' })).status).toBe(409)
    expect((await settle(scan?.id ?? 0, { act: 'refuse', refusal: 'illegible', note: '' })).status).toBe(200)
  })

  it('of other units see it and do not decide on it', async () => {
    const { scan } = await makeStampedResponse()
    const unit = await makeUnit(app)
    await app.db.run(sql`UPDATE cases SET unit_id = (SELECT id FROM units WHERE key = ${unit})
      WHERE comment_id IN (SELECT comment_id FROM submission_comments)`)
    expect(scanOf(await list(), scan.publicId)?.mayDecide).toBe(false)
    expect((await settle(scan.id, { act: 'confirm' })).status).toBe(403)
  })
})

describe('once the response is sent again', () => {
  const papers = () =>
    app.rows(sql`SELECT s.state FROM stamped_scans s JOIN attachments a ON a.id = s.attachment_id
      JOIN submissions b ON b.id = s.submission_id JOIN enterprises e ON e.id = b.enterprise_id
      WHERE e.name = ${stage.firm.name}`)

  it.each(['that waits', 'that was sent back'])('a paper %s goes with its file', async (which) => {
    const { scan } = await makeStampedResponse()
    if (which !== 'that waits') await settle(scan.id, { act: 'refuse', refusal: 'illegible', note: '' })
    const [file] = await app.rows<{ storage_key: string }>(sql`
      SELECT storage_key FROM attachments WHERE id = (SELECT attachment_id FROM stamped_scans WHERE id = ${scan.id})`)
    await sendAgain()
    expect(await papers()).toEqual([])
    expect(
      await app.rows(sql`SELECT 1 AS left FROM stray_files WHERE storage_key = ${file?.storage_key}`),
    ).toEqual([{ left: 1 }])
    expect((await app.get(`/api/staff/stamped/${scan.id}/file`, { as: stage.staff })).status).toBe(404)
    expect((await version(1)).stamped).toMatchObject({ isConfirmed: false, hasForm: false, scans: [] })
  })

  it('a confirmed one stays as long as all on it was kept, and goes with what is taken out', async () => {
    const { scan } = await makeStampedResponse()
    await settle(scan.id, { act: 'confirm' })
    await sendAgain()
    expect(await papers()).toEqual([{ state: 'earlier' }])
    await sendAgain(async (drafter) => {
      const [entry] = (await getSubmission(drafter)).entries
      await removeEntry(drafter, { id: entry?.id ?? '', version: entry?.version ?? 0 })
    })
    expect(await papers()).toEqual([])
  })

  it('a comment that came only then has no state of the paper before', async () => {
    const { scan, sent } = await makeStampedResponse()
    await settle(scan.id, { act: 'confirm' })
    const added = newEntry({ clause: '1.1.1', body: '建议补充第三项。' })
    await sendAgain((drafter) => saveEntry(drafter, added))
    const { comments } = await version(2)
    const late = comments.find(({ clauseKey }) => clauseKey === '1.1.1')?.publicId ?? ''
    await publish(late)
    const csv = await (await app.get('/api/staff/exports/comments.csv', { as: stage.staff })).text()
    const rowOf = (id?: string) => csv.split('\n').find((line) => line.includes(id ?? 'none'))
    expect(rowOf(sent.comments[0]?.publicId)).toContain('对应较早文本')
    expect(rowOf(late)).toContain('建议补充第三项')
    expect(rowOf(late)).not.toContain('对应较早文本')
  })

  it('without any opinion the papers go with what was withdrawn', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId } = await version()
    await send(`${publicId} · 1`)
    await sendAgain(async (drafter) => {
      for (const { id, version: seen } of (await getSubmission(drafter)).entries)
        await removeEntry(drafter, { id, version: seen })
    })
    expect((await version(2)).stamped).toEqual({
      hasForm: false,
      isConfirmed: false,
      mayUpload: false,
      scans: [],
    })
    expect(
      await app.rows(sql`
        SELECT 1 FROM attachments WHERE submission_id = (SELECT id FROM submissions WHERE public_id = ${publicId})`),
    ).toEqual([])
  })
})

it('is of an earlier text once the response is sent again, and marks nothing any more', async () => {
  const { scan, sent } = await makeStampedResponse()
  await settle(scan.id, { act: 'confirm' })
  await sendAgain()
  const { stamped, comments } = await version(2)
  expect(stamped).toMatchObject({
    isConfirmed: false,
    mayUpload: true,
    scans: [{ state: 'earlier', revision: 1 }],
  })
  expect(comments.map(({ publicId }) => publicId)).toEqual(sent.comments.map(({ publicId }) => publicId))
  for (const { publicId } of comments) expect(await isStamped(publicId)).toBe(false)
  expect((await send(`${sent.publicId} · 1`, { number: 2 })).status).toBe(422)
  expect((await send(`${sent.publicId} · 2`, { number: 2 })).status).toBe(303)
  expect(scanOf(await list('?state=earlier'), sent.publicId)).toMatchObject({
    ...{ isHidden: false, mayDecide: false, decidedBy: expect.any(String) },
    entries: sent.entries.map(({ body }) => ({ body })),
  })
  expect((await app.get(`/api/staff/stamped/${scan.id}/file`, { as: stage.staff })).status).toBe(200)
})
