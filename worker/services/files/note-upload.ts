import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { fileLimits } from '../../contract/files'
import { AppError } from '../../errors'
import { sign } from '../proofs/sign'

const dayLength = 86_400_000
const beijing = 28_800_000

/**
 * Counts an upload of this source, if there is room for it; `uploads_full` where it brought too much today; where too much lies unsent
 * in all, first those who brought more than one comment takes.
 */
export async function noteUpload(ctx: ServiceContext, source: string, size: number): Promise<void> {
  if (ctx.isLoadTest) return
  const { db } = ctx
  const day = Math.floor((ctx.now.getTime() + beijing) / dayLength)
  const key = await sign(ctx.keyFor('source'), `${day} ${source}`)
  const { filesADay, bytesADay, fairBytes, unsentBytes } = fileLimits
  const [counted] = await db.batch([
    db.run(sql`
      INSERT INTO upload_counts (source, day, files, bytes)
      SELECT ${key}, ${day}, 1, ${size} FROM (
        SELECT coalesce(sum(size), 0) + ${size} AS in_all FROM attachments INDEXED BY attachments_unclaimed
        WHERE comment_id IS NULL AND enterprise_id IS NULL AND entry_id IS NULL AND submission_id IS NULL)
      LEFT JOIN upload_counts today ON today.source = ${key} AND today.day = ${day}
      WHERE in_all <= 4 * ${unsentBytes}
        AND (in_all <= ${unsentBytes} OR coalesce(today.bytes, 0) + ${size} <= ${fairBytes})
        AND coalesce(today.files, 0) < ${filesADay} AND coalesce(today.bytes, 0) + ${size} <= ${bytesADay}
      ON CONFLICT DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes`),
    db.run(sql`DELETE FROM upload_counts WHERE day < ${day}`),
  ])
  if (counted.rowsAffected === 0) throw new AppError('uploads_full')
}
