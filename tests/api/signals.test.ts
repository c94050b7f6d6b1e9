import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CommentReceipt, NewComment } from '../../worker/contract/comments'
import { bannedWords } from '../../worker/db/schema'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { computeMissingSignals } from '../../worker/services/signals/compute-missing-signals'
import { bodyOf } from '../support/answers'
import { copyComment, decide, makeComment, newComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp({ config: { isLocal: true, isLoadTest: true } })
await makeConsultation(app)
await makeReasons(app)
await app.db.insert(bannedWords).values({ word: '六合彩', category: 'gambling', addedAt: app.clock.now() })

async function send(change: Partial<NewComment>): Promise<string> {
  const answer = await app.post('/api/measures/1.1/comments', newComment(change))
  return (await bodyOf<CommentReceipt>(answer)).publicId
}

/** Kind, words and detail of the signals of a revision, in their order. */
async function signalsOf(publicId: string, revision = 1) {
  const rows = await app.rows<{ kind: string; words: string | null; detail: string | null }>(sql`
    SELECT s.kind, substr(coalesce(v.body, c.body), s.start_offset + 1, s.end_offset - s.start_offset) AS words, s.detail
    FROM comment_signals s JOIN comments c ON c.id = s.comment_id
    LEFT JOIN comment_revisions v ON v.comment_id = c.id AND v.revision = s.revision
    WHERE c.public_id = ${publicId} AND s.revision = ${revision} ORDER BY s.id`)
  return rows.map(({ kind, words, detail }) => [kind, words, detail])
}

const waitingWith = (publicId: string) =>
  app.rows<{ signal: string }>(sql`
    SELECT s.signal FROM review_signals s JOIN reviews r ON r.id = s.review_id JOIN comments c ON c.id = r.comment_id
    WHERE c.public_id = ${publicId} ORDER BY s.signal`)

describe('a comment that is sent', () => {
  it('has its signals with their places, and waits for a moderator as any other', async () => {
    const publicId = await send({ body: '联系我：１３５ 9611 4593，或看www.example.com，别信六合彩。' })
    expect(await signalsOf(publicId)).toEqual([
      ['phone', '１３５ 9611 4593', 'mobile'],
      ['link', 'www.example.com', null],
      ['banned_word', '六合彩', 'gambling'],
    ])
    expect((await waitingWith(publicId)).map(({ signal }) => signal)).toEqual([
      'banned_word',
      'link',
      'phone',
    ])
    const [{ state } = { state: '' }] = await app.rows<{ state: string }>(
      sql`SELECT state FROM comments WHERE public_id = ${publicId}`,
    )
    expect(state).toBe('pending')
  })

  it('counts by offsets of UTF-16, past characters of two units', async () => {
    const publicId = await send({ body: '𠮷田家的意见👍：邮箱a1@mail.example.com' })
    const [row] = await app.rows(sql`
      SELECT s.start_offset, s.end_offset FROM comment_signals s JOIN comments c ON c.id = s.comment_id
      WHERE c.public_id = ${publicId}`)
    const start = '𠮷田家的意见👍：邮箱'.length
    expect(row).toEqual({ start_offset: start, end_offset: start + 'a1@mail.example.com'.length })
  })

  it('has none where there is nothing to tell of', async () => {
    expect(
      await signalsOf(await send({ body: '力争全年再推动8500家企业开展技术改造，请公布分解数。' })),
    ).toEqual([])
  })

  it('is read with the name of the organisation that sends it', async () => {
    const body = '第7精密制造去年产值4300万元，仍然够不着门槛。'
    expect(await signalsOf(await send({ body, participant: organisation(7) }))).toEqual([
      ['trade_secret', '产值4300万元', 'money'],
    ])
    expect(
      await signalsOf(await send({ body: `${body}请考虑。`, participant: organisation(8) })),
    ).not.toContainEqual(expect.arrayContaining(['trade_secret']))
  })
})

describe('a changed text', () => {
  it('has signals of its own; those of the old one stay with that', async () => {
    const comment = await makeComment(app, {
      state: 'returned',
      body: '请拨13596114593，谈谈电镀园区的废水。',
    })
    const change = {
      ...comment,
      body: '请发邮件到a2@mail.example.com，谈谈电镀园区的废水。',
      stance: 'suggest' as const,
    }
    await resubmitComment(app.context(), change)
    expect(await signalsOf(comment.publicId, 1)).toEqual([['phone', '13596114593', 'mobile']])
    expect(await signalsOf(comment.publicId, 2)).toEqual([['email', 'a2@mail.example.com', null]])
    expect(await waitingWith(comment.publicId)).toEqual([{ signal: 'email' }])
  })

  it('that comes twice at once leaves the signals of the one that was taken', async () => {
    const comment = await makeComment(app, { state: 'returned', body: '老旧锅炉的更新请再宽限一年。' })
    const texts = ['请拨13596114593，宽限一年即可。', '请发邮件到a3@mail.example.com，宽限一年。']
    const outcomes = await Promise.allSettled(
      texts.map((body) => resubmitComment(app.context(), { ...comment, body, stance: 'suggest' })),
    )
    const taken = outcomes.findIndex(({ status }) => status === 'fulfilled')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const found = (await signalsOf(comment.publicId, 2)).map(([kind]) => kind)
    expect(found).toEqual([taken === 0 ? 'phone' : 'email'])
  })
})

describe('what came in before there were signals', () => {
  const body = '电话13596114594，希望把村级工业园的电力增容写进今年的计划里，不要再拖。'
  const missing = () =>
    app.rows<{ public_id: string }>(sql`
      SELECT public_id FROM comments WHERE similar_group_id IS NULL AND state = 'pending' ORDER BY id`)

  it('is given signals and a group in portions, and counted rightly', async () => {
    const first = await makeComment(app, { state: 'pending', body })
    await copyComment(app, first.publicId, 5)
    const old = await missing()
    expect(old).toHaveLength(5)
    expect(await computeMissingSignals(app.context(), 3)).toBe(3)
    expect(await missing()).toEqual(old.slice(3))
    expect(await computeMissingSignals(app.context(), 3)).toBe(2)
    expect(await computeMissingSignals(app.context(), 3)).toBe(0)
    for (const { public_id } of old) {
      expect(await signalsOf(public_id)).toContainEqual(['phone', '13596114594', 'mobile'])
      expect((await waitingWith(public_id)).map(({ signal }) => signal)).toEqual(['phone', 'similar'])
    }
    const cards = await app.rows(sql`
      SELECT r.group_id = c.similar_group_id AS is_same, count(*) AS count, sum(r.is_front) AS fronts
      FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.body = ${body} GROUP BY r.group_id`)
    expect(cards).toEqual([{ is_same: 1, count: 6, fronts: 1 }])
    const [kept] = await app.rows<{ count: number }>(sql`
      SELECT count FROM review_counts WHERE dimension = 'cards' AND value = 'first'`)
    const [counted] = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM reviews WHERE kind = 'first' AND is_front = 1`)
    expect(kept).toEqual(counted)
  })

  it('is left alone once it is decided', async () => {
    const first = await makeComment(app, { state: 'pending', body: `${body}谢谢。` })
    await copyComment(app, first.publicId, 1)
    const [copy] = await missing()
    await decide(app, { publicId: copy?.public_id ?? '', revision: 1, decision: 'publish' })
    expect(await computeMissingSignals(app.context())).toBe(0)
    expect(await signalsOf(copy?.public_id ?? '')).toEqual([])
  })
})
