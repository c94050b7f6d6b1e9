import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ExportListView, ExportRecordView } from '../../worker/contract/exports'
import { endSilentExports } from '../../worker/services/exports/record/end-silent-exports'
import { bodyOf, errorOf } from '../support/answers'
import { minute, second } from '../support/clock'
import { copyComment, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeRunningExport } from '../support/make-export'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const as = await signInAs(app, 'staff', '赵工')

beforeEach(async () => {
  await makeConsultation(app)
})

const open = (path = 'comments.csv', who = as) => app.get(`/api/staff/exports/${path}`, { as: who })
const idOf = (answer: Response) => answer.headers.get('x-export-id') ?? ''
const list = async () => (await bodyOf<ExportListView>(await app.get('/api/staff/exports', { as }))).items
async function recordOf(id: string): Promise<ExportRecordView> {
  const found = (await list()).find((item) => item.id === id)
  if (!found) throw new Error(`${id} is not listed`)
  return found
}
const cancel = (id: string, who = as) => app.post(`/api/staff/exports/${id}/cancel`, {}, { as: who })

/** Comments enough for three pages. */
async function makeMany(): Promise<void> {
  const { publicId } = await makeComment(app)
  await copyComment(app, publicId, 2345)
}

/** An answer that has begun: its reader, at the first rows. */
async function begin(path?: string) {
  const answer = await open(path)
  const reader = answer.body?.getReader()
  if (!reader) throw new Error('the answer has no body')
  await reader.read()
  await reader.read()
  return { id: idOf(answer), reader }
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}

describe('the record of an export', () => {
  it.each(['comments.csv', 'comments.xlsx', 'adoption.csv'])(
    'of %s says who took what of when, how many rows, and the hash of the file that was sent',
    async (kind) => {
      await makeComment(app)
      await makeComment(app)
      const answer = await open(`${kind}?measure=1.1`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(await recordOf(idOf(answer))).toMatchObject({
        kind,
        audience: 'staff',
        filters: { measure: '1.1' },
        snapshotAt: app.clock.now().toISOString(),
        state: 'done',
        rows: 2,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        requestedBy: '赵工',
        isMine: true,
        mayCancel: false,
        endedAt: app.clock.now().toISOString(),
      })
    },
  )

  it('runs until the last byte is taken, and tells how far it is about once a second', async () => {
    await makeMany()
    const { id, reader } = await begin()
    expect(await recordOf(id)).toMatchObject({ state: 'running', rows: 0, mayCancel: true, sha256: null })
    app.clock.advance(second)
    await reader.read()
    const { rows, bytes, state } = await recordOf(id)
    expect({ rows, state }).toEqual({ rows: 1000, state: 'running' })
    expect(bytes).toBeGreaterThan(100_000)
    await drain(reader)
    expect(await recordOf(id)).toMatchObject({ state: 'done', rows: 2346 })
  })

  it('lists the newest first', async () => {
    const first = idOf(await open())
    app.clock.advance(second)
    const last = idOf(await open())
    expect((await list()).slice(0, 2).map(({ id }) => id)).toEqual([last, first])
  })
})

describe('an export that is cancelled', () => {
  it.each(['comments.csv', 'comments.xlsx'])('stops %s at the next page with an error', async (kind) => {
    await makeMany()
    const { id, reader } = await begin(kind)
    expect(await bodyOf<ExportRecordView>(await cancel(id))).toMatchObject({ state: 'cancelled' })
    await expect(drain(reader)).rejects.toThrow('The export was cancelled.')
    expect(await recordOf(id)).toMatchObject({ state: 'cancelled', sha256: null })
    const [row] = await app.rows<{ action: string; subject_id: string }>(
      sql`SELECT action, subject_id FROM audit_log ORDER BY id DESC LIMIT 1`,
    )
    expect(row).toEqual({ action: 'export.cancelled', subject_id: id })
  })

  it('is noted as cancelled too where its reader leaves', async () => {
    await makeMany()
    const { id, reader } = await begin()
    await reader.cancel()
    expect(await recordOf(id)).toMatchObject({ state: 'cancelled', sha256: null })
  })

  it('is not cancelled again, nor after its end', async () => {
    const answer = await open()
    await answer.arrayBuffer()
    expect((await errorOf(await cancel(idOf(answer)))).code).toBe('export_ended')
    const id = await makeRunningExport(app)
    const admin = await signInAs(app, 'admin')
    await cancel(id, admin)
    expect((await errorOf(await cancel(id, admin))).code).toBe('export_ended')
  })

  it('is one’s own, or anybody’s for an administrator; what is not there is not found', async () => {
    await makeMany()
    const { id, reader } = await begin()
    const other = await signInAs(app, 'staff', '钱工')
    expect((await errorOf(await cancel(id, other))).code).toBe('forbidden')
    expect(await recordOf(id)).toMatchObject({ state: 'running' })
    expect((await cancel(id, await signInAs(app, 'admin'))).status).toBe(200)
    await reader.cancel()
    expect((await errorOf(await cancel(`${'0'.repeat(31)}f`))).code).toBe('not_found')
  })
})

describe('an export that fails', () => {
  it.each(['comments.csv', 'comments.xlsx'])('says so for %s, and its file breaks off', async (kind) => {
    await makeMany()
    const { id, reader } = await begin(kind)
    await app.db.run(sql`ALTER TABLE comment_contacts RENAME TO comment_contacts_gone`)
    await expect(drain(reader)).rejects.toThrow()
    await app.db.run(sql`ALTER TABLE comment_contacts_gone RENAME TO comment_contacts`)
    expect(await recordOf(id)).toMatchObject({ state: 'failed', sha256: null, mayCancel: false })
  })

  it('is closed as failed once nobody has sent or read it for a quarter of an hour', async () => {
    const id = await makeRunningExport(app)
    app.clock.advance(15 * minute)
    await endSilentExports(app.context())
    expect(await recordOf(id)).toMatchObject({ state: 'running' })
    app.clock.advance(1)
    await endSilentExports(app.context())
    expect(await recordOf(id)).toMatchObject({ state: 'failed', endedAt: app.clock.now().toISOString() })
  })
})
