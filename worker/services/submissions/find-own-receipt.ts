import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptCredentials } from '../../contract/receipts'
import { newQueryCode } from '../comments/codes'
import { isOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { findMembership } from '../enterprises/membership'
import { parts } from './rules'
import { codeSource } from './seal-version'

export interface OwnReceipt extends ReceiptCredentials {
  /** False for those whom its code is not told: they read. So do all members what people sent who were put out since. */
  mayAct: boolean
}

/** Number and code of a comment that came of the response of the actor's own enterprise; null for any other. */
export async function findOwnReceipt(ctx: ServiceContext, publicId: string): Promise<OwnReceipt | null> {
  const membership = await findMembership(ctx)
  if (!membership) return null
  const [row] = await ctx.db.all<{
    submission_id: string
    first_version: number
    place: string
    is_of_earlier_people: number
  }>(sql`
    SELECT s.submission_id, s.first_version, coalesce(cl.key, m.key) AS place,
      ${isOfEarlierPeople} AS is_of_earlier_people
    FROM comments c JOIN submission_comments s ON s.comment_id = c.id JOIN submissions r ON r.id = s.submission_id
    JOIN measures m ON m.id = s.measure_id LEFT JOIN clauses cl ON cl.id = s.clause_id
    WHERE c.public_id = ${publicId} AND r.enterprise_id = ${membership.enterpriseId}`)
  if (!row) return null
  const source = codeSource(row.submission_id, row.first_version, row.place)
  return {
    publicId,
    queryCode: await newQueryCode(ctx, source),
    mayAct: parts.send.includes(membership.part) && row.is_of_earlier_people === 0,
  }
}
