import { sql } from 'drizzle-orm'
import type { NewComment } from '../../worker/contract/comments'
import type { ReviewKind } from '../../worker/contract/words'
import { openReview } from '../../worker/services/moderation/open-review'
import { makeComment } from './make-comment'
import type { TestApp } from './test-app'

export interface TestReview {
  reviewId: number
  publicId: string
}

/** A comment that waits, with the work that it is; of another kind than a first reading, work that was opened beside it. */
export async function makeReview(
  app: TestApp,
  {
    kind = 'first',
    excluded = [],
    ...change
  }: Partial<NewComment> & { kind?: ReviewKind; measure?: string; excluded?: string[] } = {},
): Promise<TestReview> {
  const { publicId } = await makeComment(app, { state: 'pending', ...change })
  if (kind !== 'first') {
    const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
    const users = sql`SELECT value AS user_id FROM json_each(${JSON.stringify(excluded)})`
    await app.db.batch([
      app.db.run(sql`DELETE FROM reviews WHERE comment_id = ${id}`),
      ...openReview(app.context(), id, kind, users, sql`1`),
    ])
  }
  return { publicId, reviewId: await reviewIdOf(app, publicId) }
}

/** The work that is open on a comment. */
export async function reviewIdOf(app: TestApp, publicId: string): Promise<number> {
  const [row] = await app.rows<{ id: number }>(sql`
    SELECT r.id FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId}`)
  if (!row) throw new Error(`nothing waits on ${publicId}`)
  return row.id
}

/** Comments that say the same, a second apart, longest waiting first: one card. */
export async function makeLookalikes(
  app: TestApp,
  count: number,
  change: Partial<NewComment> & { measure?: string } = {},
): Promise<TestReview[]> {
  madeGroups += 1
  const body = Array.from({ length: 30 }, (_, i) => unlike(madeGroups * 131 + i * 17)).join('')
  const made: TestReview[] = []
  for (let i = 0; i < count; i += 1) made.push(await makeReview(app, { body, ...change }))
  return made
}

let madeGroups = 0

/** A Chinese character; of different groups no three in a row are alike. */
const unlike = (n: number) => String.fromCodePoint(0x4e00 + ((n * 7919) % 9001))

/** The id of a group of two. */
export async function makeGroup(app: TestApp): Promise<number> {
  const [first] = await makeLookalikes(app, 2)
  return groupIdOf(app, first?.publicId ?? '')
}

export async function groupIdOf(app: TestApp, publicId: string): Promise<number> {
  const [row] = await app.rows<{ id: number }>(
    sql`SELECT similar_group_id AS id FROM comments WHERE public_id = ${publicId}`,
  )
  if (!row) throw new Error(`there is no ${publicId}`)
  return row.id
}

/** Gives notice of something in what waits. */
export async function addSignal(app: TestApp, publicId: string, kind: string): Promise<void> {
  await app.db.run(sql`
    INSERT INTO comment_signals (comment_id, revision, kind, start_offset, end_offset, detail)
    SELECT id, revision, ${kind}, 2, 5, NULL FROM comments WHERE public_id = ${publicId}`)
}
