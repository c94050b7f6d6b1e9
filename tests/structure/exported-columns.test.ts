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
  ...['response_steps', 'codebooks', 'codes', 'codebook_entries', 'coding_samples', 'offline_imports'],
]

/** The comments, and every table that refers to them or to one that does. */
async function findTables(): Promise<string[]> {
  const names = (
    await listRows(`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'comment_search%'`)
  ).map(({ name }) => String(name))
  const references = new Map<string, string[]>()
  for (const name of names)
    references.set(
      name,
      (await listRows('SELECT "table" AS target FROM pragma_foreign_key_list(?)', [name])).map(({ target }) =>
        String(target),
      ),
    )
  const found = new Set(['comments'])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const [name, targets] of references) if (targets.some((target) => found.has(target))) found.add(name)
  }
  return [...found, ...restedOn]
}

async function listColumns(): Promise<string[]> {
  const columns: string[] = []
  for (const table of await findTables()) {
    const own = await listRows('SELECT name FROM pragma_table_info(?)', [table])
    columns.push(...own.map(({ name }) => `${table}.${name}`))
  }
  return columns
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
