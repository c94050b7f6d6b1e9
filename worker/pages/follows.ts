import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { FieldErrors, FollowFormValues } from '../../web/page'
import { type ErrorCode, errorStatus } from '../contract/errors'
import { followChangeSchema, newFollowSchema } from '../contract/follows'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { offersFollows } from '../middleware/follows-offered'
import { fieldSentences } from '../middleware/on-error'
import { assertWithinLimit } from '../middleware/rate-limit'
import { changeFollow } from '../services/follows/change-follow'
import { confirmFollow } from '../services/follows/confirm-follow'
import { endFollow } from '../services/follows/end-follow'
import { getFollow } from '../services/follows/get-follow'
import { requestFollow } from '../services/follows/request-follow'
import { handleOf } from '../services/follows/token'
import { getPlan } from '../services/plan/get-plan'
import { readPresentNotice } from '../services/privacy/notice-versions'
import { noticeSent } from './form-act'
import { byFieldName, isShownInForm, readFields, readForm } from './read-input'
import { show } from './show'

/** A tick per subject: `subject.measure:7.1`. */
const ticked = 'subject.'

const subjectsOf = (fields: Record<string, string>) =>
  Object.keys(fields)
    .filter((name) => name.startsWith(ticked))
    .map((name) => name.slice(ticked.length))

/** An address with a link's token only ever shows what it opens: machines that read mails open it too. */
export const followPages = new Hono<HonoEnv>()
  .get('/follow', (c) => {
    const { measure, theme } = c.req.query()
    const subjects = measure ? [`measure:${measure}`] : theme ? [`theme:${theme}`] : ['all']
    return showForm(c, { email: '', frequency: 'daily', subjects, noticeVersion: '' })
  })
  .post('/follow', async (c) => {
    const fields = await readFields(c)
    const { email = '', frequency = '', noticeVersion = '' } = fields
    const asked = { email, frequency, subjects: subjectsOf(fields) }
    const values = { ...asked, noticeVersion }
    const input = readForm(newFollowSchema, { ...asked, ...noticeSent(values) }, fieldAt)
    if (!input.ok) return showForm(c, values, { errors: fieldSentences(input.fields, c.var.language) })
    const refused = await attempt(c, async () => {
      if (!offersFollows(c)) throw new AppError('mail_unavailable')
      await assertWithinLimit(c, 'SUBMIT_LIMIT')
      await requestFollow(c.var.ctx, input.output, c.var.language)
    })
    return refused
      ? showForm(c, values, refused)
      : show(c, { view: 'follow-sent', email: input.output.email })
  })
  .get('/follow/manage', (c) => showFollow(c))
  .post('/follow/manage', async (c) => {
    const token = tokenOf(c)
    const fields = await readFields(c)
    const { act = '', frequency } = fields
    if (act === 'confirm') {
      const refused = await attempt(c, async () => {
        await assertWithinLimit(c, 'LOOKUP_LIMIT')
        await confirmFollow(c.var.ctx, token)
      })
      return refused ? showFollow(c, refused) : c.redirect(managePath(c, 'confirmed'), 303)
    }
    const change = { token, ...(frequency ? { frequency } : { subjects: subjectsOf(fields) }) }
    const input = readForm(followChangeSchema, change, fieldAt)
    if (!input.ok) return showFollow(c, { errors: fieldSentences(input.fields, c.var.language) })
    const { token: _, ...wanted } = input.output
    const refused = await attempt(c, async () => {
      await assertWithinLimit(c, 'LOOKUP_LIMIT')
      await changeFollow(c.var.ctx, token, wanted)
    })
    return refused ? showFollow(c, refused) : c.redirect(managePath(c, 'saved'), 303)
  })
  .get('/follow/unsubscribe', async (c) => {
    if ((await handleOf(c.var.ctx, tokenOf(c))) === null) throw new AppError('follow_not_found')
    return show(c, { view: 'follow-end', token: tokenOf(c), isEnded: false })
  })
  /** Also what mail programs send by themselves (RFC 8058), many from few addresses: never limited, for a token is not guessed. */
  .post('/follow/unsubscribe', async (c) => {
    await readFields(c)
    await endFollow(c.var.ctx, tokenOf(c))
    return show(c, { view: 'follow-end', token: '', isEnded: true })
  })

const tokenOf = (c: Context<HonoEnv>) => (c.req.query('token') ?? '').slice(0, 200)
const managePath = (c: Context<HonoEnv>, done: 'saved' | 'confirmed') =>
  `${new URL(c.req.url).pathname}?${new URLSearchParams({ token: tokenOf(c), done })}`
const fieldAt = (path: string) => (path.startsWith('subjects') ? 'subjects' : null)

interface Refused {
  errors?: FieldErrors
  refusal?: ErrorCode
}

async function attempt(c: Context<HonoEnv>, act: () => Promise<void>): Promise<Refused | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (!isShownInForm(error) || error.code === 'follow_not_found') throw error
    if (!error.more.fields) return { refusal: error.code }
    return { errors: fieldSentences(byFieldName(error.more.fields, fieldAt), c.var.language) }
  }
}

async function showForm(
  c: Context<HonoEnv>,
  values: FollowFormValues,
  { errors = {}, refusal }: Refused = {},
): Promise<Response> {
  const [plan, present] = await Promise.all([getPlan(c.var.ctx), readPresentNotice(c.var.ctx)])
  const known = new Set(
    plan.themes.flatMap(({ key, measures }) => [`theme:${key}`, ...measures.map(measureOf)]),
  )
  const subjects = values.subjects.filter((subject) => !subject.includes(':') || known.has(subject))
  return show(
    c,
    {
      view: 'follow',
      plan,
      isMailed: offersFollows(c),
      values: { ...values, subjects, noticeVersion: values.noticeVersion || present },
      errors,
      refusal: refusal ?? null,
    },
    statusOf(errors, refusal),
  )
}

const measureOf = ({ key }: { key: string }) => `measure:${key}`

async function showFollow(c: Context<HonoEnv>, { errors = {}, refusal }: Refused = {}): Promise<Response> {
  const token = tokenOf(c)
  const follow = await getFollow(c.var.ctx, token)
  const plan = await getPlan({ ...c.var.ctx, consultation: follow.consultation })
  const done = c.req.query('done')
  const isRefused = refusal !== undefined || Object.keys(errors).length > 0
  return show(
    c,
    {
      view: 'follow-manage',
      token,
      follow,
      plan,
      done: !isRefused && (done === 'saved' || done === 'confirmed') ? done : null,
      errors,
      refusal: refusal ?? null,
    },
    statusOf(errors, refusal),
  )
}

function statusOf(errors: FieldErrors, refusal: ErrorCode | undefined): ContentfulStatusCode {
  const code = refusal ?? (Object.keys(errors).length > 0 ? 'invalid_input' : null)
  return (code ? errorStatus[code] : 200) as ContentfulStatusCode
}
