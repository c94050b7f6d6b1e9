import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BannedWordList } from '../../worker/contract/banned-words'
import type { CommentReceipt } from '../../worker/contract/comments'
import { limits } from '../../worker/contract/limits'
import { bannedWords } from '../../worker/db/schema'
import { sowBannedWords } from '../../worker/local/sow-banned-words'
import { listBannedWords } from '../../worker/services/banned-words/list-banned-words'
import { removeBannedWord } from '../../worker/services/banned-words/remove-banned-word'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp({ config: { isLocal: true, isLoadTest: true } })
await makeConsultation(app)
const staff = await makeUser(app, 'staff', '李工')
const as = await signIn(app, staff)
const senior = await signInAs(app, 'senior_moderator')

const path = '/api/staff/banned-words'
const add = (word: string, category = 'other', by = as) => app.post(path, { word, category }, { as: by })
const remove = (word: string, by = as) => app.post(`${path}/remove`, { word }, { as: by })
const listed = async () => {
  const { items } = await bodyOf<BannedWordList>(await app.get(path, { as }))
  return items.map(({ word, category }) => [word, category])
}

beforeEach(async () => {
  await app.db.delete(bannedWords)
})

describe('the list of words', () => {
  it('is kept by staff and by senior moderators, and says who put what there', async () => {
    await add('票点优惠', 'invoice')
    expect((await add('六合彩', 'gambling', senior)).status).toBe(200)
    const { items } = await bodyOf<BannedWordList>(await app.get(path, { as: senior }))
    const addedAt = app.clock.now().toISOString()
    expect(items).toEqual([
      { word: '六合彩', category: 'gambling', addedBy: '陈静', addedAt },
      { word: '票点优惠', category: 'invoice', addedBy: '李工', addedAt },
    ])
    expect((await remove('票点优惠', senior)).status).toBe(200)
    expect(await listed()).toEqual([['六合彩', 'gambling']])
  })

  it('has a word once, whatever its case and width', async () => {
    await add(' ＶＰＮ代理 ')
    await add('vpn代理', 'advertising')
    expect(await listed()).toEqual([['vpn代理', 'advertising']])
  })

  it('records each change, and none where nothing changed', async () => {
    await add('百家乐', 'gambling')
    await add('百家乐', 'gambling')
    await add('百家乐', 'other')
    await remove('百家乐')
    const rows = await auditOf(app, '百家乐')
    expect(rows.map(({ action, actorId, data }) => [action, actorId, data])).toEqual([
      ['banned_word.added', staff.actor.id, { category: 'gambling' }],
      ['banned_word.added', staff.actor.id, { category: 'other' }],
      ['banned_word.removed', staff.actor.id, {}],
    ])
  })

  it.each([
    ['', 'required'],
    ['赌', 'word_too_short'],
    ['赌'.repeat(limits.bannedWord + 1), 'too_long'],
  ])('refuses %j', async (word) => {
    const { code, fields } = await errorOf(await add(word))
    expect(code).toBe('invalid_input')
    expect(Object.keys(fields ?? {})).toEqual(['word'])
    expect(await listed()).toEqual([])
  })

  it('refuses a category that there is none of', async () => {
    expect((await errorOf(await add('百家乐', 'politics'))).fields).toHaveProperty('category')
  })

  it('refuses to take off what is not on it', async () => {
    expect((await errorOf(await remove('从未列入的词'))).code).toBe('not_found')
    expect(await auditOf(app, '从未列入的词')).toEqual([])
  })

  it('refuses more than every submission can read, but not another category for what it has', async () => {
    await app.db.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${limits.bannedWords})
      INSERT INTO banned_words (word, category, added_at) SELECT '词语' || i, 'other', 0 FROM n`)
    expect((await errorOf(await add('再来一个'))).code).toBe('banned_words_full')
    expect(await auditOf(app, '再来一个')).toEqual([])
    expect((await add('词语7', 'insult')).status).toBe(200)
  })

  it('is not for moderators', async () => {
    const other = await signInAs(app, 'moderator')
    expect((await app.get(path, { as: other })).status).toBe(403)
    expect((await add('百家乐', 'gambling', other)).status).toBe(403)
    expect((await remove('百家乐', other)).status).toBe(403)
  })

  it('leaves the rest of the staff’s routes closed to senior moderators', async () => {
    expect((await app.get('/api/staff/summary', { as: senior })).status).toBe(403)
    expect((await app.get('/api/staff/exports/comments.csv', { as: senior })).status).toBe(403)
  })
})

it('counts for what is submitted after a change', async () => {
  const signals = async (body: string) => {
    const answer = await app.post('/api/measures/1.1/comments', newComment({ body }))
    const { publicId } = await bodyOf<CommentReceipt>(answer)
    const rows = await app.rows<{ kind: string }>(sql`
      SELECT s.kind FROM comment_signals s JOIN comments c ON c.id = s.comment_id WHERE c.public_id = ${publicId}`)
    return rows.map(({ kind }) => kind)
  }
  expect(await signals('园区门口常有人发贷款小卡片。')).toEqual([])
  await add('贷款小卡片', 'loan')
  expect(await signals('请管一管园区门口的贷 款 小 卡 片。')).toEqual(['banned_word'])
  await remove('贷款小卡片')
  expect(await signals('宿舍楼下也有贷款小卡片，请处理。')).toEqual([])
})

describe('the words that come with the product', () => {
  it('fill an untouched list once, and never bring back what staff took off', async () => {
    const fresh = await startTestApp()
    const { actor } = await makeUser(fresh, 'staff')
    const words = async () => (await listBannedWords(fresh.context(actor))).items.map(({ word }) => word)
    const sow = () => sowBannedWords(fresh.context())
    await sow()
    const [first = '', ...rest] = await words()
    expect(rest.length).toBeGreaterThan(30)
    await removeBannedWord(fresh.context(actor), { word: first })
    await sow()
    expect(await words()).toEqual(rest)
    for (const word of rest) await removeBannedWord(fresh.context(actor), { word })
    await sow()
    expect(await words()).toEqual([])
  })
})
