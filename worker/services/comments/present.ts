import { type SQL, sql } from 'drizzle-orm'
import type { AuthorView, CommentView } from '../../contract/comments'
import { maskName } from '../../contract/masks'
import type { ParticipantKind, Stance } from '../../contract/words'

/** What the public may see of `comments AS c`, with the keys it refers to. */
export const commentColumns: SQL = sql.raw(`
  c.id, c.public_id, c.root_id, c.depth, c.body, c.stance, c.participant_kind, c.participant_name,
  c.is_name_public, c.is_verified, c.revision, c.created_at, c.reply_count,
  (SELECT key FROM measures WHERE id = c.measure_id) AS measure_key,
  (SELECT key FROM clauses WHERE id = c.clause_id) AS clause_key,
  (SELECT public_id FROM comments WHERE id = c.parent_id) AS parent_public_id`)

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
  measure_key: string
  clause_key: string | null
  parent_public_id: string | null
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
    parentId: row.parent_public_id,
    depth: row.depth,
    body: row.body,
    stance: row.stance,
    author: presentAuthor({
      participantKind: row.participant_kind,
      participantName: row.participant_name,
      isNamePublic: row.is_name_public === 1,
      isVerified: row.is_verified === 1,
    }),
    revision: row.revision,
    createdAt: new Date(row.created_at).toISOString(),
    replyCount: row.reply_count,
  }
}
