import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AnnexInput } from '../../worker/contract/annexes'
import { Clock } from '../support/clock'
import { pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeComment, newComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeParticipant, type TestMember } from '../support/make-enterprise'
import { makeEntryFiles } from '../support/make-entry-files'
import { makeReasons } from '../support/make-reasons'
import { makeFirm, makeRemoved, makeResponse, newEntry } from '../support/make-submission'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'
import { type Asked, accessMatrix } from './access-matrix'

const app = await startTestApp()
await makeReasons(app)

const opensAt = new Date('2099-02-28T16:00:00.000Z')
/** 24:00 of 28 March in Beijing, and 23:59:59 of that day. */
const closesAt = new Date('2099-03-28T16:00:00.000Z')
const lastSecond = new Date('2099-03-28T15:59:59.000Z')

type Prepared = { asked: Asked; as?: string; late: number | readonly [status: number, code: string] }

/** Routes on which somebody outside the office says something of the plan, or takes it back. */
const ofOpinions =
  /^POST (\/api)?\/(measures|receipts|comments|submissions|supports|attachments|enterprise\/response)\b/

const form = async (step: string) => {
  const { body, stance } = newComment()
  const fields = { body, stance, kind: 'individual', publish: 'yes', step }
  return step === 'send' ? { ...fields, altcha: await solvedProof(app) } : fields
}
const returned = () => makeComment(app, { state: 'returned' })
const rejected = () => makeComment(app, { state: 'rejected' })
const signedIn = async ({ publicId, queryCode }: { publicId: string; queryCode: string }) => {
  const answer = await app.submit('/receipts', { publicId, queryCode })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
const onReceipt = async (
  made: { publicId: string; queryCode: string },
  act: string,
  fields: Record<string, string>,
  late: Prepared['late'],
): Promise<Prepared> => ({
  asked: { path: `/receipts/${made.publicId}${act}`, form: fields },
  as: await signedIn(made),
  late,
})

async function onSupport(api: '' | '/api', isTakenBack: boolean): Promise<Prepared> {
  const { publicId } = await makeComment(app)
  const { cookie } = await makeParticipant(app)
  const path = `${api}/comments/${publicId}/support`
  if (isTakenBack) await app.post(`/api/comments/${publicId}/support`, {}, { as: cookie })
  const asked = { path: isTakenBack ? `${path}/take-back` : path, ...(api ? { json: {} } : { form: {} }) }
  return { asked, as: cookie, late: api ? [409, 'consultation_closed'] : 409 }
}

/** What the people of an enterprise do with its response: by whom, and what is sent. */
const onResponse: Record<string, () => Promise<{ by: TestMember; sent: Record<string, unknown> }>> = {
  entries: async () => {
    const { said } = await makeEntryFiles(app)
    return { by: (await makeFirm(app)).drafter, sent: newEntry(said) }
  },
  'entries/remove': async () => {
    const firm = await makeFirm(app)
    const [entry] = (await makeResponse(app, firm)).entries
    return { by: firm.drafter, sent: { id: entry?.id, version: entry?.version } }
  },
  'entries/restore': async () => {
    const firm = await makeFirm(app)
    await makeRemoved(app, firm)
    return { by: firm.drafter, sent: { measure: '1.1' } }
  },
  approval: async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm)
    return { by: firm.drafter, sent: { version, note: '' } }
  },
  'send-back': async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm, 'in_approval')
    return { by: firm.approver, sent: { version, note: '请再核对。' } }
  },
  send: async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm, 'in_approval')
    return { by: firm.approver, sent: { version, consent: { publish: true } } }
  },
  reopen: async () => {
    const firm = await makeFirm(app)
    const { version } = await makeResponse(app, firm, 'sent')
    return { by: firm.drafter, sent: { version: version + 1 } }
  },
}

/** The same act at the API and at its form. */
function bothWays(act: string, prepare: (typeof onResponse)[string]): [string, () => Promise<Prepared>][] {
  const base = '/enterprise/response'
  const page = act === 'entries' ? 'measures/:key' : act
  return [
    [
      `POST /api${base}/${act}`,
      async () => {
        const { by, sent } = await prepare()
        const asked = { path: `/api${base}/${act}`, json: sent }
        return { asked, as: by.cookie, late: [409, 'consultation_closed'] }
      },
    ],
    [
      `POST ${base}/${page}`,
      async () => {
        const { by, sent } = await prepare()
        const { consent, annex, ...fields } = sent
        const { file, summary } = (annex ?? {}) as Partial<AnnexInput>
        const texts = { ...fields, ...(file && { annex: file, annexSummary: summary }) }
        const form = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)]))
        const asked = {
          path: `${base}/${page.replace(':key', '1.1')}`,
          form: consent ? { ...form, publish: 'yes' } : form,
        }
        return { asked, as: by.cookie, late: 409 }
      },
    ],
  ]
}

/** Every write of participants, prepared while the consultation is open, with what it meets at 24:00. */
const closing: Record<string, () => Promise<Prepared>> = {
  'POST /api/measures/:key/comments': async () => ({
    asked: { path: '/api/measures/1.1/comments', json: newComment({ altcha: await solvedProof(app) }) },
    late: [409, 'consultation_closed'],
  }),
  'POST /measures/:key/comment': async () => ({
    asked: { path: '/measures/1.1/comment', form: await form('send') },
    late: 409,
  }),
  'POST /api/attachments': async () => ({
    asked: { path: '/api/attachments', upload: uploadOf('测算.pdf', pdfOf('测算')) },
    late: [409, 'consultation_closed'],
  }),
  'POST /api/receipts/resubmit': async () => {
    const { publicId, queryCode } = await returned()
    const json = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    return { asked: { path: '/api/receipts/resubmit', json }, late: [409, 'not_resubmittable'] }
  },
  'POST /receipts/:publicId/edit': async () =>
    onReceipt(await returned(), '/edit', { body: '改过的意见。', stance: 'partly', step: 'send' }, 409),
  'POST /api/receipts/withdraw': async () => {
    const { publicId, queryCode } = await returned()
    return {
      asked: { path: '/api/receipts/withdraw', json: { publicId, queryCode } },
      late: [409, 'not_withdrawable'],
    }
  },
  'POST /receipts/:publicId/withdraw': async () =>
    onReceipt(await returned(), '/withdraw', { confirm: 'yes' }, 409),
  'POST /api/comments/:publicId/support': () => onSupport('/api', false),
  'POST /api/comments/:publicId/support/take-back': () => onSupport('/api', true),
  'POST /comments/:publicId/support': () => onSupport('', false),
  'POST /comments/:publicId/support/take-back': () => onSupport('', true),
  ...Object.fromEntries(Object.entries(onResponse).flatMap(([act, prepare]) => bothWays(act, prepare))),
}

/** What participants write that is no opinion on the plan, and goes on after the closing; each says why. */
const goesOn: Record<string, string> = {
  'POST /api/receipts/lookup': 'reads',
  'POST /api/receipts/form': 'reads',
  'POST /receipts': 'reads',
  'POST /receipts/:publicId/stamped': 'is proof of what was sent, until the result is published',
  'POST /enterprise/response/versions/:number/stamped':
    'is proof of what was sent, until the result is published',
  'POST /api/receipts/data': 'reads',
  'POST /api/receipts/erase': 'is the right of whoever wrote it, at any time',
  'POST /receipts/:publicId/erase': 'is the right of whoever wrote it, at any time',
  'POST /api/receipts/appeal': 'has ten working days from the decision',
  'POST /receipts/:publicId/appeal': 'has ten working days from the decision',
}

beforeEach(async () => {
  app.clock.set(new Clock().now())
  await makeConsultation(app, { opensAt, closesAt })
  app.clock.set(new Date(lastSecond.getTime() - 3_600_000))
})

const send = async ({ asked: { path, json, form: fields, upload: body }, as }: Prepared) => {
  if (body) return upload(app, path, body)
  return json === undefined
    ? app.submit(path, fields ?? {}, as ? { as } : {})
    : app.post(path, json, as ? { as } : {})
}

it('has every write of participants in one of the two lists', () => {
  const routes = app.app.routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => ofOpinions.test(route))
  const known = [...Object.keys(closing), ...Object.keys(goesOn)]
  expect([...new Set(routes)].sort()).toEqual(known.sort())
})

describe.each(Object.entries(closing))('%s', (_, prepare) => {
  it('is taken at 23:59:59 of the closing day, Beijing time', async () => {
    const prepared = await prepare()
    app.clock.set(lastSecond)
    const before = await countRows(app)
    const answer = await send(prepared)
    expect([200, 201, 303]).toContain(answer.status)
    expect(await countRows(app)).not.toEqual(before)
  })

  it('is refused at 24:00:00, and leaves nothing behind', async () => {
    const prepared = await prepare()
    app.clock.set(closesAt)
    const before = await countRows(app)
    const answer = await send(prepared)
    const { late } = prepared
    expect(answer.status).toBe(typeof late === 'number' ? late : late[0])
    if (typeof late !== 'number') expect(await answer.json()).toMatchObject({ error: { code: late[1] } })
    expect(await countRows(app)).toEqual(before)
  })
})

it('lets an appeal be filed at 24:00:00', async () => {
  const { publicId, queryCode } = await rejected()
  app.clock.set(closesAt)
  const answer = await app.post('/api/receipts/appeal', { publicId, queryCode, text: '请再看一次。' })
  expect(answer.status).toBe(200)
})

it('lets a stamped form be uploaded at 24:00:00, and not once the result is published', async () => {
  const made = await makeComment(app, { participant: organisation() })
  const path = `/receipts/${made.publicId}/stamped`
  const form = () => uploadOf('盖章件.pdf', pdfOf('公章'), { code: `${made.publicId} · 1` })
  app.clock.set(closesAt)
  const as = await signedIn(made)
  expect((await upload(app, path, form(), { as })).status).toBe(303)
  await app.db.run(sql`UPDATE consultations SET result_at = ${closesAt.getTime()} WHERE is_current = 1`)
  expect((await upload(app, path, form(), { as })).status).toBe(409)
})

describe('the work of the office goes on at 24:00:00:', () => {
  const rows = accessMatrix.filter(({ route }) => /^POST \/api\/(staff|moderation)\b/.test(route))
  let as = ''
  beforeAll(async () => {
    as = await signInAs(app, 'admin')
  })

  it.each(rows.map((row) => [row.route, row] as const))('%s', async (_, { request }) => {
    const { path, json } = await request(app)
    app.clock.set(closesAt)
    expect(await (await app.post(path, json ?? {}, { as })).text()).not.toContain('consultation_closed')
  })
})
