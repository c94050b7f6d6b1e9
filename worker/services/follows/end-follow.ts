import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import { recordAudit } from '../audit/record'
import { handleOfToken } from './get-follow'

/** Deletes a follow with its address and all mails that wait. One that ended before has ended; a forged link is `follow_not_found`. */
export async function endFollow(ctx: ServiceContext, token: string): Promise<void> {
  await deleteFollow(ctx, sql`(SELECT id FROM follows WHERE handle = ${await handleOfToken(ctx, token)})`)
}

/** The same for a follow by its id: where its own mail server says that the address takes nothing. */
export async function deleteFollow(ctx: ServiceContext, follow: SQL): Promise<void> {
  await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'follow.ended', subjectKind: 'follow', subjectId: sql`CAST(${follow} AS TEXT)` },
      sql`EXISTS (SELECT 1 FROM follows WHERE id = ${follow})`,
    ),
    ...deletions(ctx, follow),
  ])
}

/** What deletes follows, of a subquery of their ids, for a batch: the rows that hang on them first. */
export function deletions({ db }: ServiceContext, ids: SQL): [Query, Query, Query] {
  return [
    db.run(sql`DELETE FROM follow_mails WHERE follow_id IN ${ids}`),
    db.run(sql`DELETE FROM follow_subjects WHERE follow_id IN ${ids}`),
    db.run(sql`DELETE FROM follows WHERE id IN ${ids}`),
  ]
}
