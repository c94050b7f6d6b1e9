import { beforeAll, expect, it } from 'vitest'
import type { SummaryView } from '../../worker/contract/staff'
import { type CommentState, commentStates } from '../../worker/contract/words'
import { bodyOf } from '../support/answers'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

const sum = (figures: Record<string, number>) =>
  Object.values(figures).reduce((total, count) => total + count, 0)
const summarise = async () => bodyOf<SummaryView>(await app.get('/api/staff/summary', { as }))

beforeAll(async () => {
  await makeReasons(app)
  as = await signInAs(app, 'staff')
})

it('has a row of zeros for every measure before anybody has written', async () => {
  await makeConsultation(app)
  const { received, states, kinds, measures } = await summarise()
  expect(received).toBe(0)
  expect(sum(states) + sum(kinds)).toBe(0)
  expect(measures.map(({ key, title }) => [key, title])).toEqual([
    ['1.1', '培育壮大制造业企业群'],
    ['1.2', '降低企业成本'],
    ['2.1', '盘活低效用地'],
  ])
  expect(measures.map((measure) => sum(measure.states) + sum(measure.stances))).toEqual([0, 0, 0])
})

it('reconciles: received is the sum of the states, of the kinds, of the stances and of the measures', async () => {
  await makeConsultation(app)
  const plan: [string, CommentState, number][] = commentStates.map((state, i) => ['1.1', state, i + 1])
  for (const [measure, state, count] of [...plan, ['2.1', 'published', 2] as const])
    for (let i = 0; i < count; i += 1)
      await makeComment(app, {
        measure,
        state,
        stance: i % 2 ? 'support' : 'oppose',
        ...(i % 2 && { participant: organisation(i) }),
      })
  const { received, states, kinds, measures } = await summarise()
  expect(received).toBe(23)
  expect(states).toEqual({ pending: 1, published: 4, private: 3, returned: 4, rejected: 5, withdrawn: 6 })
  expect(sum(states)).toBe(received)
  expect(sum(kinds)).toBe(received)
  expect(measures.map((measure) => sum(measure.states))).toEqual([21, 0, 2])
  for (const measure of measures) {
    expect(sum(measure.kinds)).toBe(sum(measure.states))
    expect(sum(measure.stances)).toBe(sum(measure.states))
  }
  expect(measures[2]).toMatchObject({
    states: { published: 2, pending: 0 },
    kinds: { enterprise: 1, individual: 1 },
    stances: { support: 1, oppose: 1, partly: 0, suggest: 0 },
  })
})

it('counts the current consultation only', async () => {
  await makeConsultation(app)
  expect((await summarise()).received).toBe(0)
})
