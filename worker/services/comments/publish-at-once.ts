import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Signal } from '../../contract/personal-data/signal'
import type { Query } from '../../db/client'
import { recordAudit } from '../audit/record'
import { searchedText } from '../search/searched-text'
import { callsForReading } from './rules'

interface Text {
  publicId: string
  revision: number
  body: string
  wording: string | null
  signals: readonly Signal[]
}

/**
 * For the batch that takes a text in, after its review was opened: where its consultation moderates after publication, its author
 * consents and nothing calls for a reader first – not the text, nor an annex with its summary,
 * nor the code of a verified organisation that did not sign, nor an earlier decision – it is public at once and its review waits to be confirmed.
 */
export function publishAtOnce(
  ctx: ServiceContext,
  { publicId, revision, body, wording, signals }: Text,
): Query[] {
  if (callsForReading(signals.map(({ kind }) => kind))) return []
  const { db, now } = ctx
  const isThis = sql`public_id = ${publicId} AND revision = ${revision} AND state = 'pending' AND is_publishable = 1
    AND consultation_id IN (SELECT id FROM consultations WHERE moderation = 'after')
    AND NOT EXISTS (SELECT 1 FROM annexes WHERE comment_id = comments.id)
    AND (is_verified = 1 OR NOT EXISTS (SELECT 1 FROM enterprises e WHERE e.uscc = comments.uscc AND e.state = 'verified'))
    AND NOT EXISTS (SELECT 1 FROM moderation_decisions WHERE comment_id = comments.id)
    AND NOT EXISTS (SELECT 1 FROM review_opinions WHERE comment_id = comments.id AND decision IN ('return', 'reject'))
    AND EXISTS (SELECT 1 FROM reviews WHERE comment_id = comments.id AND kind = 'first' AND revision = ${revision})`
  return [
    recordAudit(
      { ...ctx, actor: { kind: 'system' } },
      {
        action: 'comment.published_at_once',
        subjectKind: 'comment',
        subjectId: publicId,
        data: { revision },
      },
      sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`,
    ),
    db.run(sql`
      INSERT INTO comment_search (rowid, body) SELECT id, ${searchedText({ body, wording, summary: null })} FROM comments WHERE ${isThis}`),
    db.run(sql`
      UPDATE comments SET state = 'published', is_unconfirmed = 1, decided_at = ${now.getTime()} WHERE ${isThis}`),
  ]
}

/** Of a row `c` of `comments`, as JSON: when which revision was public before anybody had looked at it. */
export const publishedAtOnce: SQL = sql`(
  SELECT json_group_array(json_object('at', at, 'revision', data ->> 'revision')) FROM audit_log INDEXED BY audit_log_of_subject
  WHERE subject_kind = 'comment' AND subject_id = c.public_id AND action = 'comment.published_at_once')`

export const parseAtOnce = (text: string): { at: string; revision: number }[] =>
  (JSON.parse(text) as { at: number; revision: number }[]).map(({ at, revision }) => ({
    at: new Date(at).toISOString(),
    revision,
  }))
