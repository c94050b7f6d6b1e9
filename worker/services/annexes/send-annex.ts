import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { AnnexInput } from '../../contract/annexes'
import type { ParticipantKind } from '../../contract/words'
import { isRefusedByTrigger, type Query } from '../../db/client'
import { invalidField } from '../../errors'
import { isFresh, isSent } from '../files/uploads'

/** Throws where a text may not have this annex: it is of an organisation, and its file was uploaded as one within a day or is held. */
export async function assertMayAnnex(
  ctx: ServiceContext,
  { participant, annex }: { participant: { kind: ParticipantKind }; annex?: AnnexInput | undefined },
  isHeld = isSent,
): Promise<void> {
  if (!annex) return
  if (participant.kind === 'individual') throw invalidField('annex.file', 'annex_of_individual')
  const [found] = await ctx.db.all<{ id: string }>(sql`
    SELECT id FROM attachments
    WHERE id = ${annex.file} AND purpose = 'annex' AND (${isHeld} OR (${isFresh(ctx)}))`)
  if (!found) throw invalidField('annex.file', 'attachment_gone')
}

/**
 * The writes that give a comment its annex; `commentId` is a subquery. One that went with another comment is refused by trigger, and
 * one that is gone fails ({@link isAnnexGone}).
 */
export function claimAnnex({ db }: ServiceContext, commentId: SQL, annex: AnnexInput | undefined): Query[] {
  if (!annex) return []
  return [
    db.run(
      sql`UPDATE attachments SET comment_id = ${commentId} WHERE id = ${annex.file} AND purpose = 'annex'`,
    ),
    db.run(sql`
      INSERT INTO annexes (attachment_id, comment_id, summary, wrapped_key)
      VALUES ((SELECT attachment_id FROM annexes WHERE attachment_id = ${annex.file}), ${commentId}, ${annex.summary},
        (SELECT wrapped_key FROM annexes WHERE attachment_id = ${annex.file}))
      ON CONFLICT (attachment_id) DO UPDATE SET comment_id = excluded.comment_id, summary = excluded.summary`),
  ]
}

/** True where there was no such annex any more when its comment was written. */
export const isAnnexGone = (error: unknown): boolean =>
  isRefusedByTrigger(error, 'NOT NULL constraint failed: annexes.attachment_id')

/** The write that puts another summary in its place, on the comment that `isThis` names. */
export function rewriteSummary({ db }: ServiceContext, isThis: SQL, summary: string | undefined): Query[] {
  if (summary === undefined) return []
  return [
    db.run(sql`
      UPDATE annexes SET summary = ${summary} WHERE comment_id = (SELECT id FROM comments WHERE ${isThis})`),
  ]
}
