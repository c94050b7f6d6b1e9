import { type SQL, sql } from 'drizzle-orm'
import type { ChangeInText } from '../../contract/plan'
import type { ClauseChangeKind } from '../../contract/words'
import { isPublic } from '../comments/is-public'
import type { ClauseChange } from './clause-text'

const mostCauses = 20

export interface ChangeRow extends ClauseChange {
  clause_id: number
  reason: string
  kind: ClauseChangeKind
  /** Public ids, as JSON. */
  causes: string
}

/** Of `clause_changes AS h` in the revision `p`, with the comments whose disposition in force names the change. */
export const changeColumns = (isShown: SQL = isPublic): SQL => sql`
  h.id, h.clause_id, p.number AS revision, h.kind, h.text, h.reason, (
    SELECT json_group_array(public_id) FROM (
      SELECT c.public_id FROM disposition_changes d
      CROSS JOIN cases k ON k.comment_id = d.comment_id AND k.disposition_version = d.version AND k.is_admissible = 1
      CROSS JOIN comments c ON c.id = d.comment_id AND ${isShown}
      WHERE d.clause_change_id = h.id ORDER BY d.comment_id LIMIT ${mostCauses + 1})) AS causes`

export function presentCauses(row: Pick<ChangeRow, 'causes'>): Pick<ChangeInText, 'comments' | 'hasMore'> {
  const causes = JSON.parse(row.causes) as string[]
  return { comments: causes.slice(0, mostCauses), hasMore: causes.length > mostCauses }
}
