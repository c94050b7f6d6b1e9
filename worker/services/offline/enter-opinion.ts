import { assertRole, type ServiceContext } from '../../context'
import type { CommentReceipt } from '../../contract/comments'
import type { FieldCode } from '../../contract/errors'
import type { OfflineOpinion } from '../../contract/offline'
import { AppError, invalidField } from '../../errors'
import { checkWhole } from './check-whole'
import { enterOpinions } from './enter-opinions'
import { assertRegisterOpen, findPlace, readRegister } from './find-places'

/** Takes one opinion down by hand; its receipt is shown this once, for its author. */
export async function enterOpinion(ctx: ServiceContext, opinion: OfflineOpinion): Promise<CommentReceipt> {
  const actor = assertRole(ctx, 'staff')
  const register = await readRegister(ctx)
  assertRegisterOpen(ctx, register)
  const wrong: Record<string, FieldCode> = Object.fromEntries(
    checkWhole(opinion, register).map(({ field, code }) => [fieldNames[field] ?? field, code]),
  )
  if (Object.keys(wrong).length > 0) throw new AppError('invalid_input', { fields: wrong })
  const place = findPlace(register, opinion.measure, opinion.clause, opinion.receivedOn)
  if ('code' in place) throw invalidField(place.field, place.code)
  const [codes] = await enterOpinions(ctx, register, [{ opinion, place }], {
    importId: null,
    enteredBy: actor.id,
    more: [],
  })
  if (!codes) throw new Error('nothing was taken in')
  return { ...codes, state: 'pending' }
}

const fieldNames: Record<string, string> = { showName: 'consent.name', publish: 'consent.publish' }
