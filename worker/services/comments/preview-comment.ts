import type { ServiceContext } from '../../context'
import type { CommentView, NewComment } from '../../contract/comments'
import { noSupports } from '../../contract/supports'
import { assertMayAnnex } from '../annexes/send-annex'
import { signsVerified } from '../enterprises/signs-verified'
import { findPlaceOrThrow } from './find-place'
import { presentAuthor } from './present'

/** The comment exactly as readers would see it once published; null where its author does not want that. */
export async function previewComment(
  ctx: ServiceContext,
  measureKey: string,
  input: NewComment,
): Promise<CommentView | null> {
  const isVerified = await signsVerified(ctx, input.participant)
  const place = await findPlaceOrThrow(ctx, measureKey, { ...input, isVerified })
  await assertMayAnnex(ctx, input)
  const { participant, consent } = input
  if (!consent.publish) return null
  return {
    publicId: '',
    measureKey,
    clauseKey: place.clauseKey,
    quote: place.quote,
    wording: place.wording,
    madeOn: place.madeOn,
    parentId: input.parentId ?? null,
    depth: place.parent ? place.parent.depth + 1 : 0,
    isUnconfirmed: place.consultation.moderation === 'after' && !input.annex,
    isErased: false,
    body: input.body,
    stance: input.stance,
    disposition: null,
    author: presentAuthor({
      participantKind: participant.kind,
      participantName: participant.kind === 'individual' ? participant.displayName || null : participant.name,
      isNamePublic: consent.name ?? false,
      isVerified,
    }),
    revision: 1,
    createdAt: ctx.now.toISOString(),
    replyCount: 0,
    supports: noSupports,
    attachmentCount: input.attachments?.length ?? 0,
    annexSummary: input.annex?.summary ?? null,
    isStamped: false,
  }
}
