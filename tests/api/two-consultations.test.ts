import { beforeAll, describe, expect, it } from 'vitest'
import type { DisposedView, DispositionView } from '../../worker/contract/dispositions'
import type { QueueCounts } from '../../worker/contract/moderation/queue'
import { bodyOf, errorOf } from '../support/answers'
import { makeComment, newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeDraft } from '../support/make-revision'
import { makeUnit } from '../support/make-unit'
import { signInAs } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { startTestApp } from '../support/test-app'
import { accessMatrix } from './access-matrix'

const app = await startTestApp()

/** The same plan twice: one stands at its own address, the other at the plain ones. Both take opinions now. */
const older = await makeConsultation(app)
const unit = await makeUnit(app, { leads: ['1.1'] })
const current = await makeConsultation(app)
await makeReasons(app)
const sides = [
  ['at its own address', `/c/${older.key}`, older, '旧版意见独有的词语：灯塔'],
  ['at the plain addresses', '', current, '新版意见独有的词语：港湾'],
] as const
const sent = new Map<string, string[]>()
let admin = ''

/** Two public comments, one that waits, in each; the older has one more that waits, and a copy of a text of the current one. */
beforeAll(async () => {
  admin = await signInAs(app, 'admin')
  const inOlder = {
    ...app,
    context: (actor?: Parameters<typeof app.context>[0]) => ({
      ...app.context(actor),
      consultation: older.key,
    }),
  }
  for (const [, base, , words] of sides) {
    const place = base ? inOlder : app
    const made = [
      await makeComment(place, { body: `${words}，应当写入第一句。` }),
      await makeComment(place, { body: `${words}，应当写入第二句。`, clause: '1.1.2' }),
      await makeComment(place, { state: 'pending', body: '两边一字不差的同一段文字，应当各成一组。' }),
    ]
    sent.set(
      base,
      made.map(({ publicId }) => publicId),
    )
  }
  await makeComment(inOlder, { state: 'pending', body: '旧版另有一条还在等候审核的意见。' })
})

const read = async <View>(base: string, path: string, as = ''): Promise<View> =>
  bodyOf<View>(await app.get(`/api${base}${path}`, as ? { as } : {}))

describe.each(sides)('a consultation %s', (_, base, { key, code }, words) => {
  const other = sides.find(([, each]) => each !== base)?.[3] ?? ''

  it('has its own plan, thread and counts', async () => {
    const plan = await read<{ consultation: { key: string }; counts: { published: number } }>(base, '/plan')
    expect(plan.consultation.key).toBe(key)
    expect(plan.counts.published).toBe(2)
    const { items } = await read<{ items: { publicId: string }[] }>(base, '/measures/1.1/comments')
    expect(items.map(({ publicId }) => publicId).sort()).toEqual(sent.get(base)?.slice(0, 2).sort())
    const onClause = await read<{ items: unknown[] }>(base, '/measures/1.1/comments?clause=1.1.2')
    expect(onClause.items).toHaveLength(1)
  })

  it('finds its own comments and nobody else’s', async () => {
    const find = async (q: string) =>
      (await read<{ items: unknown[] }>(base, `/search?q=${encodeURIComponent(q)}`)).items.length
    expect(await find(words.slice(-2))).toBe(2)
    expect(await find(other.slice(-2))).toBe(0)
  })

  it('has its own figures, moderation log and result', async () => {
    expect((await read<{ consultation: { key: string } }>(base, '/figures')).consultation.key).toBe(key)
    const log = await read<{ months: { received: number }[] }>(base, '/moderation-figures')
    expect(log.months.reduce((sum, { received }) => sum + received, 0)).toBe(base ? 4 : 3)
    expect((await read<{ consultation: { key: string } }>(base, '/results')).consultation.key).toBe(key)
  })

  it('has its own queue, with counts that say so', async () => {
    const waiting = base ? 2 : 1
    const { items } = await read<{ items: { publicId: string }[] }>(base, '/moderation/queue', admin)
    expect(items).toHaveLength(waiting)
    for (const { publicId } of items) expect(publicId.startsWith(`${code}-`)).toBe(true)
    const counts = await read<QueueCounts>(base, '/moderation/counts', admin)
    expect([counts.open.first, counts.cards.first, counts.byMeasure['1.1']]).toEqual([
      waiting,
      waiting,
      waiting,
    ])
    const deadlines = await read<{ waiting: number }>(base, '/moderation/deadlines', admin)
    expect(deadlines.waiting).toBe(waiting)
    const news = await read<{ events: { publicId: string }[] }>(base, '/moderation/events?after=0', admin)
    expect(news.events.length).toBeGreaterThan(0)
    for (const { publicId } of news.events) expect(publicId.startsWith(`${code}-`)).toBe(true)
    const decided = await read<{ items: { publicId: string }[] }>(base, '/moderation/decided', admin)
    expect(decided.items.map(({ publicId }) => publicId).sort()).toEqual(sent.get(base)?.slice(0, 2).sort())
  })

  it('has its own cases, units and gate', async () => {
    const { items } = await read<{ items: { publicId: string }[] }>(base, '/staff/cases?view=all', admin)
    expect(items.map(({ publicId }) => publicId).sort()).toEqual(sent.get(base)?.slice(0, 2).sort())
    const counts = await read<{ todo: number; units: { key: string; todo: number }[] }>(
      base,
      '/staff/cases/counts',
      admin,
    )
    expect(counts.todo).toBe(2)
    expect(counts.units.find((each) => each.key === unit)?.todo).toBe(base ? 2 : 0)
    const gate = await read<{ totals: { received: number } }>(base, '/staff/gate', admin)
    expect(gate.totals.received).toBe(base ? 4 : 3)
  })

  it('is exported alone', async () => {
    const csv = await (await app.get(`/api${base}/staff/exports/comments.csv`, { as: admin })).text()
    expect(csv).toContain(words)
    expect(csv).not.toContain(other)
    const summary = await read<{ received: number }>(base, '/staff/summary', admin).catch(() => null)
    expect(summary).not.toBeNull()
  })

  it('takes an opinion at its form and its API, and shows the page with links that stay', async () => {
    const json = newComment({ body: `${code} 的又一条意见。`, altcha: await solvedProof(app) })
    const receipt = await bodyOf<{ publicId: string; queryCode: string }>(
      await app.post(`/api${base}/measures/1.2/comments`, json),
    )
    expect(receipt.publicId.startsWith(`${code}-`)).toBe(true)
    const page = await (await app.get(`${base}/measures/1.1`)).text()
    const links = [...page.matchAll(/(?:href|action)="(\/[^"#?]*)/g)].map(([, path]) => path ?? '')
    const own = links.filter((path) =>
      /\/(measures|comments|search|figures|results|policy|revisions)/.test(path),
    )
    expect(own.length).toBeGreaterThan(8)
    expect(own.filter((path) => !path.startsWith(base) || (base === '' && path.startsWith('/c/')))).toEqual(
      [],
    )
    const { publicId, queryCode } = receipt
    const view = await bodyOf<{ consultation: unknown }>(
      await app.post('/api/receipts/lookup', { publicId, queryCode }),
    )
    expect(view.consultation).toEqual({ key, isCurrent: base === '' })
  })
})

it('keeps a receipt at one address, with links to its consultation', async () => {
  const json = newComment({ body: '要看回执的意见。', altcha: await solvedProof(app) })
  const receipt = await bodyOf<{ publicId: string; queryCode: string }>(
    await app.post(`/api/c/${older.key}/measures/1.2/comments`, json),
  )
  const { publicId, queryCode } = receipt
  const looked = await app.submit('/receipts', { publicId, queryCode })
  expect(looked.headers.get('location')).toBe(`/receipts/${publicId}`)
  const as = looked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const page = await (await app.get(`/receipts/${publicId}`, { as })).text()
  expect(page).toContain(`href="/c/${older.key}/measures/1.2`)
  expect(page).toContain(`action="/receipts/${publicId}`)
})

it('leads from a comment’s number to its consultation, wherever it was asked for', async () => {
  const [inOlder = ''] = sent.get(`/c/${older.key}`) ?? []
  const [inCurrent = ''] = sent.get('') ?? []
  const moved = async (path: string) => (await app.get(path)).headers.get('location')
  expect(await moved(`/comments/${inOlder}`)).toBe(`/c/${older.key}/comments/${inOlder}`)
  expect(await moved(`/c/${older.key}/comments/${inCurrent}`)).toBe(`/comments/${inCurrent}`)
  expect((await app.get(`/c/${older.key}/comments/${inOlder}`)).status).toBe(200)
  expect((await app.get(`/c/${current.key}/comments/${inCurrent}`)).status).toBe(200)
})

it('reads an address that is written in another way as the same', async () => {
  const [inOlder = ''] = sent.get(`/c/${older.key}`) ?? []
  expect((await app.get(`/%63/${older.key}/comments/${inOlder}`)).status).toBe(200)
})

it('takes the changes of the plan that a case is about, wherever it is dealt with', async () => {
  await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育三百二十家。' }])
  const [publicId = ''] = sent.get('') ?? []
  const { version, revision, changes } = await bodyOf<DispositionView & { revision: number }>(
    await app.get(`/api/staff/dispositions/of/${publicId}`, { as: admin }),
  )
  const json = {
    cases: [{ publicId, version, revision: revision ?? 1 }],
    disposition: 'adopted',
    reason: '已采纳。',
    changes: [changes[0]?.id],
  }
  const answer = await app.post(`/api/c/${older.key}/staff/dispositions`, json, { as: admin })
  expect(await bodyOf<DisposedView>(answer)).toEqual({ disposed: [publicId], refused: [] })
})

it('knows no consultation that there is not, whoever asks', async () => {
  for (const path of ['/c/no-such-plan', '/c/no-such-plan/measures/1.1', '/c/No_Such/measures/1.1']) {
    const answer = await app.get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('href="/c/')
  }
  expect((await errorOf(await app.get('/api/c/no-such-plan/plan'))).code).toBe('not_found')
  expect((await app.get('/api/c/no-such-plan/staff/summary', { as: admin })).status).toBe(404)
})

describe('every guarded route', () => {
  const guarded = accessMatrix.filter(
    ({ route, statuses }) => / \/api\/(staff|moderation|admin|account)/.test(route) && statuses[0] === 401,
  )
  it.each(guarded.map(({ route }) => route))(
    '%s is guarded in a consultation’s own address too',
    async (route) => {
      const [method = 'GET', path = ''] = route.split(' ')
      const address = path.replace(/:\w+/g, '1').replace('/api/', `/api/c/${older.key}/`)
      const answer = method === 'GET' ? await app.get(address) : await app.post(address, {})
      expect(answer.status).toBe(401)
    },
  )
})
