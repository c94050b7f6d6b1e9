import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueView } from '../../worker/contract/moderation/queue'
import type { ReceiptView } from '../../worker/contract/receipts'
import { bodyOf, errorOf } from '../support/answers'
import { makeComment, newComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
})

const tooHigh = { target: '1.1.2.1', opinion: 'too_high', value: 280.5 } as const
const profile = { size: 'small', industry: 'C', city: '4419' } as const
const firm = { ...organisation(3), profile }

const send = async (change: object) =>
  app.post('/api/measures/1.1/comments', { ...newComment(), altcha: await solvedProof(app), ...change })
const receiptOf = async ({ publicId, queryCode }: { publicId: string; queryCode: string }) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
const resubmit = (receipt: { publicId: string; queryCode: string }, more: object = {}) => {
  const { publicId, queryCode } = receipt
  return app.post('/api/receipts/resubmit', {
    publicId,
    queryCode,
    body: '改过。',
    stance: 'oppose',
    ...more,
  })
}

describe('an opinion on a target', () => {
  it('comes with the comment, and the receipt and the moderators have it', async () => {
    const answer = await send({ targets: [tooHigh], participant: firm })
    const receipt = await bodyOf<{ publicId: string; queryCode: string }>(answer)
    const said = [
      {
        key: '1.1.2.1',
        quote: '300家',
        indicator: '专精特新中小企业',
        unit: '家',
        opinion: 'too_high',
        value: 280.5,
        evidence: null,
      },
    ]
    expect(await receiptOf(receipt)).toMatchObject({ targets: said, profile })
    const queue = await bodyOf<QueueView>(await app.get('/api/moderation/queue', { as }))
    expect(queue.items.find(({ publicId }) => publicId === receipt.publicId)).toMatchObject({
      targets: said,
      profile,
    })
  })

  it('is before whoever handles its case', async () => {
    const { publicId } = await makeComment(app, { targets: [tooHigh], participant: firm })
    const found = await app.get(`/api/staff/cases/${publicId}`, { as: await signInAs(app, 'staff') })
    expect(await found.json()).toMatchObject({
      targets: [{ key: '1.1.2.1', opinion: 'too_high', value: 280.5 }],
      profile,
    })
  })

  it('may stand without a figure, and a comment without either', async () => {
    const plain = await makeComment(app, { state: 'pending' })
    expect(await receiptOf(plain)).toMatchObject({ targets: [], profile: null })
    const answered = await makeComment(app, {
      state: 'pending',
      targets: [{ target: '1.1.2.1', opinion: 'fitting' }],
    })
    expect(await receiptOf(answered)).toMatchObject({ targets: [{ opinion: 'fitting', value: null }] })
  })

  it('is never shown with the comment in public', async () => {
    const { publicId } = await makeComment(app, { targets: [tooHigh], participant: firm })
    for (const path of [`/api/comments/${publicId}`, '/api/measures/1.1/comments', `/comments/${publicId}`]) {
      const text = await (await app.get(path)).text()
      expect(text).toContain(publicId)
      expect(text).not.toContain('280.5')
      expect(text).not.toContain('4419')
    }
  })

  it('says what it rests on to its author, the moderators and the staff, and to nobody else', async () => {
    const evidence = '本区去年新增 9 家。\n测算表另附。'
    const said = { targets: [{ key: '1.1.2.1', opinion: 'too_high', value: 280.5, evidence }] }
    const targets = [{ ...tooHigh, evidence }]
    const waiting = await bodyOf<{ publicId: string; queryCode: string }>(
      await send({ body: '目标偏高，依据见下。', targets: [{ ...tooHigh, evidence: `  ${evidence}\n` }] }),
    )
    expect(await receiptOf(waiting)).toMatchObject(said)
    const queue = await bodyOf<QueueView>(await app.get('/api/moderation/queue', { as }))
    expect(queue.items.find(({ publicId }) => publicId === waiting.publicId)).toMatchObject(said)
    const { publicId } = await makeComment(app, { targets })
    const found = await app.get(`/api/staff/cases/${publicId}`, { as: await signInAs(app, 'staff') })
    expect(await found.json()).toMatchObject(said)
    for (const path of [`/api/comments/${publicId}`, '/api/measures/1.1/comments', `/comments/${publicId}`])
      expect(await (await app.get(path)).text()).not.toContain('测算表')
  })

  it('rests on nothing where its evidence is blank', async () => {
    const answer = await send({ targets: [{ ...tooHigh, evidence: ' \n ' }] })
    expect(await receiptOf(await bodyOf(answer))).toMatchObject({
      targets: [{ value: 280.5, evidence: null }],
    })
  })

  it.each([
    ['another measure’s', [{ ...tooHigh, target: '2.1.1.1' }], 'targets.0.target'],
    ['one of no measure', [{ ...tooHigh, target: 'all' }], 'targets.0.target'],
    ['the same one twice', [tooHigh, { ...tooHigh, opinion: 'fitting' }], 'targets'],
    ['what is no opinion', [{ ...tooHigh, opinion: 'odd' }], 'targets.0.opinion'],
    ['a figure below nothing', [{ ...tooHigh, value: -1 }], 'targets.0.value'],
    ['a figure in words', [{ ...tooHigh, value: '三百' }], 'targets.0.value'],
    ['evidence as long as an opinion', [{ ...tooHigh, evidence: '据'.repeat(501) }], 'targets.0.evidence'],
    ['a figure that no unit explains', [{ ...tooHigh, value: 30_001 }], 'targets.0.value'],
    [
      'more than a plan has',
      Array.from({ length: 21 }, (_, i) => ({ ...tooHigh, target: `1.1.2.${i + 1}` })),
      'targets',
    ],
  ])('is refused for %s, and nothing is written', async (_, targets, field) => {
    const before = await countRows(app)
    const answer = await send({ targets })
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
    expect(await countRows(app)).toEqual(before)
  })

  it.each([
    ['an industry that is none', { industry: 'Z' }],
    ['a city of another province', { city: '3501' }],
    ['a size that is none', { size: 'huge' }],
    ['what is not asked', { income: 1 }],
  ])('comes with no profile of %s', async (_, wrong) => {
    expect((await send({ participant: { ...organisation(3), profile: wrong } })).status).toBe(422)
  })

  it('cannot be had of an individual with a profile', async () => {
    expect((await send({ participant: { kind: 'individual', profile } })).status).toBe(422)
  })
})

describe('a resubmission', () => {
  it('keeps what was said of targets where it says nothing of them', async () => {
    const receipt = await makeComment(app, { state: 'returned', targets: [tooHigh], participant: firm })
    await resubmit(receipt)
    expect(await receiptOf(receipt)).toMatchObject({
      state: 'pending',
      targets: [tooHigh].map(withoutTarget),
      profile,
    })
  })

  it('puts what it says in place of it, or takes it back', async () => {
    const receipt = await makeComment(app, { state: 'returned', targets: [tooHigh] })
    await resubmit(receipt, { targets: [{ target: '1.1.2.1', opinion: 'too_low', value: 400 }] })
    expect(await receiptOf(receipt)).toMatchObject({ targets: [{ opinion: 'too_low', value: 400 }] })

    const reasoned = { target: '1.1.2.1', opinion: 'too_low', value: 400, evidence: '全省平均为 410 家。' }
    await resubmit(receipt, { targets: [reasoned] })
    expect(await receiptOf(receipt)).toMatchObject({
      revision: 3,
      targets: [{ evidence: reasoned.evidence }],
    })
    expect((await resubmit(receipt, { targets: [reasoned] })).status).toBe(409)

    const other = await makeComment(app, { state: 'returned', targets: [tooHigh] })
    await resubmit(other, { targets: [] })
    expect((await receiptOf(other)).targets).toEqual([])
  })

  it('changes nothing where it is refused', async () => {
    const returned = await makeComment(app, { state: 'returned', targets: [tooHigh] })
    expect((await resubmit(returned, { targets: [{ ...tooHigh, target: '1.1.3.1' }] })).status).toBe(422)
    const published = await makeComment(app, { targets: [tooHigh] })
    expect((await resubmit(published, { targets: [] })).status).toBe(409)
    expect((await receiptOf(returned)).targets).toHaveLength(1)
    expect((await receiptOf(published)).targets).toHaveLength(1)
  })
})

const withoutTarget = ({ target, ...said }: typeof tooHigh) => ({ key: target, ...said })

describe('the counters', () => {
  it('hold what the rows say, through every change', async () => {
    const opinions = await app.rows(sql`
      SELECT target_id, opinion, state, count FROM target_opinion_counts WHERE count > 0 ORDER BY 1, 2, 3`)
    expect(opinions.length).toBeGreaterThan(3)
    expect(opinions).toEqual(
      await app.rows(sql`
        SELECT o.target_id, o.opinion, c.state, count(*) AS count
        FROM target_opinions o JOIN comments c ON c.id = o.comment_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`),
    )
    expect(
      await app.rows(
        sql`SELECT target_id, value, state, count FROM target_value_counts WHERE count > 0 ORDER BY 1, 2, 3`,
      ),
    ).toEqual(
      await app.rows(sql`
        SELECT o.target_id, o.value, c.state, count(*) AS count FROM target_opinions o
        JOIN comments c ON c.id = o.comment_id WHERE o.value IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`),
    )
    expect(
      await app.rows(sql`
        SELECT value AS city, beside_value AS stance, state, count FROM profile_counts
        WHERE dimension = 'city' AND beside = 'stance' AND count > 0 ORDER BY 1, 2, 3`),
    ).toEqual(
      await app.rows(sql`
        SELECT p.city, c.stance, c.state, count(*) AS count FROM participant_profiles p
        JOIN comments c ON c.id = p.comment_id WHERE p.city IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`),
    )
  })
})
