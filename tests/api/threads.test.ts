import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentContextView, Page, ThreadView } from '../../worker/contract/comments'
import {
  type CommentSort,
  commentSorts,
  type ParticipantKind,
  participantKinds,
} from '../../worker/contract/words'
import { bodyOf, errorOf } from '../support/answers'
import { copyComment, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const clauses = [undefined, '1.1.1', '1.1.2'] as const

interface Root {
  publicId: string
  kind: ParticipantKind
  clause: string | undefined
  replies: string[]
}
/** Twelve roots: each kind on each place, with 0 to 3 replies, oldest first. */
const roots: Root[] = []

beforeAll(async () => {
  await makeReasons(app)
  await makeConsultation(app)
  for (const [i, kind] of participantKinds.entries())
    for (const clause of clauses) {
      const participant = kind === 'individual' ? { kind } : organisation(i + 1, kind)
      const { publicId } = await makeComment(app, { participant, ...(clause && { clause }) })
      roots.push({ publicId, kind, clause, replies: [] })
    }
  for (const [i, root] of roots.entries())
    for (let reply = 0; reply < i % 4; reply += 1)
      root.replies.push((await makeComment(app, { parentId: root.publicId })).publicId)
  await makeComment(app, { state: 'pending' })
  await makeComment(app, { measure: '1.2' })
}, 60_000)

async function readPages(query: string): Promise<ThreadView[][]> {
  const pages: ThreadView[][] = []
  for (let after = ''; ; ) {
    const path = `/api/measures/1.1/comments?limit=5&${query}${after && `&after=${after}`}`
    const { items, next } = await bodyOf<Page<ThreadView>>(await app.get(path))
    pages.push(items)
    if (next === null) return pages
    after = next
  }
}

const inOrder: Record<CommentSort, (list: Root[]) => Root[]> = {
  oldest: (list) => list,
  newest: (list) => list.toReversed(),
  discussed: (list) => list.toReversed().toSorted((a, b) => b.replies.length - a.replies.length),
}

describe.each(commentSorts)('the comments of a measure, %s first', (sort) => {
  const filters = [undefined, ...participantKinds].flatMap((kind) =>
    clauses.map((clause) => ({ kind, clause })),
  )
  it.each(filters)('stand once each on their pages, filtered by %j', async ({ kind, clause }) => {
    const query = [`sort=${sort}`, kind && `kind=${kind}`, clause && `clause=${clause}`]
    const pages = await readPages(query.filter(Boolean).join('&'))
    const expected = inOrder[sort](roots).filter(
      (root) => (!kind || root.kind === kind) && (!clause || root.clause === clause),
    )
    expect(pages.flat().map(({ publicId }) => publicId)).toEqual(expected.map(({ publicId }) => publicId))
    expect(pages.slice(0, -1).every((page) => page.length === 5)).toBe(true)
    for (const item of pages.flat()) {
      const root = roots.find(({ publicId }) => publicId === item.publicId)
      expect(item.replies.map(({ publicId }) => publicId)).toEqual(root?.replies)
      expect(item).toMatchObject({
        measureKey: '1.1',
        clauseKey: root?.clause ?? null,
        parentId: null,
        depth: 0,
        replyCount: root?.replies.length,
        author: { kind: root?.kind },
      })
    }
  })

  it('have as many on a page as was asked for, and a next page only if there is one', async () => {
    for (const limit of [1, 11, 12, 13, 100]) {
      const path = `/api/measures/1.1/comments?sort=${sort}&limit=${limit}`
      const { items, next } = await bodyOf<Page<ThreadView>>(await app.get(path))
      expect(items).toHaveLength(Math.min(limit, 12))
      expect(next === null).toBe(limit >= 12)
    }
  })
})

describe('a list', () => {
  it('is empty, not missing, where nobody has written', async () => {
    const answer = await app.get('/api/measures/2.1/comments')
    expect(await bodyOf(answer)).toEqual({ items: [], next: null, answers: [] })
  })

  it('is refused for a clause of another measure', async () => {
    const answer = await app.get('/api/measures/1.1/comments?clause=1.2.1')
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual(['clause'])
  })

  it('loses a comment that is withdrawn, and its reply from the count', async () => {
    const root = await makeComment(app, { measure: '2.1' })
    const reply = await makeComment(app, { measure: '2.1', parentId: root.publicId })
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${reply.publicId}`)
    const list = await bodyOf<Page<ThreadView>>(await app.get('/api/measures/2.1/comments'))
    expect(list.items.map(({ replyCount, replies }) => [replyCount, replies])).toEqual([[0, []]])
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${root.publicId}`)
    expect(await bodyOf(await app.get('/api/measures/2.1/comments'))).toEqual({
      items: [],
      next: null,
      answers: [],
    })
  })

  it('shows the first twenty replies and counts all', async () => {
    const root = await makeComment(app, { measure: '2.1' })
    const reply = await makeComment(app, { measure: '2.1', parentId: root.publicId })
    await copyComment(app, reply.publicId, 24)
    const list = await bodyOf<Page<ThreadView>>(await app.get('/api/measures/2.1/comments?limit=1'))
    expect(list.items[0]?.replyCount).toBe(25)
    expect(list.items[0]?.replies).toHaveLength(20)
    expect(list.items[0]?.replies[0]?.publicId).toBe(reply.publicId)
  })
})

describe('a permalink', () => {
  const open = async (publicId: string, after?: string | null) =>
    bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}${after ? `?after=${after}` : ''}`))

  it('shows a comment with all that it answers and all that answers it', async () => {
    const chain: string[] = []
    for (let depth = 0; depth < 5; depth += 1) {
      const parentId = chain.at(-1)
      const change = parentId ? { parentId } : { clause: '1.1.2' }
      chain.push((await makeComment(app, change)).publicId)
    }
    const view = await open(chain[2] ?? '')
    expect(view.comment).toMatchObject({ publicId: chain[2], depth: 2, parentId: chain[1], replyCount: 2 })
    expect(view.ancestors.map(({ publicId }) => publicId)).toEqual(chain.slice(0, 2))
    expect(view.replies.map(({ publicId, depth }) => [publicId, depth])).toEqual([
      [chain[3], 3],
      [chain[4], 4],
    ])
    expect(view.next).toBeNull()
    expect(view.measure).toMatchObject({ key: '1.1', title: '培育壮大制造业企业群', shortTitle: '企业群' })
    expect(view.clause).toMatchObject({ key: '1.1.2', number: 2 })
    expect(view.consultation.phase).toBe('open')
  })

  it('shows each reply, and what hangs on it, once over all pages', async () => {
    const root = await makeComment(app)
    const first = await makeComment(app, { parentId: root.publicId })
    await copyComment(app, first.publicId, 44)
    const direct = await app.rows<{ public_id: string }>(sql`
      SELECT public_id FROM comments WHERE parent_id = (
        SELECT id FROM comments WHERE public_id = ${root.publicId}) ORDER BY id`)
    const below: string[] = []
    for (const at of [0, 19, 20, 44])
      below.push((await makeComment(app, { parentId: direct[at]?.public_id ?? '' })).publicId)
    const pages = [await open(root.publicId)]
    while (pages.at(-1)?.next) pages.push(await open(root.publicId, pages.at(-1)?.next))
    const shown = pages.map(({ replies }) => replies.map(({ publicId }) => publicId))
    expect(pages).toHaveLength(3)
    expect(shown.flat().toSorted()).toEqual([...direct.map((row) => row.public_id), ...below].toSorted())
    for (const page of pages) {
      const onPage = new Set([root.publicId, ...page.replies.map(({ publicId }) => publicId)])
      expect(page.replies.filter(({ parentId }) => !onPage.has(parentId ?? ''))).toEqual([])
    }
  })
})
