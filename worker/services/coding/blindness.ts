import { type SQL, sql } from 'drizzle-orm'

/** Whether a person is coding this comment blind in a sample that is still open; its tags are then kept from them. */
export const isBlindTo = (userId: string, commentId: SQL): SQL => sql`EXISTS (
  SELECT 1 FROM coding_samples s INDEXED BY coding_samples_open
  CROSS JOIN coding_sample_comments p ON p.sample_id = s.id AND p.comment_id = ${commentId}
  WHERE s.closed_at IS NULL AND ${userId} IN (s.first_coder, s.second_coder))`
