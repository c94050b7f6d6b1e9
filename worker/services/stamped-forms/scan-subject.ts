import { type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../context'
import { isTheirCase } from '../dispositions/whose'

/** Of `stamped_scans AS s`: the comments whose text stands on it, as a list of their ids. */
const parts = sql.raw(`(
  SELECT s.comment_id WHERE s.comment_id IS NOT NULL
  UNION ALL SELECT comment_id FROM submission_comments
  WHERE submission_id = s.submission_id AND first_version <= s.revision AND coalesce(replaced_in > s.revision, 1))`)

const subject =
  'LEFT JOIN comments c ON c.id = s.comment_id LEFT JOIN submissions b ON b.id = s.submission_id'

/** Scans with what each is of: a comment's text, or a version of a response. */
export const scansWithSubject: SQL = sql.raw(`stamped_scans s ${subject}`)

/** The same in the order of a state's scans. */
export const scansOfState: SQL = sql.raw(`stamped_scans s INDEXED BY stamped_scans_by_state ${subject}`)

/** True of a scan that staff may see: moderators have read all that stands on it, and something of it is the department's to answer. */
export const isRead: SQL = sql`(s.submission_id IS NOT NULL AND s.state = 'earlier' OR (
  EXISTS (SELECT 1 FROM cases k WHERE k.comment_id IN ${parts} AND k.is_admissible = 1)
  AND NOT EXISTS (SELECT 1 FROM comments x WHERE x.id IN ${parts} AND (x.state = 'pending' OR x.is_unconfirmed = 1))))`

/** Of a comment `x` on the paper of a version that counts: it is not shown as it was sent, or not accepted. */
const isSpoilt = sql`(
  NOT EXISTS (SELECT 1 FROM cases k WHERE k.comment_id = x.id AND k.is_admissible = 1)
  OR EXISTS (
    SELECT 1 FROM submission_comments p JOIN comment_originals o ON o.comment_id = p.comment_id AND o.revision = p.sent_revision
    WHERE p.comment_id = x.id))`

/** Of a comment `x` on the paper of an earlier version: a word of it was hidden or rejected at any time. */
const wasSpoilt = sql`(
  EXISTS (SELECT 1 FROM comment_originals o WHERE o.comment_id = x.id)
  OR EXISTS (SELECT 1 FROM moderation_decisions d WHERE d.comment_id = x.id AND d.decision = 'reject'))`

/**
 * True where the paper may show words that are not shown here: redacted, rejected or erased ones, and those of an earlier version
 * that staff did not hold against it while it counted.
 */
export const isHiddenText: SQL = sql`(
  EXISTS (SELECT 1 FROM comment_originals o WHERE o.comment_id = s.comment_id AND o.revision = s.revision)
  OR (s.submission_id IS NOT NULL AND (
    (s.state = 'earlier' AND s.decided_at IS NULL)
    OR EXISTS (
      SELECT 1 FROM comments x WHERE x.id IN ${parts} AND (
        x.erased_at IS NOT NULL OR iif(s.state = 'earlier', ${wasSpoilt}, ${isSpoilt}))))))`

/** True where this person deals with a case of it. */
export const isTheirScan = (me: UserActor): SQL => sql`EXISTS (
  SELECT 1 FROM cases k WHERE k.comment_id IN ${parts} AND k.is_admissible = 1 AND ${isTheirCase(me)})`

/** The number of every comment on it by its place, as a JSON object. */
export const partIds: SQL = sql`(
  SELECT json_group_object(coalesce(l.key, m.key), x.public_id) FROM comments x JOIN measures m ON m.id = x.measure_id
  LEFT JOIN clauses l ON l.id = x.clause_id WHERE x.id IN ${parts})`

/** What an act on it is recorded of. */
export const scanSubject = ({ public_id, submission_id }: SubjectRow) =>
  submission_id === null
    ? ({ subjectKind: 'comment', subjectId: public_id ?? '' } as const)
    : ({ subjectKind: 'submission', subjectId: submission_id } as const)

export interface SubjectRow {
  /** Of a comment. */
  public_id: string | null
  submission_id: string | null
}
