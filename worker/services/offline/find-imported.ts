import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Imported } from '../../contract/offline'
import { AppError } from '../../errors'
import { hashQueryCode, newQueryCode } from '../comments/codes'

/** What the query code of an imported opinion follows from. */
export const codeFromRow = (importedBy: string, sha256: string, row: number) =>
  `import ${importedBy} ${sha256} ${row}`

/** The receipts of a file that this person imported before; null where nobody did, `already_imported` where another did. */
export async function findImported(
  ctx: ServiceContext,
  by: string,
  sha256: string,
): Promise<Imported | null> {
  const [[file], rows] = await ctx.db.batch([
    ctx.db.all<{ id: string; imported_by: string }>(
      sql`SELECT id, imported_by FROM offline_imports WHERE sha256 = ${sha256}`,
    ),
    ctx.db.all<{ row: number; reference: string | null; public_id: string; query_code_hash: string }>(sql`
      SELECT o.import_row AS row, o.reference, c.public_id, c.query_code_hash
      FROM offline_imports i JOIN offline_records o ON o.import_id = i.id JOIN comments c ON c.id = o.comment_id
      WHERE i.sha256 = ${sha256} ORDER BY o.import_row`),
  ])
  if (!file) return null
  if (file.imported_by !== by) throw new AppError('already_imported')
  const receipts = await Promise.all(
    rows.map(async ({ row, reference, public_id: publicId, query_code_hash }) => {
      const queryCode = await newQueryCode(ctx, codeFromRow(by, sha256, row))
      if ((await hashQueryCode(ctx, publicId, queryCode)) !== query_code_hash)
        throw new AppError('already_imported')
      return { row, reference: reference ?? '', publicId, queryCode }
    }),
  )
  return { id: file.id, receipts }
}
