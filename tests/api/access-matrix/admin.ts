import { tinyPlan } from '../../support/make-consultation'
import { makeDraft, makePublished, newDraft } from '../../support/make-draft'
import { currentKey } from '../../support/make-export'
import { newNotice } from '../../support/make-notice'
import { makeDisabled, makeInvitation, makeWithSecondFactor, newInvitation } from '../../support/make-people'
import { makeUser } from '../../support/make-user'
import { admins, at, row } from './row'

export const adminRows = [
  row('GET /api/admin/people', admins, at('/api/admin/people')),
  row('POST /api/admin/people/disable', admins, async (app) => ({
    path: '/api/admin/people/disable',
    json: { id: (await makeUser(app, 'moderator')).actor.id },
  })),
  row('POST /api/admin/people/enable', admins, async (app) => ({
    path: '/api/admin/people/enable',
    json: { id: (await makeDisabled(app, 'moderator')).actor.id },
  })),
  row('POST /api/admin/people/role', admins, async (app) => ({
    path: '/api/admin/people/role',
    json: { id: (await makeUser(app, 'moderator')).actor.id, role: 'staff' },
  })),
  row('POST /api/admin/people/reset', admins, async (app) => ({
    path: '/api/admin/people/reset',
    json: { id: (await makeUser(app, 'moderator')).actor.id },
  })),
  row('POST /api/admin/people/second-factor/reset', admins, async (app) => ({
    path: '/api/admin/people/second-factor/reset',
    json: { id: (await makeWithSecondFactor(app, 'moderator')).actor.id },
  })),
  row('POST /api/admin/invitations', [401, 403, 403, 201], async () => ({
    path: '/api/admin/invitations',
    json: newInvitation(),
  })),
  row('POST /api/admin/invitations/revoke', admins, async (app) => ({
    path: '/api/admin/invitations/revoke',
    json: { id: (await makeInvitation(app)).id },
  })),
  row('GET /api/admin/privacy', admins, at('/api/admin/privacy')),
  row('POST /api/admin/privacy/notices', admins, async (app) => ({
    path: '/api/admin/privacy/notices',
    json: await newNotice(app),
  })),
  row('POST /api/admin/privacy/contact-months', admins, async () => ({
    path: '/api/admin/privacy/contact-months',
    json: { contactMonths: 12 },
  })),
  row('GET /api/admin/consultations', admins, at('/api/admin/consultations')),
  row('GET /api/admin/consultations/drafts/:key', admins, async (app) => ({
    path: `/api/admin/consultations/drafts/${(await makeDraft(app)).key}`,
  })),
  row('POST /api/admin/consultations/document', admins, async () => ({
    path: '/api/admin/consultations/document',
    json: { fileName: '要点.txt', content: Buffer.from(tinyPlan).toString('base64') },
  })),
  row('POST /api/admin/consultations/preview', admins, async () => ({
    path: '/api/admin/consultations/preview',
    json: { source: tinyPlan },
  })),
  row('POST /api/admin/consultations/drafts', admins, async (app) => ({
    path: '/api/admin/consultations/drafts',
    json: newDraft(app),
  })),
  row('POST /api/admin/consultations/discard', admins, async (app) => ({
    path: '/api/admin/consultations/discard',
    json: await makeDraft(app),
  })),
  row('POST /api/admin/consultations/check', admins, async (app) => ({
    path: '/api/admin/consultations/check',
    json: await makeDraft(app),
  })),
  row('POST /api/admin/consultations/publish', admins, async (app) => ({
    path: '/api/admin/consultations/publish',
    json: await makeDraft(app),
  })),
  row('POST /api/admin/consultations/extend', admins, async (app) => {
    const { key, closesAt, closesOn } = await makePublished(app)
    return {
      path: '/api/admin/consultations/extend',
      json: { key, closesAt, closesOn, reason: '应多家企业请求。' },
    }
  }),
  row('POST /api/admin/consultations/current', admins, async (app) => ({
    path: '/api/admin/consultations/current',
    json: { key: await currentKey(app) },
  })),
]
