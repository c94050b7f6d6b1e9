import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentReceipt, NewComment } from '../../contract/comments'
import { measureIdOf } from '../plan/current'
import { checkProof, type Proof } from '../proofs/check-proof'
import { newQueryCode } from './codes'

/** The receipt of the same text sent before with the same proof: a second click, or an answer lost on its way. */
export async function findRepeatedReceipt(
  ctx: ServiceContext,
  measureKey: string,
  input: NewComment,
  proof: Proof,
): Promise<CommentReceipt | null> {
  const spent = await checkProof(ctx, proof)
  if (!spent) return null
  const [comment] = await ctx.db.all<{ public_id: string; state: CommentReceipt['state'] }>(sql`
    SELECT c.public_id, c.state FROM used_proofs p JOIN comments c ON c.public_id = p.public_id
    WHERE p.signature = ${spent.signature} AND c.measure_id = ${measureIdOf(ctx, measureKey)}
      AND (c.state = 'pending' OR c.is_unconfirmed = 1) AND c.body = ${input.body}`)
  if (!comment) return null
  return {
    publicId: comment.public_id,
    queryCode: await newQueryCode(ctx, spent.signature),
    state: comment.state,
  }
}
