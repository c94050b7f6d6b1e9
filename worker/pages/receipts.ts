import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { GenericSchema, InferOutput } from 'valibot'
import type { FieldErrors, PublicPage } from '../../web/page'
import type { ServiceContext } from '../context'
import { type ErrorCode, errorStatus } from '../contract/errors'
import {
  appealSchema,
  type ReceiptCredentials,
  receiptLookupSchema,
  resubmitSchema,
} from '../contract/receipts'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { fileAppeal } from '../services/appeals/file-appeal'
import { getReceipt } from '../services/receipts/get-receipt'
import { resubmitComment } from '../services/receipts/resubmit-comment'
import { withdrawComment } from '../services/receipts/withdraw-comment'
import { proveInclusion } from '../services/transparency/prove-inclusion'
import { readTargetValues, targetFieldAt, targetsOf, wordingFieldAt } from './comment-input'
import { byFieldName, isShownInForm, type NameField, readFields, readForm } from './read-input'
import { rememberedCode, rememberReceipt } from './receipt-cookie'
import { show } from './show'

const lookup = (values: { publicId: string; queryCode: string }) =>
  ({ view: 'receipt-lookup', values, errors: {}, refusal: null, kept: null }) as const

export const receiptPages = new Hono<HonoEnv>()
  .get('/receipts', (c) => show(c, lookup({ publicId: c.req.query('id') ?? '', queryCode: '' })))
  .post('/receipts', async (c) => {
    const fields = await readFields(c)
    const values = { publicId: fields.publicId ?? '', queryCode: fields.queryCode ?? '' }
    const refused = await attempt(c, receiptLookupSchema, values, async (ctx, credentials) => {
      await getReceipt(ctx, credentials)
      rememberReceipt(c, credentials)
      values.publicId = credentials.publicId
    })
    return refused
      ? show(c, { ...lookup(values), ...refused }, statusOf(refused))
      : c.redirect(`/receipts/${values.publicId}`, 303)
  })
  .get('/receipts/:publicId', async (c) => {
    const credentials = rememberedCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return showReceipt(c, credentials)
  })
  .post('/receipts/:publicId', async (c) => {
    const fields = await readFields(c)
    const { body = '', stance = '' } = fields
    const credentials = rememberedCredentials(c)
    if (!credentials) return askForCode(c, body)
    const asked = readTargetValues(fields)
    const wording = fields.wording ?? null
    const annexSummary = fields.annexSummary ?? null
    const typed = { body, stance, wording, annexSummary, targets: asked }
    const targets = Object.keys(asked).length > 0 ? { targets: targetsOf(asked) } : {}
    const input = {
      ...credentials,
      ...{ body, stance, ...targets },
      ...(wording !== null && { wording: { text: wording } }),
      ...(annexSummary !== null && { annexSummary }),
    }
    const refused = await attempt(
      c,
      resubmitSchema,
      input,
      resubmitComment,
      (path) => wordingFieldAt(path) ?? targetFieldAt(asked, path),
    )
    if (refused) return showReceipt(c, credentials, { resubmission: { ...typed, ...refused } })
    return c.redirect(`/receipts/${credentials.publicId}`, 303)
  })
  .get('/receipts/:publicId/withdraw', (c) => c.redirect(`/receipts/${c.req.param('publicId')}`, 303))
  .post('/receipts/:publicId/withdraw', async (c) => {
    const credentials = rememberedCredentials(c)
    if (!credentials) return askForCode(c)
    const withdrawal = await attempt(c, receiptLookupSchema, credentials, withdrawComment)
    if (withdrawal) return showReceipt(c, credentials, { withdrawal })
    return c.redirect(`/receipts/${credentials.publicId}`, 303)
  })
  .get('/receipts/:publicId/appeal', (c) => c.redirect(`/receipts/${c.req.param('publicId')}`, 303))
  .post('/receipts/:publicId/appeal', async (c) => {
    const { text = '' } = await readFields(c)
    const credentials = rememberedCredentials(c)
    if (!credentials) return askForCode(c, text)
    const refused = await attempt(c, appealSchema, { ...credentials, text }, fileAppeal)
    if (refused) return showReceipt(c, credentials, { appeal: { text, ...refused } })
    return c.redirect(`/receipts/${credentials.publicId}`, 303)
  })

interface Refused {
  errors: FieldErrors
  refusal: ErrorCode | null
}

/** What speaks against a form that was sent; null once its act is done. */
async function attempt<Schema extends GenericSchema>(
  c: Context<HonoEnv>,
  schema: Schema,
  fields: unknown,
  act: (ctx: ServiceContext, input: InferOutput<Schema>) => Promise<unknown>,
  named?: NameField,
): Promise<Refused | null> {
  const input = readForm(schema, fields, named)
  if (!input.ok) return { errors: fieldSentences(input.fields, c.var.language), refusal: null }
  try {
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    await act(c.var.ctx, input.output)
    return null
  } catch (error) {
    if (!isShownInForm(error)) throw error
    if (error.more.fields)
      return { errors: fieldSentences(byFieldName(error.more.fields, named), c.var.language), refusal: null }
    return { errors: {}, refusal: error.code }
  }
}

type Typed = Partial<
  Pick<Extract<PublicPage, { view: 'receipt' }>, 'resubmission' | 'appeal' | 'withdrawal' | 'stamping'>
>

export async function showReceipt(
  c: Context<HonoEnv>,
  credentials: ReceiptCredentials,
  { resubmission = null, appeal = null, withdrawal = null, stamping = null }: Typed = {},
): Promise<Response> {
  const receipt = await getReceipt(c.var.ctx, credentials)
  const refused = resubmission ?? appeal ?? withdrawal ?? stamping
  return show(
    c,
    {
      view: 'receipt',
      receipt,
      queryCode: credentials.queryCode,
      fresh: c.req.query('sent') !== undefined,
      seal: await proveInclusion(c.var.ctx, receipt.publicId),
      resubmission,
      appeal,
      withdrawal,
      stamping,
    },
    refused ? statusOf(refused) : 200,
  )
}

/** The page's half hour is over, or it was never opened here. What was typed meanwhile is given back. */
export function askForCode(c: Context<HonoEnv>, kept = ''): Response {
  const publicId = c.req.param('publicId') ?? ''
  if (!kept.trim()) return c.redirect(`/receipts?id=${encodeURIComponent(publicId)}`, 303)
  return show(c, { ...lookup({ publicId, queryCode: '' }), kept }, 403)
}

export function rememberedCredentials(c: Context<HonoEnv>): ReceiptCredentials | null {
  const publicId = c.req.param('publicId') ?? ''
  const queryCode = rememberedCode(c, publicId)
  return queryCode ? { publicId, queryCode } : null
}

function statusOf({ refusal }: Refused): ContentfulStatusCode {
  return errorStatus[refusal ?? 'invalid_input'] as ContentfulStatusCode
}
