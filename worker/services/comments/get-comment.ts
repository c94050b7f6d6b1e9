import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentContextView } from '../../contract/comments'
import { limits } from '../../contract/limits'
import type { ClauseChangeKind } from '../../contract/words'
import { AppError } from '../../errors'
import { parseCursor, takePage } from '../paging/cursor'
import { currentText, isEffectiveChange, textReadAt } from '../plan/clause-text'
import { type ConsultationRow, presentConsultation } from '../plan/present'
import { type AnsweredRow, answeredColumns, presentAnswers, readAnswers } from '../responses/public-answers'
import { publicReplacement } from '../submissions/replacement'
import { isSupportOf } from '../supports/supporter'
import { standsInThread, wasPublishedAs } from './is-public'
import { presentComment } from './present'

const maxDescendants = 500

/**
 * A public comment with its ancestors and a page of its direct replies, each with what hangs on it. `comment_erased` or
 * `comment_replaced` where it was public once.
 */
export async function getComment(
  ctx: ServiceContext,
  publicId: string,
  after?: string,
): Promise<CommentContextView> {
  const cursor = parseCursor(after, 1)
  const limit = limits.pageSize
  const comment = sql`(SELECT c.id FROM comments c WHERE c.public_id = ${publicId} AND ${standsInThread})`
  const children = sql`
    SELECT c.id FROM comments c WHERE c.parent_id = ${comment} AND ${standsInThread}
      ${cursor ? sql`AND c.id > ${BigInt(cursor[0] ?? 0)}` : sql``} ORDER BY c.id LIMIT ${limit + 1}`

  const lineageIds = sql`
    WITH RECURSIVE up(id, parent_id) AS (
      SELECT id, parent_id FROM comments WHERE id = ${comment}
      UNION ALL SELECT p.id, p.parent_id FROM up JOIN comments p ON p.id = up.parent_id)`
  const replyIds = sql`
    WITH RECURSIVE first(id) AS (${children}), down(id) AS (
      SELECT id FROM first
      UNION ALL SELECT c.id FROM down JOIN comments c ON c.parent_id = down.id AND ${standsInThread}
      LIMIT ${maxDescendants})`
  const answered = sql`(
    SELECT response_id FROM cases WHERE answered_at IS NOT NULL AND comment_id IN (
      SELECT id FROM (${lineageIds} SELECT id FROM up) UNION ALL SELECT id FROM (${replyIds} SELECT id FROM down)))`
  const reader = ctx.actor.kind === 'user' && ctx.actor.role === 'participant' ? ctx.actor.id : null
  const [lineage, replies, places, changes, answers, own, [gone]] = await ctx.db.batch([
    ctx.db.all<AnsweredRow>(sql`
      ${lineageIds} SELECT ${answeredColumns} FROM up JOIN comments c ON c.id = up.id WHERE ${standsInThread} ORDER BY c.depth`),
    ctx.db.all<AnsweredRow>(sql`
      ${replyIds} SELECT ${answeredColumns} FROM down CROSS JOIN comments c ON c.id = down.id ORDER BY c.id`),
    ctx.db.all<PlaceRow & ConsultationRow>(sql`
      SELECT m.key AS measure_key, m.number, m.title AS measure_title, m.short_title, m.short_title_en,
        cl.key AS clause_key, cl.number AS clause_number, ${textReadAt(sql`c.plan_revision`)} AS clause_text,
        ${currentText} AS clause_now, s.*
      FROM comments c JOIN measures m ON m.id = c.measure_id JOIN consultations s ON s.id = c.consultation_id
      LEFT JOIN clauses cl ON cl.id = c.clause_id WHERE c.id = ${comment}`),
    ctx.db.all<CausedRow>(sql`
      SELECT h.id, r.number AS revision, h.kind, cl.key FROM cases k
      JOIN disposition_changes d ON d.comment_id = k.comment_id AND d.version = k.disposition_version
      JOIN clause_changes h ON h.id = d.clause_change_id
      JOIN plan_revisions r ON r.id = h.plan_revision_id AND r.published_at IS NOT NULL
      JOIN clauses cl ON cl.id = h.clause_id AND ${isEffectiveChange}
      WHERE k.comment_id = ${comment} AND k.is_admissible = 1 ORDER BY r.number DESC, cl.id`),
    readAnswers(ctx, answered),
    ctx.db.all<{ is_supported: number }>(sql`
      SELECT EXISTS (SELECT 1 FROM supports WHERE ${isSupportOf(reader ?? '', comment)})
        AS is_supported WHERE ${reader === null ? 0 : 1}`),
    ctx.db.all<GoneRow>(sql`
      ${publicReplacement} AND c.public_id = ${publicId}
      UNION ALL SELECT 0, NULL FROM comments c
      WHERE c.public_id = ${publicId} AND c.erased_at IS NOT NULL AND ${wasPublishedAs('c')}`),
  ])
  const self = lineage.at(-1)
  const place = places[0]
  if (!self || self.public_id !== publicId || !place) throw refusalOf(gone)

  const direct = replies.filter((reply) => reply.parent_public_id === publicId)
  const page = takePage(
    direct,
    limit,
    (row) => row.public_id,
    (row) => [row.id],
  )
  const surplus = new Set(page.next ? direct.slice(limit).map((row) => row.public_id) : [])
  for (const row of replies) if (surplus.has(row.parent_public_id ?? '')) surplus.add(row.public_id)
  const shown = replies.filter((row) => !surplus.has(row.public_id))
  return {
    comment: presentComment(self),
    isSupported: own[0] ? own[0].is_supported === 1 : null,
    ancestors: lineage.slice(0, -1).map(presentComment),
    replies: shown.map(presentComment),
    next: page.next,
    answers: presentAnswers(answers, [...lineage, ...shown]).filter(({ publicIds }) => publicIds.length > 0),
    measure: {
      key: place.measure_key,
      number: place.number,
      title: place.measure_title,
      shortTitle: place.short_title,
      shortTitleEn: place.short_title_en,
    },
    clause:
      place.clause_key && place.clause_number !== null && place.clause_text !== null
        ? {
            key: place.clause_key,
            number: place.clause_number,
            text: place.clause_text,
          }
        : null,
    clauseNow: place.clause_key ? place.clause_now || null : null,
    changes: changes.map(({ id, revision, kind, key }) => ({ id, revision, clauseKey: key, kind })),
    consultation: presentConsultation(place, ctx.now),
  }
}

interface CausedRow {
  id: number
  revision: number
  kind: ClauseChangeKind
  key: string
}

/** What was public once and is not any more. */
interface GoneRow {
  is_replaced: number
  replaced_by: string | null
}

function refusalOf(gone: GoneRow | undefined): AppError {
  if (!gone) return new AppError('not_found')
  if (gone.is_replaced === 0) return new AppError('comment_erased')
  return new AppError('comment_replaced', gone.replaced_by ? { replacedBy: gone.replaced_by } : {})
}

interface PlaceRow {
  measure_key: string
  number: number
  measure_title: string
  short_title: string
  short_title_en: string
  clause_key: string | null
  clause_number: number | null
  clause_text: string | null
  clause_now: string | null
}
