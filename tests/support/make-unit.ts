import { sql } from 'drizzle-orm'
import type { TestApp } from './test-app'

let made = 0
const letters = (n: number) => [...String(n)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')

/** An office with these measures of the current consultation and these people. */
export async function makeUnit(
  app: TestApp,
  {
    name,
    leads = [],
    supports = [],
    members = [],
    heads = [],
  }: { name?: string; leads?: string[]; supports?: string[]; members?: string[]; heads?: string[] } = {},
): Promise<string> {
  made += 1
  const key = `unit_${letters(made)}`
  const id = sql`(SELECT id FROM units WHERE key = ${key})`
  const measures = (keys: string[], part: string) => sql`
    INSERT INTO measure_units (measure_id, unit_id, part)
    SELECT m.id, ${id}, ${part} FROM measures m JOIN consultations s ON s.id = m.consultation_id AND s.is_current = 1
    WHERE m.key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`
  const people = (ids: string[], isHead: number) => sql`
    INSERT INTO unit_members (unit_id, user_id, is_head)
    SELECT ${id}, value, ${isHead} FROM json_each(${JSON.stringify(ids)})`
  await app.db.batch([
    app.db.run(
      sql`INSERT INTO units (key, name, name_en) VALUES (${key}, ${name ?? `第${made}处`}, ${`Unit ${made}`})`,
    ),
    app.db.run(measures(leads, 'lead')),
    app.db.run(measures(supports, 'support')),
    app.db.run(people(members, 0)),
    app.db.run(people(heads, 1)),
  ])
  return key
}
