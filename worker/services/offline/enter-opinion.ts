import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext } from '../../context'
import type { CommentReceipt } from '../../contract/comments'
import type { FieldCode } from '../../contract/errors'
import type { NewOfflineOpinion } from '../../contract/offline'
import { isUniqueViolation } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { hashQueryCode, newQueryCode } from '../comments/codes'
import { checkWhole } from './check-whole'
import { enterOpinions } from './enter-opinions'
import { assertRegisterOpen, findPlace, readRegister } from './find-places'

/**
 * Takes one opinion down by hand and gives its receipt, for its author: the same again where it was entered under this key
 * before. Refuses with `entry_differs` another opinion under that key.
 */
export async function enterOpinion(
  ctx: ServiceContext,
  { key = newId(ctx), ...opinion }: NewOfflineOpinion,
): Promise<CommentReceipt> {
  const actor = assertRole(ctx, 'staff')
  const entry: Entered = {
    by: actor.id,
    key,
    codeFrom: `entry ${actor.id} ${key} ${JSON.stringify(opinion)}`,
  }
  const earlier = await findReceipt(ctx, entry)
  if (earlier) return earlier
  const register = await readRegister(ctx)
  assertRegisterOpen(ctx, register)
  const wrong: Record<string, FieldCode> = Object.fromEntries(
    checkWhole(opinion, register).map(({ field, code }) => [fieldNames[field] ?? field, code]),
  )
  if (Object.keys(wrong).length > 0) throw new AppError('invalid_input', { fields: wrong })
  const place = findPlace(register, opinion.measure, opinion.clause, opinion.receivedOn)
  if ('code' in place) throw invalidField(place.field, place.code)
  try {
    const [codes] = await enterOpinions(
      ctx,
      register,
      [{ opinion, place, codeFrom: entry.codeFrom, key, row: null }],
      { importId: null, enteredBy: actor.id, more: [] },
    )
    if (!codes) throw new Error('nothing was taken in')
    return { ...codes, state: 'pending' }
  } catch (error) {
    const same = isUniqueViolation(error, 'offline_records.entered_by') && (await findReceipt(ctx, entry))
    if (same) return same
    throw error
  }
}

interface Entered {
  by: string
  key: string
  codeFrom: string
}

async function findReceipt(
  ctx: ServiceContext,
  { by, key, codeFrom }: Entered,
): Promise<CommentReceipt | null> {
  const [found] = await ctx.db.all<{ public_id: string; query_code_hash: string }>(sql`
    SELECT c.public_id, c.query_code_hash FROM offline_records o JOIN comments c ON c.id = o.comment_id
    WHERE o.entered_by = ${by} AND o.entry_key = ${key}`)
  if (!found) return null
  const queryCode = await newQueryCode(ctx, codeFrom)
  if ((await hashQueryCode(ctx, found.public_id, queryCode)) !== found.query_code_hash)
    throw new AppError('entry_differs')
  return { publicId: found.public_id, queryCode, state: 'pending' }
}

const fieldNames: Record<string, string> = { showName: 'consent.name', publish: 'consent.publish' }
