import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sweepFiles } from '../../worker/services/files/sweep-files'
import { Clock } from '../support/clock'
import { decide } from '../support/make-comment'
import { makeFirm, makeResponse } from '../support/make-submission'
import { stageStampedResponses } from '../support/stamped-response'

const { app, stage, entries, version, send, sendAgain } = await stageStampedResponses()
const matchOf = async (id: string, revision: number, hash: string) =>
  (
    (await (await app.get(`/api/verify-form?id=${id}&revision=${revision}&hash=${hash}`)).json()) as {
      match: string
    }
  ).match

describe('the form of a whole version', () => {
  it('is printed with every opinion, number, version and the hash that was sealed', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    expect(sent.stamped).toEqual({ hasForm: true, isConfirmed: false, mayUpload: true, scans: [] })
    const html = await (
      await app.get('/enterprise/response/versions/1/form', { as: stage.firm.drafter.cookie })
    ).text()
    for (const text of [
      ...entries.map(({ body }) => body),
      stage.firm.name,
      `${sent.publicId} · 1`,
      sent.sha256,
    ])
      expect(html).toContain(text)
    expect(createHash('sha256').update(sent.content).digest('hex')).toBe(sent.sha256)
  })

  it('is there neither for an earlier version nor for anybody outside', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    await sendAgain()
    const form = (number: number, as: string) =>
      app.get(`/enterprise/response/versions/${number}/form`, { as })
    expect((await form(1, stage.firm.owner.cookie)).status).toBe(404)
    expect((await form(2, stage.firm.owner.cookie)).status).toBe(200)
    const other = await makeFirm(app)
    expect((await form(2, other.owner.cookie)).status).toBe(404)
  })

  it('is found to be the same text, or an earlier one, by whoever scans it', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId, sha256 } = await version()
    expect(await matchOf(publicId, 1, sha256.slice(0, 16))).toBe('same')
    expect(await matchOf(publicId, 1, '0'.repeat(16))).toBe('different')
    expect(await matchOf(publicId, 2, sha256)).toBe('different')
    await sendAgain()
    expect(await matchOf(publicId, 1, sha256)).toBe('earlier')
  })

  it('is neither printed nor verified once words of it are hidden', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId, sha256, comments } = await version()
    await decide(app, {
      publicId: comments[1]?.publicId ?? '',
      revision: 1,
      decision: 'redact',
      redactions: [{ start: 2, end: 5, reason: 'person' }],
    })
    expect((await version()).stamped).toMatchObject({ hasForm: false, mayUpload: false })
    expect(await matchOf(publicId, 1, sha256)).toBe('unknown')
  })
})

describe('uploading its stamped paper', () => {
  it('keeps it with the version and its hash, on record', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId, sha256 } = await version()
    expect((await send(`${publicId} · 1`)).status).toBe(303)
    expect((await version()).stamped).toMatchObject({
      mayUpload: true,
      scans: [{ state: 'submitted', revision: 1, file: { name: '盖章件.pdf' } }],
    })
    const rows = await app.rows(sql`
      SELECT s.text_sha256, s.comment_id, a.submission_id = s.submission_id AS hangs FROM stamped_scans s
      JOIN attachments a ON a.id = s.attachment_id JOIN submissions b ON b.id = s.submission_id
      WHERE b.public_id = ${publicId}`)
    expect(rows).toEqual([{ text_sha256: sha256, comment_id: null, hangs: 1 }])
    expect(
      await app.rows(sql`
        SELECT subject_kind FROM audit_log WHERE action = 'stamped_scan.uploaded' AND subject_id = (
          SELECT id FROM submissions WHERE public_id = ${publicId})`),
    ).toEqual([{ subject_kind: 'submission' }])
  })

  it.each([
    ['another number', () => 'GX21-7F3K-92QX · 1', 422, '编号'],
    ['no version', (id: string) => id, 422, '版次'],
    ['a later version', (id: string) => `${id} · 2`, 422, '版次'],
  ])('refuses %s, keeps what was typed and stores nothing', async (_, codeOf, status, sentence) => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId } = await version()
    const files = app.files.files.size
    const answer = await send(codeOf(publicId))
    expect(answer.status).toBe(status)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain(`value="${codeOf(publicId)}"`)
    expect(app.files.files.size).toBe(files)
  })

  it('refuses a file that is no scan', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId } = await version()
    expect((await send(`${publicId} · 1`, { name: '盖章件.docx' })).status).toBe(422)
    expect((await version()).stamped.scans).toEqual([])
  })

  it('is for those who may send, and replaces the one that waits', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const code = `${(await version()).publicId} · 1`
    expect((await send(code, { as: stage.firm.drafter.cookie })).status).toBe(409)
    expect((await version(1, stage.firm.drafter.cookie)).stamped.mayUpload).toBe(false)
    const before = app.files.files.size
    expect((await send(code)).status).toBe(303)
    expect((await send(code)).status).toBe(303)
    expect((await version()).stamped.scans).toHaveLength(1)
    expect(app.files.files.size).toBe(before + 1)
  })

  it('is taken after the closing, and not once the result is published', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const code = `${(await version()).publicId} · 1`
    app.clock.set(stage.closesAt)
    expect((await send(code)).status).toBe(303)
    await app.db.run(
      sql`UPDATE consultations SET result_at = ${stage.closesAt.getTime()} WHERE key = ${stage.key}`,
    )
    expect((await send(code)).status).toBe(409)
    await app.db.run(sql`UPDATE consultations SET result_at = NULL WHERE key = ${stage.key}`)
  })

  it('outlives the sweep of what was never sent', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const { publicId } = await version()
    await send(`${publicId} · 1`)
    app.clock.set(new Date(new Clock().now().getTime() + 3 * 86_400_000))
    await sweepFiles(app.context())
    const [row] = await app.rows<{ storage_key: string }>(sql`
      SELECT storage_key FROM attachments WHERE submission_id = (SELECT id FROM submissions WHERE public_id = ${publicId})`)
    expect(app.files.files.has(row?.storage_key ?? '')).toBe(true)
  })

  it('takes only so many uploads at a time', async () => {
    await makeResponse(app, stage.firm, 'sent', entries)
    const code = `${(await version()).publicId} · 1`
    app.limits.allow('SUBMIT_LIMIT', 0)
    expect((await send(code)).status).toBe(429)
  })
})
