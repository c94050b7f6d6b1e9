import { and, eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Account } from '../../contract/auth'
import { sessions, twoFactors } from '../../db/schema'
import { AppError } from '../../errors'
import { askAuth, assertAgreed, type Visit } from './ask-auth'
import { type SignedIn, welcome } from './sign-in'

type SecondAnswer = { token: string; user: Account & { failedSignIns: number } }

/**
 * The second step, by the authenticator's six digits or a backup code. Five attempts go with one right password, ten
 * wrong codes in a row lock the account's second step for fifteen minutes; no code lets anybody in twice.
 */
export async function passSecondFactor(ctx: ServiceContext, visit: Visit, code: string): Promise<SignedIn> {
  const isDigits = /^\d{6}$/.test(code)
  const answer = await (isDigits
    ? askAuth<SecondAnswer>(ctx, secondStep(visit), 'two-factor/verify-totp', { code })
    : askAuth<SecondAnswer>(ctx, secondStep(visit), 'two-factor/verify-backup-code', {
        code: inGroups(code),
      }))
  switch (answer.body.code) {
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      throw new AppError('second_factor_failed')
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'TOTP_NOT_ENABLED':
      throw new AppError('second_factor_expired')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      throw new AppError('second_factor_locked')
  }
  const { body, cookies } = assertAgreed(answer)
  if (isDigits) await useUp(ctx, body, code)
  return welcome(ctx, body.user, isDigits ? 'authenticator' : 'backup_code', cookies)
}

/** Without the cookie of a session: better-auth would take it for one that asks again who its user is. */
function secondStep(visit: Visit): Visit {
  const kept = visit.cookie.split(/;\s*/).filter((cookie) => /^(__Secure-)?yanlu\.two_factor=/.test(cookie))
  return { ...visit, cookie: kept.join('; ') }
}

/** A backup code as it was given out; the look-alikes that its alphabet lacks are forgiven. */
function inGroups(code: string): string {
  const plain = code.replace(/o/g, '0').replace(/[il]/g, '1')
  return `${plain.slice(0, 5)}-${plain.slice(5)}`
}

/** A code that was seen over a shoulder is worth nothing once its owner is in. */
async function useUp({ db }: ServiceContext, { token, user }: SecondAnswer, code: string): Promise<void> {
  const used = await db
    .update(twoFactors)
    .set({ usedCode: code })
    .where(and(eq(twoFactors.userId, user.id), sql`${twoFactors.usedCode} IS NOT ${code}`))
  if (used.rowsAffected > 0) return
  await db.delete(sessions).where(eq(sessions.token, token))
  throw new AppError('second_factor_failed')
}
