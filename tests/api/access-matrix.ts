import type { NewComment } from '../../worker/contract/comments'
import { bannedWords } from '../../worker/db/schema'
import { stageDecision } from '../../worker/services/moderation/stage-decision'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { decide, makeComment, newComment } from '../support/make-comment'
import { makeDisabled, makeInvitation, makeWithSecondFactor, newInvitation } from '../support/make-people'
import { makeGroup, makeReview } from '../support/make-review'
import { makeUser, testPassword } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import type { TestApp } from '../support/test-app'

/** Who may do what: for every route, its answer to nobody, a moderator, a staff member, an administrator, a senior moderator. */
export const audiences = ['nobody', 'moderator', 'staff', 'admin', 'senior_moderator'] as const
export type Audience = (typeof audiences)[number]

/** A request that is right but for who sends it. */
export interface Asked {
  path: string
  json?: unknown
  form?: Record<string, string>
}

export interface AccessRow {
  /** As the app has it: `GET /api/measures/:key`. */
  route: string
  /** Where nothing else is said, a senior moderator is answered as a moderator is. */
  statuses: readonly [nobody: number, moderator: number, staff: number, admin: number, senior?: number]
  request: (app: TestApp) => Promise<Asked>
}

type Prepare = AccessRow['request']

/** Writes that are asked for by their address alone. */
export const bodiless = [
  'POST /api/auth/sign-out',
  'POST /api/moderation/hand/keep',
  'POST /api/moderation/reviews/:id/take-over',
]

const at =
  (path: string): Prepare =>
  async () => ({ path })
const row = (route: string, statuses: AccessRow['statuses'], request: Prepare): AccessRow => ({
  route,
  statuses,
  request,
})

const everybody = [200, 200, 200, 200] as const
const everybodyMovesOn = [303, 303, 303, 303] as const
const everybodyGivesTheCode = [403, 403, 403, 403] as const
const moderators = [401, 200, 403, 200] as const
const seniors = [401, 403, 403, 200, 200] as const
const staff = [401, 403, 200, 200] as const
const wordKeepers = [401, 403, 200, 200, 200] as const
const admins = [401, 403, 403, 200] as const
const signedIn = [401, 200, 200, 200] as const

const credentialsOf = async (app: TestApp, state: 'published' | 'returned') => {
  const { publicId, queryCode } = await makeComment(app, { state })
  return { publicId, queryCode }
}
let words = 0
const makeBannedWord = async ({ db, clock }: TestApp) => {
  words += 1
  const word = `提示词${words}`
  await db.insert(bannedWords).values({ word, category: 'other', addedAt: clock.now() })
  return word
}
const asForm = ({ body, stance }: NewComment) => ({ body, stance, kind: 'individual', publish: 'yes' })

export const accessMatrix: AccessRow[] = [
  row('GET /api/health', everybody, at('/api/health')),
  row('GET /api/openapi.json', everybody, at('/api/openapi.json')),
  row('GET /api/plan', everybody, at('/api/plan')),
  row('GET /api/measures/:key', everybody, at('/api/measures/1.1')),
  row('GET /api/measures/:key/comments', everybody, at('/api/measures/1.1/comments')),
  row('GET /api/comments/:publicId', everybody, async (app) => ({
    path: `/api/comments/${(await makeComment(app)).publicId}`,
  })),
  row('GET /api/search', everybody, at('/api/search?q=企业')),
  row('GET /api/transparency', everybody, at('/api/transparency')),
  row('GET /api/transparency/entries', everybody, at('/api/transparency/entries')),
  row(
    'GET /api/transparency/inclusion',
    everybody,
    at('/api/transparency/inclusion?publicId=T001-7F3K-92QX'),
  ),
  row('GET /api/transparency/consistency', everybody, async (app) => {
    await sealAuditLog(app.context())
    return { path: '/api/transparency/consistency?from=1&to=1' }
  }),
  row('GET /api/moderation-log', everybody, at('/api/moderation-log')),
  row('GET /api/moderation-figures', everybody, at('/api/moderation-figures')),
  row('GET /api/moderation-policy', everybody, at('/api/moderation-policy')),
  row('GET /api/challenge', everybody, at('/api/challenge')),
  row('POST /api/measures/:key/comments', [201, 201, 201, 201], async (app) => ({
    path: '/api/measures/1.1/comments',
    json: newComment({ altcha: await solvedProof(app) }),
  })),
  row('POST /api/receipts/lookup', everybody, async (app) => ({
    path: '/api/receipts/lookup',
    json: await credentialsOf(app, 'published'),
  })),
  row('POST /api/receipts/resubmit', everybody, async (app) => ({
    path: '/api/receipts/resubmit',
    json: { ...(await credentialsOf(app, 'returned')), body: '改过的意见。', stance: 'partly' },
  })),
  row('POST /api/receipts/appeal', everybody, async (app) => ({
    path: '/api/receipts/appeal',
    json: { ...(await credentialsOf(app, 'returned')), text: '请再看一次。' },
  })),
  row('POST /api/auth/sign-in/email', everybody, async (app) => {
    const { email, password } = await makeUser(app, 'moderator')
    return { path: '/api/auth/sign-in/email', json: { email, password } }
  }),
  row('GET /api/auth/get-session', everybody, at('/api/auth/get-session')),
  row('GET /api/moderation/queue', moderators, at('/api/moderation/queue')),
  row('GET /api/moderation/counts', moderators, at('/api/moderation/counts')),
  row('GET /api/moderation/events', moderators, at('/api/moderation/events')),
  row('GET /api/moderation/colleagues', moderators, at('/api/moderation/colleagues')),
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
    json: {},
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
  row('GET /api/staff/summary', staff, at('/api/staff/summary')),
  row('GET /api/staff/banned-words', wordKeepers, at('/api/staff/banned-words')),
  row('POST /api/staff/banned-words', wordKeepers, async () => ({
    path: '/api/staff/banned-words',
    json: { word: '代开发票', category: 'invoice' },
  })),
  row('POST /api/staff/banned-words/remove', wordKeepers, async (app) => ({
    path: '/api/staff/banned-words/remove',
    json: { word: await makeBannedWord(app) },
  })),
  row('GET /api/staff/exports/comments.csv', staff, at('/api/staff/exports/comments.csv')),
  row('GET /api/staff/exports/comments.xlsx', staff, at('/api/staff/exports/comments.xlsx')),
  row('GET /api/staff/exports/dictionary.csv', staff, at('/api/staff/exports/dictionary.csv')),
  row('POST /api/auth/sign-in/second-factor', [401, 401, 401, 401], async () => ({
    path: '/api/auth/sign-in/second-factor',
    json: { code: '123456' },
  })),
  row('POST /api/auth/invitations/look-up', everybody, async (app) => ({
    path: '/api/auth/invitations/look-up',
    json: { token: (await makeInvitation(app)).token },
  })),
  row('POST /api/auth/invitations/accept', everybody, async (app) => ({
    path: '/api/auth/invitations/accept',
    json: { token: (await makeInvitation(app)).token, password: testPassword },
  })),
  row('GET /api/account', signedIn, at('/api/account')),
  row('POST /api/account/password', signedIn, async () => ({
    path: '/api/account/password',
    json: { current: testPassword, password: testPassword },
  })),
  row('POST /api/account/sessions/revoke', signedIn, async () => ({
    path: '/api/account/sessions/revoke',
    json: { session: 'others' },
  })),
  row('POST /api/account/second-factor', signedIn, async () => ({
    path: '/api/account/second-factor',
    json: { password: testPassword },
  })),
  row('POST /api/account/second-factor/confirm', [401, 422, 422, 422], async () => ({
    path: '/api/account/second-factor/confirm',
    json: { code: 'not the authenticator’s' },
  })),
  row('POST /api/account/second-factor/off', [401, 409, 409, 409], async () => ({
    path: '/api/account/second-factor/off',
    json: { password: testPassword },
  })),
  row('POST /api/account/backup-codes', [401, 409, 409, 409], async () => ({
    path: '/api/account/backup-codes',
    json: { password: testPassword },
  })),
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
  row('GET /', everybody, at('/')),
  row('GET /measures/:key', everybody, at('/measures/1.1')),
  row('GET /comments/:publicId', everybody, async (app) => ({
    path: `/comments/${(await makeComment(app)).publicId}`,
  })),
  row('GET /search', everybody, at('/search?q=企业')),
  row('GET /measures/:key/comment', everybody, at('/measures/1.1/comment')),
  row('POST /measures/:key/comment', everybody, async () => ({
    path: '/measures/1.1/comment',
    form: asForm(newComment()),
  })),
  row('GET /policy', everybody, at('/policy')),
  row('GET /moderation-log', everybody, at('/moderation-log')),
  row('GET /transparency', everybody, at('/transparency')),
  row('GET /receipts', everybody, at('/receipts')),
  row('POST /receipts', everybodyMovesOn, async (app) => ({
    path: '/receipts',
    form: await credentialsOf(app, 'published'),
  })),
  row('GET /receipts/:publicId', everybodyMovesOn, at('/receipts/T001-7F3K-92QX')),
  row('POST /receipts/:publicId', everybodyGivesTheCode, async () => ({
    path: '/receipts/T001-7F3K-92QX',
    form: { body: '改过的意见。', stance: 'partly' },
  })),
  row('GET /receipts/:publicId/appeal', everybodyMovesOn, at('/receipts/T001-7F3K-92QX/appeal')),
  row('POST /receipts/:publicId/appeal', everybodyGivesTheCode, async () => ({
    path: '/receipts/T001-7F3K-92QX/appeal',
    form: { text: '请再看一次。' },
  })),
  row('GET /language/:code', everybodyMovesOn, at('/language/en')),
  row('GET /desk', everybody, at('/desk')),
  row('GET /desk/*', everybody, at('/desk/queue')),
  row('POST /api/auth/sign-out', everybody, async () => ({ path: '/api/auth/sign-out', json: {} })),
]
