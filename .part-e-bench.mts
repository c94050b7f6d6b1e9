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
const folder = mkdtempSync('/tmp/part-e/db-')
const server = await startDatabaseServer(join(folder, 'database'), folder)
const client = connect(server.url)
await migrate(client, { now: new Date() })
const db = openDatabase({ url: server.url })
const ctx = (now: number) => ({ ...systemContext(client, new Date(now)), db, random: (n: number) => crypto.getRandomValues(new Uint8Array(n)) })
const fill = async (from: number, count: number) => {
  for (let at = from; at < from + count; at += 20000)
  await db.run(sql`WITH RECURSIVE n(i) AS (SELECT ${at} UNION ALL SELECT i+1 FROM n WHERE i < ${at + Math.min(20000, from + count - at) - 1})
  INSERT INTO audit_log (at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)
  SELECT 1700000000000 + i, lower(hex(randomblob(16))), 'participant', NULL, 'comment.submitted', 'comment', printf('GX21-%04d-%04d', i/10000, i%10000), '{"revision":1,"measure":3,"isReply":false}' FROM n`)
}
const time = async (what: string, act: () => Promise<unknown>, runs = 200) => {
  const t: number[] = []
  for (let i = 0; i < runs; i++) { const s = performance.now(); await act(); t.push(performance.now() - s) }
  t.sort((a, b) => a - b)
  console.log(what, 'p50', t[runs >> 1]!.toFixed(2), 'p95', t[Math.floor(runs * 0.95)]!.toFixed(2), 'ms')
}
let now = 1_800_000_000_000
let size = 0
for (const to of process.argv.slice(2).map(Number)) {
  await fill(size + 1, to - size)
  now += 3600_000
  const s = performance.now()
  const sealed = await sealAuditLog(ctx(now), { limit: 10_000_000 })
  const ms = performance.now() - s
  console.log(`\nsize ${to}: sealed ${sealed} in ${(ms / 1000).toFixed(2)} s = ${(sealed / ms * 1000).toFixed(0)} rows/s`)
  size = to
  const r = () => 1 + Math.floor(Math.random() * (size - 1))
  await time('inclusion  ', () => { const i = r(); return proveInclusion(ctx(now), `GX21-${String(Math.floor(i / 10000)).padStart(4, '0')}-${String(i % 10000).padStart(4, '0')}`) })
  await time('consistency', () => proveConsistency(ctx(now), { from: r(), to: size }))
  await time('heads      ', () => listHeads(ctx(now)))
  await time('entries 1000', () => listEntries(ctx(now), { after: String(r()) }), 30)
  await time('entries 100', () => listEntries(ctx(now), { after: String(r()), limit: 100 }), 50)
}
if (size <= 200000) { const s = performance.now()
await verifyDatabase(client, null)
console.log('verify database', ((performance.now() - s) / 1000).toFixed(1), 's for', size) }
await server.stop()
