import { describe, expect, it } from 'vitest'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { groupIdOf, makeLookalikes } from '../support/make-review'
import { signInAs } from '../support/make-user'
import { type Plan, startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
await makeConsultation(app)
await makeReasons(app)
const as = await signInAs(app, 'moderator')
const [first] = await makeLookalikes(app, 2)
const groupId = await groupIdOf(app, first?.publicId ?? '')

const ofTheDesk = /\b(reviews|comments|review_signals|moderation_decisions|staged_decisions|desk_events)\b/
const get = (path: string) => app.plansOf(() => app.get(`/api/moderation${path}`, { as }), ofTheDesk)
const post = (path: string, body: unknown) =>
  app.plansOf(() => app.post(`/api/moderation${path}`, body, { as }), ofTheDesk)

const detailsOf = (plans: Plan[]) => plans.flatMap(({ steps }) => steps.map(({ detail }) => detail))
const large =
  'r|f|o|m|c|h|p|reviews|comments|s|review_signals|d|moderation_decisions|staged_decisions|t|e|desk_events'
const wholeTable = new RegExp(`^SCAN (${large})\\b(?!.* INDEX )`)

/** What is read whole, and what is sorted before it is cut to size. */
function costsOf(plans: Plan[]): string[] {
  return plans.flatMap(({ sql, steps }) => {
    const isCut = /LIMIT \?\s*\)?$/.test(sql)
    return steps
      .filter(
        ({ parent, detail }) =>
          wholeTable.test(detail) || (detail.startsWith('USE TEMP B-TREE') && (isCut || parent !== 0)),
      )
      .map(({ detail }) => `${detail} in ${sql}`)
  })
}

const far = 'after=4070908800000-9'
const parts: [part: string, index: string][] = [
  ['view=age', 'reviews_by_age (kind=?)'],
  ['view=soon', 'reviews_by_age (kind=? AND opened_at<?)'],
  ['view=second', 'reviews_by_age (kind=?)'],
  ['view=appeals', 'reviews_by_age (kind=?)'],
  ['view=recheck', 'reviews_by_age (kind=?)'],
  ['view=mine', 'reviews_held (held_by=?)'],
  ['view=passed', 'reviews_passed (passed_to=?)'],
  ['signal=phone', 'PRIMARY KEY (signal=?)'],
  ['measure=1.1', 'reviews_by_measure (kind=? AND measure_id=?)'],
  ['kind=enterprise', 'reviews_by_participant (kind=? AND participant_kind=?)'],
  [
    'measure=1.1&kind=enterprise',
    'reviews_by_measure_and_participant (kind=? AND measure_id=? AND participant_kind=?)',
  ],
]
const bounded = new Map([
  ['view=soon', 'reviews_by_age (kind=? AND opened_at>? AND opened_at<?)'],
  ['view=mine', 'reviews_held (held_by=? AND opened_at>?)'],
  ['signal=phone', 'PRIMARY KEY (signal=? AND (opened_at,review_id)>(?,?))'],
])

describe('a page of the queue costs the same however long it is', () => {
  it.each(parts)('%s goes by %s', async (part, index) => {
    const plans = await get(`/queue?${part}`)
    expect(detailsOf(plans).join('\n')).toContain(index)
    expect(costsOf(plans)).toEqual([])
  })

  it.each(parts)('%s goes on behind its cursor by the same index', async (part, index) => {
    const plans = await get(`/queue?${part}&${far}`)
    const range = bounded.get(part) ?? index.replace(')', ' AND ')
    expect(detailsOf(plans).join('\n')).toContain(range)
    expect(costsOf(plans)).toEqual([])
  })
})

describe('a deal costs the same however many wait', () => {
  it.each(parts)('of %s goes by %s', async (part, index) => {
    const filter = Object.fromEntries(new URLSearchParams(part))
    const plans = await post('/hand', filter)
    const [deal] = plans
    expect(deal?.sql).toContain('UPDATE reviews')
    expect(detailsOf([deal as Plan]).join('\n')).toContain(index)
    expect(detailsOf([deal as Plan])[0]).toBe('SEARCH reviews USING INTEGER PRIMARY KEY (rowid=?)')
    expect(costsOf(plans)).toEqual([])
  })
})

describe('the rest of the desk reads no whole table and sorts no more than a page', () => {
  it.each(['/counts', '/colleagues', '/events?after=1', `/groups/${groupId}`, `/groups/${groupId}?after=1`])(
    'GET %s',
    async (path) => {
      expect(costsOf(await get(path))).toEqual([])
    },
  )

  it.each([
    ['/hand/keep', {}],
    ['/hand/release', { heldUntil: '2099-12-31T00:00:00.000Z' }],
    ['/hand/release', { heldUntil: '2099-12-31T00:00:00.000Z', reviewIds: [1, 2] }],
    [`/reviews/${first?.reviewId}/take-over`, {}],
    ['/batches/count', { selection: { of: 'group', groupId } }],
    ['/batches/count', { selection: { of: 'chosen', reviews: [{ ...first, revision: 1 }] } }],
  ])('POST %s %j', async (path, body) => {
    const plans = await post(path, body)
    const costs = costsOf(plans).filter((cost) => !/batches/.test(path) || !cost.includes('TEMP B-TREE'))
    expect(costs).toEqual([])
  })
})
