import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CommentFormValues } from '../../web/page'
import { type ErrorCode, errorStatus, type FieldCode } from '../contract/errors'
import { type ReceiptCredentials, type ReceiptView, resubmitSchema } from '../contract/receipts'
import { evidenceTyped, isTargetField, targetValues } from '../contract/target-fields'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { getMeasure } from '../services/plan/get-measure'
import { readPresentNotice } from '../services/privacy/notice-versions'
import { sayBesideContact } from '../services/privacy/say-beside'
import { createQuestion } from '../services/proofs/question'
import { getReceipt } from '../services/receipts/get-receipt'
import { planChange } from '../services/receipts/plan-change'
import { type OwnFields, readOwnFields } from '../services/receipts/read-own-fields'
import { resubmitComment } from '../services/receipts/resubmit-comment'
import {
  choicesAsked,
  fieldAt,
  readTargetValues,
  readValues,
  targetsOf,
  withWordingHere,
  wordingMoved,
} from './comment-input'
import { findComment } from './find-comment'
import { noticeSent, pick } from './form-act'
import { byFieldName, isShownInForm, readFields, readForm } from './read-input'
import { actingCredentials, askForCode, holdOpen, showReceipt } from './receipts'
import { show } from './show'

interface Held {
  receipt: ReceiptView
  own: OwnFields
}

/** The form of a comment once more, filled in, for whoever holds its receipt: form → preview → receipt. */
export const commentChangePages = new Hono<HonoEnv>()
  .get('/receipts/:publicId/edit', async (c) => {
    const credentials = await actingCredentials(c)
    if (!credentials) return askForCode(c)
    await assertWithinLimit(c, 'LOOKUP_LIMIT')
    const held = await hold(c, credentials)
    return mayChange(held)
      ? showForm(c, held, valuesOf(held))
      : c.redirect(`/receipts/${credentials.publicId}`, 303)
  })
  .post('/receipts/:publicId/edit', async (c) => {
    const fields = await readFields(c)
    const credentials = await actingCredentials(c)
    const typed = { ...pick(fields, 'body', 'wording', 'annexSummary'), evidence: evidenceTyped(fields) }
    if (!credentials) return askForCode(c, typed)
    holdOpen(c, credentials)
    try {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      return await change(c, credentials, fields)
    } catch (error) {
      if (!isShownInForm(error)) throw error
      return showReceipt(c, credentials, { resubmission: { ...typed, refusal: error.code } })
    }
  })

async function change(
  c: Context<HonoEnv>,
  credentials: ReceiptCredentials,
  fields: Record<string, string>,
): Promise<Response> {
  const held = await hold(c, credentials)
  const values = typedOver(held, fields)
  if (held.receipt.isOfStandingVersion) throw new AppError('part_of_response')
  if (!mayChange(held)) throw new AppError('not_resubmittable')
  if (fields.step === 'edit') return showForm(c, held, values)
  if (fields.step === 'unquote') return showForm(c, held, { ...values, quote: '' })
  const at = (path: string) => fieldAt(values, path)
  const input = readForm(resubmitSchema, toChange(credentials, held, values), at)
  const moved =
    values.wordingOf === values.clause
      ? {}
      : wordingMoved(values, (await surroundings(c, held)).measure.clauses)
  const wrong = choicesAsked(values, { ...moved, ...(!input.ok && input.fields) })
  if (!input.ok || Object.keys(wrong).length > 0)
    return showForm(c, held, withWordingHere(values, wrong), wrong)
  try {
    if (fields.step !== 'send') {
      const { preview } = await planChange(c.var.ctx, held.receipt, input.output)
      return await showPreview(c, held, values, preview)
    }
    await resubmitComment(c.var.ctx, input.output)
    return c.redirect(`/receipts/${credentials.publicId}?changed`, 303)
  } catch (error) {
    if (!isShownInForm(error)) throw error
    if (error.code === 'nothing_changed') return showForm(c, held, values, {}, error.code)
    if (!error.more.fields) throw error
    return showForm(c, held, values, byFieldName(error.more.fields, at))
  }
}

async function hold(c: Context<HonoEnv>, credentials: ReceiptCredentials): Promise<Held> {
  const receipt = await getReceipt(c.var.ctx, credentials)
  return { receipt, own: await readOwnFields(c.var.ctx, receipt) }
}

const mayChange = ({ receipt }: Held) => receipt.mayEdit || receipt.mayResubmit

/** The comment as it stands, as its form has it. */
function valuesOf({ receipt, own }: Held): CommentFormValues {
  const { body, stance, clause, quote, wording, parentId, author, profile, annex, targets } = receipt
  const isIndividual = author.kind === 'individual'
  const name = own.name ?? ''
  return {
    ...targetValues(targets),
    ...{ body, stance, clause: clause?.key ?? '', quote: quote ?? '' },
    ...{ wording: wording?.text ?? '', wordingOf: clause?.key ?? '' },
    parentId: parentId ?? '',
    planRevision: String(own.planRevision),
    kind: author.kind,
    ...(isIndividual ? { displayName: name, name: '' } : { displayName: '', name }),
    uscc: own.uscc ?? '',
    ...{ size: profile?.size ?? '', industry: profile?.industry ?? '', city: profile?.city ?? '' },
    publish: receipt.consentPublish ? 'yes' : 'no',
    showName: isIndividual && own.isNamePublic ? 'yes' : '',
    contact: own.contact,
    noticeVersion: '',
    ...{ attachments: '', annex: '', annexSummary: annex?.summary ?? '' },
  }
}

/** The form as it was typed; who says it, and what goes with it, stays as it is. */
function typedOver(held: Held, fields: Record<string, string>): CommentFormValues {
  const known = valuesOf(held)
  const { body, stance, clause, quote, wording, wordingOf, displayName, publish, contact, annexSummary } =
    readValues({
      ...known,
      ...fields,
    })
  const isIndividual = known.kind === 'individual'
  return {
    ...readValues({ ...known, ...noTargets(known) }),
    ...readTargetValues(fields),
    ...{ body, stance, clause, quote, wording, wordingOf, publish, contact, annexSummary },
    noticeVersion: fields.noticeVersion ?? '',
    ...(isIndividual && { displayName, showName: fields.showName ?? '' }),
  }
}

const noTargets = (known: CommentFormValues) =>
  Object.fromEntries(
    Object.keys(known)
      .filter(isTargetField)
      .map((name) => [name, '']),
  )

/** What the API would have been sent. */
function toChange(credentials: ReceiptCredentials, { receipt }: Held, values: CommentFormValues) {
  const { body, stance, clause, quote, wording, contact, displayName, annexSummary } = values
  const isIndividual = receipt.author.kind === 'individual'
  return {
    ...credentials,
    ...{ body, stance, clause, quote, contact },
    wording: { text: wording },
    targets: targetsOf(values),
    consent: { publish: values.publish === 'yes', ...(isIndividual && { name: values.showName === 'yes' }) },
    ...(isIndividual && { displayName }),
    ...(receipt.annex && { annexSummary }),
    ...noticeSent(values),
  }
}

async function surroundings(c: Context<HonoEnv>, { receipt, own }: Held) {
  const ctx = { ...c.var.ctx, consultation: receipt.consultation.key }
  const [now, parent] = await Promise.all([
    getMeasure(ctx, receipt.measure.key),
    findComment(c, receipt.parentId),
  ])
  const isEarlier = own.planRevision < now.revision
  const measure = isEarlier ? await getMeasure(ctx, receipt.measure.key, own.planRevision) : now
  return { measure, parent, change: { receipt, uscc: own.uscc, hasSupports: own.hasSupports } }
}

async function showForm(
  c: Context<HonoEnv>,
  held: Held,
  values: CommentFormValues,
  wrong: Record<string, FieldCode> = {},
  refusal: ErrorCode | null = null,
): Promise<Response> {
  const errors = fieldSentences(wrong, c.var.language)
  const ctx = { ...c.var.ctx, consultation: held.receipt.consultation.key }
  return show(
    c,
    {
      view: 'comment-form',
      ...(await surroundings(c, held)),
      isMailed: c.var.deps.config.mail !== null,
      besideContact: await sayBesideContact(ctx, c.var.language),
      values: {
        ...values,
        noticeVersion: values.noticeVersion || (await readPresentNotice(ctx)),
      },
      files: null,
      refusedFile: null,
      errors,
      refusal,
    },
    refusal || Object.keys(errors).length > 0
      ? (errorStatus[refusal ?? 'invalid_input'] as ContentfulStatusCode)
      : 200,
  )
}

async function showPreview(
  c: Context<HonoEnv>,
  held: Held,
  values: CommentFormValues,
  preview: Awaited<ReturnType<typeof planChange>>['preview'],
): Promise<Response> {
  return show(c, {
    view: 'comment-preview',
    ...(await surroundings(c, held)),
    values,
    preview,
    files: [],
    annex: null,
    errors: {},
    question: await createQuestion(c.var.ctx),
    askQuestion: false,
    refusal: null,
  })
}
