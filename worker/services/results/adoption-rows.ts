import { type SQL, sql } from 'drizzle-orm'
import type { AdoptionRow } from '../../contract/results'
import type { ParticipantKind } from '../../contract/words'
import { wasPublishedAs } from '../comments/is-public'
import { presentAuthor } from '../comments/present'
import { parseWording, wordingColumn } from '../wordings/wording-columns'
import { outcomeColumn, parseOutcome } from './outcome'

/**
 * The rows of 意见采纳情况 of one measure: the public comments behind `after`, those that are highly similar and got
 * the same disposition in one row under the first of them.
 */
export const adoptionRows = (measureId: SQL, after: number, limit: number): SQL => sql`
  SELECT c.id, c.public_id, c.participant_kind, c.participant_name, c.is_name_public, c.is_verified, c.body,
    ${wordingColumn} AS wording, (SELECT key FROM clauses WHERE id = c.clause_id) AS clause_key, ${outcomeColumn} AS outcome,
    a.comment_count AS similar_count
  FROM adoption_rows a INDEXED BY adoption_rows_of_measure
  CROSS JOIN cases k ON k.comment_id = a.first_comment_id
  CROSS JOIN comments c ON c.id = a.first_comment_id AND ${wasPublishedAs('c')}
  WHERE a.measure_id = ${measureId} AND a.is_published = 1 AND a.first_comment_id > ${BigInt(after)}
  ORDER BY a.first_comment_id LIMIT ${limit}`

export interface AdoptionDataRow {
  id: number
  public_id: string
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  is_verified: number
  body: string
  wording: string | null
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
    wording: parseWording(row.wording),
    outcome: parseOutcome(row.outcome),
  }
}
