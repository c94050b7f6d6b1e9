import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

const atOnce = 100

/** Deletes those of these files that no row tells of any more. What fails here is tried again by {@link sweepFiles}. */
export async function clearStrays(ctx: ServiceContext, keys: readonly string[]): Promise<void> {
  try {
    const strays = await ctx.db.all<Stray>(sql`
      SELECT storage_key FROM stray_files
      WHERE storage_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    await remove(ctx, strays)
  } catch (error) {
    console.error('files were left to the sweep', error)
  }
}

/** The same of all that were left longer ago than a moment. */
export async function clearOldStrays(ctx: ServiceContext, before: number): Promise<void> {
  const strays = await ctx.db.all<Stray>(sql`
    SELECT storage_key FROM stray_files WHERE left_at < ${before} LIMIT ${atOnce}`)
  await remove(ctx, strays)
}

interface Stray {
  storage_key: string
}

/** The file first, then the note of it: whatever breaks off is done again. */
async function remove({ db, files }: ServiceContext, strays: Stray[]): Promise<void> {
  if (!files || strays.length === 0) return
  const keys = strays.map(({ storage_key }) => storage_key)
  await files.delete(keys)
  await db.run(sql`
    DELETE FROM stray_files WHERE storage_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
}
