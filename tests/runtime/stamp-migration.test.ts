import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stampRefusals, stampStates } from '../../worker/contract/words'
import { connect } from '../../worker/local/connect'
import { migrationsFolder } from '../../worker/local/folders'
import { migrate } from '../../worker/local/migrate'
import { rowsBeforeStamps } from '../support/rows-before-stamps'
import { startDatabase } from '../support/sqld'

const database = await startDatabase({ migrated: false })
const client = connect(database.url)
const folder = mkdtempSync(join(tmpdir(), 'yanlu-migrations-'))

const apply = (from: string, to: string) => {
  for (const name of readdirSync(migrationsFolder))
    if (name >= from && name < to) copyFileSync(join(migrationsFolder, name), join(folder, name))
  return migrate(client, { now: new Date(0), folder })
}

const all = async (query: string): Promise<Row[]> =>
  (await client.execute(query)).rows.map((row) => ({ ...row }))
const valuesOf = async (query: string) => (await all(query)).map((row) => Object.values(row))

/** Names of what the schema is made of, by table, without what SQLite makes of itself. */
const partsOf = (type: 'table' | 'index' | 'trigger') =>
  valuesOf(`SELECT tbl_name, name FROM sqlite_master WHERE type = '${type}' AND name NOT LIKE 'sqlite_%'`)

/** All rows of each table that has any; the index of search and the ledger of migrations left out. */
async function readTables(columnsOf: ReadonlyMap<string, string[]> = new Map()) {
  const tables = new Map<string, { columns: string[]; rows: Row[] }>()
  for (const [table = ''] of (await partsOf('table')).map((names) => names.map(String))) {
    if (/search|schema_migrations/.test(table)) continue
    const columns = columnsOf.get(table)?.join() ?? '*'
    const { columns: found, rows } = await client.execute(`SELECT ${columns} FROM "${table}" ORDER BY 1, 2`)
    if (rows.length > 0) tables.set(table, { columns: found, rows: rows.map((row) => ({ ...row })) })
  }
  return tables
}

const readAll = async (columnsOf?: ReadonlyMap<string, string[]>) => ({
  tables: await readTables(columnsOf),
  parts: [...(await partsOf('index')), ...(await partsOf('trigger'))],
})

let before: Awaited<ReturnType<typeof readAll>>
let after: Awaited<ReturnType<typeof readAll>>
let applied: string[]

beforeAll(async () => {
  await apply('0001', '0051')
  await client.executeMultiple(rowsBeforeStamps)
  before = await readAll()
  applied = await apply('0051', '0053')
  after = await readAll(new Map([...before.tables].map(([table, { columns }]) => [table, columns])))
}, 60_000)

afterAll(async () => {
  client.close()
  await database.stop()
  rmSync(folder, { recursive: true })
})

const scans = (columns: string, where = '1') =>
  valuesOf(`SELECT ${columns} FROM stamped_scans WHERE ${where} ORDER BY id`)

let uploads = 0
/** A stamped paper that is uploaded for what the column names; answers the id of its scan. */
async function upload(of: 'comment_id' | 'submission_id', subject: number | string, revision: number) {
  uploads += 1
  const file = `upload-${uploads}`
  const results = await client.batch(
    [
      `INSERT INTO attachments (id, ${of}, purpose, file_name, media_type, size, sha256, storage_key, uploaded_at)
        VALUES ('${file}', '${subject}', 'stamped', '盖章件.pdf', 'application/pdf', 1, 's', '${file}', 100)`,
      `INSERT INTO stamped_scans (attachment_id, ${of}, revision, text_sha256, state)
        VALUES ('${file}', '${subject}', ${revision}, 's', 'submitted')`,
    ],
    'write',
  )
  return { id: Number(results[1]?.lastInsertRowid), file }
}

const remove = (file: string) => client.execute(`DELETE FROM attachments WHERE id = '${file}'`)

test('every row of every table is what it was', () => {
  expect(applied).toEqual(['0051_stamp_responses', '0052_tell_of_stamps'])
  const states = before.tables.get('stamped_scans')?.rows.map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(stampStates))
  expect(before.tables.get('account_mails')?.rows).toHaveLength(4)
  expect(after.tables).toEqual(before.tables)
})

test('no index and no trigger is lost, and no row points nowhere', async () => {
  expect(before.parts.length).toBeGreaterThan(100)
  expect(after.parts).toEqual(expect.arrayContaining(before.parts))
  expect(await all('PRAGMA foreign_key_check')).toEqual([])
})

test('the mails that waited still wait, those of an account go with it, and there is one of stamps', async () => {
  const waiting = 'SELECT id, attempts FROM account_mails WHERE sent_at IS NULL AND given_up_at IS NULL'
  expect(await valuesOf(`${waiting} ORDER BY id`)).toEqual([
    [3, 0],
    [5, 2],
  ])
  const mail = (kind: string) =>
    client.execute(`INSERT INTO account_mails (kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at)
      VALUES ('${kind}', 'owner', '4', '${kind}', 100, 100)`)
  expect(Number((await mail('stamp_settled')).lastInsertRowid)).toBe(7)
  await expect(mail('stamp_lost')).rejects.toThrow('CHECK')
  await expect(mail('invitation')).rejects.toThrow('CHECK')
  await client.executeMultiple(`
    INSERT INTO users (id, name, email, created_at, updated_at) VALUES ('gone', '一', 'gone@example.test', 1, 1);
    UPDATE account_mails SET user_id = 'gone' WHERE id = 7;
    DELETE FROM users WHERE id = 'gone'`)
  expect(await valuesOf('SELECT max(id) FROM account_mails')).toEqual([[6]])
})

test('an id of the newest scan is never given again', async () => {
  expect(await scans('max(id)')).toEqual([[12]])
  await remove('newest')
  const next = await upload('comment_id', 4, 1)
  expect(next.id).toBe(13)
  await remove(next.file)
  expect((await upload('comment_id', 4, 1)).id).toBe(14)
})

test('a scan goes with its attachment, whose bytes are left to the sweep', async () => {
  expect(await scans('id', "attachment_id = 'illegible'")).toEqual([[3]])
  await remove('illegible')
  expect(await scans('id', 'id = 3')).toEqual([])
  expect(await valuesOf("SELECT left_at FROM stray_files WHERE storage_key = 'k2'")).toEqual([[10]])
})

test('a scan is of the text that stands, one of them at a time', async () => {
  const stands = 'a scan is of the text that stands'
  await expect(upload('comment_id', 3, 1)).rejects.toThrow(stands)
  await expect(upload('comment_id', 5, 1)).rejects.toThrow(stands)
  await expect(upload('submission_id', 'response', 2)).rejects.toThrow(stands)
  await expect(upload('submission_id', 'none', 1)).rejects.toThrow()
  await expect(upload('comment_id', 1, 1)).rejects.toThrow('UNIQUE')
  await expect(upload('comment_id', 2, 1)).rejects.toThrow('UNIQUE')
  await upload('comment_id', 3, 2)
  await upload('submission_id', 'response', 1)
  await expect(upload('submission_id', 'response', 1)).rejects.toThrow('UNIQUE')
  expect(await scans('state', 'comment_id = 3')).toEqual([['earlier'], ['submitted']])
})

test('a newer text makes a scan that waits and one that is confirmed of an earlier text, a refused one not', async () => {
  await client.execute("UPDATE stamped_scans SET state = 'refused', refusal = 'no_seal' WHERE id = 14")
  await client.execute('UPDATE comments SET revision = revision + 1 WHERE id IN (1, 2, 4)')
  expect(await scans('id, state', 'comment_id IN (1, 2, 4)')).toEqual([
    [4, 'earlier'],
    [7, 'earlier'],
    [14, 'refused'],
  ])
  expect(await scans('state', 'comment_id = 3')).toEqual([['earlier'], ['submitted']])
})

test('the next version of a response does the same to the scan of the one before', async () => {
  expect(await scans('state', "submission_id = 'response'")).toEqual([['submitted']])
  await client.execute(`INSERT INTO submission_versions (submission_id, number, content, sha256, sent_by, sent_at)
    SELECT submission_id, 2, content, sha256, sent_by, 101 FROM submission_versions`)
  expect(await scans('state', "submission_id = 'response'")).toEqual([['earlier']])
  await upload('submission_id', 'response', 2)
})

test('a scan is of a comment or of a response, and is sent back for a reason of the list', async () => {
  const change = (to: string, id: number) => client.execute(`UPDATE stamped_scans SET ${to} WHERE id = ${id}`)
  await expect(change("submission_id = 'response'", 14)).rejects.toThrow('CHECK')
  await expect(change('comment_id = NULL', 14)).rejects.toThrow('CHECK')
  for (const refusal of stampRefusals) await change(`refusal = '${refusal}'`, 14)
  for (const fault of ["refusal = 'too_late'", 'refusal = NULL', "state = 'confirmed', refusal = NULL"])
    await expect(change(fault, 14)).rejects.toThrow('CHECK')
  const evidence = "UPDATE attachments SET submission_id = 'response' WHERE id = 'unclaimed'"
  await expect(client.execute(evidence)).rejects.toThrow('CHECK')
})
