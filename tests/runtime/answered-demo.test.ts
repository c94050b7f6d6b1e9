import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { answeredRevision } from '../../seeds/2020-digital-services/answers'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import { answeredConsultation } from '../../seeds/2020-digital-services/overlay'
import type { ConsultationList } from '../../worker/contract/consultations'
import type { MeasureResultView, ResultView } from '../../worker/contract/results'
import { dispositions } from '../../worker/contract/words'
import { recomputePack } from '../../worker/local/recompute-pack'
import { sowAnsweredConsultation } from '../../worker/local/sow-answered-consultation'
import { sowDemoAccounts } from '../../worker/local/sow-demo'
import { sowReference } from '../../worker/local/sow-reference'
import { periodOfDays } from '../../worker/services/consultations/rules'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { bodyOf } from '../support/answers'
import { day } from '../support/clock'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const { key, measures } = answeredConsultation
const accepted = answeredComments.filter(({ disposition }) => disposition)
const many = { received: answeredComments.length, admissible: accepted.length }
const countOf = (made: string) => accepted.filter(({ disposition }) => disposition?.made === made).length
const made = Object.fromEntries(dispositions.map((each) => [each, countOf(each)]))

beforeAll(async () => {
  await sowReference(app.context(), periodOfDays(new Date(app.clock.now().getTime() - 13 * day), 30))
  await sowDemoAccounts(app.context(), 'a long enough password')
  await sowAnsweredConsultation(app.context())
  await sealAuditLog(app.context())
}, 60_000)

it('is in the list of all as the one that is answered, beside the one that is open', async () => {
  const list = await bodyOf<ConsultationList>(await app.get('/api/consultations'))
  expect(list.answered).toMatchObject([{ key, phase: 'closed', isCurrent: false, received: many.received }])
  expect(list.open.map((each) => each.key)).toEqual(['2021-work-plan'])
  expect(list.closed).toEqual([])
})

it('has a disposition with its reason and a public answer for every comment that was accepted', async () => {
  const rows = await app.rows<{ disposition: string; reason: string; answered: number; state: string }>(sql`
    SELECT k.disposition, d.reason, k.answered_at IS NOT NULL AND r.state = 'published' AS answered, r.state
    FROM cases k JOIN dispositions d ON d.comment_id = k.comment_id AND d.version = k.disposition_version
    JOIN responses r ON r.id = k.response_id WHERE k.is_admissible = 1`)
  expect(rows).toHaveLength(many.admissible)
  for (const { reason, answered } of rows) expect([reason.length > 10, answered]).toEqual([true, 1])
  expect((await countRows(app)).cases).toBe(many.admissible)
})

it('leaves nothing to decide but re-checks, which are left to chance', async () => {
  const [left] = await app.rows(sql`
    SELECT (SELECT count(*) FROM reviews WHERE kind <> 'recheck') AS reviews,
      (SELECT count(*) FROM staged_decisions) AS staged, (SELECT count(*) FROM consultation_drafts) AS drafts,
      (SELECT count(*) FROM plan_revisions WHERE published_at IS NULL) AS revisions`)
  expect(left).toEqual({ reviews: 0, staged: 0, drafts: 0, revisions: 0 })
})

it('has a result that everybody can read and that adds up', async () => {
  const { result } = await bodyOf<ResultView>(await app.get(`/api/c/${key}/results`))
  expect(result).toMatchObject({ planRevision: 2, override: null })
  expect(result?.totals).toMatchObject({
    ...many,
    undisposed: 0,
    dispositions: made,
    states: { published: many.admissible - 2, private: 2, rejected: 1, pending: 0 },
  })
  expect(result?.measures.map((each) => each.key)).toEqual(Object.keys(measures))
  const changed = result?.measures.reduce((sum, { changes }) => sum + changes, 0)
  expect(changed).toBe(answeredRevision.changes.length)
})

it('shows beside a comment what it changed in the text', async () => {
  const view = await bodyOf<MeasureResultView>(await app.get(`/api/c/${key}/results/2.3`))
  const [change] = answeredRevision.changes.filter(({ clause }) => clause === '2.3.3')
  expect(view.changes).toMatchObject([{ key: '2.3.3', after: change?.text }])
  const [row] = view.rows.items.filter(({ clause }) => clause === '2.3.3')
  expect(row?.outcome).toMatchObject({ disposition: 'adopted', changes: [{ after: change?.text }] })
  expect(view.privateCount).toBe(1)
})

it('gives evidence from which every figure is computed anew', async () => {
  const answer = await app.get(`/api/evidence/${key}.zip`)
  expect(answer.status).toBe(200)
  const found = await recomputePack(new Uint8Array(await answer.arrayBuffer()))
  expect(found).toMatchObject({ rows: many.received, differences: [], faults: [] })
})

it.each(['', '/results', '/results/1.2', '/results/print', '/revisions', '/open-data'])(
  'has a page %s',
  async (page) => {
    expect((await app.get(`/c/${key}${page}`)).status).toBe(200)
  },
)

it('was done in the order of its steps, all of it in the past, by no one person alone', async () => {
  const acts = await app.rows<{ action: string; first: number; last: number; people: number }>(sql`
    SELECT action, min(at) AS first, max(at) AS last, count(DISTINCT actor_id) AS people FROM audit_log
    GROUP BY action`)
  const of = (action: string) => acts.find((each) => each.action === action)
  const steps = [
    'consultation.published',
    'comment.submitted',
    'plan.revision_started',
    'comment.disposed',
    'plan.revision_published',
    'response.written',
    'response.reviewed',
    'response.approved',
    'response.published',
    'result.published',
  ].map(of)
  for (const [i, step] of steps.entries()) {
    expect(step?.first).toBeGreaterThan(steps[i - 1]?.last ?? 0)
    expect(step?.last).toBeLessThan(app.clock.now().getTime())
  }
  expect([of('comment.disposed')?.people, of('response.written')?.people]).toEqual([2, 2])
  expect(of('comment.published')?.people).toBe(2)
})

it('is sown once', async () => {
  const before = await countRows(app)
  await sowAnsweredConsultation(app.context())
  expect(await countRows(app)).toEqual(before)
})
