import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../../worker/local/connect'
import { commentSources, furtherSources } from '../../worker/services/exports/column-sources'
import { publicColumnDenials, publicTableDenials } from '../../worker/services/exports/deny-list'
import { tablesFor } from '../../worker/services/exports/dictionary'
import { neverExported } from '../../worker/services/exports/never-exported'
import { openTables } from '../../worker/services/exports/open-data/open-tables'
import { startDatabase } from '../support/sqld'

const server = await startDatabase()
const client = connect(server.url)
afterAll(async () => {
  client.close()
  await server.stop()
})

async function listRows(sql: string, args: string[] = []) {
  return (await client.execute({ sql, args })).rows
}

/** What a comment's handling rests on without referring to it. */
const restedOn = [
  ...['similar_groups', 'targets', 'plan_revisions', 'clause_changes', 'responses', 'response_versions'],
  ...[
    'news',
    'follows',
    'follow_subjects',
    'follow_mails',
    'response_steps',
    'codebooks',
    'codes',
    'codebook_entries',
    'coding_samples',
    'offline_imports',
  ],
  ...['enterprises', 'enterprise_contacts', 'enterprise_members', 'enterprise_invitations', 'join_requests'],
  ...['verification_steps', 'account_links', 'account_mails'],
]

/** The comments, and every table that refers to them or to one that does. */
async function findTables(): Promise<string[]> {
  const rows = await listRows(`
    SELECT m.name, f."table" AS target FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'comment_search%'`)
  const found = new Set(['comments'])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const { name, target } of rows) if (found.has(String(target))) found.add(String(name))
  }
  return [...found, ...restedOn]
}

async function listColumns(): Promise<string[]> {
  const tables = await findTables()
  const rows = await listRows(`
    SELECT m.name AS "table", p.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) p
    WHERE m.type = 'table'`)
  return rows
    .filter(({ table }) => tables.includes(String(table)))
    .map(({ table, column }) => `${table}.${column}`)
}

const exported = new Set([
  ...Object.values(commentSources).flat(),
  ...Object.values(furtherSources).flatMap((columns) => Object.values(columns).flat()),
])
const kept = neverExported.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))

describe('a column of the comments or of what hangs on them', () => {
  it('is exported, or kept back for a reason', async () => {
    const columns = await listColumns()
    expect(columns.length).toBeGreaterThan(200)
    expect(columns.filter((column) => !exported.has(column) && !kept.includes(column))).toEqual([])
  })

  it('is not both, and is in the database where it is listed', async () => {
    const columns = await listColumns()
    expect(kept.filter((column) => exported.has(column))).toEqual([])
    expect(kept.filter((column, i) => kept.indexOf(column) !== i)).toEqual([])
    expect([...exported, ...kept].filter((column) => !columns.includes(column))).toEqual([])
  })

  it('is kept back for a reason that is a sentence', () => {
    for (const { reason, columns } of neverExported) {
      expect(reason).toMatch(/^\p{Script=Han}.{3,}。$/u)
      expect(columns).not.toEqual([])
    }
  })
})

describe('a source', () => {
  it('belongs to a column that some export has', () => {
    const keysOf = (name: string) =>
      [...tablesFor('staff'), ...openTables]
        .filter((table) => table.name === name)
        .flatMap(({ columns }) => columns.map(({ key }) => key as string))
    for (const [name, columns] of Object.entries({ comments: commentSources, ...furtherSources }))
      expect(keysOf(name), name).toEqual(expect.arrayContaining(Object.keys(columns)))
  })
})

describe('the public', () => {
  it('gets the columns of the staff less those on the deny-list, and no other', () => {
    const shown = tablesFor('public')
    const names = tablesFor('staff').map(({ name }) => name)
    expect(names.filter((name) => !shown.some((table) => table.name === name))).toEqual(
      names.filter((name) => name in publicTableDenials),
    )
    for (const table of tablesFor('staff').filter(({ name }) => !(name in publicTableDenials))) {
      const denied = Object.keys(publicColumnDenials[table.name] ?? {})
      const keys = table.columns.map(({ key }) => key as string)
      expect(keys).toEqual(expect.arrayContaining(denied))
      expect(shown.find(({ name }) => name === table.name)?.columns.map(({ key }) => key)).toEqual(
        keys.filter((key) => !denied.includes(key)),
      )
    }
  })

  it('is told in both languages why', () => {
    for (const { zh, en } of [
      ...Object.values(publicTableDenials),
      ...Object.values(publicColumnDenials).flatMap((columns) => Object.values(columns)),
    ]) {
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/^[A-Z].*\.$/)
    }
  })
})
