import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueItemView, QueueView, ReasonChoice } from '../../worker/contract/moderation'
import { type ParticipantKind, participantKinds } from '../../worker/contract/words'
import { bodyOf } from '../support/answers'
import { hour } from '../support/clock'
import { makeComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons, testReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

interface Waiting {
  publicId: string
  measure: string
  kind: ParticipantKind
}
/** Sixteen that wait, longest first. */
const waiting: Waiting[] = []

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
  const places = ['1.1', '1.2', '2.1', '1.1'].flatMap((measure) =>
    participantKinds.map((kind) => ({ measure, kind })),
  )
  for (const [i, { measure, kind }] of places.entries()) {
    const participant = kind === 'individual' ? { kind } : organisation(i + 1, kind)
    const { publicId } = await makeComment(app, { state: 'pending', measure, participant })
    waiting.push({ publicId, measure, kind })
  }
}, 60_000)

const readQueue = async (query = '') =>
  bodyOf<QueueView>(await app.get(`/api/moderation/queue?${query}`, { as }))
const idsOf = (items: { publicId: string }[]) => items.map(({ publicId }) => publicId)

async function readAll(query: string): Promise<QueueItemView[]> {
  const items: QueueItemView[] = []
  for (let after = ''; ; ) {
    const page = await readQueue(`limit=3&${query}${after && `&after=${after}`}`)
    items.push(...page.items)
    if (page.next === null) return items
    expect(page.items).toHaveLength(3)
    after = page.next
  }
}

describe('the queue', () => {
  const measures = [undefined, '1.1', '2.1']
  const filters = measures.flatMap((measure) =>
    [undefined, ...participantKinds].map((kind) => ({ measure, kind })),
  )

  it.each(filters)('has what waits once each, longest first, filtered by %j', async ({ measure, kind }) => {
    const query = [measure && `measure=${measure}`, kind && `kind=${kind}`].filter(Boolean).join('&')
    const expected = waiting.filter(
      (each) => (!measure || each.measure === measure) && (!kind || each.kind === kind),
    )
    expect(idsOf(await readAll(query))).toEqual(idsOf(expected))
  })

  it('counts all that wait, whatever the filter', async () => {
    const { items, pending, byKind } = await readQueue('measure=2.1&kind=individual')
    expect(items).toHaveLength(1)
    expect(pending).toBe(16)
    expect(byKind).toEqual({ enterprise: 4, association: 4, institution: 4, individual: 4 })
  })

  it('is empty for a measure that is not there', async () => {
    expect((await readQueue('measure=9.9')).items).toEqual([])
  })
})

describe('an item of the queue', () => {
  /** The last that came. */
  async function read(publicId: string): Promise<QueueItemView> {
    const { items } = await readQueue('limit=100')
    const item = items.find((each) => each.publicId === publicId)
    if (!item) throw new Error(`${publicId} does not wait`)
    return item
  }

  it('shows what its author will be called, and to a moderator the code and the history of a firm', async () => {
    for (const state of ['published', 'published', 'rejected', 'private'] as const)
      await makeComment(app, { state, participant: organisation(90) })
    const { publicId } = await makeComment(app, { state: 'pending', participant: organisation(90) })
    expect((await read(publicId)).author).toEqual({
      kind: 'enterprise',
      name: '第90精密制造有限公司',
      isVerified: false,
      uscc: usccOf(90),
      published: 2,
      rejected: 1,
    })
  })

  it('masks the name of an individual as the public will see it', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    expect((await read(publicId)).author).toMatchObject({
      name: '朱**',
      uscc: null,
      published: 0,
      rejected: 0,
    })
  })

  it('stands with its measure, its clause, what it answers and its consent', async () => {
    const root = await makeComment(app, {
      clause: '1.1.2',
      body: '上一条意见。',
      participant: organisation(91),
    })
    const { publicId } = await makeComment(app, {
      state: 'pending',
      parentId: root.publicId,
      consent: { publish: false },
      body: '第一行。\n第二行。',
      stance: 'oppose',
    })
    const at = app.clock.now().toISOString()
    expect(await read(publicId)).toEqual({
      publicId,
      revision: 1,
      createdAt: at,
      submittedAt: at,
      stance: 'oppose',
      body: '第一行。\n第二行。',
      previousBody: null,
      consentPublish: false,
      author: expect.objectContaining({ kind: 'individual', name: '朱**' }),
      measure: { key: '1.1', title: '培育壮大制造业企业群', shortTitle: '企业群' },
      clause: { key: '1.1.2', number: 2, text: '力争新培育专精特新中小企业300家。' },
      parent: {
        publicId: root.publicId,
        body: '上一条意见。',
        author: { kind: 'enterprise', name: '第91精密制造有限公司', isVerified: false },
      },
      journey: [{ at, step: 'received', revision: 1, reason: null, note: null, by: null }],
    })
  })

  it('leaves the queue once it is decided', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    app.clock.advance(hour)
    const decision = { publicId, revision: 1, decision: 'publish' }
    await app.post('/api/moderation/decisions', decision, { as })
    expect(idsOf((await readQueue('limit=100')).items)).not.toContain(publicId)
  })

  it('shows no contact', async () => {
    await makeComment(app, { state: 'pending', contact: '13712345678' })
    const answer = await app.get('/api/moderation/queue?limit=100', { as })
    expect(await answer.text()).not.toContain('13712345678')
  })
})

it('offers the reasons in their order, with their decision', async () => {
  const { items } = await bodyOf<{ items: ReasonChoice[] }>(await app.get('/api/moderation/reasons', { as }))
  const expected = testReasons
    .map(({ id, decision, zh, en }) => ({ id, decision, zh, en }))
    .toSorted((a, b) => a.decision.localeCompare(b.decision))
  expect(items).toEqual(expected)
})
