import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CodingItem, CodingPage, TextsPage } from '../../worker/contract/coding'
import type { CodingAgreement, SamplePage, SampleView } from '../../worker/contract/coding-samples'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { codeOf, makeCodebook, makeRun, makeTag } from '../support/make-codebook'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const people = {
  first: await makeUser(app, 'staff', '编码员甲'),
  second: await makeUser(app, 'staff', '编码员乙'),
  third: await makeUser(app, 'staff', '同事'),
}
const by = {
  first: await signIn(app, people.first),
  second: await signIn(app, people.second),
  third: await signIn(app, people.third),
}
type Who = keyof typeof by
const book = await makeCodebook(app, ['A1', 'A2'])
const [a1, a2] = [codeOf(book, 'A1'), codeOf(book, 'A2')]
const ids: string[] = []
for (let i = 0; i < 6; i += 1) ids.push((await makeComment(app)).publicId)

const path = '/api/staff/coding'
const get = <View>(to: string, who: Who = 'first') =>
  app.get(`${path}${to}`, { as: by[who] }).then((answer) => bodyOf<View>(answer))
const post = (to: string, json: unknown, who: Who = 'first') =>
  app.post(`${path}${to}`, json, { as: by[who] })
const wish = {
  size: 4,
  seed: 20210319,
  firstCoder: people.first.actor.id,
  secondCoder: people.second.actor.id,
}
const draw = async (change = {}) => bodyOf<SampleView>(await post('/samples', { ...wish, ...change }))
const drawn = async ({ id }: SampleView, who: Who = 'first') =>
  (await get<SamplePage>(`/samples/${id}/comments`, who)).items.map(({ publicId }) => publicId)
const code = (sample: SampleView, publicId: string, codes: number[], who: Who) =>
  post(`/samples/${sample.id}/codings`, { publicId, ...(codes.length > 0 && { codes }) }, who)
const close = (sample: SampleView, isEarly = false, who: Who = 'third') =>
  post(`/samples/${sample.id}/close`, { isEarly }, who)

describe('a sample', () => {
  it('is drawn anew the same by its seed, and otherwise by another', async () => {
    const first = await draw()
    expect(first).toMatchObject({ size: 4, population: 6, seed: 20210319, measure: null, closedAt: null })
    expect(await drawn(await draw())).toEqual(await drawn(first))
    expect(await drawn(await draw({ seed: 1 }))).not.toEqual(await drawn(first))
    expect(await auditOf(app, String(first.id), 'coding_sample.drawn')).toMatchObject([
      { data: { seed: 20210319, size: 4, population: 6 } },
    ])
    await app.db.run(sql`UPDATE coding_samples SET closed_by = made_by, closed_at = made_at`)
  })

  it('is refused where there are fewer comments, and for coders who are not two colleagues', async () => {
    expect((await errorOf(await post('/samples', { ...wish, size: 7 }))).code).toBe('sample_too_large')
    const moderator = (await makeUser(app, 'moderator')).actor.id
    const fieldsOf = async (change: object) =>
      Object.keys((await errorOf(await post('/samples', { ...wish, ...change }))).fields ?? {})
    expect(await fieldsOf({ secondCoder: wish.firstCoder })).toEqual(['secondCoder'])
    expect(await fieldsOf({ firstCoder: moderator })).toEqual(['firstCoder'])
    expect(await fieldsOf({ secondCoder: 'nobody' })).toEqual(['secondCoder'])
    expect(await fieldsOf({ measure: '9.9' })).toEqual(['measure'])
    const { items } = await get<{ items: { id: string }[] }>('/coders')
    expect(items.map(({ id }) => id)).not.toContain(moderator)
  })
})

describe('blind coding', () => {
  it('shows neither coder the other’s codes, the tags or the machine’s suggestions until it is closed', async () => {
    const sample = await draw()
    const chosen = await drawn(sample)
    const [tagged = ''] = chosen
    const outside = ids.find((publicId) => !chosen.includes(publicId)) ?? ''
    await makeTag(app, tagged, a1, people.third.actor)
    await makeTag(app, outside, a1, people.third.actor)
    const proposal = { publicId: tagged, code: a2, cluster: 1, phrase: '', score: 0.5 }
    const run = await makeRun(app, book.version, [proposal])
    await code(sample, tagged, [a2], 'second')

    const own = await get<SamplePage>(`/samples/${sample.id}/comments`, 'first')
    expect(own.items.map(({ codes }) => codes)).toEqual([null, null, null, null])
    const item = await get<CodingItem>(`/comments/${tagged}`, 'first')
    expect(item).toMatchObject({ isBlind: true, tags: [], suggestions: [], removed: [] })
    const listed = await get<CodingPage>('/comments?limit=100', 'first')
    expect(listed.items.filter(({ isBlind }) => isBlind).flatMap(({ tags }) => tags)).toEqual([])
    for (const view of ['untagged', 'suggested']) {
      const part = await get<CodingPage>(`/comments?view=${view}&limit=100`, 'first')
      expect(part.items.filter(({ publicId }) => chosen.includes(publicId))).toEqual([])
    }
    const { items } = await get<TextsPage>('/texts', 'first')
    expect(items.find(({ publicId }) => publicId === tagged)?.codes).toEqual([])
    const cluster = { run: run.id, cluster: 1, code: a2 }
    expect(await bodyOf(await post('/suggestions/count', cluster))).toMatchObject({ count: 0 })
    for (const to of [`/comments/${tagged}/tags`]) {
      const refused = await post(to, { revision: 1, code: a2 }, 'first')
      expect((await errorOf(refused)).code).toBe('coded_blind')
    }

    expect((await get<CodingItem>(`/comments/${outside}`, 'first')).tags).toHaveLength(1)
    expect((await get<CodingItem>(`/comments/${tagged}`, 'third')).tags).toHaveLength(1)
    await close(sample, true)
    expect((await get<CodingItem>(`/comments/${tagged}`, 'first')).tags).toHaveLength(1)
  })

  it('is drawn from comments that have no tag', async () => {
    const { publicId } = await makeComment(app, { measure: '2.1' })
    const tagged = await makeComment(app, { measure: '2.1' })
    await makeTag(app, tagged.publicId, a1, people.third.actor)
    const sample = await draw({ size: 1, measure: '2.1' })
    expect(sample.population).toBe(1)
    expect(await drawn(sample)).toEqual([publicId])
    await close(sample, true)
    expect((await errorOf(await post('/samples', { ...wish, size: 2, measure: '2.1' }))).code).toBe(
      'sample_too_large',
    )
  })

  it('keeps the codes out of what a coder exports, until it is closed', async () => {
    const sample = await draw({ size: 1, measure: '2.1' })
    const [publicId = ''] = await drawn(sample)
    await makeTag(app, publicId, a2, people.third.actor)
    const shows = async (who: Who) => {
      const csv = await app.get('/api/staff/exports/comments.csv?measure=2.1', { as: by[who] })
      return (await csv.text()).includes('编码A2')
    }
    expect([await shows('first'), await shows('second'), await shows('third')]).toEqual([false, false, true])
    await close(sample, true)
    expect(await shows('first')).toBe(true)
  })

  it('is for its two coders alone, on its own comments, with its own codes', async () => {
    const sample = await draw()
    const chosen = await drawn(sample)
    const [publicId = ''] = chosen
    const outside = ids.find((other) => !chosen.includes(other)) ?? ''
    expect((await app.get(`${path}/samples/${sample.id}/comments`, { as: by.third })).status).toBe(404)
    expect((await code(sample, publicId, [a1], 'third')).status).toBe(404)
    expect((await errorOf(await code(sample, outside, [a1], 'first'))).fields).toHaveProperty('publicId')
    expect((await errorOf(await code(sample, publicId, [9999], 'first'))).fields).toHaveProperty('codes')
    await close(sample, true)
  })

  it('may be thought over until it is closed, and not after', async () => {
    const sample = await draw()
    const [publicId = ''] = await drawn(sample)
    await code(sample, publicId, [a1, a2], 'first')
    const { first } = await bodyOf<SampleView>(await code(sample, publicId, [a2], 'first'))
    expect(first).toMatchObject({ done: 1, isMe: true })
    const page = await get<SamplePage>(`/samples/${sample.id}/comments`, 'first')
    expect(page.items[0]?.codes).toEqual([a2])
    expect((await errorOf(await close(sample))).code).toBe('sample_unfinished')
    expect((await app.get(`${path}/samples/${sample.id}/agreement`, { as: by.first })).status).toBe(409)
    await Promise.all([close(sample, true), close(sample, true, 'first')])
    expect(await auditOf(app, String(sample.id), 'coding_sample.closed')).toHaveLength(1)
    expect((await errorOf(await code(sample, publicId, [a1], 'second'))).code).toBe('sample_closed')
    await expect(
      app.db.run(sql`UPDATE blind_codings SET codes = '[]' WHERE sample_id = ${sample.id}`),
    ).rejects.toThrow()
  })
})

describe('agreement', () => {
  it('is told code by code with n, κ, its interval and the prevalence', async () => {
    const sample = await draw()
    const given = { first: [[a1], [a1, a2], [a1], []], second: [[a1], [a1], [], []] }
    for (const who of ['first', 'second'] as const)
      for (const [i, publicId] of (await drawn(sample)).entries())
        await code(sample, publicId, given[who][i] ?? [], who)
    const closed = await bodyOf<SampleView>(await close(sample))
    expect(closed).toMatchObject({ closedBy: '同事', first: { done: 4 }, second: { done: 4 } })
    const { n, codes } = await get<CodingAgreement>(`/samples/${sample.id}/agreement`, 'third')
    expect(n).toBe(4)
    const [one, two] = codes
    expect(one).toMatchObject({
      key: 'A1',
      both: 2,
      onlyFirst: 1,
      onlySecond: 0,
      neither: 1,
      agreement: 0.75,
    })
    expect(one?.kappa).toBeCloseTo(0.5, 12)
    expect(one?.low).toBeLessThan(0.5)
    expect(one?.high).toBe(1)
    expect(one?.prevalence).toBeCloseTo(5 / 8, 12)
    expect(two).toMatchObject({ both: 0, onlyFirst: 1, onlySecond: 0, neither: 3, kappa: 0, pabak: 0.5 })
  })

  it('of a sample closed early is over what both have coded', async () => {
    const sample = await draw()
    const [one = '', two = ''] = await drawn(sample)
    await code(sample, one, [a1], 'first')
    await code(sample, two, [a1], 'first')
    await code(sample, one, [a1], 'second')
    await close(sample, true)
    const { n, codes } = await get<CodingAgreement>(`/samples/${sample.id}/agreement`)
    expect(n).toBe(1)
    expect(codes[0]).toMatchObject({ both: 1, kappa: null, low: null, isPrevalenceExtreme: true })
  })
})
