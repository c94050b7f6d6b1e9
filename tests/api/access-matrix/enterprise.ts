import { testPassword } from '../../support/known-keys'
import { pdfOf, uploadOf } from '../../support/make-attachment'
import { makeClaim, makeSubmitted } from '../../support/make-claim'
import {
  makeColleague,
  makeEnterprise,
  makeParticipant,
  newRegistration,
} from '../../support/make-enterprise'
import { makeInvitationLink, makeJoinRequest } from '../../support/make-joining'
import type { TestApp } from '../../support/test-app'
import { type AccessRow, type Asked, at, row } from './row'

type Answered = AccessRow['statuses']

const refused = [401, 403, 403, 403] as const
const ledToSignIn = [303, 303, 303, 303] as const
/** With a form that holds something typed: sign-in carries it along. */
const askedToSignIn = [401, 401, 401, 401] as const
const keepsTyped = /^\/(?:account\/(?:name|notice)|enterprise\/(?!leave|join\/withdraw))/
const everybody = [200, 200, 200, 200] as const
const asStaff = [401, 403, 200, 200] as const

const profile = () => {
  const { uscc: _, ...own } = newRegistration()
  return { ...own, version: 1 }
}

/** An owner's act on their own enterprise: by the API, and by the form of the page. */
const act = (
  name: string,
  prepare: (app: TestApp, made: Awaited<ReturnType<typeof makeEnterprise>>) => Promise<object> | object,
  status = 200,
): AccessRow =>
  row(`POST /api/enterprise${name}`, refused, async (app) => askedAs(app, name, prepare), status)

async function askedAs(app: TestApp, name: string, prepare: Parameters<typeof act>[1]): Promise<Asked> {
  const made = await makeEnterprise(app)
  return { path: `/api/enterprise${name}`, json: await prepare(app, made), as: made.owner.cookie }
}

const form = (
  route: string,
  prepare: (app: TestApp) => Promise<Omit<Asked, 'path' | 'json'>>,
  participant = 303,
  statuses: Answered = keepsTyped.test(route) ? askedToSignIn : ledToSignIn,
): AccessRow =>
  row(`POST ${route}`, statuses, async (app) => ({ path: route, ...(await prepare(app)) }), participant)

const asOwner = async (
  app: TestApp,
  fields: (made: Awaited<ReturnType<typeof makeEnterprise>>) => Promise<object> | object = () => ({}),
) => {
  const made = await makeEnterprise(app)
  return { form: (await fields(made)) as Record<string, string>, as: made.owner.cookie }
}
const asSomebody = async (app: TestApp, fields: object = {}) => ({
  form: fields as Record<string, string>,
  as: (await makeParticipant(app)).cookie,
})
const leaver = async (app: TestApp) =>
  (await makeColleague(app, (await makeEnterprise(app)).enterprise.id, 'drafter')).cookie

export const enterpriseRows: AccessRow[] = [
  row('GET /api/enterprise', refused, at('/api/enterprise'), 200),
  row(
    'POST /api/enterprise',
    refused,
    async (app) => ({
      path: '/api/enterprise',
      json: newRegistration(),
      as: (await makeParticipant(app)).cookie,
    }),
    200,
  ),
  act('/profile', profile),
  act('/verification', () => ({ version: 1, document: '营业执照 S001', note: '' })),
  row(
    'POST /api/enterprise/documents',
    refused,
    async (app) => ({
      path: '/api/enterprise/documents',
      upload: uploadOf('执照.pdf', pdfOf('执照')),
      as: (await makeParticipant(app)).cookie,
    }),
    201,
  ),
  row(
    'POST /api/enterprise/claims',
    refused,
    async (app) => ({
      path: '/api/enterprise/claims',
      json: { uscc: (await makeEnterprise(app)).enterprise.uscc, note: '我单位从未注册。' },
      as: (await makeParticipant(app)).cookie,
    }),
    200,
  ),
  row(
    'POST /api/enterprise/join-requests',
    refused,
    async (app) => ({
      path: '/api/enterprise/join-requests',
      json: { uscc: (await makeEnterprise(app)).enterprise.uscc },
      as: (await makeParticipant(app)).cookie,
    }),
    200,
  ),
  row(
    'POST /api/enterprise/join-requests/withdraw',
    refused,
    async (app) => ({
      path: '/api/enterprise/join-requests/withdraw',
      json: {},
      as: (await makeJoinRequest(app, (await makeEnterprise(app)).enterprise)).member.cookie,
    }),
    200,
  ),
  act('/join-requests/settle', async (app, { enterprise }) => ({
    id: (await makeJoinRequest(app, enterprise)).id,
    accept: true,
    part: 'drafter',
  })),
  act('/invitations', () => ({ part: 'drafter', email: 'colleague@firm.test' }), 201),
  act('/invitations/revoke', async (app, { owner }) => ({ id: (await makeInvitationLink(app, owner)).id })),
  row(
    'POST /api/enterprise/invitations/accept',
    refused,
    async (app) => ({
      path: '/api/enterprise/invitations/accept',
      json: { token: (await makeInvitationLink(app)).token },
      as: (await makeParticipant(app)).cookie,
    }),
    200,
  ),
  act('/members', async (app, { enterprise }) => ({
    id: (await makeColleague(app, enterprise.id, 'drafter')).actor.id,
    from: 'drafter',
    part: 'approver',
  })),
  row(
    'POST /api/enterprise/leave',
    refused,
    async (app) => ({ path: '/api/enterprise/leave', json: {}, as: await leaver(app) }),
    200,
  ),
  row('GET /api/staff/enterprises', asStaff, at('/api/staff/enterprises')),
  row('GET /api/staff/enterprises/:id', asStaff, async (app) => ({
    path: `/api/staff/enterprises/${(await makeEnterprise(app)).enterprise.id}`,
  })),
  row('POST /api/staff/enterprises/:id/verification', asStaff, async (app) => ({
    path: `/api/staff/enterprises/${(await makeEnterprise(app, { state: 'submitted' })).enterprise.id}/verification`,
    json: { version: 1, isVerified: true, reason: '' },
  })),
  row('GET /api/staff/enterprise-documents/:id', asStaff, async (app) => ({
    path: `/api/staff/enterprise-documents/${(await makeSubmitted(app)).file.id}`,
  })),
  row('POST /api/staff/enterprises/:id/claims/:claim', asStaff, async (app) => {
    const { enterprise } = await makeEnterprise(app)
    const { id } = await makeClaim(app, enterprise)
    return {
      path: `/api/staff/enterprises/${enterprise.id}/claims/${id}`,
      json: { version: 1, isGranted: true, reason: '' },
    }
  }),
  row('POST /api/staff/enterprises/:id/accounts', asStaff, async (app) => {
    const { owner, enterprise } = await makeEnterprise(app)
    return {
      path: `/api/staff/enterprises/${enterprise.id}/accounts`,
      json: { userId: owner.actor.id, isDisabled: true },
    }
  }),
]

export const accountPageRows: AccessRow[] = [
  row('GET /account', ledToSignIn, at('/account'), 200),
  row('GET /account/sign-in', everybody, at('/account/sign-in'), 303),
  form(
    '/account/sign-in',
    async (app) => {
      const { email, password } = await makeParticipant(app)
      return { form: { email, password } }
    },
    303,
  ),
  row('GET /account/sign-up', everybody, at('/account/sign-up')),
  form('/account/sign-up', async () => ({
    form: { name: '赵敏', email: `new-${newRegistration().uscc}@firm.test`, password: testPassword },
  })),
  row('GET /account/confirm', everybody, at('/account/confirm?token=abc')),
  form('/account/confirm', async () => ({ form: { token: 'abc' } }), 404, [404, 404, 404, 404]),
  row('GET /account/password', everybody, at('/account/password')),
  form('/account/password', async () => ({ form: { email: 'nobody@firm.test' } }), 200, everybody),
  row('GET /account/password/new', [404, 404, 404, 404], at('/account/password/new?token=abc')),
  form(
    '/account/password/new',
    async () => ({ form: { token: 'abc', password: testPassword } }),
    404,
    [404, 404, 404, 404],
  ),
  row('GET /account/sign-on', [404, 404, 404, 404], at('/account/sign-on')),
  row('GET /account/sign-on/callback', [404, 404, 404, 404], at('/account/sign-on/callback')),
  form('/account/name', (app) => asSomebody(app, { name: '新名' })),
  form('/account/notice', (app) => asSomebody(app, { version: '1' })),
  form('/account/change-password', (app) =>
    asSomebody(app, { current: testPassword, password: testPassword }),
  ),
  row('GET /enterprise', ledToSignIn, at('/enterprise'), 200),
  row('GET /enterprise/register', ledToSignIn, at('/enterprise/register'), 200),
  form('/enterprise/register', (app) => asSomebody(app, newRegistration())),
  form('/enterprise/join', async (app) =>
    asSomebody(app, { uscc: (await makeEnterprise(app)).enterprise.uscc }),
  ),
  form('/enterprise/claim', async (app) =>
    asSomebody(app, { uscc: (await makeEnterprise(app)).enterprise.uscc, note: '我单位从未注册。' }),
  ),
  form('/enterprise/join/withdraw', async (app) => ({
    form: { x: '' },
    as: (await makeJoinRequest(app, (await makeEnterprise(app)).enterprise)).member.cookie,
  })),
  row(
    'GET /enterprise/profile',
    ledToSignIn,
    async (app) => ({ path: '/enterprise/profile', as: (await makeEnterprise(app)).owner.cookie }),
    200,
  ),
  form('/enterprise/profile', (app) => asOwner(app, () => ({ ...profile(), version: '1' }))),
  form('/enterprise/verification', (app) =>
    asOwner(app, () => ({ version: '1', document: '营业执照 S001', note: '' })),
  ),
  form('/enterprise/requests', (app) =>
    asOwner(app, async ({ enterprise }) => ({
      id: (await makeJoinRequest(app, enterprise)).id,
      part: 'drafter',
      accept: 'yes',
    })),
  ),
  form('/enterprise/invitations', (app) => asOwner(app, () => ({ part: 'drafter' })), 200),
  form('/enterprise/invitations/revoke', (app) =>
    asOwner(app, async ({ owner }) => ({ id: (await makeInvitationLink(app, owner)).id })),
  ),
  form('/enterprise/members', (app) =>
    asOwner(app, async ({ enterprise }) => ({
      id: (await makeColleague(app, enterprise.id, 'drafter')).actor.id,
      from: 'drafter',
      part: 'none',
    })),
  ),
  form('/enterprise/leave', async (app) => ({ form: { x: '' }, as: await leaver(app) })),
  row('GET /enterprise/invitation', everybody, async (app) => ({
    path: `/enterprise/invitation?token=${(await makeInvitationLink(app)).token}`,
  })),
  form('/enterprise/invitation', async (app) =>
    asSomebody(app, { token: (await makeInvitationLink(app)).token }),
  ),
]

/** Ends the session of whoever asks. */
export const signOutRows: AccessRow[] = [form('/account/sign-out', async () => ({ form: { x: '' } }))]
