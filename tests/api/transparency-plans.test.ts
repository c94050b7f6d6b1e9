import type { InStatement } from '@libsql/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../worker/db/client'
import { recordAudit } from '../../worker/services/audit/record'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { minute } from '../support/clock'
import { startTestApp } from '../support/test-app'

type Statement = Exclude<InStatement, string>

const sent: Statement[] = []
let address = ''

/** The app's own database, which also writes down what it is asked. */
function openWatched() {
  const db = openDatabase({ url: address })
  const { batch, execute } = db.$client
  db.$client.batch = (statements, mode) => {
    sent.push(...(statements as Statement[]))
    return batch(statements as InStatement[], mode)
  }
  db.$client.execute = ((statement: Statement) => {
    sent.push(statement)
    return execute(statement)
  }) as typeof execute
  return db
}

const app = await startTestApp({ openDatabase: openWatched })
address = app.url

beforeAll(async () => {
  const entry = { action: 'comment.submitted', subjectKind: 'comment' } as const
  for (let i = 0; i < 9; i += 1)
    await recordAudit(app.context(), { ...entry, subjectId: `T001-0000-000${i}` })
  app.clock.advance(minute)
  await sealAuditLog(app.context())
})

/** How SQLite would run each thing that a request asks. */
async function plansOf(path: string): Promise<string[]> {
  sent.length = 0
  expect((await app.get(path)).status).toBe(200)
  const asked = [...sent]
  expect(asked.length).toBeGreaterThan(0)
  const plans = asked.map(async ({ sql, args }) => {
    const { rows } = await app.db.$client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args ?? [] })
    return rows.map(({ detail }) => String(detail))
  })
  return (await Promise.all(plans)).flat()
}

const paths = [
  '/api/transparency?limit=5',
  '/api/transparency?limit=5&after=9',
  '/api/transparency/entries?limit=5',
  '/api/transparency/entries?limit=5&after=3',
  '/api/transparency/inclusion?publicId=T001-0000-0007',
  '/api/transparency/consistency?from=3&to=9',
  '/transparency',
]

describe('the sealed record costs the same however long it is', () => {
  it.each(paths)('%s reads no whole table', async (path) => {
    const scans = (await plansOf(path)).filter((detail) => /^SCAN /.test(detail))
    const harmless = /^SCAN (w|json_each) VIRTUAL TABLE|^SCAN CONSTANT ROW|^SCAN tree_heads$/
    expect(scans.filter((detail) => !harmless.test(detail))).toEqual([])
  })

  it.each(paths)('%s sorts nothing', async (path) => {
    expect((await plansOf(path)).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
  })

  it('finds the entries about a comment by its number', async () => {
    const plan = await plansOf('/api/transparency/inclusion?publicId=T001-0000-0007')
    expect(plan.join('\n')).toContain('INDEX audit_log_of_subject (subject_kind=? AND subject_id=?')
    expect(plan.join('\n')).toContain('SEARCH n USING PRIMARY KEY (level=? AND position=?)')
  })
})
