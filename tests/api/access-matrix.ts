import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { UserActor } from '../../worker/context'
import type { NewComment } from '../../worker/contract/comments'
import { bannedWords, users } from '../../worker/db/schema'
import { closeSample } from '../../worker/services/coding/close-sample'
import { listSampleComments } from '../../worker/services/coding/list-sample-comments'
import { stageDecision } from '../../worker/services/moderation/stage-decision'
import { readOverview } from '../../worker/services/plan-revisions/read-overview'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { makeCase } from '../support/make-case'
import {
  codeOf,
  makeCodebook,
  makeCodebookDraft,
  makeRun,
  makeSample,
  makeTag,
  testParameters,
} from '../support/make-codebook'
import { decide, makeComment, newComment } from '../support/make-comment'
import { currentKey, makeRunningExport } from '../support/make-export'
import { makeUndelivered } from '../support/make-mail'
import { csvOf, fileOf, offlineOpinion, offlineRow } from '../support/make-offline'
import { makeDisabled, makeInvitation, makeWithSecondFactor, newInvitation } from '../support/make-people'
import { makeResponse, makeStandardText } from '../support/make-response'
import { makeGroup, makeReview } from '../support/make-review'
import { closeDraft, makeDraft } from '../support/make-revision'
import { makeUnit } from '../support/make-unit'
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
  'POST /api/staff/coding/codebook-draft',
  'POST /api/staff/coding/tags/:id/remove',
  'POST /api/auth/sign-out',
  'POST /api/moderation/hand/keep',
  'POST /api/moderation/reviews/:id/take-over',
  'POST /api/staff/exports/:id/cancel',
  'POST /api/moderation/undelivered-mails/:id/retry',
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
const heads = [401, 403, 403, 200] as const
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
const asAdmin = async ({ db }: TestApp): Promise<UserActor> => {
  const [user] = await db.select().from(users).where(eq(users.role, 'admin')).limit(1)
  if (!user) throw new Error('there is no administrator')
  return { kind: 'user', id: user.id, name: user.name, role: user.role }
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
  row('GET /api/revisions', everybody, at('/api/revisions')),
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
  row('GET /api/results', everybody, at('/api/results')),
  row('GET /api/results/:key', [404, 404, 404, 404], at('/api/results/1.1')),
  row('GET /api/figures', everybody, at('/api/figures')),
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
  row('GET /api/staff/summary', staff, at('/api/staff/summary')),
  row('GET /api/staff/cases', staff, at('/api/staff/cases')),
  row('GET /api/staff/cases/counts', staff, at('/api/staff/cases/counts')),
  row('GET /api/staff/cases/:publicId', staff, async (app) => ({
    path: `/api/staff/cases/${await makeCase(app)}`,
  })),
  row('POST /api/staff/assignments', staff, async (app) => ({
    path: '/api/staff/assignments',
    json: { cases: [{ publicId: await makeCase(app), version: 0 }], dueInDays: 5 },
  })),
  row('GET /api/staff/units', staff, at('/api/staff/units')),
  row('POST /api/staff/units/members', admins, async (app) => ({
    path: '/api/staff/units/members',
    json: { unit: await makeUnit(app), user: (await makeUser(app, 'staff')).actor.id, part: 'head' },
  })),
  row('POST /api/staff/measures/units', admins, async (app) => ({
    path: '/api/staff/measures/units',
    json: { measure: '2.1', lead: await makeUnit(app) },
  })),
  row('POST /api/staff/notes', staff, async (app) => ({
    path: '/api/staff/notes',
    json: { comment: await makeCase(app), text: '请看一下。' },
  })),
  row('GET /api/staff/mentions', staff, at('/api/staff/mentions')),
  row('POST /api/staff/mentions/read', staff, async () => ({
    path: '/api/staff/mentions/read',
    json: { notes: [1] },
  })),
  row('GET /api/staff/clause-changes', staff, at('/api/staff/clause-changes?measure=1.1')),
  row('GET /api/staff/orphans', staff, at('/api/staff/orphans')),
  row('GET /api/staff/revisions', staff, at('/api/staff/revisions')),
  row('GET /api/staff/revisions/measures/:key', staff, at('/api/staff/revisions/measures/1.1')),
  row('GET /api/staff/revisions/:number', staff, async (app) => {
    await makeDraft(app)
    const { rows } = app
    const [draft] = await rows<{ number: number }>(sql`SELECT max(number) AS number FROM plan_revisions`)
    return { path: `/api/staff/revisions/${draft?.number}` }
  }),
  row('POST /api/staff/revisions', [401, 403, 201, 201], async (app) => {
    await closeDraft(app)
    return { path: '/api/staff/revisions', json: { note: '' } }
  }),
  row('POST /api/staff/revision-draft/changes', staff, async (app) => {
    await makeDraft(app)
    return {
      path: '/api/staff/revision-draft/changes',
      json: { act: 'add', measure: '2.1', text: '新增一句。' },
    }
  }),
  row('POST /api/staff/revision-draft/publish', [401, 403, 403, 200], async (app) => {
    const actor = await makeDraft(app, [{ act: 'add', measure: '2.1', text: '再加一句。' }])
    const { draft } = await readOverview(app.context(actor))
    return {
      path: '/api/staff/revision-draft/publish',
      json: { number: draft?.number, seen: draft?.seen },
    }
  }),
  row('GET /api/staff/figures', staff, at('/api/staff/figures?measure=1.1')),
  row('GET /api/staff/figures/crosstab', staff, at('/api/staff/figures/crosstab?rows=kind&columns=stance')),
  row('GET /api/staff/evidence.zip', staff, at('/api/staff/evidence.zip')),
  row('GET /api/evidence/:file', [404, 404, 404, 404], at('/api/evidence/no-such-plan.zip')),
  row('GET /api/staff/offline', staff, at('/api/staff/offline')),
  row('POST /api/staff/offline', [401, 403, 201, 201], async ({ clock }) => ({
    path: '/api/staff/offline',
    json: offlineOpinion(clock.now()),
  })),
  row('POST /api/staff/offline/check', staff, async ({ clock }) => ({
    path: '/api/staff/offline/check',
    json: fileOf(csvOf([offlineRow(clock.now())])),
  })),
  row('POST /api/staff/offline/import', [401, 403, 201, 201], async ({ clock }) => {
    const text = csvOf([offlineRow(clock.now())])
    const sha256 = createHash('sha256').update(text).digest('hex')
    return { path: '/api/staff/offline/import', json: { ...fileOf(text), sha256 } }
  }),
  row('GET /api/staff/offline/template.xlsx', staff, at('/api/staff/offline/template.xlsx')),
  row('GET /api/staff/offline/template.csv', staff, at('/api/staff/offline/template.csv')),
  row('GET /api/staff/gate', staff, at('/api/staff/gate')),
  row('POST /api/staff/results', [401, 403, 403, 409], async () => ({
    path: '/api/staff/results',
    json: { admissible: 1_000_000, undisposed: 0 },
  })),
  row('GET /api/staff/banned-words', wordKeepers, at('/api/staff/banned-words')),
  row('POST /api/staff/banned-words', wordKeepers, async () => ({
    path: '/api/staff/banned-words',
    json: { word: '代开发票', category: 'invoice' },
  })),
  row('POST /api/staff/banned-words/remove', wordKeepers, async (app) => ({
    path: '/api/staff/banned-words/remove',
    json: { word: await makeBannedWord(app) },
  })),
  row('GET /api/staff/exports', staff, at('/api/staff/exports')),
  row('POST /api/staff/exports/:id/cancel', [401, 403, 403, 200], async (app) => ({
    path: `/api/staff/exports/${await makeRunningExport(app)}/cancel`,
    json: {},
  })),
  row('GET /api/staff/exports/adoption.csv', staff, at('/api/staff/exports/adoption.csv')),
  row('GET /api/open-data/:file', everybody, async (app) => ({
    path: `/api/open-data/${await currentKey(app)}.zip`,
  })),
  row('GET /open-data', everybody, at('/open-data')),
  row('GET /api/staff/exports/comments.csv', staff, at('/api/staff/exports/comments.csv')),
  row('GET /api/staff/exports/comments.xlsx', staff, at('/api/staff/exports/comments.xlsx')),
  row('GET /api/staff/exports/report.docx', staff, at('/api/staff/exports/report.docx')),
  row('GET /api/staff/exports/dictionary.csv', staff, at('/api/staff/exports/dictionary.csv')),
  row('GET /api/staff/coding/codebooks', staff, at('/api/staff/coding/codebooks')),
  row('GET /api/staff/coding/codebooks/:version', staff, async (app) => ({
    path: `/api/staff/coding/codebooks/${(await makeCodebook(app)).version}`,
  })),
  row('GET /api/staff/coding/codebooks/:version/lint', staff, async (app) => ({
    path: `/api/staff/coding/codebooks/${(await makeCodebook(app)).version}/lint`,
  })),
  row('POST /api/staff/coding/codebook-draft', staff, async () => ({
    path: '/api/staff/coding/codebook-draft',
    json: {},
  })),
  row('POST /api/staff/coding/codebook-draft/codes', staff, async (app) => {
    const { edit, codes } = await makeCodebookDraft(app)
    const json = { edit, key: `N${codes.length}`, theme: '新主题', name: '新编码', definition: '新的。' }
    return { path: '/api/staff/coding/codebook-draft/codes', json }
  }),
  row('POST /api/staff/coding/codebook-draft/codes/:id', staff, async (app) => {
    const draft = await makeCodebookDraft(app, ['A1'])
    const json = { edit: draft.edit, theme: '新主题', name: '新名称', definition: '新的。' }
    return { path: `/api/staff/coding/codebook-draft/codes/${codeOf(draft, 'A1')}`, json }
  }),
  row('POST /api/staff/coding/codebook-draft/codes/:id/retire', staff, async (app) => {
    const draft = await makeCodebookDraft(app, ['A1', 'Z9'])
    const json = { edit: draft.edit }
    return { path: `/api/staff/coding/codebook-draft/codes/${codeOf(draft, 'Z9')}/retire`, json }
  }),
  row('POST /api/staff/coding/codebook-draft/order', staff, async (app) => {
    const { edit, codes } = await makeCodebookDraft(app, ['A1', 'A2'])
    const json = { edit, codes: codes.map(({ id }) => id).reverse() }
    return { path: '/api/staff/coding/codebook-draft/order', json }
  }),
  row('POST /api/staff/coding/codebook-draft/publish', staff, async (app) => {
    const { edit } = await makeCodebookDraft(app, ['A1'])
    return { path: '/api/staff/coding/codebook-draft/publish', json: { edit, note: '第一版' } }
  }),
  row('GET /api/staff/coding/comments', staff, at('/api/staff/coding/comments')),
  row('GET /api/staff/coding/comments/:publicId', staff, async (app) => ({
    path: `/api/staff/coding/comments/${(await makeComment(app)).publicId}`,
  })),
  row('POST /api/staff/coding/comments/:publicId/tags', staff, async (app) => {
    const code = codeOf(await makeCodebook(app), 'A1')
    const { publicId } = await makeComment(app)
    return { path: `/api/staff/coding/comments/${publicId}/tags`, json: { revision: 1, code } }
  }),
  row('POST /api/staff/coding/tags/:id/remove', staff, async (app) => {
    const code = codeOf(await makeCodebook(app), 'A1')
    const { id } = await makeTag(app, (await makeComment(app)).publicId, code)
    return { path: `/api/staff/coding/tags/${id}/remove`, json: {} }
  }),
  row('GET /api/staff/coding/texts', staff, at('/api/staff/coding/texts')),
  row('GET /api/staff/coding/suggestion-runs', staff, at('/api/staff/coding/suggestion-runs')),
  row('POST /api/staff/coding/suggestion-runs', staff, async (app) => {
    const { version } = await makeCodebook(app)
    const clusters = [{ number: 1, size: 1, phrases: ['口径'], examples: [] }]
    const json = { version, seed: 7, parameters: testParameters, clusters, commentCount: 1 }
    return { path: '/api/staff/coding/suggestion-runs', json }
  }),
  row('POST /api/staff/coding/suggestion-runs/:id/suggestions', [401, 403, 404, 200], async (app) => {
    const { version } = await makeCodebook(app)
    const { id } = await makeRun(app, version, [], { by: await asAdmin(app), isLast: false })
    return { path: `/api/staff/coding/suggestion-runs/${id}/suggestions`, json: { isLast: true } }
  }),
  row('POST /api/staff/coding/suggestions/count', staff, async () => ({
    path: '/api/staff/coding/suggestions/count',
    json: { run: 1, cluster: 1, code: 1 },
  })),
  row('POST /api/staff/coding/suggestions/settle', staff, async () => ({
    path: '/api/staff/coding/suggestions/settle',
    json: { run: 1, cluster: 1, code: 1, upTo: 0, to: 'accepted' },
  })),
  row('POST /api/staff/coding/suggestions/:id/settle', staff, async (app) => {
    const codebook = await makeCodebook(app)
    const { publicId } = await makeComment(app)
    const code = codeOf(codebook, 'A1')
    await makeRun(app, codebook.version, [{ publicId, code, cluster: 1, phrase: '口径', score: 0.5 }])
    const [open] = await app.rows<{ id: number }>(sql`SELECT max(id) AS id FROM tag_suggestions`)
    return { path: `/api/staff/coding/suggestions/${open?.id}/settle`, json: { to: 'accepted' } }
  }),
  row('GET /api/staff/coding/coders', staff, at('/api/staff/coding/coders')),
  row('GET /api/staff/coding/samples', staff, at('/api/staff/coding/samples')),
  row('POST /api/staff/coding/samples', staff, async (app) => {
    const { first, second } = await makeSample(app)
    const json = { size: 1, seed: 7, firstCoder: first.id, secondCoder: second.id }
    return { path: '/api/staff/coding/samples', json }
  }),
  row('GET /api/staff/coding/samples/:id/comments', [401, 403, 404, 200], async (app) => {
    const { sample } = await makeSample(app, {
      coders: [await asAdmin(app), (await makeUser(app, 'staff')).actor],
    })
    return { path: `/api/staff/coding/samples/${sample.id}/comments` }
  }),
  row('POST /api/staff/coding/samples/:id/codings', [401, 403, 404, 200], async (app) => {
    const { sample, first } = await makeSample(app, {
      coders: [await asAdmin(app), (await makeUser(app, 'staff')).actor],
    })
    const { items } = await listSampleComments(app.context(first), sample.id, {})
    const json = { publicId: items[0]?.publicId ?? '' }
    return { path: `/api/staff/coding/samples/${sample.id}/codings`, json }
  }),
  row('POST /api/staff/coding/samples/:id/close', staff, async (app) => ({
    path: `/api/staff/coding/samples/${(await makeSample(app)).sample.id}/close`,
    json: { isEarly: true },
  })),
  row('GET /api/staff/coding/samples/:id/agreement', staff, async (app) => {
    const { sample, first } = await makeSample(app)
    await closeSample(app.context(first), sample.id, { isEarly: true })
    return { path: `/api/staff/coding/samples/${sample.id}/agreement` }
  }),
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
  row('GET /revisions', everybody, at('/revisions')),
  row('GET /measures/:key/comment', everybody, at('/measures/1.1/comment')),
  row('POST /measures/:key/comment', everybody, async () => ({
    path: '/measures/1.1/comment',
    form: asForm(newComment()),
  })),
  row('GET /policy', everybody, at('/policy')),
  row('GET /figures', everybody, at('/figures')),
  row('GET /moderation-log', everybody, at('/moderation-log')),
  row('GET /results', everybody, at('/results')),
  row('GET /results/print', [404, 404, 404, 404], at('/results/print')),
  row('GET /results/:key', [404, 404, 404, 404], at('/results/1.1')),
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
