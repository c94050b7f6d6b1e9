import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { MadeOn, NewComment } from '../../contract/comments'
import { limits } from '../../contract/limits'
import type { WordingView } from '../../contract/wordings'
import type { ModerationRule } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { assertMayTakePart, assertOpen } from '../consultations/rules'
import { checkTargets, readTargets, type TargetAnswer } from '../opinions/check-targets'
import { currentText, textIn } from '../plan/clause-text'
import { clauseIdOf, currentConsultation, measureIdOf, publishedRevision } from '../plan/current'
import type { ConsultationRow } from '../plan/present'
import { suggestedWording } from '../wordings/suggested-wording'
import { isPublic } from './is-public'

/** Where a comment is to stand. A reply stands on the clause of what it answers. */
export interface Place {
  consultation: {
    id: number
    key: string
    code: string
    /** Read first is whoever signs with the code of a verified organisation without being known as one of it. */
    moderation: ModerationRule
    opensAt: Date
    closesAt: Date
  }
  /** The revision of the plan that its author read. */
  planRevision: number
  measureId: number
  clauseId: number | null
  clauseKey: string | null
  /** The passage of the clause that it is on. */
  quote: string | null
  /** How its author would have the clause read. */
  wording: WordingView | null
  /** What its author read, where the clause reads differently now. */
  madeOn: MadeOn | null
  parent: { id: number; rootId: number; depth: number } | null
  /** What is answered to targets of the measure. */
  targets: TargetAnswer[]
}

/** The place that a new comment names; throws if it does not exist, is not public, or takes no comments now. */
export async function findPlaceOrThrow(
  ctx: ServiceContext,
  measureKey: string,
  input: Pick<
    NewComment,
    'clause' | 'parentId' | 'quote' | 'wording' | 'planRevision' | 'targets' | 'participant'
  > & {
    isVerified?: boolean
  },
): Promise<Place> {
  const { db } = ctx
  const revision = input.planRevision === undefined ? publishedRevision(ctx) : sql`${input.planRevision}`
  const [[consultation], [measure], [clause], [parent], targets, readings] = await db.batch([
    db.all<ConsultationRow & { id: number; code: string; is_code_proven: number }>(sql`
      SELECT *, EXISTS (SELECT 1 FROM enterprises WHERE uscc = ${usccOf(input.participant)} AND state = 'verified') AS is_code_proven
      FROM consultations WHERE id = ${currentConsultation(ctx)}`),
    db.all<{ id: number }>(sql`SELECT id FROM measures WHERE id = ${measureIdOf(ctx, measureKey)}`),
    db.all<{ id: number; key: string; text: string; now: string }>(sql`
      SELECT cl.id, cl.key, ${textIn(revision)} AS text, ${currentText} AS now FROM clauses cl
      WHERE cl.id = ${clauseIdOf(ctx, measureKey, input.clause ?? '')}`),
    db.all<ParentRow>(sql`
      SELECT c.id, c.measure_id, c.clause_id, c.root_id, c.depth,
        (SELECT key FROM clauses WHERE id = c.clause_id) AS clause_key
      FROM comments c WHERE c.public_id = ${input.parentId ?? ''} AND ${isPublic}`),
    readTargets(ctx, measureKey),
    db.all<{ text: string }>(sql`
      SELECT ${textIn(revision)} AS text FROM clauses cl
      WHERE ${input.wording ? 1 : 0} AND cl.measure_id = ${measureIdOf(ctx, measureKey)}`),
  ])
  if (!consultation || !measure) throw new AppError('not_found')
  const period = { opensAt: new Date(consultation.opens_at), closesAt: new Date(consultation.closes_at) }
  assertOpen(period, ctx.now)
  assertMayTakePart(
    { participants: consultation.participants, hasReplies: consultation.has_replies === 1 },
    { kind: input.participant.kind, isVerified: input.isVerified ?? false, isReply: Boolean(input.parentId) },
  )
  const planRevision = input.planRevision ?? consultation.plan_revision
  if (planRevision > consultation.plan_revision) throw invalidField('planRevision', 'plan_revision_unknown')
  if (input.clause && !clause?.text) throw invalidField('clause', 'clause_unknown')
  if (input.parentId && parent?.measure_id !== measure.id) throw invalidField('parentId', 'parent_unknown')
  const quote = quoteIn(input.quote || null, parent ? undefined : clause?.text)
  if (parent && parent.depth >= limits.replyDepth) throw invalidField('parentId', 'too_deep')
  const wording = suggestedWording(input.wording, {
    isOnClause: !parent && clause !== undefined,
    readings: readings.map(({ text }) => text),
  })
  return {
    consultation: {
      id: consultation.id,
      key: consultation.key,
      code: consultation.code,
      moderation: consultation.is_code_proven === 1 && !input.isVerified ? 'before' : consultation.moderation,
      ...period,
    },
    planRevision,
    measureId: measure.id,
    clauseId: parent ? parent.clause_id : (clause?.id ?? null),
    clauseKey: parent ? parent.clause_key : (clause?.key ?? null),
    quote,
    wording: wording === null || !clause ? null : { text: wording, base: clause.text },
    madeOn: parent || !clause ? null : madeOnOf(clause, planRevision, quote),
    parent: parent ? { id: parent.id, rootId: parent.root_id ?? parent.id, depth: parent.depth } : null,
    targets: checkTargets(input.targets ?? [], targets),
  }
}

const usccOf = (participant: NewComment['participant']): string =>
  participant.kind === 'individual' ? '' : (participant.uscc ?? '')

/** The passage that is named, which stands in the text of the clause; a reply is on none. */
export function quoteIn(quote: string | null, text: string | undefined): string | null {
  if (quote !== null && !text?.includes(quote)) throw invalidField('quote', 'quote_unknown')
  return quote
}

/** The text that somebody reads who wrote about a clause at a revision; null where it still reads so. */
export const madeOnOf = (
  { text, now }: { text: string; now: string },
  revision: number,
  quote: string | null | undefined,
): MadeOn | null =>
  now === text ? null : { revision, text, isOrphan: now === '' || !now.includes(quote ?? '') }

interface ParentRow {
  id: number
  measure_id: number
  clause_id: number | null
  clause_key: string | null
  root_id: number | null
  depth: number
}
