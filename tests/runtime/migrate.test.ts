import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, LibsqlError } from '@libsql/client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '../../worker/local/connect'
import { migrate } from '../../worker/local/migrate'
import { startDatabase, type TestDatabase } from '../support/sqld'

const now = new Date('2021-03-01T00:00:00Z')
let database: TestDatabase
let client: Client
let folder: string

beforeAll(async () => {
  database = await startDatabase({ migrated: false })
  client = connect(database.url)
})

afterAll(async () => {
  client.close()
  await database.stop()
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yanlu-migrations-'))
  await client.batch(['drop table if exists schema_migrations', 'drop table if exists words'], 'write')
  write('0001_create_words.sql', 'create table words (word text primary key)')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('applies each migration once, in the order of their names', async () => {
  write(
    '0002_add_words.sql',
    "insert into words values ('言')\n--> statement-breakpoint\ninsert into words values ('路')",
  )
  expect(await run()).toEqual(['0001_create_words', '0002_add_words'])
  expect(await run()).toEqual([])
  expect(await words()).toEqual(['言', '路'])
  const { rows } = await client.execute('select name, applied_at from schema_migrations order by name')
  expect(rows.map(({ name, applied_at }) => [name, applied_at])).toEqual([
    ['0001_create_words', now.toISOString()],
    ['0002_add_words', now.toISOString()],
  ])
})

test('keeps a trigger whole', async () => {
  const trigger =
    "create trigger keep before delete on words begin select raise(abort, 'kept'); select 1; end;"
  write(
    '0002_keep_words.sql',
    `-- why\n${trigger}\n--> statement-breakpoint\ninsert into words values ('言');\n`,
  )
  await run()
  await expect(client.execute('delete from words')).rejects.toThrow('kept')
})

test('leaves nothing of a migration that fails', async () => {
  write(
    '0002_add_words.sql',
    "insert into words values ('言')\n--> statement-breakpoint\ninsert into nowhere values (1)",
  )
  await expect(run()).rejects.toThrow('The migration 0002_add_words failed')
  expect(await words()).toEqual([])
  const { rows } = await client.execute('select name from schema_migrations')
  expect(rows.map(({ name }) => name)).toEqual(['0001_create_words'])
})

test('refuses a migration that was edited after it had been applied', async () => {
  await run()
  write('0001_create_words.sql', 'create table words (word text)')
  await expect(run()).rejects.toThrow('was edited after it had been applied')
})

test('refuses a migration that comes before an applied one', async () => {
  write('0003_add_words.sql', "insert into words values ('言')")
  await run()
  write('0002_add_words.sql', "insert into words values ('路')")
  await expect(run()).rejects.toThrow('give it a higher number')
})

test('refuses a database that a newer version has migrated', async () => {
  write('0002_add_words.sql', "insert into words values ('言')")
  await run()
  rmSync(join(folder, '0002_add_words.sql'))
  await expect(run()).rejects.toThrow('run a newer version')
})

test('waits while the database is busy, and applies each migration once all the same', async () => {
  write('0002_add_words.sql', "insert into words values ('言')")
  let refused = 0
  const busy = new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      let calls = 0
      return async (...given: unknown[]) => {
        calls += 1
        if (calls <= 2) {
          refused += 1
          throw new LibsqlError('database is locked', 'SQLITE_BUSY')
        }
        return value.apply(target, given)
      }
    },
  })
  const patient = Object.fromEntries(
    (['execute', 'batch'] as const).map((act) => [act, busy[act]]),
  ) as unknown as Client
  expect(await migrate(patient, { now, folder })).toEqual(['0001_create_words', '0002_add_words'])
  expect(refused).toBe(4)
  expect(await words()).toEqual(['言'])
})

test('gives up on a database that stays busy, and leaves it as it was', async () => {
  const locked = {
    execute: client.execute.bind(client),
    batch: async () => {
      throw new LibsqlError('database is locked', 'SQLITE_BUSY')
    },
  } as unknown as Client
  await expect(migrate(locked, { now, folder })).rejects.toThrow('failed and left the database unchanged')
})

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql)
}

function run(): Promise<string[]> {
  return migrate(client, { now, folder })
}

async function words(): Promise<unknown[]> {
  const { rows } = await client.execute('select word from words order by rowid')
  return rows.map(({ word }) => word)
}
