import { Hono } from 'hono'
import { appealSchema, receiptLookupSchema, receiptViewSchema, resubmitSchema } from '../../contract/receipts'
import { formViewSchema } from '../../contract/stamped-forms'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { fileAppeal } from '../../services/appeals/file-appeal'
import { getReceipt } from '../../services/receipts/get-receipt'
import { resubmitComment } from '../../services/receipts/resubmit-comment'
import { withdrawComment } from '../../services/receipts/withdraw-comment'
import { getForm } from '../../services/stamped-forms/get-form'
import { describe } from '../describe'

export const receiptRoutes = new Hono<HonoEnv>()
  .post(
    '/receipts/lookup',
    describe({
      summary: 'What became of a comment, for whoever holds its receipt',
      ok: { schema: receiptViewSchema },
      errors: ['bad_json', 'unsupported_media_type', 'invalid_input', 'receipt_not_found', 'rate_limited'],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', receiptLookupSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await getReceipt(c.var.ctx, c.req.valid('json')))
    },
  )
  .post(
    '/receipts/form',
    describe({
      summary: 'The text of an organisation’s comment as it is printed, signed and stamped, with its hash',
      ok: { schema: formViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'receipt_not_found',
        'not_found',
        'rate_limited',
      ],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', receiptLookupSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await getForm(c.var.ctx, c.req.valid('json')))
    },
  )
  .post(
    '/receipts/resubmit',
    describe({
      summary:
        'Send the changed text of a comment that nobody has read yet, that was returned, or that was rejected for a reason that allows it',
      ok: { schema: receiptViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'receipt_not_found',
        'not_resubmittable',
        'nothing_changed',
        'part_of_response',
        'rate_limited',
      ],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', resubmitSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await resubmitComment(c.var.ctx, c.req.valid('json')))
    },
  )
  .post(
    '/receipts/withdraw',
    describe({
      summary: 'Take back a comment that is not public, until its consultation closes',
      ok: { schema: receiptViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'receipt_not_found',
        'not_withdrawable',
        'part_of_response',
        'rate_limited',
      ],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', receiptLookupSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await withdrawComment(c.var.ctx, c.req.valid('json')))
    },
  )
  .post(
    '/receipts/appeal',
    describe({
      summary: 'Ask for a decision to be looked at again by somebody else, once',
      ok: { schema: receiptViewSchema },
      errors: [
        'bad_json',
        'unsupported_media_type',
        'invalid_input',
        'receipt_not_found',
        'not_appealable',
        'rate_limited',
      ],
    }),
    rateLimit('LOOKUP_LIMIT'),
    validate('json', appealSchema),
    async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(await fileAppeal(c.var.ctx, c.req.valid('json')))
    },
  )
