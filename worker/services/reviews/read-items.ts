import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { QueueItemView } from '../../contract/moderation/queue'
import { groupRows } from '../../db/group-rows'
import { commentColumns } from '../comments/present'
import { publishedAtOnce } from '../comments/publish-at-once'
import { filesColumn } from '../files/file-row'
import { opinionColumns } from '../opinions/read-opinions'
import { textReadAt } from '../plan/clause-text'
import { wordingLine } from '../wordings/wording-columns'
import type { DecisionRow, ItemRow, SignalRow, SubmissionRow } from './item-row'
import { presentItem } from './present-item'
import { frontOf, heldBy, heldUntil } from './standing'

/** Earlier comments of an organisation are counted up to here, so that a busy one costs no more than any other. */
const historyCap = 1000

/** The statements that read the reviews of a subquery in full, oldest first; {@link presentItems} takes their answers. */
export function itemQueries({ db, now }: ServiceContext, reviewIds: SQL) {
  const history = (state: string) => sql`
    (SELECT count(*) FROM (
      SELECT 1 FROM comments h WHERE h.uscc = nullif(c.uscc, '') AND h.state = ${state} AND h.id <> c.id LIMIT ${historyCap}))`
  const commentIds = sql`(SELECT comment_id FROM reviews WHERE id IN ${reviewIds})`
  return [
    db.all<ItemRow>(sql`
      SELECT ${commentColumns}, ${opinionColumns}, ${filesColumn}, r.id AS review_id, r.kind AS review_kind, r.revision AS read_revision, r.opened_at,
        c.submitted_at, c.is_publishable, ${publishedAtOnce} AS at_once, nullif(c.uscc, '') AS uscc, n.review_days,
        ${history('published')} AS published, ${history('rejected')} AS rejected,
        (SELECT name FROM enterprises WHERE uscc = nullif(c.uscc, '') AND name <> c.participant_name) AS registered_as,
        (SELECT count(*) FROM submission_comments s JOIN submission_comments own ON own.submission_id = s.submission_id
          WHERE own.comment_id = c.id AND own.replaced_in IS NULL AND s.replaced_in IS NULL) AS response_parts,
        m.title AS measure_title, m.short_title, cl.number AS clause_number, ${textReadAt(sql`c.plan_revision`)} AS clause_text,
        p.body AS parent_body, p.participant_kind AS parent_kind, p.participant_name AS parent_name,
        p.is_name_public AS parent_is_name_public, p.is_verified AS parent_is_verified,
        v.body || ${wordingLine(sql`v.comment_id`, sql`v.revision`)} AS previous_body, g.id AS group_id, g.member_count,
        (SELECT count(*) FROM reviews o INDEXED BY reviews_of_group
          WHERE o.group_id = r.group_id AND o.kind = r.kind) AS open_count,
        h.id AS holder_id, h.name AS holder, ${heldUntil(now)} AS held_until,
        r.passed_to, b.name AS passed_by, r.pass_note,
        t.id AS staged_id, t.decision AS staged_decision, t.effective_at, t.staged_by, u.name AS stager,
        a.text AS appeal_text, a.filed_at
      FROM ${reviewIds} AS q CROSS JOIN reviews r ON r.id = q.id CROSS JOIN comments c ON c.id = r.comment_id
      JOIN consultations n ON n.id = c.consultation_id JOIN measures m ON m.id = c.measure_id
      LEFT JOIN clauses cl ON cl.id = c.clause_id LEFT JOIN comments p ON p.id = c.parent_id
      LEFT JOIN comment_revisions v ON v.comment_id = c.id AND v.revision = c.revision - 1
      LEFT JOIN similar_groups g ON g.id = r.group_id LEFT JOIN reviews f ON ${frontOf}
      LEFT JOIN users h ON h.id = ${heldBy(now)} LEFT JOIN users b ON b.id = r.passed_by
      LEFT JOIN staged_decisions t ON t.comment_id = r.comment_id AND t.review_id = r.id
      LEFT JOIN users u ON u.id = t.staged_by
      LEFT JOIN appeals a ON a.comment_id = c.id AND r.kind = 'appeal'
      ORDER BY r.opened_at, r.id`),
    db.all<SubmissionRow>(sql`
      SELECT comment_id, revision, submitted_at FROM comment_revisions WHERE comment_id IN ${commentIds}
      ORDER BY comment_id, revision`),
    db.all<DecisionRow>(sql`
      SELECT d.comment_id, d.decided_at, d.decision, d.revision, d.note, n.id AS reason_id,
        coalesce(w.zh, n.zh) AS zh, coalesce(w.en, n.en) AS en, u.name AS by
      FROM moderation_decisions d JOIN reasons n ON n.id = d.reason_id JOIN users u ON u.id = d.decided_by
      LEFT JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
      WHERE d.comment_id IN ${commentIds} ORDER BY d.comment_id, d.decided_at`),
    db.all<SignalRow>(sql`
      SELECT comment_id, revision, kind, start_offset, end_offset, detail FROM comment_signals
      WHERE comment_id IN ${commentIds} ORDER BY comment_id, id`),
  ] as const
}

/** The items that the answers of {@link itemQueries} tell of, as this moderator may see them. */
export function presentItems(
  ctx: ServiceContext,
  me: UserActor,
  [rows, submissions, decisions, signals]: readonly [ItemRow[], SubmissionRow[], DecisionRow[], SignalRow[]],
): QueueItemView[] {
  const submissionsOf = groupRows(submissions, (row) => row.comment_id)
  const decisionsOf = groupRows(decisions, (row) => row.comment_id)
  const signalsOf = groupRows(signals, (row) => row.comment_id)
  return rows.map((row) =>
    presentItem(ctx, me, row, {
      submissions: submissionsOf.get(row.id) ?? [],
      decisions: decisionsOf.get(row.id) ?? [],
      signals: signalsOf.get(row.id) ?? [],
    }),
  )
}
