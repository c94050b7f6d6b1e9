import { type SQL, sql } from 'drizzle-orm'
import { domainWords } from '../../../contract/locales'
import type { Disposition, ParticipantKind } from '../../../contract/words'
import { sayChange } from '../say-change'
import { chosenBy, type ExportScope } from '../scope'
import { pageSize, type ReadPage } from './pages'
import { authorOf, changesOf } from './present-row'
import { type PlanNames, readingOf } from './read-plan-names'

/** A row of 采纳情况: a comment, or near-identical ones that were disposed of alike. */
export interface AdoptionRow {
  number: number
  publicId: string
  author: string
  place: string
  body: string
  disposition: string
  reason: string | null
  count: number
}

interface Fields {
  public_id: string
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  measure_id: number
  clause_id: number | null
  plan_revision: number
  quote: string | null
  body: string
  disposition: Disposition | null
  reason: string | null
  passed_to: string | null
  change_ids: number[]
  count: number
}

/** The admissible comments of an export, oldest first; where several share a row it stands where the earliest would. */
export async function* readAdoptionRows(
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): AsyncGenerator<AdoptionRow[], void, void> {
  let number = 0
  for (let after = 0; ; ) {
    const rows = await read<{ id: number; fields: string | null }>(pageAfter(after, scope))
    const last = rows.at(-1)
    if (!last) return
    const page: AdoptionRow[] = []
    for (const { fields } of rows) {
      if (fields === null) continue
      number += 1
      page.push(present(JSON.parse(fields) as Fields, number, scope, names))
    }
    if (page.length > 0) yield page
    after = last.id
  }
}

/** Every comment of the page, with fields only where it begins a row. */
function pageAfter(after: number, scope: ExportScope): SQL {
  return sql`
    WITH chosen AS (
      SELECT c.id, sum(c.characters) OVER (ORDER BY c.id) AS characters, row_number() OVER (ORDER BY c.id) AS place
      FROM (
        SELECT c.id, length(c.body) + coalesce(length(v.reason), 0) AS characters
        FROM comments c JOIN cases s ON s.comment_id = c.id AND s.is_admissible = 1
        LEFT JOIN dispositions v ON v.comment_id = c.id AND v.version = s.disposition_version
        WHERE c.id > ${BigInt(after)} AND ${chosenBy(scope, 'c')}
        ORDER BY c.id LIMIT ${pageSize.rows}) AS c)
    SELECT c.id, iif(c.similar_group_id IS NOT NULL AND EXISTS (${alike(scope, sql`r.id < c.id`)}), NULL,
      json_object(${fields(scope)})) AS fields
    FROM chosen JOIN comments c ON c.id = chosen.id JOIN cases s ON s.comment_id = c.id
    LEFT JOIN dispositions v ON v.comment_id = c.id AND v.version = s.disposition_version
    WHERE chosen.place = 1 OR chosen.characters <= ${pageSize.characters}
    ORDER BY c.id`
}

/** Comments `r` that share the row of `c`, less those that `which` leaves out. */
function alike(scope: ExportScope, which: SQL): SQL {
  return sql`
    SELECT 1 FROM comments r INDEXED BY comments_of_similar_group
    JOIN cases e ON e.comment_id = r.id AND e.is_admissible = 1
    WHERE r.similar_group_id = c.similar_group_id AND ${which} AND ${chosenBy(scope, 'r', { isIndexed: false })}
      AND +r.measure_id = c.measure_id ${scope.isDisclosed ? sql`AND e.disposition IS s.disposition` : sql``}`
}

function fields(scope: ExportScope): SQL {
  const columns = sql.raw(
    [
      ...['public_id', 'participant_kind', 'participant_name', 'is_name_public', 'measure_id', 'clause_id'],
      ...['plan_revision', 'quote', 'body'],
    ]
      .map((name) => `'${name}', c.${name}`)
      .join(', '),
  )
  return sql`${columns}, 'disposition', s.disposition,
    'reason', v.reason, 'passed_to', v.passed_to,
    'change_ids', json((SELECT json_group_array(clause_change_id) FROM (SELECT clause_change_id
      FROM disposition_changes WHERE comment_id = c.id AND version = v.version ORDER BY 1))),
    'count', iif(c.similar_group_id IS NULL, 1, (SELECT count(*) FROM (${alike(scope, sql`r.id >= c.id`)})))`
}

function present(row: Fields, number: number, scope: ExportScope, names: PlanNames): AdoptionRow {
  const disposition = scope.isDisclosed ? row.disposition : null
  return {
    number,
    publicId: row.count > 1 ? `${row.public_id}（高度相似，共 ${row.count} 件）` : row.public_id,
    author: row.count > 1 ? `${authorOf(row)}等` : authorOf(row),
    place: placeOf(row, names),
    body: row.body,
    disposition: disposition === null ? notYet(scope) : domainWords.zh.dispositions[disposition],
    reason: disposition === null ? null : reasonOf(row, scope, names),
    count: row.count,
  }
}

/** 7.1.3 力争新培育……；针对“300家”。 A whole measure: 7.1 培育壮大……（整项措施） */
function placeOf(row: Fields, names: PlanNames): string {
  const measure = names.measures.get(row.measure_id)
  const clause = row.clause_id === null ? undefined : names.clauses.get(row.clause_id)
  if (!clause) return `${measure?.key ?? ''} ${measure?.title ?? ''}（整项措施）`
  const quote = row.quote === null ? '' : `\n针对：“${row.quote}”`
  return `${clause.key} ${readingOf(clause, row.plan_revision)}${quote}`
}

const notYet = ({ isDisclosed }: ExportScope) => (isDisclosed ? '尚未办理' : '尚未公布')

function reasonOf(row: Fields, scope: ExportScope, names: PlanNames): string {
  const passed = row.passed_to === null ? [] : [`转${row.passed_to}办理。`]
  const changes = changesOf(row.change_ids, scope, names).map((change) => `修改后：${sayChange(change)}`)
  return [...(row.reason === null ? [] : [row.reason]), ...passed, ...changes].join('\n')
}
