import { beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../worker/contract/errors'
import { fileLimits } from '../../worker/contract/files'
import { limits } from '../../worker/contract/limits'
import { domainWords } from '../../worker/contract/locales'
import { errorOf } from '../support/answers'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'
import { type AccessRow, type Asked, accessMatrix, bodiless } from './access-matrix'

const app = await startTestApp()
let admin = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  admin = await signInAs(app, 'admin')
})

const posts = accessMatrix.filter(({ route }) => route.startsWith('POST '))
/** The routes of the API that take a form: what is attached. */
const uploads = ['POST /api/attachments', 'POST /api/enterprise/documents']
const jsonPosts = posts.filter(({ route }) => route.startsWith('POST /api/') && !uploads.includes(route))
const bodied = jsonPosts.filter(({ route }) => !bodiless.includes(route))
/** What they are asked for has its usual value where it is left out. */
const mayBeEmpty = ['POST /api/moderation/hand']
/** A file may be larger than what people type. */
const roomFor: Record<string, number> = {
  'POST /api/staff/offline/check': limits.importRequestBytes,
  'POST /api/staff/offline/import': limits.importRequestBytes,
  'POST /api/admin/consultations/document': limits.importRequestBytes,
  'POST /api/admin/consultations/preview': limits.importRequestBytes,
  'POST /api/admin/consultations/drafts': limits.importRequestBytes,
  ...Object.fromEntries(
    [
      ...['POST /measures/:key/comment', 'POST /receipts/:publicId/stamped'],
      ...['POST /enterprise/claim', 'POST /enterprise/verification', ...uploads],
      ...['POST /enterprise/response/measures/:key', 'POST /enterprise/response/versions/:number/stamped'],
    ].map((route) => [route, fileLimits.requestBytes]),
  ),
}
const json = { 'content-type': 'application/json' }

const typeFor = ({ route }: AccessRow) => {
  if (uploads.includes(route)) return 'multipart/form-data; boundary=x'
  return route.includes('/api/') ? json['content-type'] : 'text/plain'
}

/** What a refusal leaves unused serves the next one too. */
const prepared = new Map<AccessRow, Promise<Asked>>()
function prepare(row: AccessRow): Promise<Asked> {
  const asked =
    prepared.get(row) ??
    row.request(app).then((request) => {
      if (request.as) owners.set(request.path, request.as)
      return request
    })
  if (!prepared.has(row)) counted = undefined
  prepared.set(row, asked)
  return asked
}

/** What the tables held after the last refusal; unknown where something was prepared since. */
let counted: Promise<Record<string, number>> | undefined

const send = (path: string, init: RequestInit) =>
  app.request(path, { method: 'POST', ...init, headers: { cookie: whoFor(path), ...init.headers } })

/** The session for which a request is right: an administrator's, unless it is for a participant. */
const owners = new Map<string, string>()
const whoFor = (path: string) => owners.get(path) ?? admin

/** Holds a refusal to the rule: this status and code, and not one row more or less in any table. */
async function expectRefused(ask: () => Promise<Response>, status: number, code: ErrorCode) {
  const before = await (counted ?? countRows(app))
  const answer = await ask()
  expect(answer.status).toBe(status)
  if (answer.headers.get('content-type')?.startsWith('text/html')) {
    expect(await answer.text()).toContain(domainWords.zh.errors[code])
  } else expect((await errorOf(answer)).code).toBe(code)
  counted = countRows(app)
  expect(await counted).toEqual(before)
}

describe.each(bodied)('$route', (row) => {
  it.each(['', '{', '{"body":', 'undefined', '\u0000'])('refuses %j, which is not JSON', async (body) => {
    const { path } = await prepare(row)
    await expectRefused(() => send(path, { body, headers: json }), 400, 'bad_json')
  })

  const empty = mayBeEmpty.includes(row.route) ? [] : ['[]', '{}']
  it.each(['null', '7', '"text"', ...empty])('refuses %s, which is not what it takes', async (body) => {
    const { path } = await prepare(row)
    await expectRefused(() => send(path, { body, headers: json }), 422, 'invalid_input')
  })

  it('refuses a key that it does not know, and names it', async () => {
    const { path, json: good } = await prepare(row)
    const before = await countRows(app)
    const answer = await app.post(path, { ...(good as object), isAdmin: true }, { as: whoFor(path) })
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual(['isAdmin'])
    expect(await countRows(app)).toEqual(before)
  })

  it('refuses every entry of another type, and names it', async () => {
    const { path, json: good } = await prepare(row)
    const before = await countRows(app)
    for (const [key, value] of Object.entries(good as object))
      for (const wrong of [null, 7, true, 'x', [], {}, [[]]].filter((w) => isOtherType(w, value))) {
        const answer = await app.post(path, { ...(good as object), [key]: wrong }, { as: whoFor(path) })
        expect(answer.status, `${key}: ${JSON.stringify(wrong)}`).toBe(422)
        const fields = Object.keys((await errorOf(answer)).fields ?? {})
        expect(fields.every((field) => field.split('.')[0] === key)).toBe(true)
        expect(fields.length).toBeGreaterThan(0)
      }
    expect(await countRows(app)).toEqual(before)
  })
})

function isOtherType(wrong: unknown, right: unknown): boolean {
  return typeof wrong !== typeof right || wrong === null || Array.isArray(wrong)
}

describe.each(jsonPosts)('$route', (row) => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses %s',
    async (type) => {
      const { path, json: good } = await prepare(row)
      const body = JSON.stringify(good)
      await expectRefused(
        () => send(path, { body, headers: { 'content-type': type } }),
        415,
        'unsupported_media_type',
      )
    },
  )
})

describe.each(posts.filter(({ route }) => uploads.includes(route)))('$route', (row) => {
  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])(
    'refuses %s',
    async (type) => {
      const { path } = await prepare(row)
      const ask = () => send(path, { body: '{}', headers: { 'content-type': type } })
      await expectRefused(ask, 415, 'unsupported_media_type')
    },
  )
})

describe.each(posts)('$route', (row) => {
  const type = { 'content-type': typeFor(row) }
  const room = roomFor[row.route] ?? limits.requestBytes
  const tooMuch = JSON.stringify({ body: 'x'.repeat(room) })

  it('refuses a body that says it is too large', async () => {
    const { path } = await prepare(row)
    const headers = { ...type, 'content-length': String(tooMuch.length) }
    await expectRefused(() => send(path, { body: tooMuch, headers }), 413, 'body_too_large')
  })

  it.each(['https://evil.example', 'null', 'http://localhost:8787'])(
    'refuses the origin %s',
    async (origin) => {
      const { path, json: good } = await prepare(row)
      const ask = () => send(path, { body: JSON.stringify(good ?? {}), headers: { ...type, origin } })
      await expectRefused(ask, 403, 'wrong_origin')
    },
  )

  it('refuses what a browser says comes from another site', async () => {
    const { path, json: good } = await prepare(row)
    const headers = { ...type, 'sec-fetch-site': 'cross-site' }
    const ask = () => send(path, { body: JSON.stringify(good ?? {}), headers })
    await expectRefused(ask, 403, 'wrong_origin')
  })
})

/** What is put on record when it is read. */
const recorded = accessMatrix.filter(({ route }) =>
  /^GET (\/api\/(own-account\/data|(staff|moderation)\/(attachments\/|stamped\/:id\/file|enterprise-documents\/|exports\/(comments|adoption|report)\.|evidence))|\/account\/data|\/receipts\/:publicId\/data)/.test(
    route,
  ),
)

describe.each(recorded)('$route', (row) => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'x-moz': 'prefetch' },
  ])('is not opened by %j, so that nobody is on record who did not ask for it', async (headers) => {
    const { path } = await prepare(row)
    await expectRefused(() => send(path, { method: 'GET', headers }), 403, 'opened_from_elsewhere')
  })
})

it('covers all that is recorded when it is read', () => {
  expect(recorded.map(({ route }) => route)).toHaveLength(12)
})

describe('a body that does not say how large it is', () => {
  it.each(bodied)('is refused once it is too large: $route', async (row) => {
    const { path } = await prepare(row)
    const room = roomFor[row.route] ?? limits.requestBytes
    const chunk = new TextEncoder().encode('x'.repeat(room))
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"body":"'))
        controller.enqueue(chunk)
        controller.enqueue(new TextEncoder().encode('"}'))
        controller.close()
      },
    })
    const init = { body, headers: json, duplex: 'half' } as RequestInit
    await expectRefused(() => send(path, init), 413, 'body_too_large')
  })
})

describe('a form in a form that nobody can read', () => {
  const forms = posts.filter(({ route }) => !route.includes('/api/') && !route.includes(':publicId'))
  it.each(forms)('is refused: $route', async (row) => {
    const { path } = await prepare(row)
    const headers = { 'content-type': 'multipart/form-data' }
    const before = await countRows(app)
    const { status } = await send(path, { body: 'no boundary', headers })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(await countRows(app)).toEqual(before)
  })
})

describe('another method', () => {
  const paths = [...new Set(accessMatrix.map(({ route }) => route.split(' ')[1] ?? ''))]
  it.each(paths)('is refused with those that %s takes', async (pattern) => {
    const rows = accessMatrix.filter(({ route }) => route.split(' ')[1] === pattern)
    const { path } = await prepare(rows[0] as AccessRow)
    const taken = rows.map(({ route }) => route.split(' ')[0])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => !taken.includes(each))) {
      const ask = () => send(path, { method, headers: json, body: '{}' })
      await expectRefused(ask, 405, 'method_not_allowed')
      expect((await ask()).headers.get('allow')?.split(', ').sort()).toEqual(taken.sort())
    }
  })
})

describe('an impossible place in a list', () => {
  const lists = [
    '/api/measures/1.1/comments?sort=newest',
    '/api/measures/1.1/comments?sort=oldest',
    '/api/measures/1.1/comments?sort=discussed',
    '/api/comments/:publicId?',
    '/api/search?q=企业',
    '/api/moderation/queue?',
    '/api/staff/coding/comments?',
    '/api/staff/coding/texts?',
    '/api/staff/cases?',
    '/api/staff/mentions?',
    '/measures/1.1?sort=newest',
    '/measures/1.1?sort=discussed',
    '/comments/:publicId?',
    '/search?q=企业',
  ]
  const cursors = ['abc', '-1', '99999999999999999999', '1-2-3', '1.5', '0x10', '１', '-', "1'--"]
  it.each(lists)('is refused: %s', async (list) => {
    const { publicId } = await makeComment(app)
    counted = undefined
    for (const cursor of cursors) {
      const path = `${list.replace(':publicId', publicId)}&after=${encodeURIComponent(cursor)}`
      await expectRefused(() => app.get(path, { as: admin }), 400, 'invalid_cursor')
    }
  })
})

describe('a question that a list does not know', () => {
  const questions = [
    ['/api/measures/1.1/comments', ['state=pending', 'limit=0', 'limit=101', 'limit=1e1', 'limit=1&limit=2']],
    [
      '/api/measures/1.1/comments',
      ['sort=best', 'kind=state', 'clause=7', 'clause=1.1.0', 'after=1&after=2'],
    ],
    ['/api/search', ['', 'q=', 'q=%20%09', `q=${'字'.repeat(51)}`, 'q=a&state=pending', 'q=a&q=b']],
    ['/api/moderation/queue', ['state=published', 'measure=x', 'kind=x', 'limit=-1']],
    ['/api/staff/exports/comments.csv', ['state=x', 'measure=1', 'from=2021-02-30', 'to=yesterday', 'x=1']],
    ['/api/staff/exports/comments.xlsx', ['kind=x', 'from=2021-03-02&to=2021-03-01', 'from=20210301']],
    ['/api/staff/cases', ['view=x', 'unit=X', 'kind=x', 'disposition=x', 'mentioned=0', 'limit=0', 'x=1']],
    ['/api/staff/cases/abc', ['']],
    ['/api/measures/abc', ['']],
    ['/api/measures/1.1.1', ['']],
    ['/api/comments/abc', ['']],
    ['/api/comments/T001-7F3K-92QI', ['']],
  ] as const
  it.each(questions)('is refused: %s %j', async (path, queries) => {
    for (const query of queries)
      await expectRefused(() => app.get(`${path}?${query}`, { as: admin }), 422, 'invalid_input')
  })
})

describe('what is not there', () => {
  const known = ['/api/measures/9.9', '/api/measures/9.9/comments', '/api/comments/T001-7F3K-92QX']
  const unknown = [
    '/api/',
    '/api/plans',
    '/api/auth/callback/x',
    '/api/moderation/x',
    '/api/staff/x',
    '/api/%00',
  ]
  it.each([...known, ...unknown])('is not found: %s', async (path) => {
    await expectRefused(() => app.get(path, { as: admin }), 404, 'not_found')
  })

  it.each([
    '/nowhere',
    '/measures/9.9',
    '/measures/x',
    '/measures/9.9/comment',
    '/comments/x',
    '/language/fr',
    '/text-size/huge',
  ])('has a page that says so: %s', async (path) => {
    const answer = await app.get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有找到')
  })

  it('has a page that says so where the measure has no such comment list', async () => {
    expect((await app.get('/measures/1.1?clause=1.2.1')).status).toBe(422)
  })
})
