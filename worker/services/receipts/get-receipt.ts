import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { JourneyStep, ReceiptCredentials, ReceiptView } from '../../contract/receipts'
import type { CommentState, Decision, ModerationRule } from '../../contract/words'
import { AppError } from '../../errors'
import { annexOpeningsColumn, ownAnnexColumn, parseAnnex, parseOpenings } from '../annexes/annex-row'
import { appealableUntil } from '../appeals/rules'
import { dueAt } from '../calendar/working-days'
import { hashQueryCode } from '../comments/codes'
import { isUntouched } from '../comments/is-untouched'
import { type CommentRow, commentColumns, presentComment } from '../comments/present'
import { parseAtOnce, publishedAtOnce } from '../comments/publish-at-once'
import { type Act, nextState, standingOf } from '../comments/rules'
import { phaseAt } from '../consultations/rules'
import { isOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { filesColumn, parseFiles } from '../files/file-row'
import { hiddenPassages, parsePassages } from '../moderation/hidden-passages'
import { waitsSince } from '../notices/waiting'
import { type OpinionRow, opinionColumns, presentOpinions } from '../opinions/read-opinions'
import { textReadAt } from '../plan/clause-text'
import { presentAnswers, readAnswers } from '../responses/public-answers'
import { isResultPublicAs, outcomeColumn, parseOutcome } from '../results/outcome'
import { mayUploadScan } from '../stamped-forms/rules'
import { hasForm, parseStamps, stampsColumn, standingScan } from '../stamped-forms/stamp-row'
import { parseReplacement, replacementColumn } from '../submissions/replacement'
import { droppedSupportsColumn, parseDroppedSupports } from '../supports/dropped-supports'
import { parseWording } from '../wordings/wording-columns'

/** What became of a comment, for whoever holds its receipt; `receipt_not_found` whether id or code is wrong. */
export async function getReceipt(
  ctx: ServiceContext,
  { publicId, queryCode }: ReceiptCredentials,
): Promise<ReceiptView> {
  const { db } = ctx
  const hash = await hashQueryCode(ctx, publicId, queryCode)
  const held = sql`(SELECT id FROM comments WHERE public_id = ${publicId} AND query_code_hash = ${hash})`
  const [[row], submissions, decisions, answers] = await db.batch([
    db.all<ReceiptRow>(sql`
      SELECT ${commentColumns}, ${opinionColumns}, ${filesColumn}, ${stampsColumn}, ${ownAnnexColumn}, ${annexOpeningsColumn}, ${hasForm} AS has_form, s.result_at, c.state, c.is_publishable, s.moderation, ${publishedAtOnce} AS at_once, ${droppedSupportsColumn}, c.notice_version, c.submitted_at, c.decided_at, m.title AS measure_title,
        ${textReadAt(sql`c.plan_revision`)} AS clause_text, s.key AS consultation_key, s.is_current, s.opens_at, s.closes_at, s.review_days, a.text AS appeal_text, a.filed_at,
        (SELECT revision FROM moderation_decisions WHERE id = a.decision_id) AS appealed_revision,
        EXISTS (SELECT 1 FROM reviews WHERE comment_id = c.id AND kind = 'appeal') AS is_appeal_open,
        ${isUntouched} AS is_untouched,
        EXISTS (SELECT 1 FROM submission_comments WHERE comment_id = c.id) AS is_of_response,
        EXISTS (SELECT 1 FROM submission_comments WHERE comment_id = c.id AND replaced_in IS NULL) AS is_counting,
        ${isOfEarlierPeople} AS is_of_earlier_people, ${replacementColumn},
        n.sent_at AS delay_sent_at, n.promised_at, n.zh AS delay_zh, n.en AS delay_en, ${hiddenPassages} AS hidden,
        iif(${isResultPublicAs('c')}, ${outcomeColumn}, NULL) AS outcome
      FROM comments c JOIN measures m ON m.id = c.measure_id JOIN consultations s ON s.id = c.consultation_id
      LEFT JOIN clauses cl ON cl.id = c.clause_id LEFT JOIN appeals a ON a.comment_id = c.id
      LEFT JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
      LEFT JOIN delay_notices n ON n.id = (
        SELECT id FROM delay_notices INDEXED BY delay_notices_of_consultation
        WHERE consultation_id = c.consultation_id AND sent_at >= ${waitsSince}
        ORDER BY sent_at DESC LIMIT 1)
      WHERE c.id = ${held}`),
    db.all<{ revision: number; submitted_at: number }>(sql`
      SELECT revision, submitted_at FROM comment_revisions WHERE comment_id = ${held}
      UNION ALL SELECT revision, submitted_at FROM comments WHERE id = ${held} ORDER BY revision`),
    db.all<DecisionRow>(sql`
      SELECT d.decided_at, d.decision, d.revision, d.note, r.id AS reason_id, w.zh, w.en, r.may_resubmit
      FROM moderation_decisions d JOIN reasons r ON r.id = d.reason_id
      JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
      WHERE d.comment_id = ${held} ORDER BY d.decided_at, d.revision`),
    readAnswers(
      ctx,
      sql`(SELECT response_id FROM cases WHERE comment_id = ${held} AND answered_at IS NOT NULL)`,
    ),
  ])
  if (!row) throw new AppError('receipt_not_found')

  const {
    publicId: id,
    author,
    stance,
    body,
    revision,
    clauseKey,
    measureKey,
    parentId,
  } = presentComment(row)
  const period = { opensAt: new Date(row.opens_at), closesAt: new Date(row.closes_at) }
  const last = decisions.at(-1)
  const isTheirs = row.erased_at === null && row.is_of_earlier_people === 0
  const isOpen = phaseAt(period, ctx.now) === 'open' && isTheirs
  const isOfStandingVersion = row.is_counting === 1 && row.is_of_earlier_people === 0
  const may = (act: Act) =>
    isOpen &&
    !isOfStandingVersion &&
    nextState(standingOf(row.state, row.is_unconfirmed === 1), act, true) !== null
  const appealUntil = appealableUntil(
    {
      state: row.state,
      decidedAt: last ? new Date(last.decided_at) : null,
      hasAppealed: row.filed_at !== null || !isTheirs,
    },
    ctx.now,
  )
  return {
    publicId: id,
    state: row.state,
    revision,
    consultation: { key: row.consultation_key, isCurrent: row.is_current === 1 },
    measure: { key: measureKey, title: row.measure_title },
    clause: clauseKey && row.clause_text ? { key: clauseKey, text: row.clause_text } : null,
    quote: row.quote,
    wording: parseWording(row.wording),
    parentId,
    author,
    stance,
    body,
    ...presentOpinions(row),
    attachments: parseFiles(row.files),
    annex: parseAnnex(row.annex),
    annexOpenings: parseOpenings(row.annex_openings),
    stamped: presentStamped(row),
    consentPublish: row.is_publishable === 1,
    isUnconfirmed: row.is_unconfirmed === 1,
    isHeld: row.state === 'pending' && row.moderation === 'after' && row.is_publishable === 1,
    noticeVersion: row.notice_version,
    createdAt: new Date(row.created_at).toISOString(),
    erasedAt: row.erased_at === null ? null : new Date(row.erased_at).toISOString(),
    isOfResponse: row.is_of_response === 1,
    isOfStandingVersion,
    ...parseReplacement(row.replacement),
    isOfEarlierPeople: row.is_of_earlier_people === 1,
    dueAt: promisedAt(row)?.toISOString() ?? null,
    reviewDays: row.review_days,
    delay: presentDelay(row),
    hidden: parsePassages(row.hidden).map(({ reason }) => reason),
    journey: [
      ...submissions.map((each) => presentSubmission(each, row)),
      ...decisions.map(presentDecision),
      ...presentAppeal(row),
      ...presentAtOnce(row),
      ...presentWithdrawal(row),
      ...presentErasure(row),
    ].sort((a, b) => a.at.localeCompare(b.at) || a.revision - b.revision),
    mayEdit: may('edit') && row.is_untouched === 1,
    mayResubmit: may('resubmit') && last?.may_resubmit === 1,
    mayWithdraw: may('withdraw'),
    mayAppeal: appealUntil !== null,
    appealUntil: appealUntil?.toISOString() ?? null,
    isAppealOpen: row.is_appeal_open === 1,
    outcome: parseOutcome(row.outcome),
    answer: presentAnswers(answers, [{ public_id: publicId, answer_id: answers[0]?.id ?? null }])[0] ?? null,
  }
}

interface ReceiptRow extends CommentRow, AppealRow, OpinionRow {
  state: CommentState
  is_publishable: number
  moderation: ModerationRule
  at_once: string
  dropped_supports: string
  notice_version: number | null
  files: string
  stamps: string
  annex: string | null
  annex_openings: string
  has_form: number
  result_at: number | null
  submitted_at: number
  measure_title: string
  consultation_key: string
  is_current: number
  clause_text: string | null
  opens_at: number
  closes_at: number
  review_days: number
  is_appeal_open: number
  is_untouched: number
  is_of_response: number
  is_counting: number
  is_of_earlier_people: number
  replacement: string | null
  decided_at: number | null
  delay_sent_at: number | null
  promised_at: number | null
  delay_zh: string | null
  delay_en: string | null
  hidden: string
  outcome: string | null
}

function presentStamped({
  stamps,
  has_form,
  result_at,
  is_of_earlier_people,
  is_stamped,
}: ReceiptRow): ReceiptView['stamped'] {
  const scans = parseStamps(stamps)
  const hasForm = has_form === 1 && is_of_earlier_people === 0
  const mayUpload = mayUploadScan({
    standing: is_stamped === 1 ? 'confirmed' : standingScan(scans),
    hasForm,
    isResultPublic: result_at !== null,
  })
  return { isConfirmed: is_stamped === 1, mayUpload, scans }
}

/** What waits, a text or an appeal against what was decided on it, has the same time. */
function promisedAt({
  state,
  is_unconfirmed,
  submitted_at,
  filed_at,
  is_appeal_open,
  review_days,
}: ReceiptRow): Date | null {
  if (state === 'pending' || is_unconfirmed === 1) return dueAt(new Date(submitted_at), review_days)
  return is_appeal_open && filed_at !== null ? dueAt(new Date(filed_at), review_days) : null
}

function presentDelay({ delay_sent_at, promised_at, delay_zh, delay_en }: ReceiptRow): ReceiptView['delay'] {
  if (delay_sent_at === null || promised_at === null) return null
  return {
    sentAt: new Date(delay_sent_at).toISOString(),
    promisedAt: new Date(promised_at).toISOString(),
    zh: delay_zh,
    en: delay_en,
  }
}

interface AppealRow {
  appeal_text: string | null
  filed_at: number | null
  appealed_revision: number | null
}

interface DecisionRow {
  decided_at: number
  decision: Decision
  revision: number
  note: string | null
  reason_id: string
  zh: string
  en: string
  may_resubmit: number
}

function presentDecision(row: DecisionRow): JourneyStep {
  return {
    at: new Date(row.decided_at).toISOString(),
    step: row.decision,
    revision: row.revision,
    reason: { id: row.reason_id, zh: row.zh, en: row.en },
    note: row.note,
  }
}

function presentSubmission(
  row: { revision: number; submitted_at: number },
  { dropped_supports }: ReceiptRow,
): JourneyStep {
  const supportsDropped = parseDroppedSupports(dropped_supports)[row.revision]
  return {
    at: new Date(row.submitted_at).toISOString(),
    step: row.revision === 1 ? 'received' : 'resubmitted',
    revision: row.revision,
    reason: null,
    note: null,
    ...(supportsDropped && { supportsDropped }),
  }
}

/** One step, or none where nothing was appealed. */
function presentAppeal({ appeal_text, filed_at, appealed_revision }: AppealRow): JourneyStep[] {
  if (filed_at === null || appealed_revision === null) return []
  const at = new Date(filed_at).toISOString()
  return [{ at, step: 'appealed', revision: appealed_revision, reason: null, note: appeal_text }]
}

function presentAtOnce({ at_once }: ReceiptRow): JourneyStep[] {
  return parseAtOnce(at_once).map((moment) => ({
    ...moment,
    step: 'published_at_once',
    reason: null,
    note: null,
  }))
}

function presentWithdrawal({ state, decided_at, erased_at, revision }: ReceiptRow): JourneyStep[] {
  if (state !== 'withdrawn' || decided_at === null || decided_at === erased_at) return []
  return [{ at: new Date(decided_at).toISOString(), step: 'withdrawn', revision, reason: null, note: null }]
}

function presentErasure({ erased_at, revision }: ReceiptRow): JourneyStep[] {
  if (erased_at === null) return []
  return [{ at: new Date(erased_at).toISOString(), step: 'erased', revision, reason: null, note: null }]
}
