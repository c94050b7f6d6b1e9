import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { QueueItemView, QueueQuery, QueueView } from '../../contract/moderation'
import { type ParticipantKind, participantKinds } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { type CommentRow, commentColumns, presentAuthor, presentComment } from '../comments/present'
import { parseCursor, takePage } from '../paging/cursor'
import { measureIdOf } from '../plan/current'
import { sum, tally } from '../plan/present'
import { type DecisionRow, presentDecision, presentSubmission } from '../receipts/get-receipt'

/** Earlier comments of an organisation are counted up to here, so that a busy one costs no more than any other. */
const historyCap = 1000

/** What waits for a moderator, longest first, each with its context and its author's history. */
export async function readQueue(ctx: ServiceContext, query: QueueQuery): Promise<QueueView> {
  assertRole(ctx, 'moderator')
  const { db } = ctx
  const limit = Math.min(query.limit ?? limits.pageSize, limits.queuePageSize)
  const after = parseCursor(query.after, 2)
  const waiting = sql`
    FROM comments c INDEXED BY ${indexFor(query)} WHERE c.state = 'pending'
      ${query.measure ? sql`AND c.measure_id = ${measureIdOf(query.measure)}` : sql``}
      ${query.kind ? sql`AND c.participant_kind = ${query.kind}` : sql``}
      ${after ? sql`AND (c.submitted_at, c.id) > (${BigInt(after[0] ?? 0)}, ${BigInt(after[1] ?? 0)})` : sql``}
    ORDER BY c.submitted_at, c.id LIMIT ${limit + 1}`
  const ids = sql`(SELECT c.id ${waiting})`
  const history = (state: string) => sql`
    (SELECT count(*) FROM (SELECT 1 FROM comments h WHERE h.uscc = c.uscc AND h.state = ${state} LIMIT ${historyCap}))`

  const [rows, submissions, decisions, counts] = await db.batch([
    db.all<QueueRow>(sql`
      SELECT ${commentColumns}, c.submitted_at, c.is_publishable, c.uscc,
        ${history('published')} AS published, ${history('rejected')} AS rejected,
        m.title AS measure_title, m.short_title, cl.number AS clause_number, cl.text AS clause_text,
        p.body AS parent_body, p.participant_kind AS parent_kind, p.participant_name AS parent_name,
        p.is_name_public AS parent_is_name_public, p.is_verified AS parent_is_verified,
        v.body AS previous_body
      FROM ${ids} AS q JOIN comments c ON c.id = q.id
      JOIN measures m ON m.id = c.measure_id LEFT JOIN clauses cl ON cl.id = c.clause_id
      LEFT JOIN comments p ON p.id = c.parent_id
      LEFT JOIN comment_revisions v ON v.comment_id = c.id AND v.revision = c.revision - 1
      ORDER BY c.submitted_at, c.id`),
    db.all<{ comment_id: number; revision: number; submitted_at: number }>(sql`
      SELECT comment_id, revision, submitted_at FROM comment_revisions WHERE comment_id IN ${ids}
      ORDER BY comment_id, revision`),
    db.all<DecisionRow & { comment_id: number; by: string }>(sql`
      SELECT d.comment_id, d.decided_at, d.decision, d.revision, d.note, r.id AS reason_id, r.zh, r.en,
        r.may_resubmit, u.name AS by
      FROM moderation_decisions d JOIN reasons r ON r.id = d.reason_id JOIN users u ON u.id = d.decided_by
      WHERE d.comment_id IN ${ids} ORDER BY d.comment_id, d.decided_at`),
    db.all<{ participant_kind: ParticipantKind; count: number }>(sql`
      SELECT n.participant_kind, sum(n.count) AS count FROM comment_counts n
      WHERE n.state = 'pending' GROUP BY n.participant_kind`),
  ])
  const submissionsOf = groupRows(submissions, (row) => row.comment_id)
  const decisionsOf = groupRows(decisions, (row) => row.comment_id)
  return {
    ...takePage(
      rows,
      limit,
      (row) => presentItem(row, submissionsOf.get(row.id) ?? [], decisionsOf.get(row.id) ?? []),
      (row) => [row.submitted_at, row.id],
    ),
    pending: sum(counts),
    byKind: tally(
      participantKinds,
      (kind) => counts.find((row) => row.participant_kind === kind)?.count ?? 0,
    ),
  }
}

/** Named, for SQLite keeps no statistics here to choose by. */
function indexFor({ measure, kind }: QueueQuery): SQL {
  return sql.raw(['comments_pending', measure && '_by_measure', kind && '_by_kind'].filter(Boolean).join(''))
}

interface QueueRow extends CommentRow {
  submitted_at: number
  is_publishable: number
  uscc: string | null
  published: number
  rejected: number
  measure_title: string
  short_title: string
  clause_number: number | null
  clause_text: string | null
  parent_body: string | null
  parent_kind: ParticipantKind | null
  parent_name: string | null
  parent_is_name_public: number | null
  parent_is_verified: number | null
  previous_body: string | null
}

function presentItem(
  row: QueueRow,
  submissions: { revision: number; submitted_at: number }[],
  decisions: (DecisionRow & { by: string })[],
): QueueItemView {
  const comment = presentComment(row)
  const { clauseKey, measureKey, parentId } = comment
  return {
    publicId: comment.publicId,
    revision: comment.revision,
    createdAt: comment.createdAt,
    submittedAt: new Date(row.submitted_at).toISOString(),
    stance: comment.stance,
    body: comment.body,
    previousBody: row.previous_body,
    consentPublish: row.is_publishable === 1,
    author: { ...comment.author, uscc: row.uscc, published: row.published, rejected: row.rejected },
    measure: { key: measureKey, title: row.measure_title, shortTitle: row.short_title },
    clause:
      clauseKey && row.clause_number !== null && row.clause_text !== null
        ? { key: clauseKey, number: row.clause_number, text: row.clause_text }
        : null,
    parent:
      parentId && row.parent_kind && row.parent_body !== null
        ? {
            publicId: parentId,
            body: row.parent_body,
            author: presentAuthor({
              participantKind: row.parent_kind,
              participantName: row.parent_name,
              isNamePublic: row.parent_is_name_public === 1,
              isVerified: row.parent_is_verified === 1,
            }),
          }
        : null,
    journey: [
      ...[...submissions, { revision: row.revision, submitted_at: row.submitted_at }].map((submission) => ({
        ...presentSubmission(submission),
        by: null,
      })),
      ...decisions.map((decision) => ({ ...presentDecision(decision), by: decision.by })),
    ].sort((a, b) => a.at.localeCompare(b.at)),
  }
}
