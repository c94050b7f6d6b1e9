import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { AuthorView } from '../../contract/comments'
import type { Totals } from '../../contract/results'
import type { ClauseChangeKind, Language, NewsKind, ParticipantKind, Stance } from '../../contract/words'
import { annexSummary } from '../annexes/annex-row'
import { isPublic, isPublicAs, wasPublishedAs } from '../comments/is-public'
import { type AuthorRow, presentAuthor, presentAuthorRow } from '../comments/present'
import { textReadAt } from '../plan/clause-text'
import { wordingText } from '../wordings/wording-columns'

type InBoth = Record<Language, string>

interface Entry {
  id: number
  publishedAt: Date
  updatedAt: Date
}

interface OfMeasure extends Entry {
  measure: { id: number; key: string; name: InBoth }
}

export interface CommentNews extends OfMeasure {
  kind: 'comment'
  publicId: string
  author: AuthorView
  stance: Stance
  clauseKey: string | null
  /** The public comment that it replies to. */
  repliesTo: { author: AuthorView; text: string } | null
  /** Public, and not read by a moderator yet. */
  isUnconfirmed: boolean
  text: string
  /** How its clause should read instead. */
  wording: string | null
  /** What is public of its confidential annex. */
  summary: string | null
}

export interface AnswerNews extends OfMeasure {
  kind: 'answer'
  responseId: number
  version: number
  /** Null where no office is named. */
  unit: InBoth | null
  text: string
}

export interface RevisionNews extends OfMeasure {
  kind: 'revision'
  revision: number
  changes: { key: string; kind: ClauseChangeKind; before: string | null; after: string | null }[]
}

export interface ResultNews extends Entry {
  kind: 'result'
  totals: Totals
}

/** What became public, as it stands now. */
export type NewsItem = CommentNews | AnswerNews | RevisionNews | ResultNews

/** Where anybody may read `responses AS a`: with the measure as a whole, or with a public comment that it was released for. */
const isAnswerPublic: SQL = sql`(a.published_version IS NOT NULL AND (a.is_for_measure = 1 OR EXISTS (
  SELECT 1 FROM cases k JOIN comments r ON r.id = k.comment_id
  WHERE k.response_id = a.id AND k.answered_at IS NOT NULL AND ${wasPublishedAs('r')})))`

/** Whether what `news AS x` tells of is public at this moment. */
export const isTold: SQL = sql`CASE x.kind
  WHEN 'comment' THEN EXISTS (SELECT 1 FROM comments c WHERE c.id = x.subject_id AND ${isPublic})
  WHEN 'answer' THEN EXISTS (
    SELECT 1 FROM response_steps s JOIN responses a ON a.id = s.response_id WHERE s.id = x.subject_id AND ${isAnswerPublic})
  WHEN 'revision' THEN EXISTS (
    SELECT 1 FROM plan_revisions p WHERE p.id = x.subject_id AND p.published_at IS NOT NULL)
  ELSE EXISTS (SELECT 1 FROM results e WHERE e.id = x.subject_id) END`

const changesOf: SQL = sql`(
  SELECT json_group_array(json(change)) FROM (
    SELECT json_object('key', cl.key, 'kind', h.kind, 'before', before, 'after', h.text) AS change
    FROM (
      SELECT cl.id, iif(cl.introduced_in >= p.number, NULL, ${textReadAt(sql.raw('p.number - 1'))}) AS before
      FROM clauses cl WHERE cl.measure_id = n.measure_id) was
    JOIN clauses cl ON cl.id = was.id
    JOIN clause_changes h ON h.clause_id = cl.id AND h.plan_revision_id = p.id
    WHERE h.text IS NOT was.before ORDER BY cl.number))`

/**
 * The statement that reads `news AS n` under a condition, less whatever is not public at this moment; a comment's and an
 * answer's text up to as many characters and one more, so that what was cut shows.
 */
export function readNewsItems(
  { db }: ServiceContext,
  condition: SQL,
  { ofComment, ofAnswer }: { ofComment: number; ofAnswer: number },
) {
  return db.all<NewsRow>(sql`
    SELECT n.id, n.kind, n.published_at, n.measure_id, m.key AS measure_key, m.short_title, m.short_title_en,
      c.public_id, substr(c.body, 1, ${ofComment + 1}) AS body,
      substr(${sql.raw(wordingText)}, 1, ${ofComment + 1}) AS wording, substr(${sql.raw(annexSummary)}, 1, ${ofComment + 1}) AS summary, c.decided_at, c.is_unconfirmed, c.stance, c.participant_kind,
      c.participant_name, c.is_name_public, c.is_verified, (SELECT key FROM clauses WHERE id = c.clause_id) AS clause_key,
      r.participant_kind AS parent_kind, r.participant_name AS parent_name, r.is_name_public AS is_parent_named,
      r.is_verified AS is_parent_verified, r.body AS parent_body,
      a.id AS response_id, s.version, substr(v.text, 1, ${ofAnswer + 1}) AS answer, u.name AS unit_name,
      u.name_en AS unit_name_en, p.number AS revision, iif(p.id IS NULL, NULL, ${changesOf}) AS changes, e.counts
    FROM news n LEFT JOIN measures m ON m.id = n.measure_id
    LEFT JOIN comments c ON n.kind = 'comment' AND c.id = n.subject_id AND ${isPublic}
    LEFT JOIN comments r ON r.id = c.parent_id AND ${isPublicAs('r')}
    LEFT JOIN response_steps s ON n.kind = 'answer' AND s.id = n.subject_id
    LEFT JOIN responses a ON a.id = s.response_id AND ${isAnswerPublic}
    LEFT JOIN response_versions v ON v.response_id = a.id AND v.version = s.version
    LEFT JOIN units u ON u.id = a.unit_id
    LEFT JOIN plan_revisions p ON n.kind = 'revision' AND p.id = n.subject_id AND p.published_at IS NOT NULL
    LEFT JOIN results e ON n.kind = 'result' AND e.id = n.subject_id
    WHERE (c.id IS NOT NULL OR v.text IS NOT NULL OR p.id IS NOT NULL OR e.id IS NOT NULL) AND ${condition}`)
}

export interface NewsRow extends AuthorRow {
  id: number
  kind: NewsKind
  published_at: number
  measure_id: number
  measure_key: string
  short_title: string
  short_title_en: string
  public_id: string
  body: string
  wording: string | null
  summary: string | null
  decided_at: number | null
  is_unconfirmed: number
  stance: Stance
  clause_key: string | null
  parent_kind: ParticipantKind
  parent_name: string | null
  is_parent_named: number
  is_parent_verified: number
  parent_body: string | null
  response_id: number
  version: number
  answer: string
  unit_name: string | null
  unit_name_en: string | null
  revision: number
  changes: string
  counts: string
}

function presentParent(row: NewsRow): CommentNews['repliesTo'] {
  if (row.parent_body === null) return null
  const author = presentAuthor({
    participantKind: row.parent_kind,
    participantName: row.parent_name,
    isNamePublic: row.is_parent_named === 1,
    isVerified: row.is_parent_verified === 1,
  })
  return { author, text: row.parent_body }
}

export function presentNewsItem(row: NewsRow): NewsItem {
  const publishedAt = new Date(row.published_at)
  const entry = { id: row.id, publishedAt, updatedAt: publishedAt }
  const measure = {
    id: row.measure_id,
    key: row.measure_key,
    name: { zh: row.short_title, en: row.short_title_en },
  }
  switch (row.kind) {
    case 'comment':
      return {
        ...entry,
        kind: 'comment',
        measure,
        updatedAt: new Date(Math.max(row.published_at, row.decided_at ?? 0)),
        publicId: row.public_id,
        author: presentAuthorRow(row),
        stance: row.stance,
        clauseKey: row.clause_key,
        repliesTo: presentParent(row),
        isUnconfirmed: row.is_unconfirmed === 1,
        text: row.body,
        wording: row.wording,
        summary: row.summary,
      }
    case 'answer':
      return {
        ...entry,
        kind: 'answer',
        measure,
        responseId: row.response_id,
        version: row.version,
        unit:
          row.unit_name !== null && row.unit_name_en !== null
            ? { zh: row.unit_name, en: row.unit_name_en }
            : null,
        text: row.answer,
      }
    case 'revision':
      return {
        ...entry,
        kind: 'revision',
        measure,
        revision: row.revision,
        changes: JSON.parse(row.changes) as RevisionNews['changes'],
      }
    case 'result':
      return { ...entry, kind: 'result', totals: JSON.parse(row.counts) as Totals }
  }
}
