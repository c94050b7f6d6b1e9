import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { GenericSchema, InferOutput } from 'valibot'
import type { FieldErrors, KeptTyped, PublicPage } from '../../web/page'
import type { ServiceContext } from '../context'
import { beijingTimestamp } from '../contract/beijing-time'
import { type ErrorCode, errorStatus } from '../contract/errors'
import { slipWords } from '../contract/locales/receipt-slip'
import {
  appealSchema,
  type ReceiptCredentials,
  type ReceiptView,
  receiptLookupSchema,
} from '../contract/receipts'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { recognise } from '../middleware/participant'
import { assertWithinLimit } from '../middleware/rate-limit'
import { fileAppeal } from '../services/appeals/file-appeal'
import { getReceipt } from '../services/receipts/get-receipt'
import { withdrawComment } from '../services/receipts/withdraw-comment'
import { findOwnReceipt, type OwnReceipt } from '../services/submissions/find-own-receipt'
import { proveInclusion } from '../services/transparency/prove-inclusion'
import { findComment } from './find-comment'
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
    const credentials = await readingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return showReceipt(c, credentials)
  })
  .get('/receipts/:publicId/file', async (c) => {
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    return sendSlip(c, credentials)
  })
  .get('/receipts/:publicId/withdraw', (c) => c.redirect(`/receipts/${c.req.param('publicId')}`, 303))
  .post('/receipts/:publicId/withdraw', async (c) => {
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    const withdrawal = await attempt(c, receiptLookupSchema, credentials, withdrawComment)
    if (withdrawal) return showReceipt(c, credentials, { withdrawal })
    return c.redirect(`/receipts/${credentials.publicId}`, 303)
  })
  .get('/receipts/:publicId/appeal', (c) => c.redirect(`/receipts/${c.req.param('publicId')}`, 303))
  .post('/receipts/:publicId/appeal', async (c) => {
    const { text = '' } = await readFields(c)
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c, { body: text })
    const refused = await attempt(c, appealSchema, { ...credentials, text }, fileAppeal)
    if (refused) return showReceipt(c, credentials, { appeal: { text, ...refused } })
    return c.redirect(`/receipts/${credentials.publicId}`, 303)
  })

/** Number and code as a text that every device opens. */
async function sendSlip(c: Context<HonoEnv>, credentials: ReceiptCredentials): Promise<Response> {
  const { publicId, createdAt, measure } = await getReceipt(c.var.ctx, credentials)
  const words = slipWords[c.var.language]
  const origin = c.var.deps.config.publicOrigin ?? new URL(c.req.url).origin
  const text = [
    words.title,
    words.publicId + publicId,
    words.queryCode + credentials.queryCode,
    `${words.measure}${measure.key} ${measure.title}`,
    words.submittedAt + beijingTimestamp(createdAt) + words.beijing,
    `${words.lookUp}${origin}/receipts`,
    words.keep,
  ]
  return c.body(`\uFEFF${text.join('\r\n')}\r\n`, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="yanlu-${publicId}.txt"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

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
  credentials: ReceiptCredentials | OwnReceipt,
  { resubmission = null, appeal = null, withdrawal = null, stamping = null }: Typed = {},
): Promise<Response> {
  const found = await getReceipt(c.var.ctx, credentials)
  const isRead = isReading(credentials)
  const receipt = isRead ? onlyRead(found) : found
  const refused = resubmission ?? appeal ?? withdrawal ?? stamping
  return show(
    c,
    {
      view: 'receipt',
      receipt,
      queryCode: isRead ? '' : credentials.queryCode,
      fresh: !isRead && c.req.query('sent') !== undefined,
      isAgain: !isRead && c.req.query('again') !== undefined,
      isChanged: c.req.query('changed') !== undefined && receipt.revision > 1,
      parent: await findComment(c, receipt.parentId),
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
export function askForCode(
  c: Context<HonoEnv>,
  kept: KeptTyped = { body: '' },
): Response | Promise<Response> {
  const publicId = c.req.param('publicId') ?? ''
  if (Object.values(kept).every((typed) => !typed.trim()))
    return c.redirect(`/receipts?id=${encodeURIComponent(publicId)}`, 303)
  return show(c, { ...lookup({ publicId, queryCode: '' }), kept }, 403)
}

/** What opens the receipt that is asked for: this browser was just given its code, or it is of the reader's own organisation. */
export async function readingCredentials(
  c: Context<HonoEnv>,
): Promise<ReceiptCredentials | OwnReceipt | null> {
  const publicId = c.req.param('publicId') ?? ''
  const queryCode = rememberedCode(c, publicId)
  if (queryCode) return { publicId, queryCode }
  return (await recognise(c)) ? findOwnReceipt(c.var.ctx, publicId) : null
}

/** The same for an act on it. */
export async function actingCredentials(c: Context<HonoEnv>): Promise<ReceiptCredentials | null> {
  const found = await readingCredentials(c)
  if (!found || isReading(found)) return null
  const { publicId, queryCode } = found
  return { publicId, queryCode }
}

const isReading = (credentials: ReceiptCredentials | OwnReceipt): boolean =>
  'mayAct' in credentials && !credentials.mayAct

/** As somebody sees it who may not act on it. */
const onlyRead = (receipt: ReceiptView): ReceiptView => ({
  ...receipt,
  ...{ mayAppeal: false, appealUntil: null },
  stamped: { ...receipt.stamped, mayUpload: false },
})

/** Whoever is writing does not run out of time: the half hour begins anew where the code opened the page. */
export function holdOpen(c: Context<HonoEnv>, credentials: ReceiptCredentials): void {
  if (rememberedCode(c, credentials.publicId)) rememberReceipt(c, credentials)
}

function statusOf({ refusal }: Pick<Refused, 'refusal'>): ContentfulStatusCode {
  return errorStatus[refusal ?? 'invalid_input'] as ContentfulStatusCode
}
