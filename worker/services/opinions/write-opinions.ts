import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Profile } from '../../contract/opinions'
import type { Query } from '../../db/client'
import type { TargetAnswer } from './check-targets'

/** The writes that give a comment its answers; `isThis` is a condition on `comments` that picks it. */
export function writeTargets({ db }: ServiceContext, isThis: SQL, answers: readonly TargetAnswer[]): Query[] {
  return answers.map(({ targetId, opinion, value, evidence }) =>
    db.run(sql`
      INSERT INTO target_opinions (comment_id, target_id, opinion, value, evidence)
      SELECT id, ${targetId}, ${opinion}, ${value}, ${evidence} FROM comments WHERE ${isThis}`),
  )
}

/** The same, in place of the answers that it had. */
export function replaceTargets(ctx: ServiceContext, isThis: SQL, answers: readonly TargetAnswer[]): Query[] {
  return [
    ctx.db.run(sql`DELETE FROM target_opinions WHERE comment_id = (SELECT id FROM comments WHERE ${isThis})`),
    ...writeTargets(ctx, isThis, answers),
  ]
}

/** The write that keeps what an organisation said of itself, if it said anything. */
export function writeProfile(
  { db }: ServiceContext,
  isThis: SQL,
  { size, industry, city }: Profile = {},
): Query[] {
  if (!size && !industry && !city) return []
  return [
    db.run(sql`
      INSERT INTO participant_profiles (comment_id, size, industry, city)
      SELECT id, ${size ?? null}, ${industry ?? null}, ${city ?? null} FROM comments WHERE ${isThis}`),
  ]
}
