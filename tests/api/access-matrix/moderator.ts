import { stageDecision } from '../../../worker/services/moderation/stage-decision'
import { makeAttachment } from '../../support/make-attachment'
import { decide, makeComment } from '../../support/make-comment'
import { makeUndelivered } from '../../support/make-mail'
import { makeGroup, makeReview } from '../../support/make-review'
import { makeUser } from '../../support/make-user'
import { at, row } from './row'

const moderators = [401, 200, 403, 200] as const
const seniors = [401, 403, 403, 200, 200] as const

export const moderatorRows = [
  row('GET /api/moderation/queue', moderators, at('/api/moderation/queue')),
  row('GET /api/moderation/counts', moderators, at('/api/moderation/counts')),
  row('GET /api/moderation/events', moderators, at('/api/moderation/events')),
  row('GET /api/moderation/colleagues', moderators, at('/api/moderation/colleagues')),
  row('GET /api/moderation/attachments/:id', moderators, async (app) => ({
    path: `/api/moderation/attachments/${(await makeAttachment(app)).file.id}`,
  })),
  row('POST /api/moderation/duty', moderators, async () => ({
    path: '/api/moderation/duty',
    json: { isOnDuty: true },
  })),
  row('POST /api/moderation/hand', moderators, async () => ({ path: '/api/moderation/hand', json: {} })),
  row('POST /api/moderation/hand/keep', moderators, async () => ({
    path: '/api/moderation/hand/keep',
    json: {},
  })),
  row('POST /api/moderation/hand/release', moderators, async () => ({
    path: '/api/moderation/hand/release',
    json: { heldUntil: '2099-12-31T00:00:00.000Z' },
  })),
  row('GET /api/moderation/reviews/:id', moderators, async (app) => ({
    path: `/api/moderation/reviews/${(await makeReview(app)).reviewId}`,
  })),
  row('POST /api/moderation/reviews/:id/take-over', moderators, async (app) => ({
    path: `/api/moderation/reviews/${(await makeReview(app)).reviewId}/take-over`,
    json: {},
  })),
  row('POST /api/moderation/reviews/:id/pass', moderators, async (app) => ({
    path: `/api/moderation/reviews/${(await makeReview(app)).reviewId}/pass`,
    json: { to: (await makeUser(app, 'moderator')).actor.id },
  })),
  row('GET /api/moderation/groups/:id', moderators, async (app) => ({
    path: `/api/moderation/groups/${await makeGroup(app)}`,
  })),
  row('POST /api/moderation/batches/count', moderators, async () => ({
    path: '/api/moderation/batches/count',
    json: { selection: { of: 'filter', filter: {} } },
  })),
  row('POST /api/moderation/batches', moderators, async (app) => {
    const chosen = await makeReview(app)
    const selection = { of: 'chosen', reviews: [{ ...chosen, revision: 1 }] }
    return {
      path: '/api/moderation/batches',
      json: { selection, upTo: chosen.reviewId, decision: 'publish' },
    }
  }),
  row('GET /api/moderation/reasons', moderators, at('/api/moderation/reasons')),
  row('GET /api/moderation/live', [401, 426, 403, 426], at('/api/moderation/live')),
  row('GET /api/moderation/deadlines', moderators, at('/api/moderation/deadlines')),
  row('GET /api/moderation/reason-records', moderators, at('/api/moderation/reason-records')),
  row('POST /api/moderation/reason-records/:id/wording', seniors, async () => ({
    path: '/api/moderation/reason-records/unclear/wording',
    json: { labelZh: '不清楚', labelEn: 'Unclear', zh: '没有看懂。', en: 'Not understood.' },
  })),
  row('POST /api/moderation/reason-records/:id/rules', seniors, async () => ({
    path: '/api/moderation/reason-records/unclear/rules',
    json: { mayResubmit: true, isSpam: false, isTextHidden: true, isActive: true },
  })),
  row('GET /api/moderation/settings', moderators, at('/api/moderation/settings')),
  row('POST /api/moderation/settings', seniors, async () => ({
    path: '/api/moderation/settings',
    json: { reviewDays: 3, secondLook: 'none', secondLookPercent: 20, recheckPercent: 0 },
  })),
  row('POST /api/moderation/decisions', moderators, async (app) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    return { path: '/api/moderation/decisions', json: { publicId, revision: 1, decision: 'publish' } }
  }),
  row('POST /api/moderation/decisions/undo', seniors, async (app) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const { actor } = await makeUser(app, 'moderator')
    const view = await stageDecision(app.context(actor), { publicId, revision: 1, decision: 'publish' })
    const stagedId = view.outcome === 'staged' ? view.stagedId : ''
    return { path: '/api/moderation/decisions/undo', json: { stagedId } }
  }),
  row('GET /api/moderation/decided', moderators, at('/api/moderation/decided')),
  row('POST /api/moderation/originals', seniors, async (app) => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const redactions = [{ start: 0, end: 2, reason: 'wording' as const }]
    await decide(app, { publicId, revision: 1, decision: 'redact', redactions })
    return { path: '/api/moderation/originals', json: { publicId, purpose: '核对一处电话号码' } }
  }),
  row('GET /api/moderation/agreement', moderators, at('/api/moderation/agreement')),
  row('GET /api/moderation/delay-notices', moderators, at('/api/moderation/delay-notices')),
  row('POST /api/moderation/delay-notices', seniors, async () => ({
    path: '/api/moderation/delay-notices',
    json: { until: '2099-12-31' },
  })),
  row('POST /api/moderation/undelivered-mails/:id/retry', seniors, async (app) => ({
    path: `/api/moderation/undelivered-mails/${(await makeUndelivered(app)).messageId}/retry`,
    json: {},
  })),
]
