import { testPassword } from '../../support/known-keys'
import { makeParticipant } from '../../support/make-enterprise'
import type { TestApp } from '../../support/test-app'
import { at, credentialsOf, everybody, row } from './row'

const refused = [401, 403, 403, 403] as const
/** The form is kept while they sign in. */
const signInFirst = [401, 401, 401, 401] as const
const moveOn = [303, 303, 303, 303] as const
const asked = { password: testPassword, confirm: true }

const own =
  (path: string, more: object = {}) =>
  async (app: TestApp) => ({
    ...{ path, ...more },
    as: (await makeParticipant(app)).cookie,
  })

export const ownDataRows = [
  row('POST /api/receipts/data', everybody, async (app) => ({
    path: '/api/receipts/data',
    json: await credentialsOf(app, 'published'),
  })),
  row('POST /api/receipts/erase', everybody, async (app) => ({
    path: '/api/receipts/erase',
    json: { ...(await credentialsOf(app, 'published')), confirm: true },
  })),
  row('GET /api/own-account/data', refused, own('/api/own-account/data'), 200),
  row('POST /api/own-account/erase', refused, own('/api/own-account/erase', { json: asked }), 200),
  row('GET /receipts/:publicId/data', moveOn, at('/receipts/T001-7F3K-92QX/data')),
  row('GET /receipts/:publicId/erase', moveOn, at('/receipts/T001-7F3K-92QX/erase')),
  row('POST /receipts/:publicId/erase', moveOn, async () => ({
    path: '/receipts/T001-7F3K-92QX/erase',
    form: { confirm: 'yes' },
  })),
  row('GET /account/data', moveOn, own('/account/data'), 200),
  row('GET /account/erase', moveOn, own('/account/erase'), 200),
  row(
    'POST /account/erase',
    signInFirst,
    own('/account/erase', { form: { confirm: 'yes', password: testPassword } }),
    303,
  ),
]
