import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client, InStatement } from '@libsql/client'
import { retryBusy } from '../db/client'
import { migrationsFolder } from './folders'
import { Refusal } from './refusal'

interface Migration {
  name: string
  sha256: string
  statements: string[]
}

const ledger = `create table if not exists schema_migrations (
  name text primary key,
  sha256 text not null,
  applied_at text not null
)`

/** Applies the migrations that the database lacks, each one atomically, and returns their names; waits while it is busy. */
export async function migrate(
  client: Client,
  { now, folder = migrationsFolder }: { now: Date; folder?: string },
): Promise<string[]> {
  await prepareLedger(client)
  const { rows } = await retryBusy(() =>
    client.execute('select name, sha256 from schema_migrations order by name'),
  )
  const applied = new Map(rows.map((row) => [String(row.name), String(row.sha256)]))
  const pending = findPending(readMigrations(folder), applied)
  for (const migration of pending) await apply(client, migration, now)
  return pending.map(({ name }) => name)
}

async function prepareLedger(client: Client): Promise<void> {
  try {
    await retryBusy(() => client.execute(ledger))
  } catch (error) {
    throw new Refusal(
      `数据库无法使用：${(error as Error).message}`,
      'The database cannot be reached or is damaged.',
    )
  }
}

/** Splits a migration at its `--> statement-breakpoint` lines; a trigger's inner semicolons stay whole. */
export function splitStatements(sql: string): string[] {
  return sql
    .split(/^\s*--> statement-breakpoint\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, '').trim())
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const misnamed = names.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
  if (misnamed) {
    throw new Refusal(
      `迁移文件名 ${misnamed} 不符合 NNNN_动词_对象.sql。`,
      `The migration ${misnamed} is not named NNNN_verb_object.sql.`,
    )
  }
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const sha256 = createHash('sha256').update(sql).digest('hex')
    return { name: name.replace(/\.sql$/, ''), sha256, statements: splitStatements(sql) }
  })
}

function findPending(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name))
  const newer = [...applied.keys()].find((name) => !known.has(name))
  if (newer) {
    throw new Refusal(
      `数据库含有本版本没有的迁移 ${newer}：请使用更新的版本。`,
      `The database holds the migration ${newer}, which this version lacks: run a newer version.`,
    )
  }
  const edited = migrations.find(({ name, sha256 }) => applied.has(name) && applied.get(name) !== sha256)
  if (edited) {
    throw new Refusal(
      `迁移 ${edited.name} 执行之后被改动：请还原，另写一个新的迁移。`,
      `The migration ${edited.name} was edited after it had been applied: restore it and write a new one.`,
    )
  }
  const pending = migrations.filter(({ name }) => !applied.has(name))
  const last = [...applied.keys()].sort().at(-1)
  const late = last && pending.find(({ name }) => name < last)
  if (!late) return pending
  throw new Refusal(
    `迁移 ${late.name} 排在已执行的 ${last} 之前：请给它更大的编号。`,
    `The migration ${late.name} comes before ${last}, which is applied: give it a higher number.`,
  )
}

async function apply(client: Client, { name, sha256, statements }: Migration, now: Date): Promise<void> {
  const record: InStatement = {
    sql: 'insert into schema_migrations (name, sha256, applied_at) values (?, ?, ?)',
    args: [name, sha256, now.toISOString()],
  }
  try {
    await retryBusy(() => client.batch([...statements, record], 'write'))
  } catch (error) {
    throw new Refusal(
      `迁移 ${name} 失败，数据库未改动：${(error as Error).message}`,
      `The migration ${name} failed and left the database unchanged.`,
    )
  }
}
