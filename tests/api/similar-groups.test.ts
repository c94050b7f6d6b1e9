import type { InStatement } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import type { QueueCounts } from '../../worker/contract/moderation/queue'
import { openDatabase } from '../../worker/db/client'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { sketchText } from '../../worker/services/similarity/sketch'
import { bodyOf } from '../support/answers'
import { decide, makeComment, newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

/** What each request sends to the database, one list for each round trip. */
const trips: string[][] = []
let address = ''
const textOf = (statement: InStatement) => (typeof statement === 'string' ? statement : statement.sql)
const app = await startTestApp({
  config: { isLocal: true, isLoadTest: true },
  openDatabase: () => {
    const db = openDatabase({ url: address })
    const { batch, execute } = db.$client
    db.$client.execute = (statement: InStatement) => {
      trips.push([textOf(statement)])
      return execute(statement)
    }
    db.$client.batch = (statements, mode) => {
      trips.push((statements as InStatement[]).map(textOf))
      return batch(statements as InStatement[], mode)
    }
    return db
  },
})
address = app.url
await makeConsultation(app)
await makeReasons(app)
const as = await signInAs(app, 'moderator')

const letter =
  '我们是一家三十多人的五金加工厂，去年购置了两台数控车床。技改补贴要求单个项目投资额不低于五百万元，像我们这样的小厂永远够不着门槛。建议对五十人以下的企业单独设立小额技改补贴。'
let number = 0
/** The letter in characters that no other test has. */
let own = ''
const shift = (text: string, by: number) =>
  text.replace(/\p{Script=Han}/gu, (letter) =>
    String.fromCodePoint(0x4e00 + (((letter.codePointAt(0) ?? 0) - 0x4e00 + by * 37) % 0x5000)),
  )

beforeEach(() => {
  number += 1
  own = shift(letter, number)
})

async function send(body: string): Promise<string> {
  const answer = await app.post('/api/measures/1.1/comments', newComment({ body }))
  return (await bodyOf<CommentReceipt>(answer)).publicId
}

interface Stored {
  id: number
  group_id: number
  similarity: number
  members: number
  review_group: number | null
  is_front: number | null
  similar: number
}

async function stored(publicId: string): Promise<Stored> {
  const [row] = await app.rows<Stored>(sql`
    SELECT c.id, c.similar_group_id AS group_id, c.similarity, g.member_count AS members, r.group_id AS review_group,
      r.is_front, (SELECT count(*) FROM review_signals s WHERE s.review_id = r.id AND s.signal = 'similar') AS similar
    FROM comments c LEFT JOIN similar_groups g ON g.id = c.similar_group_id
    LEFT JOIN reviews r ON r.comment_id = c.id AND r.kind = 'first' WHERE c.public_id = ${publicId}`)
  if (!row) throw new Error(`there is no ${publicId}`)
  return row
}

/** Holds what is kept beside the comments against a count. */
async function expectCountersRight(): Promise<void> {
  const wrong = await app.rows(sql`
    SELECT id, member_count FROM similar_groups g
    WHERE member_count <> (
      SELECT count(*) FROM comments WHERE similar_group_id = g.id AND state <> 'withdrawn')`)
  expect(wrong).toEqual([])
  const fronts = await app.rows(sql`
    SELECT group_id, kind FROM reviews WHERE group_id IS NOT NULL GROUP BY group_id, kind HAVING sum(is_front) <> 1`)
  expect(fronts).toEqual([])
  const strayed = await app.rows(sql`
    SELECT r.id FROM reviews r JOIN comments c ON c.id = r.comment_id
    WHERE r.kind = 'first' AND r.group_id IS NOT c.similar_group_id`)
  expect(strayed).toEqual([])
  const [counted] = await app.rows<{ open: number; cards: number; similar: number }>(sql`
    SELECT count(*) AS open, coalesce(sum(is_front), 0) AS cards,
      (SELECT count(*) FROM review_signals WHERE signal = 'similar') AS similar FROM reviews WHERE kind = 'first'`)
  const kept = await bodyOf<QueueCounts>(await app.get('/api/moderation/counts', { as }))
  expect([kept.open.first, kept.cards.first, kept.signals.similar]).toEqual([
    counted?.open,
    counted?.cards,
    counted?.similar,
  ])
}

describe('a comment', () => {
  it('that is withdrawn is no longer one of its group, and the other is one of its own', async () => {
    const text = '建议把申报窗口延长到九月底，并在官网公布每一批的受理进度。'
    const [one, two] = [await send(text), await send(`${text}谢谢！`)]
    expect(await stored(two)).toMatchObject({ members: 2, similar: 1 })
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn', decided_at = 1 WHERE public_id = ${one}`)
    expect(await stored(two)).toMatchObject({ members: 1, similar: 0 })
    await expectCountersRight()
    const third = await send(`领导好！${text}`)
    expect(await stored(third)).toMatchObject({ members: 2, similar: 1 })
    expect(await stored(two)).toMatchObject({ members: 2, similar: 1 })
    await expectCountersRight()
  })

  it('begins a group of its own, without a signal', async () => {
    const first = await stored(await send(own))
    expect(first).toMatchObject({ similarity: 1, members: 1, is_front: 1, similar: 0 })
    expect(first.review_group).toBe(first.group_id)
    await expectCountersRight()
  })

  it('joins the group of its like: one card, and all of them say so', async () => {
    const [one, two] = [await send(own), await send(`领导好！${own.replace(/，/g, ',')}望采纳。`)]
    const [first, second] = [await stored(one), await stored(two)]
    expect(second.group_id).toBe(first.group_id)
    expect(second.similarity).toBeGreaterThan(0.8)
    expect(second.similarity).toBeLessThan(1)
    expect(first).toMatchObject({ members: 2, is_front: 1, similar: 1 })
    expect(second).toMatchObject({ members: 2, is_front: 0, similar: 1 })
    expect(await stored(await send(`${own}谢谢！`))).toMatchObject({
      group_id: first.group_id,
      members: 3,
      similar: 1,
    })
    const signals = await app.rows(sql`
      SELECT detail, count(*) AS count FROM comment_signals WHERE kind = 'similar' AND detail = ${String(first.group_id)}`)
    expect(signals).toEqual([{ detail: String(first.group_id), count: 3 }])
    await expectCountersRight()
  })

  it('that says the same in other signs and widths is like it in full', async () => {
    const [one, two] = [await send(`${own}共5G。`), await send(`${own.replace(/[，。]/g, ' ')}共５ｇ！！`)]
    expect(await stored(two)).toMatchObject({ group_id: (await stored(one)).group_id, similarity: 1 })
  })

  it('is no member for having the same beginning', async () => {
    const one = await stored(await send(own))
    const other = `${own.slice(0, 30)}但我认为补贴不是办法，还是要把用电和用地的成本降下来，让大家轻装上阵，不必看批文过日子。`
    expect((await stored(await send(other))).group_id).not.toBe(one.group_id)
  })

  it('of a few words is like its equals only', async () => {
    const text = `支持第${number}项措施。`
    const one = await stored(await send(text))
    expect((await stored(await send(text.slice(0, -1)))).group_id).toBe(one.group_id)
    expect((await stored(await send(`支持第${number}项措施吗`))).group_id).not.toBe(one.group_id)
  })

  it('finds its like in a crowd that shares a part of its text', async () => {
    const first = await stored(await send(own))
    const { bands } = await sketchText('2021-work-plan', own)
    await app.db.run(sql`
      INSERT INTO similar_groups (text_hash, normal_text, created_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      SELECT ${`2021-work-plan:crowd ${number} `} || i, '别的文字' || i, 0 FROM n`)
    await app.db.run(sql`
      INSERT INTO similar_bands (band, hash, group_id)
      SELECT 0, ${bands[0]}, id FROM similar_groups WHERE text_hash LIKE ${`2021-work-plan:crowd ${number} %`}`)
    expect((await stored(await send(`${own}谢谢！`))).group_id).toBe(first.group_id)
  })

  it('costs one read more than its place and its writing, however many groups there are', async () => {
    trips.length = 0
    await send(own)
    expect(trips).toHaveLength(3)
    const asked = trips.flat().filter((text) => /\bsimilar_bands\b/.test(text))
    expect(asked.length).toBeGreaterThan(1)
    for (const statement of asked) {
      const args = Array.from({ length: statement.match(/\?/g)?.length ?? 0 }, () => 0)
      const { rows } = await app.db.$client.execute({ sql: `EXPLAIN QUERY PLAN ${statement}`, args })
      const steps = rows.map(({ detail }) => String(detail)).join('\n')
      if (/^\s*SELECT/.test(statement)) expect(steps).not.toMatch(/^SCAN (?!near)\w+$/m)
      if (statement.includes('FROM similar_bands') || statement.includes('JOIN similar_bands'))
        expect(steps).toMatch(/SEARCH (s|similar_bands) USING PRIMARY KEY \(band=\? AND hash=\?/)
    }
  })
})

describe('comments that arrive at the same moment', () => {
  const burst = 200

  it('are one group where they are copies of one letter, whoever is first', async () => {
    const sent = await Promise.all(
      Array.from({ length: burst }, (_, i) => send(i % 5 === 0 ? own : `${own}这是第${i}家的意见。`)),
    )
    const groups = await app.rows<{ group_id: number; count: number }>(sql`
      SELECT similar_group_id AS group_id, count(*) AS count FROM comments
      WHERE public_id IN (SELECT value FROM json_each(${JSON.stringify(sent)})) GROUP BY 1`)
    expect(groups).toEqual([{ group_id: groups[0]?.group_id, count: burst }])
    expect(await stored(sent[0] ?? '')).toMatchObject({ members: burst, similar: 1 })
    await expectCountersRight()
  }, 120_000)

  it('are all taken in where each is a little too different to join another', async () => {
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, i) => send(own.slice(0, 60) + shift(letter.slice(0, 36), 100 + i))),
    )
    expect(new Set(sent).size).toBe(60)
    await expectCountersRight()
  }, 120_000)
})

describe('a changed text', () => {
  it('is in the group that it is like now, and the one it left is counted anew', async () => {
    const returned = await makeComment(app, { state: 'pending', body: own })
    const one = await send(`${own}谢谢！`)
    const another = shift(letter, 500)
    const target = await send(another)
    const before = await stored(one)
    expect(before).toMatchObject({ members: 2, similar: 1 })
    await decide(app, { publicId: returned.publicId, revision: 1, decision: 'return', reason: 'unclear' })
    await resubmitComment(app.context(), { ...returned, body: `${another}请考虑。`, stance: 'suggest' })
    const moved = await stored(returned.publicId)
    expect(moved).toMatchObject({
      group_id: (await stored(target)).group_id,
      members: 2,
      similar: 1,
      is_front: 0,
    })
    expect(await stored(one)).toMatchObject({
      group_id: before.group_id,
      members: 1,
      similar: 0,
      is_front: 1,
    })
    await expectCountersRight()
  })

  it('that is still like the others stays with them', async () => {
    const returned = await makeComment(app, { state: 'pending', body: own })
    const one = await send(`${own}谢谢！`)
    await decide(app, { publicId: returned.publicId, revision: 1, decision: 'return', reason: 'unclear' })
    await resubmitComment(app.context(), { ...returned, body: `${own}盼复。`, stance: 'suggest' })
    const group = (await stored(one)).group_id
    expect(await stored(returned.publicId)).toMatchObject({ group_id: group, members: 2, similar: 1 })
    await expectCountersRight()
  })
})
