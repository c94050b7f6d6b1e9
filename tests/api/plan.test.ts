import { beforeEach, describe, expect, it } from 'vitest'
import type { MeasureView, PlanView } from '../../worker/contract/plan'
import { bodyOf } from '../support/answers'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)

const readPlan = async () => bodyOf<PlanView>(await app.get('/api/plan'))
const readMeasure = async (key: string) => bodyOf<MeasureView>(await app.get(`/api/measures/${key}`))

it('is not found while there is none', async () => {
  expect((await app.get('/api/plan')).status).toBe(404)
  expect((await app.get('/')).status).toBe(404)
})

describe('the plan', () => {
  let made: Awaited<ReturnType<typeof makeConsultation>>
  beforeEach(async () => {
    made = await makeConsultation(app)
  })

  it('has its themes, measures, targets and review in the order of the document', async () => {
    const plan = await readPlan()
    expect(plan.consultation).toEqual({
      key: made.key,
      title: '2099年主要工作安排',
      titleEn: 'Work plan for 2099',
      authority: '某省工业和信息化厅',
      authorityEn: 'Department of Industry',
      opensAt: made.opensAt.toISOString(),
      closesAt: made.closesAt.toISOString(),
      phase: 'open',
      planRevision: 1,
      resultAt: null,
      isCurrent: true,
      participants: 'everybody',
      hasReplies: true,
      moderation: 'before',
      shortPeriodReason: null,
      shortPeriodReasonEn: null,
      extensionReason: null,
      labels: {},
    })
    expect(plan.preamble).toEqual(['2099年，坚持稳中求进。'])
    expect(
      plan.themes.map(({ key, title, shortTitle, measures }) => [key, title, shortTitle, measures.length]),
    ).toEqual([
      ['1', '加大服务支持企业力度', '服务企业', 2],
      ['2', '推动产业园区提质', '推动产业园区提质', 1],
    ])
    expect(plan.themes[0]?.measures[0]).toEqual({
      key: '1.1',
      number: 1,
      title: '培育壮大制造业企业群',
      shortTitle: '企业群',
      shortTitleEn: 'Groups of enterprises',
      published: 0,
      targets: ['300家'],
    })
    expect(plan.review.heading).toBe('2098年工作情况')
    expect(plan.review.sections.map(({ number, measures }) => [number, measures])).toEqual([
      [1, ['1.1']],
      [2, ['2.1']],
    ])
  })

  it('counts what is published, by kind and stance', async () => {
    await makeComment(app, { participant: organisation(1), stance: 'support' })
    await makeComment(app, { measure: '2.1', stance: 'oppose' })
    const { counts, themes } = await readPlan()
    expect(counts).toEqual({
      published: 2,
      byKind: { enterprise: 1, association: 0, institution: 0, individual: 1 },
      byStance: { support: 1, partly: 0, oppose: 1, suggest: 0 },
    })
    expect(themes.map(({ published }) => published)).toEqual([1, 1])
  })

  it('is the newest that was imported, with counts of its own', async () => {
    await makeComment(app)
    const next = await makeConsultation(app)
    const plan = await readPlan()
    expect(plan.consultation.key).toBe(next.key)
    expect(plan.counts.published).toBe(0)
  })
})

describe('a measure', () => {
  beforeEach(async () => {
    await makeConsultation(app)
  })

  it('counts by stance what is published on each clause, and on all of it', async () => {
    await makeComment(app, { clause: '1.1.2', stance: 'support' })
    await makeComment(app, { clause: '1.1.2', stance: 'oppose' })
    await makeComment(app, { clause: '1.1.3', stance: 'oppose' })
    await makeComment(app, { stance: 'oppose' })
    const { clauses, counts } = await readMeasure('1.1')
    expect(clauses.map(({ published, byStance }) => [published, byStance.support, byStance.oppose])).toEqual([
      [0, 0, 0],
      [2, 1, 1],
      [1, 0, 1],
    ])
    expect(counts.byStance).toEqual({ support: 1, partly: 0, oppose: 3, suggest: 0 })
  })

  it('has its clauses with their targets, and each target what was reached the year before', async () => {
    const measure = await readMeasure('1.1')
    expect(measure.clauses.map(({ key, text }) => [key, text])).toEqual([
      ['1.1.1', '一是培育壮大制造业企业群。'],
      ['1.1.2', '力争新培育专精特新中小企业300家。'],
      ['1.1.3', '推动“小升规”。'],
    ])
    const [target] = measure.clauses[1]?.targets ?? []
    expect(target).toMatchObject({
      quote: '300家',
      bound: 'exact',
      min: 300,
      max: 300,
      unit: '家',
    })
    expect(measure.clauses[1]?.text.slice(target?.start, target?.end)).toBe('300家')
    expect(target?.baselines).toMatchObject([
      { quote: '260家', value: 260, unit: '家', period: 'year', section: 1 },
    ])
    expect(measure.review.map(({ number }) => number)).toEqual([1])
  })

  it('knows its theme and its neighbours', async () => {
    const [first, middle, last] = [
      await readMeasure('1.1'),
      await readMeasure('1.2'),
      await readMeasure('2.1'),
    ]
    expect(first.previous).toBeNull()
    expect(first.next).toMatchObject({ key: '1.2' })
    expect(middle).toMatchObject({
      theme: { key: '1' },
      previous: { key: '1.1', shortTitle: '企业群' },
      next: { key: '2.1' },
    })
    expect(last).toMatchObject({ theme: { key: '2' }, next: null })
  })

  it('counts the published comments of each clause', async () => {
    await makeComment(app, { clause: '1.1.2' })
    await makeComment(app, { clause: '1.1.2', stance: 'support' })
    await makeComment(app)
    const measure = await readMeasure('1.1')
    expect(measure.counts.published).toBe(3)
    expect(measure.clauses.map(({ published }) => published)).toEqual([0, 2, 0])
  })
})
