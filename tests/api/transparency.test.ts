import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashLeaf, verifyConsistency, verifyInclusion } from '../../worker/contract/merkle'
import type {
  ConsistencyView,
  EntriesView,
  Entry,
  HeadsView,
  HeadView,
  InclusionView,
} from '../../worker/contract/transparency'
import { recordAudit } from '../../worker/services/audit/record'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { emptyTree, growTree, rootOf } from '../../worker/services/transparency/tree'
import { bodyOf, errorOf } from '../support/answers'
import { minute } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => app.clock.advance(minute))

const seal = () => sealAuditLog(app.context())
const getHeads = async (query = '') => bodyOf<HeadsView>(await app.get(`/api/transparency${query}`))
const getEntries = async (query = '') =>
  bodyOf<EntriesView>(await app.get(`/api/transparency/entries${query}`))
const getInclusion = async (publicId: string) =>
  bodyOf<InclusionView>(await app.get(`/api/transparency/inclusion?publicId=${publicId}`))
const getConsistency = async (from: number, to: number) =>
  bodyOf<ConsistencyView>(await app.get(`/api/transparency/consistency?from=${from}&to=${to}`))
const newest = async () => (await getHeads()).head as HeadView
const read = ({ entry }: { entry: string }): Entry => JSON.parse(entry)

describe('GET /api/transparency', () => {
  it('shows every head from the newest back, page by page', async () => {
    for (let i = 0; i < 3; i += 1) {
      await makeComment(app)
      app.clock.advance(minute)
      await seal()
    }
    const whole = await getHeads('?limit=100')
    expect(whole.items[0]).toEqual(whole.head)
    expect(whole.items.length).toBeGreaterThan(2)
    const sizes = whole.items.map(({ size }) => size)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const first = await getHeads('?limit=2')
    expect(first.items).toEqual(whole.items.slice(0, 2))
    const second = await getHeads(`?limit=100&after=${first.next}`)
    expect(second.items).toEqual(whole.items.slice(2))
    expect(second).toMatchObject({ head: whole.head, next: null })
  })
})

describe('GET /api/transparency/entries', () => {
  it('is all that anybody needs to find every head again', async () => {
    await makeComment(app)
    await seal()
    const { items, next } = await getEntries()
    expect(next).toBeNull()
    expect(items.map(({ index }) => index)).toEqual(items.map((_, i) => i))
    const leaves = await Promise.all(items.map(({ entry }) => hashLeaf(entry)))
    expect(items.map(({ leaf }) => leaf)).toEqual(leaves)
    for (const { size, root } of (await getHeads('?limit=100')).items)
      expect(await rootOf((await growTree(emptyTree, leaves.slice(0, size))).tree)).toBe(root)
  })

  it('comes in pages', async () => {
    await makeComment(app)
    await seal()
    const { items } = await getEntries()
    const first = await getEntries('?limit=3')
    expect(first).toEqual({ items: items.slice(0, 3), next: '2' })
    const second = await getEntries(`?limit=1000&after=${first.next}`)
    expect(second).toEqual({ items: items.slice(3), next: null })
  })

  it('says what was done to which comment', async () => {
    const { publicId } = await makeComment(app, { state: 'returned' })
    await seal()
    const about = (await getEntries()).items.map(read).filter(({ subjectId }) => subjectId === publicId)
    expect(about.map(({ action, data }) => [action, data?.revision, data?.reason])).toEqual([
      ['comment.submitted', 1, undefined],
      ['comment.returned', 1, 'unclear'],
    ])
  })

  it('says nothing of persons of the office, of requests or of words', async () => {
    const { actor, email } = await makeUser(app, 'moderator', '欧阳敏')
    await makeComment(app, { state: 'rejected' })
    const data = {
      revision: 2,
      state: 'returned',
      reason: 'Mrs Wang asked',
      by: actor.id,
      note: '请欧阳敏处理',
    }
    const context = { ...app.context(actor), requestId: 'request-77' }
    const returned = {
      action: 'comment.returned',
      subjectKind: 'comment',
      subjectId: 'T001-7F3K-92QX',
      data,
    } as const
    await recordAudit(context, returned)
    await recordAudit(context, { ...returned, action: 'review.passed', subjectId: 'T001-7F3K-92QY' })
    await seal()
    const { items } = await getEntries()
    const text = items.map(({ entry }) => entry).join('\n')
    for (const secret of [
      actor.id,
      email,
      '欧阳敏',
      'request-77',
      'Wang',
      'from a test',
      '92QY',
      '"moderator',
    ])
      expect(text).not.toContain(secret)
    const known = items.map(read).find(({ subjectId }) => subjectId === returned.subjectId)
    expect(known?.data).toEqual({ revision: 2, state: 'returned', reason: null })
    const passed = items.map(read).find(({ action }) => action === 'review.passed')
    expect(passed).toMatchObject({ subjectId: null, data: null })
    const users = items.map(read).filter(({ subjectKind }) => subjectKind === 'user')
    expect(users.length).toBeGreaterThan(0)
    for (const { subjectId, data } of users) expect([subjectId, data]).toEqual([null, null])
  })

  it('gives like rows unlike leaves, so that nobody can guess what one commits to', async () => {
    await seal()
    const before = (await newest()).size
    const signIn = { action: 'user.signed_in', subjectKind: 'user', subjectId: 'same' } as const
    for (let i = 0; i < 2; i += 1) await recordAudit(app.context(), signIn)
    app.clock.advance(minute)
    await seal()
    const rows = (await getEntries(`?after=${before - 1}`)).items.map((item) => read(item).row)
    expect(new Set(rows).size).toBe(2)
  })
})

describe('GET /api/transparency/inclusion', () => {
  it('proves each entry about a comment against the newest head', async () => {
    const { publicId } = await makeComment(app)
    for (let i = 0; i < 4; i += 1) await makeComment(app, { state: 'pending' })
    await seal()
    const { head, entries, unsealed } = await getInclusion(publicId)
    expect(head).toEqual(await newest())
    expect(entries.map((each) => read(each).action)).toEqual(['comment.submitted', 'comment.published'])
    expect(unsealed).toBe(0)
    const { size, root } = head as HeadView
    for (const { index, entry, leaf, proof } of entries) {
      expect(leaf).toBe(await hashLeaf(entry))
      expect(await verifyInclusion({ leaf, index, size, root, proof })).toBe(true)
    }
  })

  it('counts what waits for the next sealing', async () => {
    await makeComment(app)
    await seal()
    const { publicId } = await makeComment(app)
    expect(await getInclusion(publicId)).toMatchObject({ entries: [], unsealed: 2 })
  })

  it('does not tell that somebody has given an opinion on it', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const opinion = { action: 'comment.opinion', subjectKind: 'comment', subjectId: publicId } as const
    await recordAudit(app.context(), { ...opinion, data: { review: 'first', decision: 'reject' } })
    expect(await getInclusion(publicId)).toMatchObject({ unsealed: 1 })
    await seal()
    const { entries } = await getInclusion(publicId)
    expect(entries.map((each) => read(each).action)).toEqual(['comment.submitted'])
    const texts = (await getEntries()).items.map(({ entry }) => entry)
    expect(texts.filter((text) => text.includes(publicId))).toHaveLength(1)
  })

  it('has nothing for a number that nobody was given', async () => {
    expect(await getInclusion('T001-0000-0000')).toMatchObject({ entries: [], unsealed: 0 })
  })

  it('refuses what is no number of a comment', async () => {
    const answer = await app.get('/api/transparency/inclusion?publicId=1')
    expect((await errorOf(answer)).fields).toHaveProperty('publicId')
  })
})

describe('GET /api/transparency/consistency', () => {
  it('proves that each head grew out of each earlier one', async () => {
    for (let i = 0; i < 4; i += 1) {
      await makeComment(app, { state: 'pending' })
      app.clock.advance(minute)
      await seal()
    }
    const heads = (await getHeads('?limit=5')).items
    for (const to of heads)
      for (const from of heads.filter(({ size }) => size <= to.size)) {
        const { proof } = await getConsistency(from.size, to.size)
        expect(await verifyConsistency({ from, to, proof })).toBe(true)
      }
  })

  it('refuses a tree that does not exist, and one that shrinks', async () => {
    await makeComment(app)
    await seal()
    const { size } = await newest()
    const beyond = await app.get(`/api/transparency/consistency?from=1&to=${size + 1}`)
    expect((await errorOf(beyond)).code).toBe('not_found')
    for (const query of ['from=2&to=1', 'from=0&to=1', 'from=x&to=1', 'to=1'])
      expect((await app.get(`/api/transparency/consistency?${query}`)).status).toBe(422)
  })
})
