import { type SQL, sql } from 'drizzle-orm'

const enterpriseOf = (column: SQL, userId: string) => sql`(
  SELECT ${column} FROM enterprise_members m JOIN enterprises e ON e.id = m.enterprise_id
  WHERE m.user_id = ${userId} AND e.state = 'verified')`

/** In whose name a user supports: their verified enterprise's, which counts once for all its members, else their own. */
export const supporterOf = (userId: string): SQL =>
  sql`coalesce('enterprise:' || ${enterpriseOf(sql`e.id`, userId)}, 'user:' || ${userId})`

/** Which of the supports of a comment is theirs: said in that name, or by themselves before they had it. */
export const isSupportOf = (userId: string, commentId: number | SQL): SQL => sql`(
  (comment_id = ${commentId} AND supporter = ${supporterOf(userId)})
  OR (comment_id = ${commentId} AND user_id = ${userId}))`

/** As what it counts. */
export const kindOfSupporter = (userId: string): SQL =>
  sql`coalesce(${enterpriseOf(sql`e.kind`, userId)}, 'individual')`

/** The code of the enterprise; null for a person. */
export const usccOfSupporter = (userId: string): SQL => enterpriseOf(sql`e.uscc`, userId)
