import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentView, MadeOn } from '../../contract/comments'
import type { ReceiptView, Resubmission } from '../../contract/receipts'
import { noSupports } from '../../contract/supports'
import type { WordingView } from '../../contract/wordings'
import type { ModerationRule, Stance } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { madeOnOf, quoteIn } from '../comments/find-place'
import { presentAuthor } from '../comments/present'
import { checkTargets, readTargets, type TargetAnswer, type TargetRow } from '../opinions/check-targets'
import { currentText, textIn } from '../plan/clause-text'
import { clauseIdOf, currentConsultation, measureIdOf } from '../plan/current'
import { orphanedSince } from '../plan-revisions/lose-comments'
import { suggestedWording } from '../wordings/suggested-wording'
import { type OwnFields, readOwnFields } from './read-own-fields'

/** What a comment is to be from now on; what is undefined stays as it is. */
export interface Change {
  body: string
  stance: Stance
  targets: TargetAnswer[] | undefined
  wording: WordingView | null
  annexSummary: string | undefined
  place: { clauseId: number | null; quote: string | null; orphanedIn: SQL | null } | undefined
  author: { name: string | null; isNamePublic: boolean } | undefined
  /** The name that it is signed with, whether readers see it or not. */
  name: string | null
  isPublishable: boolean | undefined
  contact: string | undefined
  noticeVersion: number | undefined
  /** As readers would see it; null where its author does not want that. */
  preview: CommentView | null
}

/** Checks what its author wants changed against the comment as it stands, without writing anything. */
export async function planChange(
  ctx: ServiceContext,
  receipt: ReceiptView,
  input: Resubmission,
): Promise<Change> {
  if (receipt.isOfStandingVersion) throw new AppError('part_of_response')
  if (!receipt.mayResubmit && !receipt.mayEdit) throw new AppError('not_resubmittable')
  const own = await readOwnFields(ctx, receipt)
  const { clauseKey, base, moderation, madeOn, readings, ...place } = await placeOf(ctx, receipt, own, input)
  const isMoved = clauseKey !== (receipt.clause?.key ?? null)
  const author = authorOf(receipt, own, input)
  const change = {
    body: input.body,
    stance: input.stance,
    targets: input.targets && checkTargets(input.targets, place.targets),
    wording: wordingOf(input, { kept: isMoved ? null : receipt.wording, base, readings }),
    annexSummary: input.annexSummary,
    place: isMoved || place.at.quote !== receipt.quote ? place.at : undefined,
    author,
    name: author ? author.name : own.name,
    isPublishable: input.consent?.publish === receipt.consentPublish ? undefined : input.consent?.publish,
    contact: input.contact === own.contact ? undefined : input.contact,
    noticeVersion: input.noticeVersion,
  }
  const said = targetsOf(receipt, place.targets)
  if (isUnchanged(change, receipt, said)) throw new AppError('nothing_changed')
  if (!(change.isPublishable ?? receipt.consentPublish)) return { ...change, preview: null }
  const wasDecided = receipt.journey.some(({ reason }) => reason !== null)
  const preview: CommentView = {
    publicId: '',
    measureKey: receipt.measure.key,
    clauseKey,
    quote: place.at.quote,
    wording: change.wording,
    madeOn,
    parentId: receipt.parentId,
    depth: 0,
    isUnconfirmed: moderation === 'after' && !wasDecided && receipt.annex === null,
    isErased: false,
    body: change.body,
    stance: change.stance,
    disposition: null,
    author: presentAuthor({
      participantKind: receipt.author.kind,
      participantName: change.name,
      isNamePublic: change.author ? change.author.isNamePublic : own.isNamePublic,
      isVerified: receipt.author.isVerified,
    }),
    revision: receipt.revision + 1,
    createdAt: receipt.createdAt,
    replyCount: 0,
    supports: noSupports,
    attachmentCount: receipt.attachments.length,
    annexSummary: receipt.annex && (input.annexSummary ?? receipt.annex.summary),
    isStamped: false,
  }
  return { ...change, preview }
}

const targetsOf = ({ targets }: ReceiptView, known: TargetRow[]): TargetAnswer[] =>
  targets.flatMap(({ key, opinion, value, evidence }) => {
    const target = known.find((each) => each.key === key)
    return target ? [{ targetId: target.id, opinion, value, evidence }] : []
  })

/** Sent again as it stands it would only lose its place in the queue. */
function isUnchanged(
  change: Omit<Change, 'preview'>,
  { body, stance, wording, annex }: ReceiptView,
  targets: TargetAnswer[],
): boolean {
  const { annexSummary, place, author, isPublishable, contact } = change
  return (
    change.body === body &&
    change.stance === stance &&
    change.wording?.text === wording?.text &&
    (change.targets === undefined || inOrder(change.targets) === inOrder(targets)) &&
    (annexSummary === undefined || annexSummary === (annex?.summary ?? '')) &&
    [place, author, isPublishable, contact].every((each) => each === undefined)
  )
}

const inOrder = (targets: TargetAnswer[]) =>
  JSON.stringify(
    targets
      .map(({ targetId, opinion, value, evidence }) => [targetId, opinion, value, evidence])
      .sort(([a], [b]) => Number(a) - Number(b)),
  )

interface ClauseRow {
  id: number
  key: string
  text: string
  now: string
}

/** Where it is to stand: in its measure, on the clause that is chosen, as its author read it. */
async function placeOf(
  context: ServiceContext,
  { consultation, measure, clause, quote: given, parentId }: ReceiptView,
  { planRevision, mayMove }: OwnFields,
  input: Pick<Resubmission, 'clause' | 'quote'>,
) {
  const ctx = { ...context, consultation: consultation.key }
  const before = clause?.key ?? null
  const key = input.clause === undefined ? before : input.clause || null
  if (key !== before && !mayMove) throw invalidField('clause', 'clause_kept')
  const revision = sql`${planRevision}`
  const [[found], readings, targets, [rule]] = await ctx.db.batch([
    ctx.db.all<ClauseRow>(sql`
      SELECT cl.id, cl.key, ${textIn(revision)} AS text, ${currentText} AS now FROM clauses cl
      WHERE cl.id = ${clauseIdOf(ctx, measure.key, key ?? '')}`),
    ctx.db.all<{ text: string }>(sql`
      SELECT ${textIn(revision)} AS text FROM clauses cl WHERE cl.measure_id = ${measureIdOf(ctx, measure.key)}`),
    readTargets(ctx, measure.key),
    ctx.db.all<{ moderation: ModerationRule }>(
      sql`SELECT moderation FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
  ])
  if (key !== null && !found?.text) throw invalidField('clause', 'clause_unknown')
  const asked = input.quote === undefined ? key === before && given : input.quote
  const quote = quoteIn(asked || null, parentId === null ? found?.text : undefined)
  const clauseId = found?.id ?? null
  const madeOn: MadeOn | null = found && parentId === null ? madeOnOf(found, planRevision, quote) : null
  return {
    at: { clauseId, quote, orphanedIn: orphanedSince({ clauseId, quote, planRevision, parent: parentId }) },
    clauseKey: key,
    base: parentId === null ? (found?.text ?? null) : null,
    moderation: rule?.moderation ?? 'before',
    madeOn,
    readings: readings.map(({ text }) => text),
    targets,
  }
}

/** What the new text suggests: what the old one did, unless it says otherwise. */
function wordingOf(
  input: Resubmission,
  { kept, base, readings }: { kept: WordingView | null; base: string | null; readings: string[] },
): WordingView | null {
  if (!input.wording) return kept
  const text = suggestedWording(input.wording, { isOnClause: base !== null, readings })
  return text === null || base === null ? null : { text, base }
}

/** An organisation stands by the name that it signed with; what an individual calls themselves may change. */
function authorOf({ author }: ReceiptView, own: OwnFields, { displayName, consent }: Resubmission) {
  if (author.kind !== 'individual') {
    if (displayName !== undefined) throw invalidField('displayName', 'unknown_key')
    return undefined
  }
  const name = displayName === undefined ? own.name : displayName || null
  const isNamePublic = consent ? (consent.name ?? false) : own.isNamePublic
  return name === own.name && isNamePublic === own.isNamePublic ? undefined : { name, isNamePublic }
}
