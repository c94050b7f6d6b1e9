import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { fileLimits } from '../../contract/files'
import { AppError } from '../../errors'
import { sign } from '../proofs/sign'

const dayLength = 86_400_000
const beijing = 28_800_000

/** Counts an upload of this source; `uploads_full` where it brought too much today; where too much lies unsent
 * in all, first those who brought more than one comment takes. */
export async function noteUpload(ctx: ServiceContext, source: string, size: number): Promise<void> {
  if (ctx.isLoadTest) return
  const { db } = ctx
  const day = Math.floor((ctx.now.getTime() + beijing) / dayLength)
  const [[unsent], [today]] = await db.batch([
    db.all<{ bytes: number }>(sql`
      SELECT coalesce(sum(size), 0) AS bytes FROM attachments INDEXED BY attachments_unclaimed
      WHERE comment_id IS NULL AND enterprise_id IS NULL`),
    db.all<{ files: number; bytes: number }>(sql`
      INSERT INTO upload_counts (source, day, files, bytes)
      VALUES (${await sign(ctx.keyFor('source'), `${day} ${source}`)}, ${day}, 1, ${size})
      ON CONFLICT DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes RETURNING files, bytes`),
    db.run(sql`DELETE FROM upload_counts WHERE day < ${day}`),
  ])
  const { filesADay, bytesADay, fairBytes, unsentBytes } = fileLimits
  const inAll = (unsent?.bytes ?? 0) + size
  const isFull =
    inAll > 4 * unsentBytes ||
    (inAll > unsentBytes && (today?.bytes ?? 0) > fairBytes) ||
    (today?.files ?? 0) > filesADay ||
    (today?.bytes ?? 0) > bytesADay
  if (isFull) throw new AppError('uploads_full')
}
