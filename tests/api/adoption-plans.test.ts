import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MeasureResultView } from '../../worker/contract/results'
import { publishResult } from '../../worker/services/results/publish-result'
import { bodyOf } from '../support/answers'
import { day } from '../support/clock'
import { copyComment, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs } from '../support/make-user'
import { startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
const each = 10_000
let staff = ''
const rows = /\badoption_rows\b/

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  for (const measure of ['1.1', '2.1']) {
    const { publicId } = await makeComment(app, { measure, body: '建议提高补助标准。' })
    await copyComment(app, publicId, each - 1)
  }
  await app.db.run(sql`UPDATE comments SET similar_group_id = (SELECT max(id) FROM similar_groups)`)
  await makeComment(app, { measure: '2.1' })
  await app.db.run(sql`
    UPDATE cases SET disposition = iif(comment_id % 2, 'adopted', 'partly'), disposition_version = 1`)
  app.clock.advance(30 * day)
  const { actor } = await makeUser(app, 'admin')
  staff = await signInAs(app, 'staff')
  await publishResult(app.context(actor), { admissible: 2 * each + 1, undisposed: 0 })
}, 60_000)

describe('twenty thousand comments that are alike, on two measures', () => {
  it('are a row for each measure and disposition', async () => {
    const countsOf = async (key: string) => {
      const view = await bodyOf<MeasureResultView>(await app.get(`/api/results/${key}`))
      return view.rows.items.map(({ similarCount }) => similarCount)
    }
    expect(await countsOf('1.1')).toEqual([each / 2, each / 2])
    expect(await countsOf('2.1')).toEqual([each / 2, each / 2, 1])
  })

  it.each(['/api/results/2.1', '/api/results/2.1?after=1-1', '/results/2.1'])(
    '%s reads the rows and nothing else',
    async (path) => {
      const [plan] = await app.plansOf(() => app.get(path), rows)
      const details = plan?.steps.filter(({ parent }) => parent === 0).map(({ detail }) => detail) ?? []
      expect(details[0]).toBe(
        'SEARCH a USING INDEX adoption_rows_of_measure (measure_id=? AND first_comment_id>?)',
      )
      expect(details.filter((detail) => /^SCAN|^USE TEMP/.test(detail))).toEqual([])
      expect(await app.readsOf(() => app.get(path), rows)).toBeLessThan(100)
    },
  )

  it('are not gone through for the printed table', async () => {
    expect(await app.readsOf(() => app.get('/results/print'), rows)).toBeLessThan(500)
  })

  it('are each read a few times by a table that is of a moment', async () => {
    const path = '/api/staff/exports/comments.xlsx?audience=public'
    expect(await app.readsOf(() => app.get(path, { as: staff }), rows)).toBeLessThan(5 * 2 * each)
  })
})
