import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../worker/local/connect'
import { spaceOut } from '../../worker/services/search/tokens'
import { read } from '../structure/sources'
import { startDatabase } from '../support/sqld'

const database = await startDatabase({ migrated: false })
const client = connect(database.url)
afterAll(async () => {
  client.close()
  await database.stop()
})

/** Longer than several of the parts that a text is cut into, with what counts twice in UTF-16 at a seam. */
const long = `ＡＩ改造260家，${'建议公布名单，'.repeat(8)}𠮷园区。${'培育 SME 企业，'.repeat(600)}完`.slice(
  0,
  5000,
)
const text = '改为推广蓝田工艺。'
const summary = `成本构成，${'含原料和人工。'.repeat(60)}`

beforeAll(async () => {
  await client.executeMultiple(`
    CREATE TABLE comments (id INTEGER PRIMARY KEY, state TEXT, erased_at INTEGER, revision INTEGER, body TEXT);
    CREATE TABLE wordings (comment_id INTEGER, revision INTEGER, text TEXT);
    CREATE TABLE annexes (comment_id INTEGER, summary TEXT);
    CREATE TABLE search_remnants (comment_id INTEGER);
    CREATE VIRTUAL TABLE comment_search USING fts5(body, content="", contentless_delete=1, tokenize="unicode61");
    INSERT INTO search_remnants VALUES (1)`)
  const rows = [
    [1, 'published', null, long],
    [2, 'published', null, '见附件。'],
    [3, 'pending', null, long],
    [4, 'published', 1, long],
    [5, 'published', null, ''],
  ] as const
  for (const args of rows)
    await client.execute({ sql: 'INSERT INTO comments VALUES (?, ?, ?, 1, ?)', args: [...args] })
  await client.execute({ sql: 'INSERT INTO wordings VALUES (2, 1, ?), (2, 2, ?)', args: [text, '旧的表述'] })
  await client.execute({ sql: 'INSERT INTO annexes VALUES (2, ?)', args: [summary] })
  for (const name of ['0042_search_deletes_securely', '0046_search_wordings_and_summaries'])
    for (const statement of read(`migrations/${name}.sql`).split('--> statement-breakpoint'))
      await client.execute(statement)
})

test('the index is filled with the words of public texts, as a comment writes them into it, however long they are', async () => {
  const { rows } = await client.execute('SELECT rowid AS id, body FROM comment_search ORDER BY rowid')
  const words = rows.map(({ id, body }) => [id, spaceOut(String(body ?? ''))])
  expect(words).toEqual([
    [1, spaceOut(long)],
    [2, spaceOut(`见附件。\n${text}\n${summary}`)],
    [5, ''],
  ])
  const found = await client.execute(
    `SELECT rowid AS id FROM comment_search WHERE comment_search MATCH '"园 区"'`,
  )
  expect(found.rows.map(({ id }) => id)).toEqual([1])
})

test('what is left for the version before is empty', async () => {
  const { rows } = await client.execute('SELECT count(*) AS n FROM search_remnants')
  expect(rows[0]?.n).toBe(0)
})
