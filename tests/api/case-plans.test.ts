import { describe, expect, it } from 'vitest'
import { makeCase } from '../support/make-case'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn } from '../support/make-user'
import { type Plan, startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
await makeConsultation(app)
await makeReasons(app)
const me = await makeUser(app, 'staff')
const as = await signIn(app, me)
const unit = await makeUnit(app, { leads: ['1.1'], members: [me.actor.id] })
const publicId = await makeCase(app, { clause: '1.1.2' })

const ofTheDesk = /\b(cases|comments|staff_notes|note_mentions|case_counts|case_unit_counts)\b/
const get = (path: string) => app.plansOf(() => app.get(`/api/staff${path}`, { as }), ofTheDesk)
const post = (path: string, body: unknown) =>
  app.plansOf(() => app.post(`/api/staff${path}`, body, { as }), ofTheDesk)

const detailsOf = (plans: Plan[]) => plans.flatMap(({ steps }) => steps.map(({ detail }) => detail))
const wholeTable = /^SCAN (k|c|n|w|cases|comments|staff_notes|note_mentions)\b(?!.* INDEX )/
/** Sorted by itself, for there is little of it: what one person has to read, what one request names. */
const isFew = /DISTINCT/

/** What is read whole, and what is sorted before it is cut to size. A page that was read is a table of its own to what follows. */
function costsOf(plans: Plan[]): string[] {
  return plans.flatMap(({ sql, steps }) => {
    const isPage = (detail: string) =>
      steps.some((step) => step.detail === detail.replace('SCAN', 'CO-ROUTINE'))
    return steps
      .filter(({ detail, parent }) => {
        const isWhole = wholeTable.test(detail) && !(parent === 0 && isPage(detail))
        return isWhole || (detail.startsWith('USE TEMP B-TREE') && parent !== 0 && !isFew.test(sql))
      })
      .map(({ detail }) => `${detail} in ${sql}`)
  })
}

const parts: [part: string, index: string][] = [
  ['view=todo', 'cases_undisposed'],
  ['view=todo&measure=1.1', 'cases_undisposed_of_measure (measure_id=?)'],
  [`view=todo&unit=${unit}`, 'cases_undisposed_of_unit (unit_id=?)'],
  ['view=todo&kind=enterprise', 'cases_undisposed_of_kind (participant_kind=?)'],
  ['view=mine', 'cases_undisposed_of_assignee (assignee_id=?)'],
  ['view=mine&measure=1.1', 'cases_undisposed_of_assignee (assignee_id=?)'],
  ['view=overdue', 'cases_undisposed_by_due (due_at>? AND due_at<?)'],
  ['view=overdue&measure=1.1', 'cases_undisposed_of_measure_by_due (measure_id=? AND due_at>? AND due_at<?)'],
  [`view=overdue&unit=${unit}`, 'cases_undisposed_of_unit_by_due (unit_id=? AND due_at>? AND due_at<?)'],
  ['view=unit', 'cases_undisposed_of_unit (unit_id=?)'],
  ['view=done', 'cases_disposed'],
  ['view=done&measure=1.1', 'cases_disposed_of_measure (measure_id=?)'],
  [`view=done&unit=${unit}`, 'cases_disposed_of_unit (unit_id=?)'],
  ['view=done&kind=enterprise', 'cases_disposed_of_kind (participant_kind=?)'],
  ['view=done&disposition=adopted', 'cases_by_disposition (disposition=?)'],
  [
    'view=done&disposition=adopted&measure=1.1',
    'cases_by_disposition_of_measure (measure_id=? AND disposition=?)',
  ],
  ['view=all&measure=1.1', 'cases_of_measure (measure_id=?)'],
  [`view=all&unit=${unit}`, 'cases_of_unit (unit_id=?)'],
  ['view=all&kind=enterprise', 'cases_of_kind (participant_kind=?)'],
  ['view=all', 'SCAN k'],
  ['view=todo&mentioned=1', 'note_mentions_unread (user_id=?)'],
]

describe('a page of cases costs the same however many there are', () => {
  it.each(parts)('%s goes by %s', async (part, index) => {
    const plans = await get(`/cases?${part}`)
    expect(detailsOf(plans).join('\n')).toContain(index)
    const costs = costsOf(plans)
    expect(part === 'view=all' ? costs.filter((cost) => !cost.startsWith('SCAN k ')) : costs).toEqual([])
  })

  it.each(parts)('%s goes on behind its cursor by the same index', async (part, index) => {
    const after = part.startsWith('view=overdue') ? '1-9' : '9'
    const plans = await get(`/cases?${part}&after=${after}`)
    const name = index.split(' ')[0] ?? ''
    const isOpen = !index.includes('(') && name !== 'SCAN'
    const wanted =
      part === 'view=all' ? 'INTEGER PRIMARY KEY (rowid<?)' : isOpen ? `${name} (comment_id` : name
    expect(detailsOf(plans).join('\n')).toContain(wanted)
    expect(costsOf(plans)).toEqual([])
  })
})

describe('the rest of the desk reads no whole table and sorts no more than a page', () => {
  it.each(['/cases/counts', `/cases/${publicId}`, '/mentions', '/mentions?after=9'])(
    'GET %s',
    async (path) => {
      expect(costsOf(await get(path))).toEqual([])
    },
  )

  it.each([
    ['/assignments', { cases: [{ publicId, version: 0 }], dueInDays: 2 }],
    ['/notes', { comment: publicId, text: '请看。', mentions: [me.actor.id] }],
    ['/mentions/read', { notes: [1] }],
  ])('POST %s', async (path, body) => {
    expect(costsOf(await post(path, body))).toEqual([])
  })
})
