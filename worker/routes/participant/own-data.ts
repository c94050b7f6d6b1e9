import { Hono } from 'hono'
import { accountErasedSchema, accountErasureSchema, erasureSchema } from '../../contract/erasures'
import type { ErrorCode } from '../../contract/errors'
import { receiptLookupSchema, receiptViewSchema } from '../../contract/receipts'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { participantOnly } from '../../middleware/participant'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { eraseAccount } from '../../services/privacy/erase-account'
import { eraseComment } from '../../services/privacy/erase-comment'
import { takeAccountData } from '../../services/privacy/own-account-data'
import { takeCommentData } from '../../services/privacy/own-comment-data'
import { describe } from '../describe'
import { fileName, sendFile, zipType } from '../download'

const ofReceipt: ErrorCode[] = [
  'bad_json',
  'unsupported_media_type',
  'invalid_input',
  'receipt_not_found',
  'rate_limited',
]

export const ownDataRoutes = new Hono<HonoEnv>()
  .post(
    '/receipts/data',
    describe({
      summary:
        'All data of one comment and its author, for whoever holds its receipt; that it was taken is recorded',
      ok: { file: zipType },
      errors: ofReceipt,
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', receiptLookupSchema),
    async (c) => {
      const { takenAt, stream } = await takeCommentData(c.var.ctx, c.req.valid('json'))
      return sendFile(stream, zipType, fileName('own-data', takenAt, 'zip'))
    },
  )
  .post(
    '/receipts/erase',
    describe({
      summary:
        'Delete for good what a comment says and who said it, at any time; number, dates, decisions and the department’s answer stay',
      ok: { schema: receiptViewSchema },
      errors: [...ofReceipt, 'already_erased', 'part_of_response'],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', erasureSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await eraseComment(c.var.ctx, c.req.valid('json')))
    },
  )
  .get(
    '/own-account/data',
    describe({
      summary: 'All data of a participant’s own account; that it was taken is recorded',
      ok: { file: zipType },
      errors: ['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'rate_limited'],
    }),
    participantOnly,
    onPurpose,
    rateLimit('LOOKUP_LIMIT'),
    async (c) => {
      const { takenAt, stream } = await takeAccountData(c.var.ctx)
      return sendFile(stream, zipType, fileName('own-data', takenAt, 'zip'))
    },
  )
  .post(
    '/own-account/erase',
    describe({
      summary:
        'Delete a participant’s own account for good; what was sent in an enterprise’s name stays the enterprise’s',
      ok: { schema: accountErasedSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'unauthenticated',
        'forbidden',
        'wrong_origin',
        'invalid_input',
        'last_owner',
        'sign_in_anew',
        'rate_limited',
      ],
    }),
    participantOnly,
    rateLimit('SIGN_IN_LIMIT'),
    validate('json', accountErasureSchema),
    async (c) => {
      await eraseAccount(c.var.ctx, c.var.session.id, c.req.valid('json'))
      return c.json({ isErased: true as const })
    },
  )
