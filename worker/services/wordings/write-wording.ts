import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'

/** The write that gives a revision of a comment its wording, if there is one; `isThis` is a condition on `comments` that picks it. */
export function writeWording(
  { db }: ServiceContext,
  isThis: SQL,
  revision: number,
  text: string | null,
): Query[] {
  if (text === null) return []
  return [
    db.run(sql`
      INSERT INTO wordings (comment_id, revision, text) SELECT id, ${revision}, ${text} FROM comments WHERE ${isThis}`),
  ]
}
