import { type SQL, sql } from 'drizzle-orm'
import type { AdoptionRow } from '../../contract/results'
import type { ParticipantKind } from '../../contract/words'
import { presentAuthor } from '../comments/present'
import { outcomeColumn, parseOutcome } from './outcome'

/** Of `comments AS o` with its case `x`: like `c` with its case `k`, on the same measure, with the same disposition. */
const isLike = sql.raw(`o.similar_group_id = c.similar_group_id AND o.state = 'published'
  AND x.measure_id = k.measure_id AND x.disposition IS k.disposition`)

/**
 * The rows of 意见采纳情况 of one measure: the public comments behind `after`, those that are highly similar and got
 * the same disposition in one row under the first of them.
 */
export const adoptionRows = (measureId: SQL, after: number, limit: number): SQL => sql`
  SELECT c.id, c.public_id, c.participant_kind, c.participant_name, c.is_name_public, c.is_verified, c.body,
    (SELECT key FROM clauses WHERE id = c.clause_id) AS clause_key, ${outcomeColumn} AS outcome,
    iif(c.similar_group_id IS NULL, 1, (
      SELECT count(*) FROM comments o CROSS JOIN cases x ON x.comment_id = o.id WHERE ${isLike})) AS similar_count
  FROM cases k CROSS JOIN comments c ON c.id = k.comment_id AND c.state = 'published'
  WHERE k.measure_id = ${measureId} AND k.is_admissible = 1 AND k.comment_id > ${BigInt(after)} AND NOT EXISTS (
    SELECT 1 FROM comments o CROSS JOIN cases x ON x.comment_id = o.id WHERE ${isLike} AND o.id < c.id)
  ORDER BY k.comment_id LIMIT ${limit}`

export interface AdoptionDataRow {
  id: number
  public_id: string
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  is_verified: number
  body: string
  clause_key: string | null
  outcome: string | null
  similar_count: number
}

export function presentAdoptionRow(row: AdoptionDataRow, number: number): AdoptionRow {
  const { kind, name } = presentAuthor({
    participantKind: row.participant_kind,
    participantName: row.participant_name,
    isNamePublic: row.is_name_public === 1,
    isVerified: row.is_verified === 1,
  })
  return {
    number,
    publicId: row.public_id,
    similarCount: row.similar_count,
    kind,
    name,
    clause: row.clause_key,
    body: row.body,
    outcome: parseOutcome(row.outcome),
  }
}
