import { lt, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentReceipt, NewComment } from '../../contract/comments'
import { contactKind } from '../../contract/contact'
import { isUniqueViolation, type Query } from '../../db/client'
import { commentContacts, comments, usedProofs } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { checkProof, type Proof, type SpentProof } from '../proofs/check-proof'
import { type Assessment, writeAssessed } from '../signals/assess-text'
import { noteSignals } from '../signals/note-signals'
import { beginGroup, groupColumns } from '../similarity/place-text'
import { hashQueryCode, newPublicId, newQueryCode } from './codes'
import { findPlaceOrThrow, type Place } from './find-place'

const attempts = 3

/** Takes a comment in as `pending` and gives its receipt; comment, contact, spent proof and audit row stand or fall together. */
export async function submitComment(
  ctx: ServiceContext,
  measureKey: string,
  input: NewComment,
  proof: Proof,
): Promise<CommentReceipt> {
  const place = await findPlaceOrThrow(ctx, measureKey, input)
  const spent = await checkProof(ctx, proof)
  const text = { body: input.body, author: input.participant }
  return writeAssessed(ctx, text, (assessment) => takeIn(ctx, place, input, spent, assessment))
}

async function takeIn(
  ctx: ServiceContext,
  place: Place,
  input: NewComment,
  spent: SpentProof | null,
  assessment: Assessment,
): Promise<CommentReceipt> {
  for (let attempt = 1; ; attempt += 1) {
    const publicId = newPublicId(ctx, place.consultation.code)
    const queryCode = await newQueryCode(ctx, spent?.signature)
    const hash = await hashQueryCode(ctx, publicId, queryCode)
    try {
      await ctx.db.batch(writes(ctx, place, input, { publicId, hash }, spent, assessment))
      ctx.stir()
      return { publicId, queryCode, state: 'pending' }
    } catch (error) {
      if (isUniqueViolation(error, 'used_proofs.signature')) throw new AppError('proof_used')
      if (!isUniqueViolation(error, 'comments.public_id') || attempt === attempts) throw error
    }
  }
}

function writes(
  ctx: ServiceContext,
  place: Place,
  input: NewComment,
  { publicId, hash }: { publicId: string; hash: string },
  spent: SpentProof | null,
  { signals, placement, isLast }: Assessment,
): [Query, ...Query[]] {
  const { db, now } = ctx
  const { participant, consent, contact } = input
  const isIndividual = participant.kind === 'individual'
  const insert = db.insert(comments).values({
    publicId,
    queryCodeHash: hash,
    consultationId: place.consultation.id,
    measureId: place.measureId,
    clauseId: place.clauseId,
    parentId: place.parent?.id ?? null,
    rootId: place.parent?.rootId ?? null,
    depth: place.parent ? place.parent.depth + 1 : 0,
    state: 'pending',
    revision: 1,
    body: input.body,
    stance: input.stance,
    participantKind: participant.kind,
    participantName: isIndividual ? participant.displayName || null : participant.name,
    isNamePublic: isIndividual ? (consent.name ?? false) : true,
    uscc: isIndividual ? null : participant.uscc,
    isVerified: false,
    isPublishable: consent.publish,
    replyCount: 0,
    createdAt: now,
    submittedAt: now,
    ...groupColumns(placement),
  })
  const more: Query[] = []
  const kind = contact ? contactKind(contact) : null
  if (contact && kind)
    more.push(
      db.insert(commentContacts).values({
        commentId: sql`(SELECT id FROM comments WHERE public_id = ${publicId})`,
        kind,
        value: contact,
      }),
    )
  if (spent)
    more.push(
      db.insert(usedProofs).values({ ...spent, publicId }),
      db.delete(usedProofs).where(lt(usedProofs.expiresAt, now)),
    )
  const audited = recordAudit(ctx, {
    action: 'comment.submitted',
    subjectKind: 'comment',
    subjectId: publicId,
    data: { revision: 1, measure: place.measureId, isReply: place.parent !== null },
  })
  return [
    audited,
    ...beginGroup(ctx, placement, { isLast }),
    insert,
    ...noteSignals(ctx, signals, { isThis: sql`public_id = ${publicId}`, revision: 1 }),
    ...more,
  ]
}
