import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type {
  CommentState,
  Decision,
  Disposition,
  MailKind,
  RedactionReason,
  ReviewKind,
} from '../../contract/words'
import { appealableUntil } from '../appeals/rules'
import { nextState } from '../comments/rules'
import { phaseAt } from '../consultations/rules'
import { waitsSince } from '../notices/waiting'
import type { News } from './compose-mail'

/** What a message tells and to which address, as both stand now; null where the contact was deleted since, or what it would tell no longer is. */
export async function readNews(
  ctx: ServiceContext,
  messageId: number,
): Promise<{ to: string; key: string; news: News | null } | null> {
  const [row] = await ctx.db.all<NewsRow>(sql`
    SELECT o.kind, o.dedupe_key, k.value AS address, c.public_id, c.state, c.is_publishable,
      me.short_title, me.short_title_en, s.authority, s.authority_en, s.opens_at, s.closes_at, s.review_days,
      coalesce((SELECT submitted_at FROM comment_revisions WHERE comment_id = c.id AND revision = d.revision),
        c.submitted_at) AS submitted_at,
      d.decision, d.decided_at, d.note, d.review_kind, w.zh AS reason_zh, w.en AS reason_en, r.may_resubmit,
      (SELECT group_concat(reason) FROM redactions WHERE decision_id = d.id) AS hidden,
      c.revision = d.revision AND d.id = (
        SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1) AS is_last,
      a.comment_id IS NOT NULL AS has_appealed, ${waitsSince} AS waits_since,
      n.promised_at, n.zh AS notice_zh, n.en AS notice_en, s.result_at, ca.disposition
    FROM outbox_messages o JOIN comment_contacts k ON k.comment_id = o.comment_id AND k.kind = 'email'
    JOIN comments c ON c.id = o.comment_id JOIN measures me ON me.id = c.measure_id
    JOIN consultations s ON s.id = c.consultation_id
    LEFT JOIN moderation_decisions d ON o.kind = 'decision' AND d.id = o.subject_id
    LEFT JOIN reasons r ON r.id = d.reason_id
    LEFT JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
    LEFT JOIN delay_notices n ON o.kind = 'delay' AND n.id = o.subject_id
    LEFT JOIN cases ca ON o.kind = 'result' AND ca.comment_id = o.comment_id AND ca.is_admissible = 1
    LEFT JOIN appeals a ON a.comment_id = c.id
    WHERE o.id = ${messageId}`)
  return row ? { to: row.address, key: row.dedupe_key, news: presentNews(ctx, row) } : null
}

function presentNews(ctx: ServiceContext, row: NewsRow): News | null {
  const about = {
    publicId: row.public_id,
    measure: { zh: row.short_title, en: row.short_title_en },
    authority: { zh: row.authority, en: row.authority_en },
    submittedAt: new Date(row.submitted_at),
  }
  if (row.promised_at !== null)
    return row.waits_since === null
      ? null
      : {
          ...about,
          kind: 'delay',
          promisedAt: new Date(row.promised_at),
          words: { zh: row.notice_zh, en: row.notice_en },
        }
  if (row.kind === 'result')
    return row.result_at === null || row.disposition === null
      ? null
      : {
          ...about,
          kind: 'result',
          publishedAt: new Date(row.result_at),
          disposition: row.disposition,
        }
  const decidedAt = new Date(row.decided_at)
  return {
    ...about,
    kind: 'decision',
    decision: row.decision,
    decidedAt,
    isPrivate: row.is_publishable === 0,
    isOnAppeal: row.review_kind === 'appeal',
    reason: { zh: row.reason_zh, en: row.reason_en },
    note: row.note,
    hidden: row.hidden ? (row.hidden.split(',') as RedactionReason[]) : [],
    mayResubmit: row.is_last && isResubmittable(ctx, row) ? resubmission(row) : null,
    mayAppealUntil: row.is_last
      ? appealableUntil({ state: row.state, decidedAt, hasAppealed: row.has_appealed === 1 }, ctx.now)
      : null,
  }
}

const resubmission = ({ closes_at, review_days }: NewsRow) => ({
  until: new Date(closes_at),
  reviewDays: review_days,
})

function isResubmittable(ctx: ServiceContext, row: NewsRow): boolean {
  const period = { opensAt: new Date(row.opens_at), closesAt: new Date(row.closes_at) }
  const isAllowed = nextState(row.state, 'resubmit', true) !== null && row.may_resubmit === 1
  return isAllowed && phaseAt(period, ctx.now) === 'open'
}

interface NewsRow {
  kind: MailKind
  dedupe_key: string
  address: string
  public_id: string
  state: CommentState
  is_publishable: number
  short_title: string
  short_title_en: string
  authority: string
  authority_en: string
  opens_at: number
  closes_at: number
  review_days: number
  submitted_at: number
  decision: Decision
  decided_at: number
  note: string | null
  review_kind: ReviewKind | null
  reason_zh: string
  reason_en: string
  may_resubmit: number
  hidden: string | null
  is_last: number
  has_appealed: number
  waits_since: number | null
  promised_at: number | null
  notice_zh: string | null
  notice_en: string | null
  result_at: number | null
  /** Of a mail about the result. */
  disposition: Disposition | null
}
