import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordAudit } from '../../worker/services/audit/record'
import { listHeads } from '../../worker/services/transparency/list-heads'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { minute } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => app.clock.advance(minute))

const seal = () => sealAuditLog(app.context())
const newest = async () => (await listHeads(app.context())).head ?? { size: 0 }

describe('sealing', () => {
  it('leaves nothing out and seals nothing twice', async () => {
    await makeComment(app)
    await seal()
    const { size } = await newest()
    const [rows] = await app.rows<{ count: number }>(sql`SELECT count(*) AS count FROM audit_log`)
    expect(size).toBe(rows?.count)
    app.clock.advance(minute)
    expect(await seal()).toBe(0)
    expect(await newest()).toMatchObject({ size })
  })

  it('takes no more than it is told to, and goes on where it stopped', async () => {
    await seal()
    for (let i = 0; i < 3; i += 1) await makeComment(app, { state: 'pending' })
    app.clock.advance(minute)
    expect(await sealAuditLog(app.context(), { limit: 2 })).toBe(2)
    app.clock.advance(minute)
    expect(await sealAuditLog(app.context(), { limit: 2 })).toBe(1)
  })

  it('makes one head for what comes close together', async () => {
    await makeComment(app, { state: 'pending' })
    expect(await seal()).toBe(1)
    await makeComment(app, { state: 'pending' })
    expect(await seal()).toBe(0)
    app.clock.advance(minute)
    expect(await seal()).toBe(1)
  })

  it('is done once where several runs begin at the same time', async () => {
    await seal()
    app.clock.advance(minute)
    for (let i = 0; i < 5; i += 1) await makeComment(app, { state: 'pending' })
    app.clock.advance(minute)
    const { size } = await newest()
    const sealed = await Promise.all(Array.from({ length: 8 }, seal))
    expect(sealed.reduce((all, one) => all + one, 0)).toBe(5)
    expect((await newest()).size).toBe(size + 5)
  })

  it.each([
    `UPDATE sealed_entries SET leaf = salt`,
    `DELETE FROM sealed_entries`,
    `INSERT OR REPLACE INTO sealed_entries SELECT * FROM sealed_entries LIMIT 1`,
    `UPDATE tree_nodes SET hash = ''`,
    `DELETE FROM tree_nodes`,
    `INSERT OR REPLACE INTO tree_nodes SELECT * FROM tree_nodes LIMIT 1`,
    `UPDATE tree_heads SET root = ''`,
    `DELETE FROM tree_heads`,
    `INSERT OR REPLACE INTO tree_heads SELECT * FROM tree_heads LIMIT 1`,
    `INSERT INTO tree_heads SELECT max(size) + 1, root, sealed_at FROM tree_heads`,
    `INSERT INTO sealed_entries SELECT max(position) + 1, max(audit_id) + 2, 1, '', '' FROM sealed_entries`,
    `INSERT INTO audit_log SELECT 0, at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data
      FROM audit_log WHERE id = 1`,
  ])('is not undone by the database: %s', async (statement) => {
    await makeComment(app)
    await seal()
    await makeComment(app)
    const refusal = await app.db.run(sql.raw(statement)).catch((error: Error) => String(error.cause))
    expect(refusal).toMatch(/append-only|grows at its end|follows audit_log|covers all/)
  })
})

describe('the numbers of the audit log', () => {
  const entry = { action: 'comment.submitted', subjectKind: 'comment', subjectId: 'T001-7F3K-92QX' } as const
  const numbers = async () =>
    (await app.rows<{ id: number }>(sql`SELECT id FROM audit_log ORDER BY id`)).map(({ id }) => id)

  it('have no gap after acts that came to nothing: a gap means that a row was removed', async () => {
    const { db } = app
    const ctx = app.context()
    await recordAudit(ctx, entry)
    await recordAudit(ctx, entry, sql`0`)
    const failing = db.batch([recordAudit(ctx, entry), db.run(sql`INSERT INTO tree_heads VALUES (1, '', 0)`)])
    await expect(failing).rejects.toThrow()
    await recordAudit(ctx, entry)
    const ids = await numbers()
    expect(ids).toEqual(ids.map((_, i) => i + 1))
  })

  it('have none after a crowd of writers either', async () => {
    const before = (await numbers()).length
    await Promise.all(Array.from({ length: 40 }, () => recordAudit(app.context(), entry)))
    const ids = await numbers()
    expect(ids).toEqual(Array.from({ length: before + 40 }, (_, i) => i + 1))
  })
})
