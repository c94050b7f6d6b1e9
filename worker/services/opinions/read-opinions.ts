import { type SQL, sql } from 'drizzle-orm'
import type { ProfileView, TargetOpinionView } from '../../contract/opinions'

/** What `comments AS c` says for the figures and the department; for its author and the office, not for readers. */
export const opinionColumns: SQL = sql.raw(`
  (SELECT json_group_array(json_object('key', t.key, 'quote', t.quote, 'indicator', t.indicator,
      'unit', t.unit, 'opinion', o.opinion, 'value', o.value, 'evidence', o.evidence))
    FROM target_opinions o JOIN targets t ON t.id = o.target_id WHERE o.comment_id = c.id) AS target_opinions,
  (SELECT json_object('size', size, 'industry', industry, 'city', city)
    FROM participant_profiles WHERE comment_id = c.id) AS profile`)

/** What `comments AS c` says of targets, as far as its author signs it. */
export const targetsSaid: SQL = sql.raw(`
  (SELECT json_group_array(json_object('key', t.key, 'opinion', o.opinion, 'value', o.value, 'evidence', o.evidence))
    FROM target_opinions o JOIN targets t ON t.id = o.target_id WHERE o.comment_id = c.id)`)

export interface OpinionRow {
  target_opinions: string
  profile: string | null
}

export function presentOpinions(row: OpinionRow): {
  targets: TargetOpinionView[]
  profile: ProfileView | null
} {
  return { targets: JSON.parse(row.target_opinions), profile: row.profile ? JSON.parse(row.profile) : null }
}
