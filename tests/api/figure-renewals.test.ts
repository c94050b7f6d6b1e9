import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { NewComment } from '../../worker/contract/comments'
import type { FiguresView } from '../../worker/contract/figures'
import type { MeasureView } from '../../worker/contract/plan'
import { smallest } from '../../worker/services/figures/small-cells'
import { bodyOf } from '../support/answers'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const as = await signInAs(app, 'staff')

const firm = (number: number, size: 'large' | 'small', city: '4401' | '4419') => ({
  ...organisation(number),
  profile: { size, city },
})
const answer = (opinion: 'too_high' | 'too_low', value: number) => [{ target: '1.1.2.1', opinion, value }]
const said = (change: Partial<NewComment> = {}): Partial<NewComment> => ({
  participant: firm(7, 'small', '4419'),
  targets: answer('too_high', 200),
  ...change,
})
const send = async (count: number, change: Partial<NewComment> = {}) => {
  for (let i = 0; i < count; i += 1) await makeComment(app, said(change))
}
const unpublish = (publicId: string) =>
  app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${publicId}`)

const figures = async (path = '/api/figures') => {
  const view = await bodyOf<FiguresView>(await app.get(path, { as }))
  const [target] = view.targets
  return {
    n: view.n,
    sizes: view.breakdowns.size.n,
    cities: view.breakdowns.city.n,
    opinions: target?.opinions.n,
    suggested: target?.suggested.n,
    median: target?.suggested.median,
    heard: view.silence.city.filter(({ hasSpoken }) => hasSpoken).map(({ key }) => key),
  }
}
const onTheMeasure = async () => {
  const { clauses } = await bodyOf<MeasureView>(await app.get('/api/measures/1.1'))
  return clauses[1]?.targets[0]?.opinions.n
}

const none = { sizes: 0, cities: 0, opinions: 0, suggested: 0, median: null, heard: [] }
const five = { sizes: 5, cities: 5, opinions: 5, suggested: 5, median: 200, heard: ['4419'] }

describe('what the public is shown of targets, size, industry and city', () => {
  it('moves with the fifth opinion, all at once, while what every comment shows moves with each', async () => {
    await send(smallest - 1)
    expect(await figures()).toEqual({ n: smallest - 1, ...none })
    expect(await onTheMeasure()).toBe(0)
    await send(1)
    expect(await figures()).toEqual({ n: 5, ...five })
    expect(await onTheMeasure()).toBe(5)
  })

  it('says nothing of the one comment that came since, nor of one that went; staff see it', async () => {
    const { publicId } = await makeComment(
      app,
      said({ participant: firm(8, 'large', '4401'), targets: answer('too_low', 900) }),
    )
    expect(await figures()).toEqual({ n: 6, ...five })
    expect(await onTheMeasure()).toBe(5)
    expect(await figures('/api/staff/figures')).toMatchObject({ suggested: 6, heard: ['4401', '4419'] })
    await unpublish(publicId)
    expect(await figures()).toEqual({ n: 5, ...five })
  })

  it('counts for each dimension and target what came in for it alone', async () => {
    await send(2, { targets: [] })
    expect(await figures()).toMatchObject({ sizes: 5, cities: 5 })
    await send(1, { targets: [] })
    expect(await figures()).toMatchObject({ n: 8, sizes: 8, cities: 8, opinions: 5, suggested: 5 })
    await send(3, { participant: organisation(7) })
    expect(await figures()).toMatchObject({ n: 11, sizes: 8, cities: 8, opinions: 8, suggested: 8 })
  })

  it('is what staff see once the result is published', async () => {
    await send(2)
    expect(await figures()).toMatchObject({ n: 13, sizes: 8, cities: 8, opinions: 8 })
    await app.db.run(sql`UPDATE consultations SET result_at = ${app.clock.now().getTime()}`)
    const after = await figures()
    expect(after).toMatchObject({ n: 13, sizes: 10, cities: 10, opinions: 10, suggested: 10 })
    expect(await figures('/api/staff/figures')).toEqual(after)
  })
})

it('is copied by an index of what differs, however many counters there are', async () => {
  const plan = await app.rows<{ detail: string }>(sql`
    EXPLAIN QUERY PLAN UPDATE profile_counts SET public_count = count
    WHERE state = 'published' AND beside = 'stance' AND public_count <> count
      AND +dimension = 'city' AND +measure_id IN (SELECT id FROM measures WHERE consultation_id = 1)`)
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(
    /profile_counts USING .*profile_counts_unrenewed/,
  )
})
