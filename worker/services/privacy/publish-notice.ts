import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { NoticeContent, PrivacyDesk, PublishNotice } from '../../contract/privacy'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { presentNotice } from './notice-versions'
import { readPrivacyDesk } from './read-privacy-desk'
import { hashOfNotice, writeNotice } from './write-notice'

/** Publishes the notice as it reads now, from now on. `notice_changed` where the version seen is not the last any more. */
export async function publishNotice(ctx: ServiceContext, input: PublishNotice): Promise<PrivacyDesk> {
  const { id } = assertRole(ctx, 'admin')
  const { version, additionZh, additionEn, changeZh, changeEn } = input
  const content = writeNotice({ zh: additionZh, en: additionEn })
  const [, added] = await ctx.db.batch(
    await addVersion(ctx, version, content, { changeZh, changeEn, by: id }),
  )
  if (added.rowsAffected === 0) throw new AppError('notice_changed')
  return readPrivacyDesk(ctx)
}

/** The writes of a version after `version`, if that is still the last; 0 before the first. */
export async function addVersion(
  ctx: ServiceContext,
  version: number,
  content: NoticeContent,
  { changeZh, changeEn, by }: { changeZh: string; changeEn: string; by: string | null },
): Promise<[Query, ReturnType<typeof recordAudit>]> {
  const isLast = sql`coalesce(${presentNotice}, 0) = ${version}`
  const sha256 = await hashOfNotice(content)
  return [
    recordAudit(
      ctx,
      {
        action: 'privacy_notice.published',
        subjectKind: 'privacy_notice',
        subjectId: String(version + 1),
        data: { sha256 },
      },
      isLast,
    ),
    ctx.db.run(sql`
      INSERT INTO privacy_notices (version, effective_at, content, sha256, change_zh, change_en, published_by)
      SELECT ${version + 1}, ${ctx.now.getTime()}, ${JSON.stringify(content)}, ${sha256}, ${changeZh}, ${changeEn}, ${by}
      WHERE ${isLast}`),
  ]
}
