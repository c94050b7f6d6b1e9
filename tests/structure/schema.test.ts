import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, describe, expect, it } from 'vitest'
import * as schema from '../../worker/db/schema'
import { connect } from '../../worker/local/connect'
import { startDatabase } from '../support/sqld'
import { files, read } from './sources'

const server = await startDatabase()
const client = connect(server.url)
afterAll(async () => {
  client.close()
  await server.stop()
})

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const tables = Object.values<unknown>(schema)
  .filter((value) => value instanceof SQLiteTable)
  .map(getTableConfig)

async function listRows(sql: string, args: string[] = []) {
  return (await client.execute({ sql, args })).rows
}

describe('the migrations', () => {
  const names = files
    .filter((file) => file.startsWith('migrations/'))
    .map((file) => file.slice('migrations/'.length))

  it('are numbered without gaps and say what they do', () => {
    expect(names.length).toBeGreaterThan(0)
    for (const [i, name] of names.entries())
      expect(name).toMatch(new RegExp(`^${String(i + 1).padStart(4, '0')}_[a-z]+_[a-z0-9_]+\\.sql$`))
  })

  it('make strict tables, but for the search index', () => {
    const loose = names.flatMap((name) =>
      [...read(`migrations/${name}`).matchAll(/CREATE TABLE (\w+) \([\s\S]*?\n\)([^;]*);/g)]
        .filter(([, , options = '']) => !options.includes('STRICT'))
        .map(([, table]) => table),
    )
    expect(loose).toEqual([])
  })

  it('make the tables of the schema and no other', async () => {
    const made = await listRows(`
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'comment_search%' AND name <> 'schema_migrations' ORDER BY name`)
    expect(made.map(({ name }) => name)).toEqual(tables.map(({ name }) => name).sort())
  })
})

describe.each(tables)('the table $name', ({ name, columns, primaryKeys }) => {
  const inKey = (column: (typeof columns)[number]) =>
    column.primary || primaryKeys.some((key) => key.columns.includes(column))

  it('is named in the plural, in snake_case', () => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(name).toMatch(/s$|_log$/)
  })

  it('has the columns of the schema: names, types, what may be empty, key', async () => {
    const made = await listRows('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', [name])
    const found = made.map((row) => ({
      name: row.name,
      type: row.type,
      isKey: Number(row.pk) > 0,
      mayBeEmpty: Number(row.pk) === 0 && Number(row.notnull) === 0,
    }))
    const declared = columns.map((column) => ({
      name: toSnakeCase(column.name),
      type: column.getSQLType().toUpperCase(),
      isKey: inKey(column),
      mayBeEmpty: !inKey(column) && !column.notNull,
    }))
    expect(found).toEqual(declared)
  })

  it('names its moments _at, what ends with one _until, and its flags is_, may_ or has_', () => {
    for (const column of columns) {
      const columnName = toSnakeCase(column.name)
      if (column.dataType === 'date') expect(columnName).toMatch(/(_at|^at|_until|^until)$/)
      if (column.dataType === 'boolean') expect(columnName).toMatch(/^(is|may|has)_|_verified$/)
    }
  })
})
