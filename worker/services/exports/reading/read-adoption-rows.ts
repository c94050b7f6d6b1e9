import { type SQL, sql } from 'drizzle-orm'
import { domainWords } from '../../../contract/locales'
import { wholeText } from '../../../contract/whole-text'
import type { Disposition, ParticipantKind } from '../../../contract/words'
import { annexSummary } from '../../annexes/annex-row'
import { wordingText } from '../../wordings/wording-columns'
import { sayChange } from '../say-change'
import { chosenBy, type ExportScope, measureOf } from '../scope'
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
  wording: string | null
  summary: string | null
  disposition: Disposition | null
  reason: string | null
  passed_to: string | null
  change_ids: number[]
  count: number
}

/**
 * The admissible comments of an export, oldest first; where several share a row it stands where the earliest of them would.
 * With `isLive` those of everybody are taken as they stand now, whatever the scope's moment, and not counted again.
 */
export async function* readAdoptionRows(
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
  { isLive = false } = {},
): AsyncGenerator<AdoptionRow[], void, void> {
  const isWhole = Object.values(scope.filters).every((filter) => filter === undefined)
  const isKept = isLive && isWhole && scope.isDisclosed && scope.audience === 'public'
  const found = isKept ? asKept : countedAgain(scope)
  let number = 0
  for (let after = 0; ; ) {
    const rows = await read<{ id: number; fields: string | null }>(pageAfter(after, scope, found))
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

/** The page of kept rows, with fields only where the first comment that the export is of stands in that row. */
function pageAfter(after: number, scope: ExportScope, found: SQL): SQL {
  const { measure } = scope.filters
  return sql`
    WITH kept AS (
      SELECT a.* FROM adoption_rows a WHERE a.first_comment_id > ${BigInt(after)}
        ${scope.audience === 'public' ? sql`AND a.is_published = 1` : sql``}
        AND +a.measure_id IN (SELECT id FROM measures WHERE consultation_id = ${scope.consultationId})
        ${measure ? sql`AND a.measure_id = ${measureOf(scope, measure)}` : sql``}
      ORDER BY a.first_comment_id LIMIT ${pageSize.rows}),
    found AS (${found}),
    chosen AS (
      SELECT f.id, c.id AS first, f.count, row_number() OVER (ORDER BY f.id) AS place,
        sum(coalesce(length(c.body), 0) + coalesce(length(${sql.raw(wordingText)}), 0) + coalesce(length(v.reason), 0)) OVER (ORDER BY f.id) AS characters
      FROM found f LEFT JOIN cases s ON s.comment_id = f.first AND s.is_published = f.is_published
        AND s.disposition IS nullif(f.disposition, '')
      LEFT JOIN comments c ON c.id = s.comment_id
      LEFT JOIN dispositions v ON v.comment_id = c.id AND v.version = s.disposition_version)
    SELECT chosen.id, iif(c.id IS NULL, NULL, json_object(${fields})) AS fields
    FROM chosen LEFT JOIN comments c ON c.id = chosen.first LEFT JOIN cases s ON s.comment_id = c.id
    LEFT JOIN dispositions v ON v.comment_id = c.id AND v.version = s.disposition_version
    WHERE chosen.place = 1 OR chosen.characters <= ${pageSize.characters}
    ORDER BY chosen.id`
}

const asKept = sql`
  SELECT first_comment_id AS id, disposition, is_published, first_comment_id AS first, comment_count AS count
  FROM kept`

/** Who in a row the export is of; until dispositions are disclosed they part no comments. */
const countedAgain = (scope: ExportScope): SQL => sql`
  SELECT a.first_comment_id AS id, a.disposition, a.is_published, min(r.id) AS first, count(r.id) AS count
  FROM kept a CROSS JOIN cases e INDEXED BY cases_alike ON e.is_admissible = 1
    AND e.similar_key = a.similar_key AND e.measure_id = a.measure_id
    ${scope.isDisclosed ? sql`AND e.disposition IS nullif(a.disposition, '')` : sql``}
  LEFT JOIN comments r ON r.id = e.comment_id AND ${chosenBy(scope, 'r', { isIndexed: false })}
  GROUP BY a.first_comment_id`

const fields = sql.raw(
  [
    ...['public_id', 'participant_kind', 'participant_name', 'is_name_public', 'measure_id', 'clause_id'],
    ...['plan_revision', 'quote', 'body'],
  ]
    .map((name) => `'${name}', c.${name}`)
    .join(', ') +
    `, 'wording', ${wordingText}, 'summary', ${annexSummary}, 'disposition', s.disposition, 'reason', v.reason, 'passed_to', v.passed_to, 'count', chosen.count,
    'change_ids', json((SELECT json_group_array(clause_change_id) FROM (SELECT clause_change_id
      FROM disposition_changes WHERE comment_id = c.id AND version = v.version ORDER BY 1)))`,
)

function present(row: Fields, number: number, scope: ExportScope, names: PlanNames): AdoptionRow {
  const disposition = scope.isDisclosed ? row.disposition : null
  return {
    number,
    publicId: row.count > 1 ? `${row.public_id}（高度相似，共 ${row.count} 件）` : row.public_id,
    author: row.count > 1 ? `${authorOf(row)}等` : authorOf(row),
    place: placeOf(row, names),
    body: wholeText(row),
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
