import { type SQL, sql } from 'drizzle-orm'
import type { AuthorView, CommentView } from '../../contract/comments'
import { maskName } from '../../contract/masks'
import { wholeText } from '../../contract/whole-text'
import type { Disposition, ParticipantKind, Stance } from '../../contract/words'
import { annexSummaryColumn } from '../annexes/annex-row'
import { fileCountColumn } from '../files/file-row'
import { currentText, textReadAt } from '../plan/clause-text'
import { isResultPublicAs } from '../results/outcome'
import { isStampedColumn } from '../stamped-forms/stamp-row'
import { parseSupports, supportsColumn } from '../supports/present-supports'
import { parseWording, wordingColumn } from '../wordings/wording-columns'

/** What the public may see of `comments AS c`, with the keys it refers to. */
export const commentColumns: SQL = sql`
  c.id, c.public_id, c.root_id, c.depth, c.body, c.stance, c.participant_kind, c.participant_name,
  c.is_name_public, c.is_verified, c.revision, c.created_at, c.reply_count, c.erased_at, c.is_unconfirmed,
  (SELECT key FROM measures WHERE id = c.measure_id) AS measure_key,
  (SELECT key FROM clauses WHERE id = c.clause_id) AS clause_key,
  (SELECT public_id FROM comments WHERE id = c.parent_id) AS parent_public_id,
  iif(${isResultPublicAs('c')}, (SELECT disposition FROM cases WHERE comment_id = c.id AND is_admissible = 1), NULL)
    AS disposition,
  c.quote, ${wordingColumn} AS wording, c.plan_revision, c.orphaned_in, ${supportsColumn}, ${fileCountColumn},
  ${isStampedColumn}, ${annexSummaryColumn},
  CASE WHEN c.parent_id IS NULL AND EXISTS (
    SELECT 1 FROM clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id
    WHERE h.clause_id = c.clause_id AND p.number > c.plan_revision AND p.published_at IS NOT NULL)
  THEN (
    SELECT nullif(${textReadAt(sql`c.plan_revision`)}, ${currentText}) FROM clauses cl WHERE cl.id = c.clause_id)
  END AS text_then`

export interface CommentRow {
  id: number
  public_id: string
  root_id: number | null
  depth: number
  body: string
  stance: Stance
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  is_verified: number
  revision: number
  created_at: number
  reply_count: number
  erased_at: number | null
  is_unconfirmed: number
  measure_key: string
  clause_key: string | null
  parent_public_id: string | null
  disposition: Disposition | null
  quote: string | null
  wording: string | null
  plan_revision: number
  orphaned_in: number | null
  file_count: number
  is_stamped: number
  annex_summary: string | null
  supports: string
  /** How its clause read when it was made, where it reads differently now. */
  text_then: string | null
}

export interface AuthorRow {
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  is_verified: number
}

export function presentAuthorRow(row: AuthorRow): AuthorView {
  return presentAuthor({
    participantKind: row.participant_kind,
    participantName: row.participant_name,
    isNamePublic: row.is_name_public === 1,
    isVerified: row.is_verified === 1,
  })
}

/** Organisations stand by name; individuals masked, unless they agreed to their name in full. */
export function presentAuthor(author: {
  participantKind: ParticipantKind
  participantName: string | null
  isNamePublic: boolean
  isVerified: boolean
}): AuthorView {
  const { participantKind: kind, participantName, isNamePublic, isVerified } = author
  const name =
    kind === 'individual' && participantName && !isNamePublic ? maskName(participantName) : participantName
  return { kind, name, isVerified }
}

export function presentComment(row: CommentRow): CommentView {
  return {
    publicId: row.public_id,
    measureKey: row.measure_key,
    clauseKey: row.clause_key,
    quote: row.quote,
    wording: parseWording(row.wording),
    madeOn:
      row.text_then === null
        ? null
        : { revision: row.plan_revision, text: row.text_then, isOrphan: row.orphaned_in !== null },
    parentId: row.parent_public_id,
    depth: row.depth,
    body: row.body,
    isUnconfirmed: row.is_unconfirmed === 1,
    isErased: row.erased_at !== null,
    stance: row.stance,
    author: presentAuthorRow(row),
    disposition: row.disposition,
    revision: row.revision,
    createdAt: new Date(row.created_at).toISOString(),
    replyCount: row.reply_count,
    attachmentCount: row.file_count,
    annexSummary: row.annex_summary,
    isStamped: row.is_stamped === 1,
    supports: parseSupports(row.supports),
  }
}

/** All that a comment says, in one piece. */
export const wholeTextOf = ({
  body,
  wording,
  annexSummary,
}: Pick<CommentView, 'body' | 'wording' | 'annexSummary'>): string =>
  wholeText({ body, wording: wording?.text ?? null, summary: annexSummary })
