import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptCredentials } from '../../contract/receipts'
import { AppError } from '../../errors'
import { hashQueryCode } from '../comments/codes'

export interface OwnComment {
  id: number
  erased_at: number | null
  /** Sent as a part of an enterprise's response. */
  is_of_response: number
  consultation_key: string
}

/** The comment of whoever holds its receipt; `receipt_not_found` whether id or code is wrong. */
export async function getOwnComment(
  ctx: ServiceContext,
  { publicId, queryCode }: ReceiptCredentials,
): Promise<OwnComment> {
  const hash = await hashQueryCode(ctx, publicId, queryCode)
  const [found] = await ctx.db.all<OwnComment>(sql`
    SELECT c.id, c.erased_at, s.key AS consultation_key,
      EXISTS (SELECT 1 FROM submission_comments WHERE comment_id = c.id) AS is_of_response
    FROM comments c JOIN consultations s ON s.id = c.consultation_id
    WHERE c.public_id = ${publicId} AND c.query_code_hash = ${hash}`)
  if (!found) throw new AppError('receipt_not_found')
  return found
}
