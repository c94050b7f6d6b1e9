import { sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import { recordAudit } from '../audit/record'
import { presentNotice } from '../privacy/notice-versions'

/** Takes note that somebody has read the version of the privacy notice that they were shown; an older one changes nothing. */
export async function readNotice(ctx: ServiceContext, version: number): Promise<void> {
  const { id } = assertParticipant(ctx)
  const isNews = sql`id = ${id} AND coalesce(notice_version, 0) < ${version} AND ${version} <= ${presentNotice}`
  await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'participant.notice_read', subjectKind: 'user', subjectId: id, data: { version } },
      sql`EXISTS (SELECT 1 FROM users WHERE ${isNews})`,
    ),
    ctx.db.run(sql`UPDATE users SET notice_version = ${version} WHERE ${isNews}`),
  ])
}
