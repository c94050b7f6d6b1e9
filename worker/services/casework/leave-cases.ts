import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** The statement that leaves somebody's undisposed cases to their unit again, where `when` holds. */
export function leaveCases({ db }: ServiceContext, userId: string, when: SQL) {
  return db.run(sql`
    UPDATE cases SET assignee_id = NULL, assignment_version = assignment_version + 1
    WHERE comment_id IN (
      SELECT comment_id FROM cases INDEXED BY cases_undisposed_of_assignee
      WHERE is_admissible = 1 AND disposition IS NULL AND assignee_id IS NOT NULL AND assignee_id = ${userId})
      AND ${when}`)
}
