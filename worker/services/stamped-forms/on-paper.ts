import { type SQL, sql } from 'drizzle-orm'
import { isOfEarlierPeople } from '../enterprises/is-of-earlier-people'

/**
 * True of a part that counts, `submission_comments AS s` with its `comments AS c`, which is the members' own, shown as it was sent and
 * not in need of change: of a version with another part there is no form.
 */
export const isOnPaper: SQL = sql`(
  c.revision = s.sent_revision AND c.erased_at IS NULL AND c.state NOT IN ('withdrawn', 'rejected', 'returned')
  AND NOT EXISTS (SELECT 1 FROM comment_originals WHERE comment_id = c.id AND revision = c.revision)
  AND NOT ${isOfEarlierPeople})`

/** True of a response all of whose parts stand on its form. */
export const isWholeOnPaper = (submissionId: SQL): SQL => sql`NOT EXISTS (
  SELECT 1 FROM submission_comments s JOIN comments c ON c.id = s.comment_id
  WHERE s.submission_id = ${submissionId} AND s.replaced_in IS NULL AND NOT ${isOnPaper})`
