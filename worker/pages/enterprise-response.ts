import { type Context, Hono } from 'hono'
import type { PublicPage, Refused, ResponseDone, ResponseTyped } from '../../web/page'
import { baseOf } from '../contract/addresses'
import { measureKeySchema } from '../contract/comments'
import {
  askApprovalSchema,
  entryInputSchema,
  entryRefSchema,
  reopenSchema,
  sendBackSchema,
  sendSchema,
  versionParamSchema,
} from '../contract/submissions'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { getMeasure } from '../services/plan/get-measure'
import { getSubmission } from '../services/submissions/get-submission'
import { getVersion, listVersions } from '../services/submissions/get-version'
import { removeEntry, saveEntry } from '../services/submissions/save-entry'
import { sendSubmission } from '../services/submissions/send-submission'
import { askApproval, reopenResponse, sendBackResponse } from '../services/submissions/take-step'
import { readTargetValues, targetFieldAt, targetsOf, wordingFieldAt } from './comment-input'
import { attemptForm, isRefused, nothingWrong, pick, statusOf } from './form-act'
import { ownPage } from './own-page'
import { readAddress, readFields } from './read-input'
import { show } from './show'

type EntryPage = Extract<PublicPage, { view: 'response-entry' }>

const told: ResponseDone[] = ['saved', 'removed', 'asked', 'sentBack', 'reopened']
const nothingTyped: ResponseTyped = { note: '', publish: '' }
const home = '/enterprise/response'

/** What the members of an organisation draft, approve and send together. */
export const enterpriseResponsePages = new Hono<HonoEnv>()
  .get(home, ownPage, (c) => showDraft(c))
  .get(`${home}/measures/:key`, ownPage, (c) => showEntry(c, c.req.query('clause') ?? ''))
  .post(`${home}/measures/:key`, ownPage, async (c) => {
    const fields = await readFields(c)
    const typed = pick(fields, 'clause', 'stance', 'body', 'wording', 'version', 'planRevision')
    const answered = readTargetValues(fields)
    const targets = targetsOf(answered)
    const input = {
      measure: c.req.param('key'),
      ...{ stance: typed.stance, body: typed.body, planRevision: Number(typed.planRevision) },
      ...(typed.clause && { clause: typed.clause }),
      ...(typed.wording && { wording: { text: typed.wording } }),
      ...(typed.version && { version: Number(typed.version) }),
      targets,
    }
    const refused = await attemptForm(
      c,
      entryInputSchema,
      input,
      (entry) => saveEntry(c.var.ctx, entry),
      (path) => wordingFieldAt(path) ?? targetFieldAt(answered, path),
    )
    if (!refused) return done(c, 'saved')
    return showEntry(c, typed.clause, { ...refused, typed: { ...answered, ...typed } })
  })
  .post(`${home}/entries/remove`, ownPage, async (c) => {
    const { id, version } = pick(await readFields(c), 'id', 'version')
    return settle(c, 'removed', entryRefSchema, { id, version: Number(version) }, (ref) =>
      removeEntry(c.var.ctx, ref),
    )
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
    return settle(c, 'reopened', reopenSchema, { version: Number(version) }, (seen) =>
      reopenResponse(c.var.ctx, seen),
    )
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
  .get(`${home}/versions`, ownPage, async (c) =>
    show(c, { view: 'response-history', history: await listVersions(c.var.ctx) }),
  )
  .get(`${home}/versions/:number`, ownPage, async (c) => {
    const { number } = readAddress(versionParamSchema, c.req.param())
    const version = await getVersion(c.var.ctx, number)
    return show(c, { view: 'response-receipt', version, fresh: c.req.query('sent') !== undefined })
  })

const within = (c: Context<HonoEnv>, path: string) => `${baseOf(c.var.ctx.consultation)}${home}${path}`

const done = (c: Context<HonoEnv>, what: ResponseDone) => c.redirect(within(c, `?done=${what}`), 303)

async function settle<Schema extends Parameters<typeof attemptForm>[1]>(
  c: Context<HonoEnv>,
  what: ResponseDone,
  schema: Schema,
  fields: unknown,
  act: Parameters<typeof attemptForm<Schema>>[3],
): Promise<Response> {
  const refused = await attemptForm(c, schema, fields, act)
  return refused ? showDraft(c, refused) : done(c, what)
}

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
  const isKnown = clause === '' || entry !== null || measure.clauses.some((each) => each.key === clause)
  if (!isKnown && !more.typed) throw new AppError('not_found')
  const page: EntryPage = {
    view: 'response-entry',
    ...{ response, measure, clause, entry, typed: null },
    written: own.map((each) => each.clause?.key ?? ''),
    ...nothingWrong,
    ...more,
  }
  return show(c, page, isRefused(page) ? statusOf(page) : 200)
}
