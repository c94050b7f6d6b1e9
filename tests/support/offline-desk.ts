import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { ImportCheck } from '../../worker/contract/offline'
import type { FoundCell } from '../../worker/services/offline/read-table'
import { bodyOf } from './answers'
import { makeConsultation } from './make-consultation'
import { fileOf, offlineOpinion, offlineRow } from './make-offline'
import { makeReasons } from './make-reasons'
import { signInAs } from './make-user'
import { startTestApp } from './test-app'

export const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')

/** What a member of staff does with opinions that came in past the site, one by one or as a file. */
export async function startOfflineDesk() {
  const app = await startTestApp()
  const { closesAt } = await makeConsultation(app)
  await makeReasons(app)
  const desk = { staff: await signInAs(app, 'staff') }

  const now = () => app.clock.now()
  const enter = (change: Parameters<typeof offlineOpinion>[1] = {}) =>
    app.post('/api/staff/offline', offlineOpinion(now(), change), { as: desk.staff })
  const check = (content: Uint8Array | string) =>
    app.post('/api/staff/offline/check', fileOf(content), { as: desk.staff })
  const checked = async (content: Uint8Array | string) => bodyOf<ImportCheck>(await check(content))
  const importFile = (content: Uint8Array | string, hash = sha256(content), as = desk.staff) =>
    app.post('/api/staff/offline/import', { ...fileOf(content), sha256: hash }, { as })
  const row = (change: Record<string, FoundCell> = {}) => offlineRow(now(), change)
  const stored = async (publicId: string) =>
    (
      await app.rows<Record<string, unknown>>(sql`
        SELECT c.*, o.received_on, o.reference, o.import_id FROM comments c JOIN offline_records o ON o.comment_id = c.id
        WHERE c.public_id = ${publicId}`)
    )[0]
  return { app, closesAt, desk, now, enter, check, checked, importFile, row, stored }
}
