import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { OpenAnnex } from '../../contract/annexes'
import { isRefusedByTrigger } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { decryptFile } from './cipher'
import { isReader } from './is-reader'

/**
 * A confidential annex, for those who are named to read it; to everybody else, administrators too, there is none. Who opens it and
 * what for is written before its first byte goes out.
 */
export async function openAnnex(ctx: ServiceContext, publicId: string, { purpose }: OpenAnnex) {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [row] = await db.all<AnnexRow>(sql`
    SELECT c.id AS comment_id, a.id, a.file_name, a.media_type, a.storage_key, x.wrapped_key
    FROM comments c JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    JOIN annexes x ON x.comment_id = c.id JOIN attachments a ON a.id = x.attachment_id
    WHERE c.public_id = ${publicId} AND ${isReader(me)}`)
  const file = row && ctx.files ? await ctx.files.get(row.storage_key) : null
  if (!row || !file) throw new AppError('not_found')
  const stored = new Uint8Array(await file.arrayBuffer())
  const bytes = await decryptFile(ctx, row.id, { stored, wrappedKey: row.wrapped_key })
  try {
    await db.batch([
      recordAudit(ctx, { action: 'annex.opened', subjectKind: 'comment', subjectId: publicId }),
      db.run(sql`
        INSERT INTO annex_openings (comment_id, user_id, unit_id, purpose, opened_at)
        VALUES (${row.comment_id}, ${me.id}, (SELECT min(unit_id) FROM unit_members WHERE user_id = ${me.id}),
          ${purpose}, ${now.getTime()})`),
    ])
  } catch (error) {
    throw isRefusedByTrigger(error, 'an annex is opened by its named readers')
      ? new AppError('not_found')
      : error
  }
  return { name: row.file_name, mediaType: row.media_type, body: new Blob([bytes]).stream() }
}

interface AnnexRow {
  comment_id: number
  id: string
  file_name: string
  media_type: string
  storage_key: string
  wrapped_key: string
}
