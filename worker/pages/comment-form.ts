import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CommentFormValues } from '../../web/page'
import { measureKeySchema, type NewComment, newCommentSchema } from '../contract/comments'
import { type ErrorCode, errorStatus, type FieldCode } from '../contract/errors'
import type { MeasureView } from '../contract/plan'
import type { ReceiptCredentials } from '../contract/receipts'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { signedInIfAny } from '../middleware/participant'
import { assertWithinLimit } from '../middleware/rate-limit'
import { findRepeatedReceipt } from '../services/comments/find-repeated-receipt'
import { previewComment } from '../services/comments/preview-comment'
import { submitComment } from '../services/comments/submit-comment'
import { findSignature, type Signature } from '../services/enterprises/find-signature'
import { readUploads } from '../services/files/uploads'
import { getMeasure } from '../services/plan/get-measure'
import { readPresentNotice } from '../services/privacy/notice-versions'
import { sayBesideContact } from '../services/privacy/say-beside'
import type { Proof } from '../services/proofs/check-proof'
import { createQuestion } from '../services/proofs/question'
import { startFromWording } from '../services/wordings/start-from-wording'
import {
  choicesAsked,
  fieldAt,
  readTargetValues,
  readValues,
  toInput,
  withWordingHere,
  wordingMoved,
} from './comment-input'
import { findComment } from './find-comment'
import { attachAnnex, dropAnnex } from './form-annex'
import { attach, droppedBy, type FileRefused, filesOf, withFiles, without } from './form-files'
import { byFieldName, isShownInForm, readAddress, readFieldsAndFile, readForm } from './read-input'
import { rememberReceipt } from './receipt-cookie'
import { findSent, rememberSent } from './sent-cookie'
import { show } from './show'

type Fields = Record<string, string>

/** Form → preview of what will be public → receipt; the typed values travel with it, so that no step loses them. */
export const commentFormPages = new Hono<HonoEnv>()
  .use('/measures/:key/comment', signedInIfAny)
  .get('/measures/:key/comment', async (c) => {
    const { clause = '', quote = '', parent = '', start = '' } = c.req.query()
    const answered = readTargetValues(c.req.query())
    const own = asSigned(await findSignature(c.var.ctx))
    if (parent && !(await findComment(c, parent))) throw new AppError('not_found')
    const given = start ? await startFromWording(c.var.ctx, measureKey(c), start) : { clause, quote }
    return showForm(c, readValues({ ...own, ...answered, ...given, parentId: parent }))
  })
  .post('/measures/:key/comment', async (c) => {
    const { fields, file } = await readFieldsAndFile(c, 'file')
    if (fields.step === 'annex' || fields.step === 'unannex')
      return withAnnex(c, readValues(fields), fields.step)
    const dropped = droppedBy(fields.step)
    const { values, ...refused } = await attach(c, await without(c, readValues(fields), dropped), file)
    if (fields.step === 'edit' || fields.step === 'attach') return showForm(c, values, refused)
    if (fields.step === 'unquote') return showForm(c, { ...values, quote: '' }, refused)
    if (dropped && fields.from !== 'preview') return showForm(c, values, refused)
    const input = readForm(newCommentSchema, toInput(values), (path) => fieldAt(values, path))
    const moved = await movedIn(c, values)
    const wrong = choicesAsked(values, { ...refused.fields, ...moved, ...(!input.ok && input.fields) })
    if (!input.ok || refused.refusal || Object.keys(wrong).length > 0)
      return showForm(c, withWordingHere(values, wrong), { ...refused, fields: wrong })
    const sent = await findSent(c, input.output)
    if (sent) return thank(c, sent, input.output, '&again')
    return fields.step === 'send' ? send(c, values, input.output, fields) : preview(c, values, input.output)
  })

async function movedIn(c: Context<HonoEnv>, values: CommentFormValues) {
  if (!values.wordingOf || values.wordingOf === values.clause) return {}
  return wordingMoved(values, (await measureAsShown(c, values)).clauses)
}

/** The preview with its confidential annex, or without it; anything else that is wrong is for the form to say. */
async function withAnnex(
  c: Context<HonoEnv>,
  values: CommentFormValues,
  step: 'annex' | 'unannex',
): Promise<Response> {
  const { values: held, ...refused }: FileRefused & { values: CommentFormValues } =
    step === 'annex' ? await attachAnnex(c, values) : { values: await dropAnnex(c, values) }
  const input = readForm(newCommentSchema, toInput(held), (path) => fieldAt(held, path))
  if (!input.ok) return showForm(c, held, { fields: choicesAsked(held, input.fields) })
  return preview(c, held, input.output, refused.refusal, refused.fields)
}

/** A member's comment begins signed by their organisation; they may sign otherwise. */
function asSigned(signature: Signature | null): Record<string, string> {
  if (!signature) return {}
  const { kind, name, uscc, size, industry, city } = signature
  return { kind, name, uscc, size: size ?? '', industry: industry ?? '', city: city ?? '' }
}

async function send(c: Context<HonoEnv>, values: CommentFormValues, input: NewComment, fields: Fields) {
  const proof = readProof(fields)
  try {
    await assertWithinLimit(c, proof && 'answer' in proof ? 'PLAIN_SUBMIT_LIMIT' : 'SUBMIT_LIMIT')
    return await thank(c, await submitComment(c.var.ctx, measureKey(c), input, proof), input)
  } catch (error) {
    if (!isShownInForm(error)) throw error
    if (error.more.fields)
      return showForm(c, values, {
        fields: byFieldName(error.more.fields, (path) => fieldAt(values, path)),
      })
    const repeated =
      error.code === 'proof_used' ? await findRepeatedReceipt(c.var.ctx, measureKey(c), input, proof) : null
    return repeated ? thank(c, repeated, input) : preview(c, values, input, error)
  }
}

async function thank(
  c: Context<HonoEnv>,
  receipt: ReceiptCredentials,
  input: NewComment,
  more: '' | '&again' = '',
): Promise<Response> {
  rememberReceipt(c, receipt)
  await rememberSent(c, receipt, input)
  return c.redirect(`/receipts/${receipt.publicId}?sent${more}`, 303)
}

/** What of a proof has the sum asked of everybody. */
const asksAnew: ErrorCode[] = ['proof_required', 'proof_invalid', 'proof_wrong']

async function preview(
  c: Context<HonoEnv>,
  values: CommentFormValues,
  input: NewComment,
  refusal?: AppError,
  wrong: Record<string, FieldCode> = {},
): Promise<Response> {
  const { ctx } = c.var
  const errors = fieldSentences(wrong, c.var.language)
  try {
    const [place, shown, question, files, annexes] = await Promise.all([
      getSurroundings(c, values),
      previewComment(ctx, measureKey(c), input),
      createQuestion(ctx),
      readUploads(ctx, filesOf(values)),
      readUploads(ctx, values.annex ? [values.annex] : [], 'annex'),
    ])
    if (files.length < filesOf(values).length)
      return await showForm(c, values, { fields: { file: 'attachment_gone' } })
    return show(
      c,
      {
        view: 'comment-preview',
        ...place,
        values: { ...values, planRevision: String(place.measure.revision) },
        preview: shown,
        files,
        annex: ctx.files && input.participant.kind !== 'individual' ? { file: annexes[0] ?? null } : null,
        errors,
        question,
        askQuestion: refusal !== undefined && asksAnew.includes(refusal.code),
        refusal: refusal?.code ?? null,
      },
      refusal || Object.keys(errors).length > 0
        ? (errorStatus[refusal?.code ?? 'invalid_input'] as ContentfulStatusCode)
        : 200,
    )
  } catch (error) {
    if (!isShownInForm(error)) throw error
    return showForm(c, values, {
      fields: byFieldName(error.more.fields ?? {}, (path) => fieldAt(values, path)),
      refusal: error,
    })
  }
}

async function showForm(
  c: Context<HonoEnv>,
  values: CommentFormValues,
  { fields = {}, refusal, refusedFile }: FileRefused = {},
): Promise<Response> {
  const { ctx } = c.var
  const errors = fieldSentences(fields, c.var.language)
  const isRefused = refusal !== undefined || Object.keys(errors).length > 0
  const annexOf = values.annex && values.kind !== 'individual' ? [values.annex] : []
  const [surroundings, uploads, annexes, besideContact, present] = await Promise.all([
    getSurroundings(c, values),
    readUploads(ctx, filesOf(values)),
    readUploads(ctx, annexOf, 'annex'),
    sayBesideContact(ctx, c.var.language),
    readPresentNotice(ctx),
  ])
  return show(
    c,
    {
      view: 'comment-form',
      ...surroundings,
      isMailed: c.var.deps.config.mail !== null,
      besideContact,
      values: withFiles(
        { ...values, annex: annexes[0]?.id ?? '', noticeVersion: values.noticeVersion || present },
        uploads.map(({ id }) => id),
      ),
      files: ctx.files && uploads,
      refusedFile: refusedFile ?? null,
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
  const [measure, parent] = await Promise.all([measureAsShown(c, values), findComment(c, values.parentId)])
  return { measure, parent }
}

function measureKey(c: Context<HonoEnv>): string {
  return readAddress(measureKeySchema, c.req.param('key'))
}

function readProof({ altcha, questionToken, answer }: Fields): Proof {
  if (altcha) return { altcha }
  return questionToken && answer ? { questionToken, answer } : null
}
