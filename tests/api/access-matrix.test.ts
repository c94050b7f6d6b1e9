import { beforeAll, describe, expect, it } from 'vitest'
import { upload } from '../support/make-attachment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'
import { viewSchemas } from '../support/view-schemas'
import {
  type AccessRow,
  type Asked,
  type Audience,
  accessMatrix,
  audiences,
  statusFor,
} from './access-matrix'

const app = await startTestApp()
const routes = [
  ...new Set(
    app.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
].sort()

const cookies: Partial<Record<Audience, string>> = {}

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  for (const role of ['moderator', 'staff', 'admin', 'senior_moderator', 'participant'] as const)
    cookies[role] = await signInAs(app, role)
})

/** What was read, or refused, serves the next audience too. */
const unused = new Map<AccessRow, Asked>()

async function ask(row: AccessRow, audience: Audience): Promise<number> {
  const asked = unused.get(row) ?? (await row.request(app))
  unused.delete(row)
  const status = await send(asked, audience)
  if (row.route.startsWith('GET ') || status >= 400) unused.set(row, asked)
  return status
}

async function send({ path, json, form, upload: body, as }: Asked, audience: Audience): Promise<number> {
  const cookie = (audience === 'participant' && as) || cookies[audience]
  const options = cookie ? { as: cookie } : {}
  if (json) return (await app.post(path, json, options)).status
  if (form) return (await app.submit(path, form, options)).status
  if (body) return (await upload(app, path, body, options)).status
  const answer = await app.get(path, options)
  await answer.arrayBuffer()
  return answer.status
}

it('has a row for every route of the app, and a route for every row', () => {
  expect(accessMatrix.map(({ route }) => route).sort()).toEqual(routes)
})

it('knows the contract of every route that answers in JSON', () => {
  const files =
    /^POST \/api\/(staff\/annexes\/|receipts\/data$)|^GET \/api\/(open-data\/|evidence\/|staff\/(exports\/|evidence\.zip$|offline\/template\.)|(staff|moderation)\/attachments\/|staff\/(stamped\/:id\/file|enterprise-documents\/:id)$|moderation\/live$|own-account\/data$)/
  const json = routes.filter((route) => route.includes(' /api/') && !files.test(route))
  expect(Object.keys(viewSchemas).sort()).toEqual(json)
})

describe.each(accessMatrix)('$route', (row) => {
  it.each(audiences.map((audience) => [audience, statusFor(row, audience)] as const))(
    'answers %s with %i',
    async (audience, status) => {
      expect(await ask(row, audience)).toBe(status)
    },
  )
})
