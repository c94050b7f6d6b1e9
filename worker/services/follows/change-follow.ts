import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FollowChange, FollowView } from '../../contract/follows'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getFollow, handleOfToken } from './get-follow'
import { nextDigestAt } from './rules'
import { findSubjects } from './subjects'

/** Changes how often or what of; whoever has the link has the mailbox, so that nothing is to be confirmed again. */
export async function changeFollow(
  ctx: ServiceContext,
  token: string,
  { frequency, subjects }: FollowChange,
): Promise<FollowView> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const handle = await handleOfToken(ctx, token)
  const follow = sql`(SELECT id FROM follows WHERE handle = ${handle} AND confirmed_at IS NOT NULL)`
  const consultation = sql`(SELECT consultation_id FROM follows WHERE handle = ${handle})`
  const wanted = subjects && JSON.stringify(await findSubjects(ctx, consultation, subjects))
  const due = frequency === 'at_once' ? ctx.now : frequency && nextDigestAt(frequency, ctx.now)
  const [touched] = await db.batch([
    db.run(sql`
      UPDATE follows SET frequency = coalesce(${frequency ?? null}, frequency),
        due_at = coalesce(${due?.getTime() ?? null}, due_at)
      WHERE id = ${follow}`),
    recordAudit(
      ctx,
      {
        action: 'follow.changed',
        subjectKind: 'follow',
        subjectId: sql`CAST(${follow} AS TEXT)`,
        data: { ...(frequency && { frequency }), ...(subjects && { subjects: subjects.length }) },
      },
      sql`changes() > 0`,
    ),
    ...(wanted ? takePlace() : []),
  ])
  if (touched.rowsAffected === 0) throw new AppError('follow_not_found')
  return getFollow(ctx, token)

  function takePlace(): Query[] {
    return [
      db.run(sql`
        DELETE FROM follow_subjects WHERE follow_id = ${follow} AND (kind, subject_id) NOT IN (
          SELECT value ->> 'kind', value ->> 'id' FROM json_each(${wanted}))`),
      db.run(sql`
        INSERT INTO follow_subjects (follow_id, kind, subject_id, created_at, confirmed_at)
        SELECT f.id, value ->> 'kind', value ->> 'id', ${now}, ${now}
        FROM json_each(${wanted}) CROSS JOIN follows f WHERE f.id = ${follow}
        ON CONFLICT (follow_id, kind, subject_id) DO UPDATE
          SET confirmed_at = coalesce(confirmed_at, excluded.confirmed_at)`),
    ]
  }
}
