import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../worker/local/connect'
import { splitStatements } from '../../worker/local/migrate'
import { read } from '../structure/sources'
import { startDatabase } from '../support/sqld'

const database = await startDatabase({ migrated: false })
const client = connect(database.url)
const apply = async (name: string) => {
  for (const statement of splitStatements(read(`migrations/${name}.sql`))) await client.execute(statement)
}
const scans = async (columns: string) =>
  (await client.execute(`SELECT ${columns} FROM stamped_scans ORDER BY id`)).rows.map((row) =>
    Object.values({ ...row }),
  )

beforeAll(async () => {
  await client.executeMultiple(`
    CREATE TABLE users (id TEXT PRIMARY KEY);
    CREATE TABLE comments (id INTEGER PRIMARY KEY, state TEXT, erased_at INTEGER, revision INTEGER);
    CREATE TABLE submissions (id TEXT PRIMARY KEY);
    CREATE TABLE submission_versions (submission_id TEXT, number INTEGER);
    CREATE TABLE submission_comments (submission_id TEXT, comment_id INTEGER);
    CREATE TABLE attachments (id TEXT PRIMARY KEY, comment_id INTEGER, purpose TEXT, entry_id TEXT, uploaded_at INTEGER);
    CREATE INDEX attachments_unclaimed ON attachments (uploaded_at) WHERE comment_id IS NULL AND entry_id IS NULL;
    INSERT INTO users VALUES ('u');
    INSERT INTO submissions VALUES ('s');
    INSERT INTO submission_versions VALUES ('s', 1);
    INSERT INTO comments VALUES (1, 'published', NULL, 1), (2, 'published', NULL, 2);
    INSERT INTO attachments (id, comment_id, purpose) VALUES ('a', 1, 'stamped'), ('b', 2, 'stamped'), ('c', NULL, 'stamped')`)
  await apply('0038_create_stamped_scans')
  await client.executeMultiple(`
    INSERT INTO stamped_scans VALUES (3, 'a', 1, 1, 'x', 'confirmed', NULL, NULL, 'u', 5);
    INSERT INTO stamped_scans VALUES (7, 'b', 2, 2, 'y', 'refused', 'other', '看不清', 'u', 6)`)
  await apply('0051_stamp_responses')
})
afterAll(async () => {
  client.close()
  await database.stop()
})

test('scans of comments are what they were', async () => {
  const columns = 'id, attachment_id, comment_id, revision, text_sha256, state, refusal, note, decided_at'
  expect(await scans(columns)).toEqual([
    [3, 'a', 1, 1, 'x', 'confirmed', null, null, 5],
    [7, 'b', 2, 2, 'y', 'refused', 'other', '看不清', 6],
  ])
})

test('a newer text makes a scan one of an earlier text, as before', async () => {
  await client.execute('UPDATE comments SET revision = 2 WHERE id = 1')
  expect(await scans('id, state')).toEqual([
    [3, 'earlier'],
    [7, 'refused'],
  ])
})

test('a scan of a response is of its last version, and the next makes it an earlier one', async () => {
  const insert = (version: number) =>
    client.execute(`INSERT INTO stamped_scans (attachment_id, submission_id, revision, text_sha256, state)
      VALUES ('c', 's', ${version}, 'z', 'submitted')`)
  await expect(insert(2)).rejects.toThrow('a scan is of the text that stands')
  await insert(1)
  await client.execute("INSERT INTO submission_versions VALUES ('s', 2)")
  expect((await scans('submission_id, state')).at(-1)).toEqual(['s', 'earlier'])
})

test('a scan is of a comment or of a response', async () => {
  const both = `INSERT INTO stamped_scans (attachment_id, comment_id, submission_id, revision, text_sha256, state)
    VALUES ('d', 1, 's', 2, 'z', 'submitted')`
  await expect(client.execute(both)).rejects.toThrow('CHECK')
})
