import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CommentFormValues } from '../../web/page'
import {
  type CommentReceipt,
  type CommentView,
  measureKeySchema,
  type NewComment,
  newCommentSchema,
} from '../contract/comments'
import { errorStatus, type FieldCode } from '../contract/errors'
import type { MeasureView } from '../contract/plan'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { findRepeatedReceipt } from '../services/comments/find-repeated-receipt'
import { getComment } from '../services/comments/get-comment'
import { previewComment } from '../services/comments/preview-comment'
import { submitComment } from '../services/comments/submit-comment'
import { getMeasure } from '../services/plan/get-measure'
import type { Proof } from '../services/proofs/check-proof'
import { createQuestion } from '../services/proofs/question'
import { readTargetValues, readValues, targetFieldAt, toInput } from './comment-input'
import { byFieldName, isShownInForm, readAddress, readFields, readForm } from './read-input'
import { rememberReceipt } from './receipt-cookie'
import { show } from './show'

type Fields = Record<string, string>

/** Form → preview of what will be public → receipt; the typed values travel with it, so that no step loses them. */
export const commentFormPages = new Hono<HonoEnv>()
  .get('/measures/:key/comment', async (c) => {
    const { clause = '', quote = '', parent = '' } = c.req.query()
    const answered = readTargetValues(c.req.query())
    return showForm(c, readValues({ ...answered, clause, quote, parentId: parent }))
  })
  .post('/measures/:key/comment', async (c) => {
    const fields = await readFields(c)
    const values = readValues(fields)
    if (fields.step === 'edit') return showForm(c, values)
    if (fields.step === 'unquote') return showForm(c, { ...values, quote: '' })
    const input = readForm(newCommentSchema, toInput(values), (path) => targetFieldAt(values, path))
    if (!input.ok) return showForm(c, values, { fields: consentAsked(values, input.fields) })
    if (values.publish === '') return showForm(c, values, { fields: { publish: 'consent_required' } })
    return fields.step === 'send' ? send(c, values, input.output, fields) : preview(c, values, input.output)
  })

async function send(c: Context<HonoEnv>, values: CommentFormValues, input: NewComment, fields: Fields) {
  const proof = readProof(fields)
  try {
    await assertWithinLimit(c, proof && 'answer' in proof ? 'PLAIN_SUBMIT_LIMIT' : 'SUBMIT_LIMIT')
    return thank(c, await submitComment(c.var.ctx, measureKey(c), input, proof))
  } catch (error) {
    if (!isShownInForm(error)) throw error
    if (error.more.fields)
      return showForm(c, values, {
        fields: byFieldName(error.more.fields, (path) => targetFieldAt(values, path)),
      })
    const repeated =
      error.code === 'proof_used' ? await findRepeatedReceipt(c.var.ctx, measureKey(c), input, proof) : null
    return repeated ? thank(c, repeated) : preview(c, values, input, error)
  }
}

function thank(c: Context<HonoEnv>, receipt: CommentReceipt): Response {
  rememberReceipt(c, receipt)
  return c.redirect(`/receipts/${receipt.publicId}?sent`, 303)
}

async function preview(
  c: Context<HonoEnv>,
  values: CommentFormValues,
  input: NewComment,
  refusal?: AppError,
): Promise<Response> {
  const { ctx } = c.var
  try {
    const [place, shown, question] = await Promise.all([
      getSurroundings(c, values),
      previewComment(ctx, measureKey(c), input),
      createQuestion(ctx),
    ])
    return show(
      c,
      {
        view: 'comment-preview',
        ...place,
        values: { ...values, planRevision: String(place.measure.revision) },
        preview: shown,
        question,
        askQuestion: refusal?.code === 'proof_required' || refusal?.code === 'proof_invalid',
        refusal: refusal?.code ?? null,
      },
      refusal ? (errorStatus[refusal.code] as ContentfulStatusCode) : 200,
    )
  } catch (error) {
    if (!isShownInForm(error)) throw error
    return showForm(c, values, {
      fields: byFieldName(error.more.fields ?? {}, (path) => targetFieldAt(values, path)),
      refusal: error,
    })
  }
}

async function showForm(
  c: Context<HonoEnv>,
  values: CommentFormValues,
  { fields = {}, refusal }: { fields?: Record<string, FieldCode>; refusal?: AppError } = {},
): Promise<Response> {
  const errors = fieldSentences(fields, c.var.language)
  const isRefused = refusal !== undefined || Object.keys(fields).length > 0
  return show(
    c,
    {
      view: 'comment-form',
      ...(await getSurroundings(c, values)),
      isMailed: c.var.deps.config.mail !== null,
      values,
      errors,
      refusal: refusal && refusal.code !== 'invalid_input' ? refusal.code : null,
    },
    isRefused ? (errorStatus[refusal?.code ?? 'invalid_input'] as ContentfulStatusCode) : 200,
  )
}

/** Whoever began to write goes on with the text that they began with, even if a revision was published meanwhile. */
async function measureAsShown(c: Context<HonoEnv>, values: CommentFormValues): Promise<MeasureView> {
  const { ctx } = c.var
  const measure = await getMeasure(ctx, measureKey(c))
  const shown = Number(values.planRevision)
  const isEarlier = Number.isInteger(shown) && shown >= 1 && shown < measure.revision
  return isEarlier ? getMeasure(ctx, measureKey(c), shown) : measure
}

/** The measure, and the comment that is answered if it (still) stands there. */
async function getSurroundings(c: Context<HonoEnv>, values: CommentFormValues) {
  const [measure, parent] = await Promise.all([
    measureAsShown(c, values),
    values.parentId ? findComment(c, values.parentId) : null,
  ])
  return { measure, parent }
}

async function findComment(c: Context<HonoEnv>, publicId: string): Promise<CommentView | null> {
  try {
    return (await getComment(c.var.ctx, publicId)).comment
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function measureKey(c: Context<HonoEnv>): string {
  return readAddress(measureKeySchema, c.req.param('key'))
}

function consentAsked(
  values: CommentFormValues,
  fields: Record<string, FieldCode>,
): Record<string, FieldCode> {
  return values.publish === '' ? { ...fields, publish: 'consent_required' } : fields
}

function readProof({ altcha, questionToken, answer }: Fields): Proof {
  if (altcha) return { altcha }
  return questionToken && answer ? { questionToken, answer } : null
}
