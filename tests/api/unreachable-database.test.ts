import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../worker/db/client'
import { errorOf } from '../support/answers'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'
import { accessMatrix } from './access-matrix'

let url: string | undefined
const app = await startTestApp({
  openDatabase: () => openDatabase({ url: url ?? app.url }),
})
await makeConsultation(app)
await makeReasons(app)
const as = await signInAs(app, 'admin')

const needsNone = [
  ...['GET /api/openapi.json', 'GET /api/challenge', 'GET /receipts', 'GET /receipts/:publicId'],
  ...['GET /receipts/:publicId/appeal', 'POST /receipts/:publicId/appeal'],
  ...[
    'GET /receipts/:publicId/withdraw',
    'POST /receipts/:publicId/withdraw',
    'GET /receipts/:publicId/form',
    'GET /receipts/:publicId/data',
  ],
  ...['stamped', 'erase'].flatMap((page) => [
    `GET /receipts/:publicId/${page}`,
    `POST /receipts/:publicId/${page}`,
  ]),
  ...['GET /account/sign-up', 'GET /account/password', 'GET /account/confirm', 'POST /account/sign-out'],
  ...['GET /follow/unsubscribe', 'GET /verify-form'],
  // Not offered where nothing is configured for them.
  ...['POST /api/follows', 'GET /account/sign-on', 'GET /account/sign-on/callback'],
  ...['POST /api/auth/sign-in/second-factor'],
  ...['POST /receipts/:publicId', 'GET /language/:code', 'GET /text-size/:size', 'GET /desk', 'GET /desk/*'],
  ...['POST /api/auth/sign-out', 'GET /api/staff/exports/dictionary.csv'],
]
const secrets =
  /SELECT|INSERT|UPDATE |libsql|hrana|127\.0\.0\.1|ECONNREFUSED|fetch failed|\.ts:|node_modules/i

describe('while the database cannot be reached', () => {
  const rows = accessMatrix.filter(({ route }) => !needsNone.includes(route))
  it.each(rows)(
    '$route answers 503 with a sentence and a request id, and nothing of the inside',
    async (row) => {
      const { path, json, form, upload } = await row.request(app)
      url = 'http://127.0.0.1:9'
      try {
        const answer = json
          ? await app.post(path, json, { as })
          : form
            ? await app.submit(path, { ...form, step: 'send' }, { as })
            : upload
              ? await app.request(path, { method: 'POST', body: upload, headers: { cookie: as } })
              : await app.get(path, { as })
        expect(answer.status).toBe(503)
        const requestId = answer.headers.get('x-request-id') ?? 'none'
        const text = await answer.clone().text()
        expect(text).not.toMatch(secrets)
        expect(text).toContain(requestId)
        expect(text).toContain('数据服务暂时无法连接，请稍后重试。')
        if (path.startsWith('/api/')) expect((await errorOf(answer)).code).toBe('database_unavailable')
        const logged = app.logs.filter((entry) => entry.requestId === requestId)
        expect(logged.some(({ error }) => typeof error === 'string')).toBe(true)
        expect(JSON.stringify(logged)).not.toMatch(/SELECT|INSERT|UPDATE /)
      } finally {
        url = undefined
      }
    },
  )
})

it('answers a mistake of its own with 500, a fixed sentence and a request id, in JSON and on a page', async () => {
  const broken = await startTestApp({
    openDatabase: () => {
      const db = openDatabase({ url: app.url })
      db.batch = () => Promise.reject(new Error('SELECT secret FROM somewhere'))
      return db
    },
  })
  for (const path of ['/api/plan', '/']) {
    const answer = await broken.get(path)
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).toContain(answer.headers.get('x-request-id'))
    expect(text).not.toContain('secret')
    expect(JSON.stringify(broken.logs)).not.toContain('secret')
  }
})
