import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { AnnexInput } from '../../contract/annexes'
import type { ParticipantKind } from '../../contract/words'
import type { Query } from '../../db/client'
import { invalidField } from '../../errors'
import { uploadLifetime } from '../files/uploads'

/** Throws where a comment may not have this annex: it is of an organisation, and its file was uploaded as one within a day. */
export async function assertMayAnnex(
  ctx: ServiceContext,
  { participant, annex }: { participant: { kind: ParticipantKind }; annex?: AnnexInput | undefined },
): Promise<void> {
  if (!annex) return
  if (participant.kind === 'individual') throw invalidField('annex.file', 'annex_of_individual')
  const [found] = await ctx.db.all<{ id: string }>(sql`
    SELECT id FROM attachments WHERE id = ${annex.file} AND purpose = 'annex'
      AND (comment_id IS NOT NULL OR uploaded_at > ${ctx.now.getTime() - uploadLifetime})`)
  if (!found) throw invalidField('annex.file', 'attachment_gone')
}

/** The writes that give a comment its annex; `commentId` is a subquery. One that went with another comment is refused by trigger. */
export function claimAnnex({ db }: ServiceContext, commentId: SQL, annex: AnnexInput | undefined): Query[] {
  if (!annex) return []
  return [
    db.run(
      sql`UPDATE attachments SET comment_id = ${commentId} WHERE id = ${annex.file} AND purpose = 'annex'`,
    ),
    db.run(sql`
      UPDATE annexes SET comment_id = ${commentId}, summary = ${annex.summary} WHERE attachment_id = ${annex.file}`),
  ]
}

/** The write that puts another summary in its place, on the comment that `isThis` names. */
export function rewriteSummary({ db }: ServiceContext, isThis: SQL, summary: string | undefined): Query[] {
  if (summary === undefined) return []
  return [
    db.run(sql`
      UPDATE annexes SET summary = ${summary} WHERE comment_id = (SELECT id FROM comments WHERE ${isThis})`),
  ]
}
