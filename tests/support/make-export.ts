import { sql } from 'drizzle-orm'
import type { TestApp } from './test-app'

let made = 0

/** An export that somebody began just now and is not through with. */
export async function makeRunningExport(app: TestApp, by: string | null = null): Promise<string> {
  made += 1
  const id = String(made).padStart(32, '0')
  const at = app.clock.now().getTime()
  await app.db.run(sql`
    INSERT INTO exports (id, kind, audience, snapshot_at, requested_by, requested_at, seen_at)
    VALUES (${id}, 'comments.csv', 'staff', ${at}, ${by}, ${at}, ${at})`)
  return id
}

/** The key of the consultation that is out for opinions. */
export async function currentKey(app: TestApp): Promise<string> {
  const [row] = await app.rows<{ key: string }>(sql`SELECT key FROM consultations WHERE is_current = 1`)
  return row?.key ?? ''
}
