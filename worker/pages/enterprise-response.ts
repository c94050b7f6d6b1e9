import { type Context, Hono } from 'hono'
import type { EntryFormValues, PublicPage, Refused, ResponseDone, ResponseTyped } from '../../web/page'
import { hasTyped, mergeEntry, moveEntry } from '../../web/render'
import { baseOf } from '../contract/addresses'
import { measureKeySchema } from '../contract/comments'
import { sha256Schema } from '../contract/files'
import {
  askApprovalSchema,
  entryInputSchema,
  entryPlaceSchema,
  entryRefSchema,
  reopenSchema,
  sendBackSchema,
  sendSchema,
} from '../contract/submissions'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { onPurpose } from '../middleware/on-purpose'
import { sendForeign } from '../routes/download'
import { readUploads } from '../services/files/uploads'
import { getMeasure } from '../services/plan/get-measure'
import { getSubmission } from '../services/submissions/get-submission'
import { openEntryFile } from '../services/submissions/open-entry-file'
import { removeEntry, restoreEntry, saveEntry } from '../services/submissions/save-entry'
import { sendSubmission } from '../services/submissions/send-submission'
import { askApproval, reopenResponse, sendBackResponse } from '../services/submissions/take-step'
import { fieldAt, filesSent, readTargetValues, targetsOf } from './comment-input'
import { attemptForm, isRefused, nothingWrong, pick, statusOf } from './form-act'
import { attachAnnex, dropAnnex } from './form-annex'
import { attach, droppedBy, type FileRefused, filesOf, withFiles, without } from './form-files'
import { ownPage } from './own-page'
import { readAddress, readFields, readFieldsAndFile } from './read-input'
import { show } from './show'

type EntryPage = Extract<PublicPage, { view: 'response-entry' }>

const told: ResponseDone[] = ['saved', 'removed', 'restored', 'asked', 'sentBack', 'reopened']
const nothingTyped: ResponseTyped = { note: '', publish: '' }
const home = '/enterprise/response'
const toPlace = 'place:'

/** What the members of an organisation draft, approve and send together. */
export const enterpriseResponsePages = new Hono<HonoEnv>()
  .get(home, ownPage, (c) => showDraft(c))
  .get(`${home}/files/:sha256`, ownPage, onPurpose, async (c) =>
    sendForeign(await openEntryFile(c.var.ctx, readAddress(sha256Schema, c.req.param('sha256')))),
  )
  .get(`${home}/measures/:key`, ownPage, (c) => showEntry(c, c.req.query('clause') ?? ''))
  .post(`${home}/measures/:key`, ownPage, async (c) => {
    const { fields, file } = await readFieldsAndFile(c, 'file')
    const { step } = fields
    const { values: typed, ...wrong } = await takeFiles(c, typedIn(fields), step, file)
    const isWrong = wrong.refusal !== undefined || wrong.fields !== undefined
    if (step?.startsWith(toPlace) && !isWrong && !c.var.kept)
      return goOn(c, typed, step.slice(toPlace.length))
    if (isWrong || (step && !c.var.kept)) {
      const { fields: named = {}, refusal, refusedFile = null } = wrong
      const errors = fieldSentences(named, c.var.language)
      return showEntry(c, typed.clause, { typed, errors, refusal: refusal?.code ?? null, refusedFile })
    }
    const targets = targetsOf(typed)
    const input = {
      measure: c.req.param('key'),
      ...{ stance: typed.stance, body: typed.body, planRevision: Number(typed.planRevision) },
      ...(typed.clause && { clause: typed.clause }),
      ...(typed.wording && { wording: { text: typed.wording } }),
      ...(typed.version && { version: Number(typed.version) }),
      ...filesSent(typed),
      targets,
    }
    const refused = await attemptForm(
      c,
      entryInputSchema,
      input,
      (entry) => saveEntry(c.var.ctx, entry),
      (path) => fieldAt(typed, path),
    )
    if (!refused) return done(c, 'saved', `${input.measure}:${typed.clause}`)
    return showEntry(c, typed.clause, { ...refused, typed })
  })
  .post(`${home}/entries/remove`, ownPage, async (c) => {
    const { id, version, place } = pick(await readFields(c), 'id', 'version', 'place')
    const refused = await attemptForm(c, entryRefSchema, { id, version: Number(version) }, (ref) =>
      removeEntry(c.var.ctx, ref),
    )
    return refused ? showDraft(c, refused) : done(c, 'removed', place)
  })
  .post(`${home}/entries/restore`, ownPage, async (c) => {
    const { measure, clause } = pick(await readFields(c), 'measure', 'clause')
    const refused = await attemptForm(c, entryPlaceSchema, { measure, ...(clause && { clause }) }, (place) =>
      restoreEntry(c.var.ctx, place),
    )
    return refused ? showDraft(c, refused) : done(c, 'restored')
  })
  .post(`${home}/approval`, ownPage, async (c) => {
    const { version, note } = pick(await readFields(c), 'version', 'note')
    const refused = await attemptForm(c, askApprovalSchema, { version: Number(version), note }, (seen) =>
      askApproval(c.var.ctx, seen),
    )
    return refused ? showDraft(c, refused, { note }) : done(c, 'asked')
  })
  .post(`${home}/reopen`, ownPage, async (c) => {
    const { version } = pick(await readFields(c), 'version')
    const refused = await attemptForm(c, reopenSchema, { version: Number(version) }, (seen) =>
      reopenResponse(c.var.ctx, seen),
    )
    return refused ? showDraft(c, refused) : done(c, 'reopened')
  })
  .get(`${home}/approval`, ownPage, (c) => showApproval(c))
  .post(`${home}/send-back`, ownPage, async (c) => {
    const { version, note } = pick(await readFields(c), 'version', 'note')
    const refused = await attemptForm(c, sendBackSchema, { version: Number(version), note }, (seen) =>
      sendBackResponse(c.var.ctx, seen),
    )
    return refused ? showApproval(c, refused, { note }) : done(c, 'sentBack')
  })
  .post(`${home}/send`, ownPage, async (c) => {
    const { version, publish } = pick(await readFields(c), 'version', 'publish')
    const consent = publish === '' ? {} : { publish: publish === 'yes' }
    let sent = 0
    const refused = await attemptForm(c, sendSchema, { version: Number(version), consent }, async (input) => {
      sent = (await sendSubmission(c.var.ctx, input)).version
    })
    return refused
      ? showApproval(c, refused, { publish })
      : c.redirect(within(c, `/versions/${sent}?sent`), 303)
  })

const within = (c: Context<HonoEnv>, path: string) => `${baseOf(c.var.ctx.consultation)}${home}${path}`

/** With the place of the measure that it was done to, where it was done to one. */
const done = (c: Context<HonoEnv>, what: ResponseDone, place = '') =>
  c.redirect(within(c, `?done=${what}${place && `&place=${encodeURIComponent(place)}`}`), 303)

async function showDraft(
  c: Context<HonoEnv>,
  refused: Refused = nothingWrong,
  typed: Partial<ResponseTyped> = {},
): Promise<Response> {
  const response = await getSubmission(c.var.ctx)
  const page = {
    view: 'response',
    response,
    typed: { ...nothingTyped, ...typed },
    done: told.find((each) => each === c.req.query('done')) ?? null,
    place: c.req.query('place') ?? null,
    ...refused,
  } as const
  return show(c, page, isRefused(refused) ? statusOf(refused) : 200)
}

async function showApproval(
  c: Context<HonoEnv>,
  refused: Refused = nothingWrong,
  typed: Partial<ResponseTyped> = {},
): Promise<Response> {
  const response = await getSubmission(c.var.ctx)
  if (!isRefused(refused) && response.state !== 'in_approval') return c.redirect(within(c, ''), 303)
  const page = {
    view: 'response-approval',
    response,
    typed: { ...nothingTyped, ...typed },
    ...refused,
  } as const
  return show(c, page, isRefused(refused) ? statusOf(refused) : 200)
}

async function showEntry(
  c: Context<HonoEnv>,
  clause: string,
  more: Partial<EntryPage> = {},
): Promise<Response> {
  const { ctx } = c.var
  const key = readAddress(measureKeySchema, c.req.param('key'))
  const response = await getSubmission(ctx)
  const own = response.entries.filter(({ measure }) => measure.key === key)
  const entry = own.find((each) => (each.clause?.key ?? '') === clause) ?? null
  const measure = await getMeasure(ctx, key)
  const { typed: sent = null, refusal } = more
  const typed = sent && refusal === 'submission_entry_changed' ? mergeEntry(sent, entry, measure) : sent
  const isKnown = clause === '' || entry !== null || measure.clauses.some((each) => each.key === clause)
  if (!isKnown && !more.typed) throw new AppError('not_found')
  const page: EntryPage = {
    view: 'response-entry',
    ...{ response, measure, clause, entry, typed: null, from: null, refusedFile: null, isBound: false },
    written: own.map((each) => each.clause?.key ?? ''),
    ...nothingWrong,
    ...more,
    ...(await showFiles(c, entry, typed)),
  }
  return show(c, page, isRefused(page) ? statusOf(page) : 200)
}

/** On to another place of the measure, with what was typed; where that cannot go along it is to be saved first. */
async function goOn(c: Context<HonoEnv>, typed: EntryFormValues, to: string): Promise<Response> {
  const key = readAddress(measureKeySchema, c.req.param('key'))
  const [measure, { entries }] = await Promise.all([getMeasure(c.var.ctx, key), getSubmission(c.var.ctx)])
  const own = entries.filter((each) => each.measure.key === key)
  if (!hasTyped(typed, measure, own))
    return c.redirect(within(c, `/measures/${key}${to && `?clause=${encodeURIComponent(to)}`}`), 303)
  const moved = moveEntry(typed, to, measure, own)
  return moved
    ? showEntry(c, to, { typed: moved, from: typed.clause })
    : showEntry(c, typed.clause, { typed, isBound: true })
}

function typedIn(fields: Record<string, string>): EntryFormValues {
  const texts = pick(fields, 'clause', 'stance', 'body', 'wording', 'version', 'planRevision', 'opened')
  return { ...readTargetValues(fields), ...texts, ...pick(fields, 'attachments', 'annex', 'annexSummary') }
}

/** What a button of the form does to its files, and what it brings; a summary without a file lacks one. */
async function takeFiles(
  c: Context<HonoEnv>,
  typed: EntryFormValues,
  step: string | undefined,
  file: File | null,
): Promise<FileRefused & { values: EntryFormValues }> {
  if (c.var.kept) return { values: typed }
  if (step === 'unannex') return { values: await dropAnnex(c, typed) }
  const { values, ...refused } = await attach(c, await without(c, typed, droppedBy(step)), file)
  const { file: annex } = await readFieldsAndFile(c, 'annexFile')
  const lacksFile = !step && values.annexSummary.trim() !== '' && values.annex === ''
  if (refused.fields || refused.refusal || !(step === 'annex' || annex || lacksFile))
    return { values, ...refused }
  return attachAnnex(c, values)
}

/** The files of the form: what the entry holds and what is about to be saved with it, as far as they are there. */
async function showFiles(
  c: Context<HonoEnv>,
  entry: EntryPage['entry'],
  typed: EntryFormValues | null,
): Promise<Pick<EntryPage, 'files' | 'typed'>> {
  const { ctx } = c.var
  if (!ctx.files) return { files: null, typed }
  const held = entry?.attachments ?? []
  const annex = entry?.annex?.file ?? null
  if (!typed) return { files: { attachments: held, annex }, typed }
  const [uploads, annexes] = await Promise.all([
    readUploads(ctx, filesOf(typed)),
    readUploads(ctx, typed.annex ? [typed.annex] : [], 'annex'),
  ])
  const known = [...held, ...uploads]
  const attachments = filesOf(typed).flatMap((id) => known.filter((file) => file.id === id))
  const chosen = annex?.id === typed.annex ? annex : (annexes[0] ?? null)
  return {
    files: { attachments, annex: chosen },
    typed: {
      ...withFiles(
        typed,
        attachments.map(({ id }) => id),
      ),
      annex: chosen?.id ?? '',
    },
  }
}
