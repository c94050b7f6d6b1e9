import { pdfOf, uploadOf } from '../../support/make-attachment'
import { makeEntryFiles } from '../../support/make-entry-files'
import { type Firm, makeFirm, makeRemoved, makeResponse, newEntry } from '../../support/make-submission'
import type { TestApp } from '../../support/test-app'
import { type AccessRow, type Asked, row } from './row'

const refused = [401, 403, 403, 403] as const
const ledToSignIn = [303, 303, 303, 303] as const
const api = '/api/enterprise/response'
const page = '/enterprise/response'

type Prepare = (app: TestApp, firm: Firm) => Promise<Omit<Asked, 'path'> & { to?: string }>

const asked = (at: string, prepare: Prepare) => async (app: TestApp) => {
  const { to = '', ...more } = await prepare(app, await makeFirm(app))
  return { path: at + to, ...more }
}
const read = (route: string, prepare: Prepare) => [
  row(`GET ${api}${route}`, refused, asked(api, prepare), 200),
  row(`GET ${page}${route}`, ledToSignIn, asked(page, prepare), 200),
]
/** By the API, and by the form of the page. */
const write = (
  step: string,
  prepare: (app: TestApp, firm: Firm) => Promise<{ as: string; json: object; form: object }>,
) => [
  row(
    `POST ${api}${step}`,
    refused,
    asked(api + step, async (app, firm) => {
      const { as, json } = await prepare(app, firm)
      return { as, json }
    }),
    200,
  ),
  row(
    `POST ${page}${step}`,
    [401, 401, 401, 401],
    asked(page + step, async (app, firm) => {
      const { as, form } = await prepare(app, firm)
      return { as, form: form as Record<string, string> }
    }),
    303,
  ),
]

export const enterpriseResponseRows: AccessRow[] = [
  ...read('', async (_, { drafter }) => ({ as: drafter.cookie })),
  ...read('/versions', async (app, firm) => {
    await makeResponse(app, firm, 'sent')
    return { to: '/versions', as: firm.drafter.cookie }
  }),
  ...read('/versions/:number', async (app, firm) => {
    await makeResponse(app, firm, 'sent')
    return { to: '/versions/1', as: firm.drafter.cookie }
  }),
  row(
    `GET ${page}/versions/:number/form`,
    ledToSignIn,
    asked(page, async (app, firm) => {
      await makeResponse(app, firm, 'sent')
      return { to: '/versions/1/form', as: firm.drafter.cookie }
    }),
    200,
  ),
  row(
    `GET ${page}/versions/:number/stamped`,
    ledToSignIn,
    asked(page, async (_, { drafter }) => ({ to: '/versions/1/stamped', as: drafter.cookie })),
    303,
  ),
  row(
    `POST ${page}/versions/:number/stamped`,
    [401, 401, 401, 401],
    asked(page, async (app, firm) => {
      const { publicId } = await makeResponse(app, firm, 'sent')
      const upload = uploadOf('盖章件.pdf', pdfOf('公章'), { code: `${publicId} · 1` })
      return { to: '/versions/1/stamped', as: firm.approver.cookie, upload }
    }),
    303,
  ),
  row(
    `GET ${page}/approval`,
    ledToSignIn,
    asked(page, async (app, firm) => {
      await makeResponse(app, firm, 'in_approval')
      return { to: '/approval', as: firm.approver.cookie }
    }),
    200,
  ),
  row(
    `GET ${page}/files/:sha256`,
    ledToSignIn,
    asked(page, async (app, firm) => {
      const { file, said } = await makeEntryFiles(app)
      await makeResponse(app, firm, 'in_approval', [newEntry(said)])
      return { to: `/files/${file.sha256}`, as: firm.approver.cookie }
    }),
    200,
  ),
  row(
    `GET ${page}/measures/:key`,
    ledToSignIn,
    asked(page, async (_, { drafter }) => ({
      to: '/measures/1.1',
      as: drafter.cookie,
    })),
    200,
  ),
  row(
    `POST ${api}/entries`,
    refused,
    asked(`${api}/entries`, async (_, { drafter }) => ({
      json: newEntry(),
      as: drafter.cookie,
    })),
    200,
  ),
  row(
    `POST ${page}/measures/:key`,
    [401, 401, 401, 401],
    asked(`${page}/measures/1.1`, async (_, { drafter }) => ({
      form: { stance: 'suggest', body: '建议公布名单。', planRevision: '1', clause: '', version: '' },
      as: drafter.cookie,
    })),
    303,
  ),
  ...write('/entries/remove', async (app, firm) => {
    const [entry] = (await makeResponse(app, firm)).entries
    const json = { id: entry?.id ?? '', version: 1 }
    return { as: firm.drafter.cookie, json, form: { ...json, version: '1' } }
  }),
  ...write('/entries/restore', async (app, firm) => {
    await makeRemoved(app, firm)
    return { as: firm.drafter.cookie, json: { measure: '1.1' }, form: { measure: '1.1', clause: '' } }
  }),
  ...write('/approval', async (app, firm) => {
    const { version } = await makeResponse(app, firm)
    return {
      as: firm.drafter.cookie,
      json: { version, note: '' },
      form: { version: String(version), note: '' },
    }
  }),
  ...write('/send-back', async (app, firm) => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    const note = '请补充数据。'
    return { as: firm.approver.cookie, json: { version, note }, form: { version: String(version), note } }
  }),
  ...write('/send', async (app, firm) => {
    const { version } = await makeResponse(app, firm, 'in_approval')
    return {
      as: firm.approver.cookie,
      json: { version, consent: { publish: true } },
      form: { version: String(version), publish: 'yes' },
    }
  }),
  ...write('/reopen', async (app, firm) => {
    const version = (await makeResponse(app, firm, 'sent')).version + 1
    return { as: firm.drafter.cookie, json: { version }, form: { version: String(version) } }
  }),
]
