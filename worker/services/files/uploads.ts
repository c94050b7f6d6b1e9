import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FileView } from '../../contract/files'
import { isRefusedByTrigger, type Query } from '../../db/client'
import { invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { clearStrays } from './clear-strays'
import { type FileRow, fileColumns, presentFile } from './file-row'

const day = 86_400_000
/** For how long an upload can be sent with a comment; it is deleted an hour later, so that none goes while it is being sent. */
export const uploadLifetime = day

export const listed = (ids: readonly string[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** True of rows of `attachments` that can still be sent with a comment, or held by an entry of a response. */
export const isFresh = ({ now }: ServiceContext): SQL =>
  sql`comment_id IS NULL AND entry_id IS NULL AND uploaded_at > ${now.getTime() - uploadLifetime}`

/** True of those that went with a comment; whether it is another one is found when this one is written. */
export const isSent: SQL = sql`comment_id IS NOT NULL`

/** Of these, the uploads that can still be sent with a comment, in their order. */
export async function readUploads(
  ctx: ServiceContext,
  ids: readonly string[],
  purpose: 'evidence' | 'annex' = 'evidence',
): Promise<FileView[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db.all<FileRow>(sql`
    SELECT ${fileColumns} FROM attachments a
    WHERE id IN ${listed(ids)} AND purpose = ${purpose} AND ${isFresh(ctx)}`)
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(presentFile))
}

/** Takes back an upload that was not sent. */
export async function dropUpload(ctx: ServiceContext, id: string): Promise<void> {
  const isUnsent = sql`id = ${id} AND comment_id IS NULL AND entry_id IS NULL AND purpose IN ('evidence', 'annex')`
  const [, [row]] = await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'attachment.dropped', subjectKind: 'attachment', subjectId: id },
      sql`EXISTS (SELECT 1 FROM attachments WHERE ${isUnsent})`,
    ),
    ctx.db.all<{ storage_key: string }>(sql`DELETE FROM attachments WHERE ${isUnsent} RETURNING storage_key`),
  ])
  if (row) await clearStrays(ctx, [row.storage_key])
}

/** Throws at the first that is not there any more, nor held already. */
export async function assertUploaded(
  ctx: ServiceContext,
  ids: readonly string[],
  isHeld = isSent,
): Promise<void> {
  if (ids.length === 0) return
  const rows = await ctx.db.all<{ id: string }>(sql`
    SELECT id FROM attachments
    WHERE id IN ${listed(ids)} AND purpose = 'evidence' AND (${isHeld} OR (${isFresh(ctx)}))`)
  const known = new Set(rows.map(({ id }) => id))
  const missing = ids.findIndex((id) => !known.has(id))
  if (missing !== -1) throw invalidField(`attachments.${missing}`, 'attachment_gone')
}

/** The writes that give a comment its attachments; `commentId` is a subquery. */
export function claimUploads({ db }: ServiceContext, commentId: SQL, ids: readonly string[]): Query[] {
  if (ids.length === 0) return []
  return [db.run(sql`UPDATE attachments SET comment_id = ${commentId} WHERE id IN ${listed(ids)}`)]
}

/** True where an upload went with another comment meanwhile. */
export const isTaken = (error: unknown): boolean =>
  isRefusedByTrigger(error, 'an attachment belongs to one comment')
