import { sql } from 'drizzle-orm'
import type { TestApp } from './test-app'

interface Column {
  table: string
  column: string
}

/** Every column of every table that can hold words, the search index's own tables among them. */
export async function listWordColumns(app: TestApp): Promise<Column[]> {
  const columns = await app.rows<Column & { type: string }>(sql`
    SELECT m.name AS "table", p.name AS "column", p.type FROM sqlite_master m JOIN pragma_table_info(m.name) p
    WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1, 2`)
  return columns.filter(({ type }) => !/^(INTEGER|REAL)$/i.test(type))
}

/** Which columns hold one of these words, whatever else is in them, and in which files of the bucket they stand; of the tables that begin so. */
export async function findWords(app: TestApp, words: readonly string[], tables = ''): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { table, column } of await listWordColumns(app)) {
    if (!table.startsWith(tables)) continue
    const name = `${table}.${column}`
    const rows = await app.rows<{ bytes: string }>(
      sql.raw(`SELECT hex("${column}") AS bytes FROM "${table}" WHERE "${column}" IS NOT NULL`),
    )
    const bytes = rows.map((row) => Buffer.from(row.bytes, 'hex'))
    for (const word of words)
      if (bytes.some((each) => holds(each, word, table === 'comment_search_data'))) found.add(name)
  }
  for (const [key, bytes] of app.files.files)
    for (const word of words) if (holds(Buffer.from(bytes), word)) found.add(`bucket ${key}`)
  return found
}

/** Folded or not, as UTF-8; the index writes a word without what it has in common with the one before. */
function holds(bytes: Buffer, word: string, isIndex = false): boolean {
  const folded = word.toLowerCase()
  return [word, folded, ...(isIndex ? [folded.slice(4)] : [])].some((each) =>
    bytes.includes(Buffer.from(each)),
  )
}
