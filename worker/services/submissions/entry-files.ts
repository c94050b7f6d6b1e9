import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { fileLimits } from '../../contract/files'
import type { EntryInput } from '../../contract/submissions'
import { isRefusedByTrigger, type Query } from '../../db/client'
import { AppError } from '../../errors'
import { listed } from '../files/uploads'

/** Throws where a response would hold too much with these files on an entry, in place of what that holds now. */
export async function assertMayHold(
  { db }: ServiceContext,
  submission: SQL,
  isHeldHere: SQL,
  input: Pick<EntryInput, 'attachments' | 'annex'>,
): Promise<void> {
  const ids = idsOf(input)
  if (ids.length === 0) return
  const [found] = await db.all<{ bytes: number }>(sql`
    SELECT coalesce(sum(size), 0) AS bytes FROM attachments WHERE id IN ${listed(ids)} OR (
      entry_id IN (SELECT id FROM submission_entries WHERE submission_id = ${submission}) AND ${isHeldHere} IS NOT TRUE)`)
  if ((found?.bytes ?? 0) > fileLimits.heldBytes) throw new AppError('uploads_full')
}

const idsOf = ({ attachments = [], annex }: Pick<EntryInput, 'attachments' | 'annex'>): string[] => [
  ...attachments,
  ...(annex ? [annex.file] : []),
]

/**
 * For a batch: an entry holds these files and no other; `entry` is a subquery for its id, null where nothing may be written. What was
 * sent already stays with its comment as long as that counts. One that is gone fails ({@link isFileGone}).
 */
export function holdFiles(
  { db }: ServiceContext,
  entry: SQL,
  input: Pick<EntryInput, 'attachments' | 'annex'>,
): Query[] {
  const ids = idsOf(input)
  const named = listed(ids)
  return [
    db.run(sql`
      DELETE FROM attachments WHERE entry_id = ${entry} AND comment_id IS NULL AND id NOT IN ${named}`),
    db.run(sql`UPDATE attachments SET entry_id = NULL WHERE entry_id = ${entry} AND id NOT IN ${named}`),
    db.run(sql`
      UPDATE attachments SET entry_id = ${entry} WHERE id IN ${named} AND entry_id IS NOT ${entry}
        AND ${entry} IS NOT NULL`),
    db.run(sql`
      UPDATE submission_entries SET body = NULL WHERE id = ${entry} AND EXISTS (
        SELECT 1 FROM json_each(${JSON.stringify(ids)})
        WHERE value NOT IN (SELECT id FROM attachments WHERE entry_id = ${entry}))`),
  ]
}

/** True where an entry's file was there no more when the entry was written. */
export const isFileGone = (error: unknown): boolean =>
  isRefusedByTrigger(error, 'NOT NULL constraint failed: submission_entries.body')

/** For a batch, before these comments are withdrawn: what the draft still holds of their files goes back to it. */
export function handBackFiles({ db }: ServiceContext, comments: readonly { id: number }[]): Query[] {
  if (comments.length === 0) return []
  const held = sql`comment_id IN (SELECT value FROM json_each(${JSON.stringify(comments.map(({ id }) => id))}))`
  return [
    db.run(sql`
      UPDATE annexes SET comment_id = NULL, summary = NULL
      WHERE ${held} AND attachment_id IN (SELECT id FROM attachments WHERE entry_id IS NOT NULL)`),
    db.run(sql`UPDATE attachments SET comment_id = NULL WHERE ${held} AND entry_id IS NOT NULL`),
  ]
}

/** For a batch, once each entry has the comment that counts for it: every comment carries what its entry holds, and nothing else. */
export function sendFiles({ db }: ServiceContext, submissionId: string): Query[] {
  const counting = sql`submission_comments s WHERE s.submission_id = ${submissionId} AND s.replaced_in IS NULL`
  const entries = sql`(SELECT id FROM submission_entries WHERE submission_id = ${submissionId})`
  return [
    db.run(sql`
      DELETE FROM attachments WHERE purpose IN ('evidence', 'annex') AND entry_id IS NULL
        AND comment_id IN (SELECT s.comment_id FROM ${counting})`),
    db.run(sql`
      UPDATE attachments SET comment_id = (
        SELECT s.comment_id FROM submission_entries e, ${counting} AND s.measure_id = e.measure_id
          AND s.clause_id IS e.clause_id AND e.id = attachments.entry_id)
      WHERE comment_id IS NULL AND entry_id IN ${entries}`),
    db.run(sql`
      UPDATE annexes SET (comment_id, summary) = (
        SELECT a.comment_id, e.annex_summary FROM attachments a JOIN submission_entries e ON e.id = a.entry_id
        WHERE a.id = attachment_id)
      WHERE comment_id IS NULL AND attachment_id IN (SELECT id FROM attachments WHERE entry_id IN ${entries})`),
  ]
}
