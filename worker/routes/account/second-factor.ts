import { Hono } from 'hono'
import type { ErrorCode } from '../../contract/errors'
import {
  backupCodesViewSchema,
  codeProofSchema,
  passwordProofSchema,
  secondFactorOfferSchema,
  secondFactorViewSchema,
} from '../../contract/people'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { passOn, visitOf } from '../../middleware/session'
import { validate } from '../../middleware/validate'
import { renewBackupCodes } from '../../services/accounts/renew-backup-codes'
import { turnOffSecondFactor } from '../../services/accounts/turn-off-second-factor'
import { confirmSecondFactor, offerSecondFactor } from '../../services/accounts/turn-on-second-factor'
import { describe } from '../describe'

const refusals: ErrorCode[] = [
  'bad_json',
  'unsupported_media_type',
  'unauthenticated',
  'wrong_origin',
  'invalid_input',
  'account_changed',
  'rate_limited',
]

/** One's own second factor; each act asks for the password or a code, at the pace of sign-in. */
export const secondFactorRoutes = new Hono<HonoEnv>()
  .post(
    '/second-factor',
    describe({
      summary: 'What the authenticator is told, and the backup codes, this once; nothing is on yet',
      ok: { schema: secondFactorOfferSchema },
      errors: refusals,
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', passwordProofSchema),
    async (c) => c.json(await offerSecondFactor(c.var.ctx, visitOf(c), c.req.valid('json').password)),
  )
  .post(
    '/second-factor/confirm',
    describe({
      summary: 'Turn the second factor on by the authenticator’s first code',
      ok: { schema: secondFactorViewSchema },
      errors: refusals,
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', codeProofSchema),
    async (c) => {
      passOn(c, await confirmSecondFactor(c.var.ctx, visitOf(c), c.var.session, c.req.valid('json').code))
      return c.json({ isOn: true })
    },
  )
  .post(
    '/second-factor/off',
    describe({
      summary: 'Turn the second factor off',
      ok: { schema: secondFactorViewSchema },
      errors: refusals,
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', passwordProofSchema),
    async (c) => {
      passOn(c, await turnOffSecondFactor(c.var.ctx, visitOf(c), c.var.session, c.req.valid('json').password))
      return c.json({ isOn: false })
    },
  )
  .post(
    '/backup-codes',
    describe({
      summary: 'New backup codes, told this once',
      ok: { schema: backupCodesViewSchema },
      errors: refusals,
    }),
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', passwordProofSchema),
    async (c) =>
      c.json({ backupCodes: await renewBackupCodes(c.var.ctx, visitOf(c), c.req.valid('json').password) }),
  )
