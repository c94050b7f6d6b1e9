import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { startDeciding } from '../support/deciding'
import { secret } from '../support/make-annex'
import { makeEntryFiles } from '../support/make-entry-files'
import { type Firm, makeFirm, makeResponse, newEntry } from '../support/make-submission'

const { app } = await startDeciding()
let firm: Firm
beforeEach(async () => {
  app.limits.reset()
  firm = await makeFirm(app)
})

const open = (sha256: string, as = firm.approver.cookie, headers: Record<string, string> = {}) =>
  app.get(`/enterprise/response/files/${sha256}`, { as, headers })

describe('a file of an entry', () => {
  it('is opened by colleagues before they approve it, saved and never shown, and on record', async () => {
    const { file, annex, said } = await makeEntryFiles(app)
    await makeResponse(app, firm, 'in_approval', [newEntry(said)])
    for (const as of [firm.approver.cookie, firm.owner.cookie, firm.drafter.cookie]) {
      const answer = await open(file.sha256, as)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect((await answer.arrayBuffer()).byteLength).toBe(file.size)
    }
    for (const page of ['', '/approval'])
      for (const { sha256 } of [file, annex])
        expect(
          await (await app.get(`/enterprise/response${page}`, { as: firm.approver.cookie })).text(),
        ).toContain(`href="/enterprise/response/files/${sha256}"`)
    const opened = await open(annex.sha256)
    expect(new TextDecoder().decode(await opened.arrayBuffer())).toContain(secret)
    expect(
      await app.rows(sql`
        SELECT subject_id, count(*) AS count FROM audit_log
        WHERE action = 'attachment.opened' AND subject_id IN (${file.id}, ${annex.id}) GROUP BY 1 ORDER BY 2`),
    ).toEqual([
      { subject_id: annex.id, count: 1 },
      { subject_id: file.id, count: 3 },
    ])
  })

  it('is there for nobody else: another organisation, a link elsewhere, an unknown hash', async () => {
    const { file, said } = await makeEntryFiles(app)
    await makeResponse(app, firm, 'drafting', [newEntry(said)])
    const other = await makeFirm(app)
    expect((await open(file.sha256, other.owner.cookie)).status).toBe(404)
    expect((await open(file.sha256, firm.owner.cookie, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await open('0'.repeat(64))).status).toBe(404)
    expect((await open('x')).status).toBe(404)
  })

  it('is not given to those to whom the organisation was handed over', async () => {
    const { file, annex, said } = await makeEntryFiles(app)
    await makeResponse(app, firm, 'drafting', [newEntry(said)])
    await app.db.run(sql`UPDATE attachments SET uploaded_by = NULL WHERE id IN (${file.id}, ${annex.id})`)
    await app.db.run(sql`
      UPDATE enterprises SET handed_over_at = ${app.clock.now().getTime()} WHERE id = ${firm.enterpriseId}`)
    for (const { sha256 } of [file, annex]) expect((await open(sha256)).status).toBe(404)
  })
})
