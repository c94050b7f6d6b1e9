import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { NewComment } from '../contract/comments'
import type { ReceiptCredentials } from '../contract/receipts'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { sign } from '../services/proofs/sign'
import { getReceipt } from '../services/receipts/get-receipt'
import { halfAnHour, isSecure } from './receipt-cookie'

/** Lets the form know what this browser has just sent by it, so that Back and another click do not send it twice. */
export async function rememberSent(
  c: Context<HonoEnv>,
  { publicId, queryCode }: ReceiptCredentials,
  input: NewComment,
): Promise<void> {
  setCookie(c, 'sent', [publicId, queryCode, await digestOf(c, publicId, input)].join('.'), {
    path: new URL(c.req.url).pathname,
    maxAge: halfAnHour,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
  })
}

/** The receipt of the same, if this browser has sent it here within the half hour and it stands. */
export async function findSent(c: Context<HonoEnv>, input: NewComment): Promise<ReceiptCredentials | null> {
  const [publicId, queryCode, digest] = getCookie(c, 'sent')?.split('.') ?? []
  if (!publicId || !queryCode || digest !== (await digestOf(c, publicId, input))) return null
  try {
    const { state, body, erasedAt } = await getReceipt(c.var.ctx, { publicId, queryCode })
    return state === 'withdrawn' || erasedAt || body !== input.body ? null : { publicId, queryCode }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Of who says what where, with which files; name, contact and consent are changed at the receipt. */
function digestOf(c: Context<HonoEnv>, publicId: string, input: NewComment): Promise<string> {
  const { body, stance, clause, quote, wording, parentId, targets, participant, attachments, annex } = input
  const who = participant.kind === 'individual' ? participant.kind : participant.uscc
  const said = [body, stance, clause, quote, wording, parentId, targets, who, attachments, annex]
  return sign(c.var.ctx.keyFor('receipt'), JSON.stringify([publicId, ...said]))
}
