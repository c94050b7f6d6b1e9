import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { decryptFile } from '../annexes/cipher'
import { recordAudit } from '../audit/record'
import { isUploadOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { getResponseMembership, submissionOf } from './read-submission'

/**
 * A file that an entry of the response holds, its confidential annex too, for the members who are to approve what goes out; by the
 * SHA-256 that stands beside it. What people brought who were put out since is not theirs. That it was opened is recorded.
 */
export async function openEntryFile(ctx: ServiceContext, sha256: string) {
  const membership = await getResponseMembership(ctx)
  const [row] = await ctx.db.all<EntryFileRow>(sql`
    SELECT a.id, a.file_name, a.media_type, a.storage_key, x.wrapped_key FROM submission_entries n
    JOIN attachments a ON a.entry_id = n.id LEFT JOIN annexes x ON x.attachment_id = a.id
    WHERE n.submission_id = ${submissionOf(ctx, membership)} AND a.sha256 = ${sha256} AND NOT EXISTS (
      SELECT 1 FROM enterprises e WHERE e.id = ${membership.enterpriseId} AND ${sql.raw(isUploadOfEarlierPeople)})
    LIMIT 1`)
  const file = row && ctx.files ? await ctx.files.get(row.storage_key) : null
  if (!row || !file) throw new AppError('not_found')
  const { id, wrapped_key: wrappedKey } = row
  const body =
    wrappedKey === null
      ? file.body
      : new Blob([
          await decryptFile(ctx, id, { stored: new Uint8Array(await file.arrayBuffer()), wrappedKey }),
        ]).stream()
  await recordAudit(ctx, { action: 'attachment.opened', subjectKind: 'attachment', subjectId: id })
  return { name: row.file_name, mediaType: row.media_type, body }
}

interface EntryFileRow {
  id: string
  file_name: string
  media_type: string
  storage_key: string
  /** Of an annex. */
  wrapped_key: string | null
}
