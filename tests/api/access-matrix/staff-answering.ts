import { makeComment } from '../../support/make-comment'
import { makeResponse, makeStandardText } from '../../support/make-response'
import { at, row, staff } from './row'

const heads = [401, 403, 403, 200] as const

export const answeringRows = [
  row('GET /api/staff/dispositions/of/:publicId', staff, async (app) => ({
    path: `/api/staff/dispositions/of/${(await makeComment(app)).publicId}`,
  })),
  row('POST /api/staff/dispositions/count', staff, async (app) => ({
    path: '/api/staff/dispositions/count',
    json: { selection: { of: 'chosen', publicIds: [(await makeComment(app)).publicId] } },
  })),
  row('POST /api/staff/dispositions', staff, async (app) => ({
    path: '/api/staff/dispositions',
    json: {
      cases: [{ publicId: (await makeComment(app)).publicId, version: 0, revision: 1 }],
      disposition: 'not_adopted',
      reason: '与现行规定不一致。',
    },
  })),
  row('GET /api/staff/responses', staff, at('/api/staff/responses')),
  row('GET /api/staff/responses/:id', staff, async (app) => ({
    path: `/api/staff/responses/${(await makeResponse(app)).id}`,
  })),
  row('GET /api/staff/responses/of/:publicId', staff, async (app) => ({
    path: `/api/staff/responses/of/${(await makeComment(app)).publicId}`,
  })),
  row('POST /api/staff/responses/comments/count', staff, async (app) => ({
    path: '/api/staff/responses/comments/count',
    json: { selection: { of: 'group', publicId: (await makeComment(app)).publicId } },
  })),
  row('POST /api/staff/responses', [401, 403, 201, 201], async (app) => ({
    path: '/api/staff/responses',
    json: { on: { of: 'comments', publicIds: [(await makeComment(app)).publicId] }, text: '已研究。' },
  })),
  row('POST /api/staff/responses/:id/versions', staff, async (app) => ({
    path: `/api/staff/responses/${(await makeResponse(app)).id}/versions`,
    json: { version: 1, text: '改过的答复。' },
  })),
  row('POST /api/staff/responses/:id/review', staff, async (app) => ({
    path: `/api/staff/responses/${(await makeResponse(app)).id}/review`,
    json: { version: 1, linkVersion: 0, note: '无误。' },
  })),
  row('POST /api/staff/responses/:id/approve', heads, async (app) => ({
    path: `/api/staff/responses/${(await makeResponse(app, { state: 'reviewed' })).id}/approve`,
    json: { version: 1, linkVersion: 0, note: '同意。' },
  })),
  row('POST /api/staff/responses/:id/send-back', staff, async (app) => ({
    path: `/api/staff/responses/${(await makeResponse(app, { state: 'reviewed' })).id}/send-back`,
    json: { version: 1, note: '请写明办理时限。' },
  })),
  row('POST /api/staff/responses/:id/comments', staff, async (app) => ({
    path: `/api/staff/responses/${(await makeResponse(app)).id}/comments`,
    json: { version: 1, link: [(await makeComment(app)).publicId] },
  })),
  row('POST /api/staff/response-releases/count', staff, async (app) => ({
    path: '/api/staff/response-releases/count',
    json: { selection: { of: 'chosen', ids: [(await makeResponse(app, { state: 'approved' })).id] } },
  })),
  row('POST /api/staff/response-releases', heads, async (app) => ({
    path: '/api/staff/response-releases',
    json: { responses: [{ id: (await makeResponse(app, { state: 'approved' })).id, version: 1 }] },
  })),
  row('GET /api/staff/standard-texts', staff, at('/api/staff/standard-texts')),
  row('GET /api/staff/standard-texts/:id', staff, async (app) => ({
    path: `/api/staff/standard-texts/${(await makeStandardText(app)).id}`,
  })),
  row('POST /api/staff/standard-texts', [401, 403, 201, 201], async () => ({
    path: '/api/staff/standard-texts',
    json: { title: '已体现', text: '您的意见在现行政策中已经体现。' },
  })),
  row('POST /api/staff/standard-texts/:id/wording', staff, async (app) => ({
    path: `/api/staff/standard-texts/${(await makeStandardText(app)).id}/wording`,
    json: { version: 1, title: '已体现', text: '您的意见已经体现。' },
  })),
  row('POST /api/staff/standard-texts/:id/use', staff, async (app) => ({
    path: `/api/staff/standard-texts/${(await makeStandardText(app)).id}/use`,
    json: { isActive: false },
  })),
]
