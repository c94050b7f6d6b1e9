import { type SQL, sql } from 'drizzle-orm'

/** For the audit row of a change: its facts, and how many supports, those that `dropped` selects, no longer count; none is not named. */
export const recordedChange = (facts: Record<string, unknown>, dropped: SQL): SQL => sql`json_patch(
  ${JSON.stringify(facts)},
  json_object('supportsDropped', (SELECT nullif(count(*), 0) FROM supports WHERE ${dropped})))`

/** Of a row `c` of `comments`, as JSON: by revision, how many supports its text cost. */
export const droppedSupportsColumn: SQL = sql`(
  SELECT json_group_object(data -> 'revision', data ->> 'supportsDropped')
  FROM audit_log INDEXED BY audit_log_of_subject
  WHERE c.revision > 1 AND subject_kind = 'comment' AND subject_id = c.public_id AND action = 'comment.resubmitted'
    AND data ->> 'supportsDropped' > 0) AS dropped_supports`

export const parseDroppedSupports = (json: string): Partial<Record<string, number>> => JSON.parse(json)
