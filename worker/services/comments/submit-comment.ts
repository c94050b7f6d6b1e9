import { lt, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentReceipt, NewComment } from '../../contract/comments'
import { contactKind } from '../../contract/contact'
import { isUniqueViolation, type Query } from '../../db/client'
import { commentContacts, usedProofs } from '../../db/schema'
import { AppError, invalidField } from '../../errors'
import { assertMayAnnex, claimAnnex, isAnnexGone } from '../annexes/send-annex'
import { signsVerified } from '../enterprises/signs-verified'
import { assertUploaded, claimUploads, isTaken } from '../files/uploads'
import { writeProfile, writeTargets } from '../opinions/write-opinions'
import { checkProof, type Proof, type SpentProof } from '../proofs/check-proof'
import { type Assessment, writeAssessed } from '../signals/assess-text'
import { beginGroup, groupColumns } from '../similarity/place-text'
import { findPlaceOrThrow, type Place } from './find-place'
import { type Arrival, takeIn } from './take-in'

/** Takes a comment in as `pending` and gives its receipt; comment, contact, spent proof and audit row stand or fall together. */
export async function submitComment(
  ctx: ServiceContext,
  measureKey: string,
  input: NewComment,
  proof: Proof,
): Promise<CommentReceipt> {
  const isVerified = await signsVerified(ctx, input.participant)
  const place = await findPlaceOrThrow(ctx, measureKey, { ...input, isVerified })
  const spent = await checkProof(ctx, proof)
  await assertUploaded(ctx, input.attachments ?? [])
  await assertMayAnnex(ctx, input)
  const text = {
    consultation: place.consultation.key,
    body: input.body,
    wording: place.wording,
    summary: input.annex?.summary,
    author: { kind: input.participant.kind, name: nameOf(input.participant) },
  }
  return writeAssessed(ctx, text, (assessment) =>
    write(ctx, { ...place, isVerified }, input, spent, assessment),
  )
}

async function write(
  ctx: ServiceContext,
  place: Place & { isVerified: boolean },
  input: NewComment,
  spent: SpentProof | null,
  assessment: Assessment,
): Promise<CommentReceipt> {
  const groups = beginGroup(ctx, assessment.placement, assessment)
  const send = async (statements: [Query, ...Query[]], publicId: string) => {
    try {
      await ctx.db.batch([...statements, ...further(ctx, publicId, place, input, spent)])
    } catch (error) {
      if (isUniqueViolation(error, 'used_proofs.signature')) throw new AppError('proof_used')
      if (isAnnexGone(error)) throw invalidField('annex.file', 'attachment_gone')
      throw isTaken(error) ? invalidField('attachments', 'attachment_gone') : error
    }
  }
  const [codes] = await takeIn(
    ctx,
    [arrivalOf(place, input, assessment, spent)],
    (statements, [own]) => send(statements, own?.publicId ?? ''),
    groups,
  )
  if (!codes) throw new Error('nothing was taken in')
  const isPublic =
    place.consultation.moderation === 'after' && input.consent.publish && !input.annex && !assessment.isHeld
  return { ...codes, state: isPublic ? 'published' : 'pending' }
}

const nameOf = (participant: NewComment['participant']): string | null =>
  participant.kind === 'individual' ? participant.displayName || null : participant.name

function arrivalOf(
  place: Place & { isVerified: boolean },
  input: NewComment,
  { signals, placement, isHeld }: Assessment,
  spent: SpentProof | null,
): Arrival {
  const { participant, consent } = input
  const isIndividual = participant.kind === 'individual'
  return {
    consultation:
      isHeld || input.annex ? { ...place.consultation, moderation: 'before' } : place.consultation,
    measureId: place.measureId,
    clauseId: place.clauseId,
    parent: place.parent,
    planRevision: place.planRevision,
    quote: place.quote,
    wording: place.wording?.text ?? null,
    channel: 'online',
    noticeVersion: input.noticeVersion,
    body: input.body,
    stance: input.stance,
    participantKind: participant.kind,
    participantName: nameOf(participant),
    isNamePublic: isIndividual ? (consent.name ?? false) : true,
    uscc: isIndividual ? null : participant.uscc,
    isVerified: place.isVerified,
    isPublishable: consent.publish,
    codeFrom: spent?.signature ?? null,
    group: groupColumns(placement),
    signals,
  }
}

/** What only a comment that was sent online brings: answers to targets, a profile, a contact, the proof of work, and files. */
function further(
  ctx: ServiceContext,
  publicId: string,
  place: Place,
  { participant, contact, attachments = [], annex }: NewComment,
  spent: SpentProof | null,
): Query[] {
  const { db, now } = ctx
  const isThis = sql`public_id = ${publicId}`
  const kind = contact ? contactKind(contact) : null
  const commentId = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  return [
    ...writeTargets(ctx, isThis, place.targets),
    ...(participant.kind === 'individual' ? [] : writeProfile(ctx, isThis, participant.profile)),
    ...(contact && kind ? [db.insert(commentContacts).values({ commentId, kind, value: contact })] : []),
    ...(spent
      ? [
          db.insert(usedProofs).values({ ...spent, publicId }),
          db.delete(usedProofs).where(lt(usedProofs.expiresAt, now)),
        ]
      : []),
    ...claimUploads(ctx, commentId, attachments),
    ...claimAnnex(ctx, commentId, annex),
  ]
}
