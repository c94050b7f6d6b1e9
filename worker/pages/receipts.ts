import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { errorStatus } from '../contract/errors'
import { type ReceiptCredentials, receiptLookupSchema, resubmitSchema } from '../contract/receipts'
import type { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { getReceipt } from '../services/receipts/get-receipt'
import { resubmitComment } from '../services/receipts/resubmit-comment'
import { proveInclusion } from '../services/transparency/prove-inclusion'
import { isShownInForm, readFields, readForm } from './read-input'
import { rememberedCode, rememberReceipt } from './receipt-cookie'
import { show } from './show'

const lookup = (values: { publicId: string; queryCode: string }) =>
  ({ view: 'receipt-lookup', values, errors: {}, refusal: null }) as const

export const receiptPages = new Hono<HonoEnv>()
  .get('/receipts', (c) => show(c, lookup({ publicId: c.req.query('id') ?? '', queryCode: '' })))
  .post('/receipts', async (c) => {
    const fields = await readFields(c)
    const values = { publicId: fields.publicId ?? '', queryCode: fields.queryCode ?? '' }
    const input = readForm(receiptLookupSchema, values)
    if (!input.ok)
      return show(c, { ...lookup(values), errors: fieldSentences(input.fields, c.var.language) }, 422)
    try {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      await getReceipt(c.var.ctx, input.output)
    } catch (error) {
      if (!isShownInForm(error)) throw error
      return show(c, { ...lookup(values), refusal: error.code }, statusOf(error))
    }
    rememberReceipt(c, input.output)
    return c.redirect(`/receipts/${input.output.publicId}`, 303)
  })
  .get('/receipts/:publicId', async (c) => {
    const credentials = rememberedCredentials(c)
    if (!credentials) return c.redirect(`/receipts?id=${encodeURIComponent(c.req.param('publicId'))}`, 303)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return showReceipt(c, credentials)
  })
  .post('/receipts/:publicId', async (c) => {
    const credentials = rememberedCredentials(c)
    if (!credentials) return c.redirect(`/receipts?id=${encodeURIComponent(c.req.param('publicId'))}`, 303)
    const fields = await readFields(c)
    const typed = { body: fields.body ?? '', stance: fields.stance ?? '' }
    const input = readForm(resubmitSchema, { ...credentials, ...typed })
    if (!input.ok)
      return showReceipt(c, credentials, {
        ...typed,
        errors: fieldSentences(input.fields, c.var.language),
        refusal: null,
      })
    try {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      await resubmitComment(c.var.ctx, input.output)
    } catch (error) {
      if (!isShownInForm(error)) throw error
      return showReceipt(c, credentials, { ...typed, errors: {}, refusal: error.code })
    }
    return c.redirect(`/receipts/${credentials.publicId}`, 303)
  })

type Resubmission = Parameters<typeof show>[1] & { view: 'receipt' }

async function showReceipt(
  c: Context<HonoEnv>,
  credentials: ReceiptCredentials,
  resubmission: Resubmission['resubmission'] = null,
): Promise<Response> {
  const receipt = await getReceipt(c.var.ctx, credentials)
  const fresh = c.req.query('sent') !== undefined
  const status = resubmission ? errorStatus[resubmission.refusal ?? 'invalid_input'] : 200
  return show(
    c,
    {
      view: 'receipt',
      receipt,
      queryCode: credentials.queryCode,
      fresh,
      seal: await proveInclusion(c.var.ctx, receipt.publicId),
      resubmission: resubmission ?? (receipt.mayResubmit ? blank(receipt) : null),
    },
    status as ContentfulStatusCode,
  )
}

const blank = ({ body, stance }: { body: string; stance: string }) => ({
  body,
  stance,
  errors: {},
  refusal: null,
})

function rememberedCredentials(c: Context<HonoEnv>): ReceiptCredentials | null {
  const publicId = c.req.param('publicId') ?? ''
  const queryCode = rememberedCode(c, publicId)
  return queryCode ? { publicId, queryCode } : null
}

function statusOf(error: AppError): ContentfulStatusCode {
  return errorStatus[error.code] as ContentfulStatusCode
}
