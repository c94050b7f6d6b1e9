import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from '/work/main/node_modules/drizzle-orm/index.js'
import { connect } from '/work/main/worker/local/connect.ts'
import { migrate } from '/work/main/worker/local/migrate.ts'
import { systemContext } from '/work/main/worker/local/seed.ts'
import { startDatabaseServer } from '/work/main/worker/local/sqld.ts'
import { openDatabase } from '/work/main/worker/db/client.ts'
import { sealAuditLog } from '/work/main/worker/services/transparency/seal-audit-log.ts'
import { proveInclusion } from '/work/main/worker/services/transparency/prove-inclusion.ts'
import { proveConsistency } from '/work/main/worker/services/transparency/prove-consistency.ts'
import { listEntries } from '/work/main/worker/services/transparency/list-entries.ts'
import { listHeads } from '/work/main/worker/services/transparency/list-heads.ts'
import { verifyDatabase } from '/work/main/worker/local/verify-database.ts'

const open = (url: string) => { const client = connect(url); const db = openDatabase({ url }); return { client, db, ctx: (now: number) => ({ ...systemContext(client, new Date(now)), db, random: (n: number) => crypto.getRandomValues(new Uint8Array(n)) }) } }
const big = open('http://127.0.0.1:36367')
const folder = mkdtempSync('/tmp/part-e/db-')
const server = await startDatabaseServer(join(folder, 'database'), folder)
const small = open(server.url)
await migrate(small.client, { now: new Date() })
await small.db.run(sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 1000)
  INSERT INTO audit_log (at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)
  SELECT 1700000000000 + i, lower(hex(randomblob(16))), 'participant', NULL, 'comment.submitted', 'comment', printf('GX21-%04d-%04d', i/10000, i%10000), '{"revision":1,"measure":3,"isReply":false}' FROM n`)
console.log('small', await sealAuditLog(small.ctx(1_900_000_000_000)))
const s = performance.now()
const sealed = await sealAuditLog(big.ctx(1_900_000_000_000), { limit: 10_000_000 })
console.log('big', sealed, (sealed / (performance.now() - s) * 1000).toFixed(0), 'rows/s')
const id = (size: number) => { const i = 1 + Math.floor(Math.random() * (size - 1)); return `GX21-${String(Math.floor(i / 10000)).padStart(4, '0')}-${String(i % 10000).padStart(4, '0')}` }
const acts: Record<string, (c: any, size: number) => Promise<unknown>> = {
  inclusion: (c, size) => proveInclusion(c, id(size)),
  consistency: (c, size) => proveConsistency(c, { from: 1 + Math.floor(Math.random() * (size - 1)), to: size }),
  heads: (c) => listHeads(c),
  entries100: (c, size) => listEntries(c, { after: String(Math.floor(Math.random() * (size - 200))), limit: 100 }),
}
for (const [name, act] of Object.entries(acts)) {
  const t = { small: [] as number[], big: [] as number[] }
  for (let i = 0; i < 400; i++) for (const [k, d, size] of [['small', small, 1000], ['big', big, 1000000]] as const) { const s = performance.now(); await act(d.ctx(0), size); t[k].push(performance.now() - s) }
  const m = (a: number[]) => a.sort((x, y) => x - y)[200]!
  console.log(name, '1,000:', m(t.small).toFixed(2), 'ms  1,000,000:', m(t.big).toFixed(2), 'ms  ratio', (m(t.big) / m(t.small)).toFixed(2))
}
await server.stop()
process.exit(0)
