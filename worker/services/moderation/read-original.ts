import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { OriginalView, ReadOriginal } from '../../contract/moderation/decided'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { hiddenPassages, parsePassages } from './hidden-passages'
import { originalText } from './original-text'

/** The text as it was sent, where the public reads it with passages hidden; nobody reads it without that being recorded. */
export async function readOriginal(
  ctx: ServiceContext,
  { publicId, purpose }: ReadOriginal,
): Promise<OriginalView> {
  assertRole(ctx, 'senior_moderator')
  const original = sql`
    FROM comments c JOIN comment_originals o ON o.comment_id = c.id AND o.revision = c.revision
    WHERE c.public_id = ${publicId}`
  const [[found]] = await ctx.db.batch([
    ctx.db.all<{ revision: number; body: string; redactions: string }>(
      sql`SELECT o.revision, ${originalText} AS body, ${hiddenPassages} AS redactions ${original}`,
    ),
    recordAudit(
      ctx,
      { action: 'original.read', subjectKind: 'comment', subjectId: publicId, data: { purpose } },
      sql`EXISTS (SELECT 1 ${original})`,
    ),
  ])
  if (!found) throw new AppError('not_found')
  return {
    publicId,
    revision: found.revision,
    body: found.body,
    redactions: parsePassages(found.redactions),
  }
}
