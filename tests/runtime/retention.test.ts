import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deletionKeys } from '../../worker/contract/privacy'
import { connect } from '../../worker/local/connect'
import { daily, type Served, serve } from '../../worker/local/serve'
import { startDatabase } from '../support/sqld'

const folder = mkdtempSync(join(tmpdir(), 'yanlu-retention-'))
const database = await startDatabase()
const client = connect(database.url)
let served: Served

beforeAll(async () => {
  served = await serve({
    port: 0,
    owner: folder,
    files: join(folder, 'files'),
    vars: {
      ENVIRONMENT: 'local',
      DATABASE_URL: database.url,
      APP_SECRET: 'a secret for tests, thirty-two characters or more',
    },
    onLost: () => {},
  })
})

afterAll(async () => {
  await served?.stop()
  client.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('in workerd, the daily cron deletes what is due and puts a run of every deletion on record', async () => {
  const longAgo = Date.now() - 400 * 86_400_000
  const soon = Date.now() + 86_400_000
  for (const [signature, at] of [
    ['due', longAgo],
    ['kept', soon],
  ] as const)
    await client.execute({
      sql: "INSERT INTO used_proofs (signature, public_id, expires_at) VALUES (?, 'T001', ?)",
      args: [signature, at],
    })
  await served.run(daily)
  const left = await client.execute('SELECT signature FROM used_proofs')
  expect(left.rows.map(({ signature }) => signature)).toEqual(['kept'])
  const runs = await client.execute('SELECT key, sum(deleted) AS deleted FROM retention_runs GROUP BY key')
  const deleted = Object.fromEntries(runs.rows.map((row) => [row.key, row.deleted]))
  const nothing = deletionKeys.filter((key) => key !== 'uploads' && key !== 'sources').map((key) => [key, 0])
  expect(deleted).toEqual({ ...Object.fromEntries(nothing), sources: 1 })
  const acts = await client.execute(
    "SELECT subject_id, data FROM audit_log WHERE action = 'personal_data.deleted'",
  )
  expect(acts.rows.map(({ subject_id, data }) => [subject_id, data])).toEqual([['sources', '{"count":1}']])
})
