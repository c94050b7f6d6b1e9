import { beforeAll, describe, expect, it } from 'vitest'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()
let publicId = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  publicId = (await makeComment(app, { clause: '1.1.2' })).publicId
})

/** How SQLite would run each thing that a request asks of the comments. */
const plansOf = (path: string) =>
  app.plansOf(() => app.get(path.replace(':publicId', publicId)), /\bcomments c\b/)

const list = '/api/measures/1.1/comments?limit=5'
const plans: [path: string, index: string][] = [
  [`${list}&sort=newest`, 'comments_of_measure (measure_id=?)'],
  [`${list}&sort=oldest`, 'comments_of_measure (measure_id=?)'],
  [`${list}&sort=newest&after=900`, 'comments_of_measure (measure_id=? AND id<?)'],
  [`${list}&sort=oldest&after=900`, 'comments_of_measure (measure_id=? AND id>?)'],
  [
    `${list}&kind=enterprise&after=9`,
    'comments_of_measure_by_kind (measure_id=? AND participant_kind=? AND id<?)',
  ],
  [`${list}&clause=1.1.2&after=9`, 'comments_of_clause (clause_id=? AND id<?)'],
  [`${list}&clause=1.1.2&kind=individual`, 'comments_of_clause_by_kind (clause_id=? AND participant_kind=?)'],
  [`${list}&sort=discussed`, 'comments_of_measure_discussed (measure_id=?)'],
  [
    `${list}&sort=discussed&after=0-9`,
    'comments_of_measure_discussed (measure_id=? AND reply_count=? AND id<?)',
  ],
  [`${list}&sort=discussed&kind=individual`, 'comments_of_measure_by_kind_discussed (measure_id=?'],
  [`${list}&sort=discussed&clause=1.1.2`, 'comments_of_clause_discussed (clause_id=?'],
  [
    `${list}&sort=discussed&clause=1.1.2&kind=individual`,
    'comments_of_clause_by_kind_discussed (clause_id=?',
  ],
  ['/api/comments/:publicId', 'comments_of_parent (parent_id=?)'],
  ['/api/comments/:publicId?after=9', 'comments_of_parent (parent_id=? AND id>?)'],
]
const paths = [...plans.map(([path]) => path), '/api/search?q=企业', '/api/search?q=企业&after=9']

describe('a page costs the same however many comments there are', () => {
  it.each(plans)('%s goes by the index %s', async (path, index) => {
    const details = (await plansOf(path)).flatMap(({ steps }) => steps.map(({ detail }) => detail))
    expect(details.join('\n')).toContain(`INDEX ${index}`)
  })

  it.each(paths)('%s reads no whole table', async (path) => {
    for (const { steps } of await plansOf(path))
      expect(steps.filter(({ detail }) => /^SCAN (c|r|h|p|comments)\b(?!.* INDEX )/.test(detail))).toEqual([])
  })

  it.each(paths)('%s sorts no more than its page', async (path) => {
    for (const { sql, steps } of await plansOf(path)) {
      const isThePage = /LIMIT \?\s*$/.test(sql)
      const sorts = steps.filter(({ detail }) => detail.startsWith('USE TEMP B-TREE'))
      expect(sorts.filter(({ parent }) => isThePage || parent !== 0)).toEqual([])
    }
  })
})
