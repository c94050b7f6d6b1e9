import { type SQL, sql } from 'drizzle-orm'
import { wordingText } from '../../wordings/wording-columns'
import type { ExportRow } from '../export-row'
import { chosenBy, type ExportScope } from '../scope'
import { pageSize, type ReadPage } from './pages'
import { presentRow } from './present-row'
import type { PlanNames } from './read-plan-names'
import { openResponses } from './read-responses'
import { joinedToComments, rowFields, unpackRow } from './row-fields'

/** What an export selects, oldest first: read page by page behind the last id, one page at a time. */
export async function* readExportRows(
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): AsyncGenerator<ExportRow[], void, void> {
  const responsesOf = openResponses(read)
  for (let after = 0; ; ) {
    const rows = await read<{ id: number; fields: string }>(pageAfter(after, scope))
    const last = rows.at(-1)
    if (!last) return
    const unpacked = rows.map((row) => unpackRow(row.fields))
    const responses = await responsesOf(unpacked.map((row) => row.response_id))
    yield unpacked.map((row) => presentRow(row, scope, names, responses))
    after = last.id
  }
}

function pageAfter(after: number, scope: ExportScope): SQL {
  return sql`
    WITH chosen AS (
      SELECT c.id, sum(c.characters) OVER (ORDER BY c.id) AS characters, row_number() OVER (ORDER BY c.id) AS place
      FROM (
        SELECT c.id, length(c.body) + coalesce(length(${sql.raw(wordingText)}), 0) + coalesce(length(v.reason), 0) AS characters
        FROM comments c LEFT JOIN cases s ON s.comment_id = c.id
        LEFT JOIN dispositions v ON v.comment_id = c.id AND v.version = s.disposition_version
        WHERE c.id > ${BigInt(after)} AND ${chosenBy(scope, 'c')}
        ORDER BY c.id LIMIT ${pageSize.rows}) AS c)
    SELECT c.id, ${rowFields(scope)} AS fields
    FROM chosen JOIN comments c ON c.id = chosen.id ${joinedToComments}
    WHERE chosen.place = 1 OR chosen.characters <= ${pageSize.characters}
    ORDER BY c.id`
}
