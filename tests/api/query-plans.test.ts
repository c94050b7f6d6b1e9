import type { InStatement } from '@libsql/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../worker/db/client'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

type Statement = Exclude<InStatement, string>

const sent: Statement[] = []
let address = ''

/** The app's own database, which also writes down what it is asked. */
function openWatched() {
  const db = openDatabase({ url: address })
  const batch = db.$client.batch
  db.$client.batch = (statements, mode) => {
    sent.push(...(statements as Statement[]))
    return batch(statements as InStatement[], mode)
  }
  return db
}

const app = await startTestApp({ openDatabase: openWatched })
address = app.url
let as = ''
let publicId = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'admin')
  publicId = (await makeComment(app, { clause: '1.1.2' })).publicId
})

interface Step {
  parent: number
  detail: string
}

/** How SQLite would run each thing that a request asks of the comments. */
async function plansOf(path: string): Promise<{ sql: string; steps: Step[] }[]> {
  sent.length = 0
  const answer = await app.get(path.replace(':publicId', publicId), { as })
  expect(answer.status).toBe(200)
  await answer.arrayBuffer()
  const asked = sent.filter(({ sql }) => /\bcomments c\b/.test(sql))
  expect(asked.length).toBeGreaterThan(0)
  return Promise.all(
    asked.map(async ({ sql, args }) => {
      const { rows } = await app.db.$client.execute({
        sql: `EXPLAIN QUERY PLAN ${sql}`,
        args: args ?? [],
      })
      return {
        sql,
        steps: rows.map(({ parent, detail }) => ({
          parent: Number(parent),
          detail: String(detail),
        })),
      }
    }),
  )
}

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
  ['/api/moderation/queue', 'comments_pending'],
  ['/api/moderation/queue?after=4070908800000-9', 'comments_pending (submitted_at>?'],
  ['/api/moderation/queue?measure=1.1', 'comments_pending_by_measure (measure_id=?)'],
  ['/api/moderation/queue?kind=enterprise', 'comments_pending_by_kind (participant_kind=?)'],
  [
    '/api/moderation/queue?measure=1.1&kind=enterprise',
    'comments_pending_by_measure_by_kind (measure_id=? AND participant_kind=?)',
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
