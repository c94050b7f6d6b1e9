import { beforeAll, describe, expect, it } from 'vitest'
import { readDraftMeasure } from '../../worker/services/plan-revisions/read-draft-measure'
import { readOverview } from '../../worker/services/plan-revisions/read-overview'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { disposeRow, makeDraft, makeRevision } from '../support/make-revision'
import { makeUser, signIn } from '../support/make-user'
import { type Plan, startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
let as = ''
let publicId = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  const admin = await makeUser(app, 'admin')
  as = await signIn(app, admin)
  ;({ publicId } = await makeComment(app, { clause: '1.1.2', quote: '300家' }))
  await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '培育360家。' }])
  const { clauses } = await readDraftMeasure(app.context(admin.actor), '1.1')
  await disposeRow(app, publicId, 'adopted', [clauses[1]?.change?.id ?? 0])
  await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
  await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '培育400家。' }])
})

/** Grow with the comments: none of them is ever read whole. */
const large = 'c|k|d|comments|cases|disposition_changes|dispositions'
const wholeTable = new RegExp(`^SCAN (${large})\\b(?!.* INDEX )`)
const costsOf = (plans: Plan[]) =>
  plans.flatMap(({ steps }) => steps.map(({ detail }) => detail).filter((detail) => wholeTable.test(detail)))
const detailsOf = (plans: Plan[]) =>
  plans.flatMap(({ steps }) => steps.map(({ detail }) => detail)).join('\n')

describe('what is read of revisions costs the same however many comments there are', () => {
  it.each([
    ['/api/measures/1.1', 'comments_orphaned (measure_id=?)'],
    ['/api/measures/1.1', 'clause_changes_of_clause (clause_id=?)'],
    ['/api/measures/1.1/comments', 'clause_changes_of_clause (clause_id=?)'],
    ['/api/comments/:publicId', 'clause_changes_of_clause (clause_id=?)'],
    ['/api/revisions', 'disposition_changes_of_change (clause_change_id=?)'],
    ['/api/staff/revisions/2', 'disposition_changes_of_change (clause_change_id=?)'],
    ['/api/staff/revisions/measures/1.1', 'cases_asking (measure_id=?)'],
    ['/api/staff/clause-changes', 'disposition_changes_of_change (clause_change_id=?)'],
    ['/api/staff/orphans', 'comments_orphaned'],
    ['/api/staff/orphans?after=1-1', 'comments_orphaned (measure_id>?)'],
    ['/api/staff/orphans?measure=1.1', 'comments_orphaned (measure_id=?)'],
    ['/api/staff/orphans?measure=1.1&after=1-1', 'comments_orphaned (measure_id=? AND id>?)'],
  ])('%s goes by %s', async (path, index) => {
    const plans = await app.plansOf(() => app.get(path.replace(':publicId', publicId), { as }), /./)
    expect(detailsOf(plans)).toContain(index)
    expect(costsOf(plans)).toEqual([])
  })

  it('so does publishing: it reads the comments of the measures that it changes', async () => {
    const { draft } = await readOverview(app.context((await makeUser(app, 'admin')).actor))
    const plans = await app.plansOf(
      () =>
        app.post(
          '/api/staff/revision-draft/publish',
          { number: draft?.number, seen: draft?.seen, note: '据意见修改。', losesTargets: true },
          { as },
        ),
      /UPDATE comments/,
    )
    expect(costsOf(plans)).toEqual([])
    expect(detailsOf(plans)).toMatch(/comments_(by_measure_for_export|orphaned) \(measure_id=\?/)
  })
})
