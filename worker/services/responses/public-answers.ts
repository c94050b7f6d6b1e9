import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { AnswerView } from '../../contract/answers'
import { groupRows } from '../../db/group-rows'
import { type CommentRow, commentColumns } from '../comments/present'

export interface AnswerRow {
  id: number
  unit_name: string | null
  unit_name_en: string | null
  text: string
  published_at: number
}

/** What the public may see of `comments AS c`, with the answer that was released for it, if one was. */
export const answeredColumns: SQL = sql`${commentColumns},
  (SELECT response_id FROM cases WHERE comment_id = c.id AND answered_at IS NOT NULL) AS answer_id`

export type AnsweredRow = CommentRow & { answer_id: number | null }

/** The statement that reads every published version of the answers of a subquery of ids, each oldest first. */
export function readAnswers({ db }: ServiceContext, ids: SQL) {
  return db.all<AnswerRow>(sql`
    SELECT a.id, n.name AS unit_name, n.name_en AS unit_name_en, v.text, s.taken_at AS published_at
    FROM responses a JOIN response_steps s INDEXED BY response_steps_of_response
      ON s.response_id = a.id AND s.act = 'publish'
    JOIN response_versions v ON v.response_id = a.id AND v.version = s.version
    LEFT JOIN units n ON n.id = a.unit_id
    WHERE a.id IN ${ids} AND a.published_version IS NOT NULL ORDER BY a.id, s.id`)
}

/** The answer to this measure as a whole, as a subquery of ids. */
export function answersOfMeasure(measure: SQL): SQL {
  return sql`(SELECT id FROM responses INDEXED BY responses_for_measure WHERE measure_id = ${measure} AND is_for_measure = 1)`
}

/** The answers that rows of {@link readAnswers} tell of; `links` say which of the comments shown have which. */
export function presentAnswers(
  rows: AnswerRow[],
  links: { public_id: string; answer_id: number | null }[] = [],
): AnswerView[] {
  const linksOf = groupRows(links, ({ answer_id }) => answer_id)
  return [...groupRows(rows, ({ id }) => id)].map(([id, versions]) => ({
    id,
    unit: unitOf(versions[0]),
    versions: versions
      .map(({ text, published_at }, i) => ({
        number: i + 1,
        text,
        publishedAt: new Date(published_at).toISOString(),
      }))
      .reverse(),
    publicIds: (linksOf.get(id) ?? []).map(({ public_id }) => public_id),
  }))
}

function unitOf(row: AnswerRow | undefined): AnswerView['unit'] {
  return row && row.unit_name !== null && row.unit_name_en !== null
    ? { name: row.unit_name, nameEn: row.unit_name_en }
    : null
}
