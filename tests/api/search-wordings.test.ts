import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SearchView } from '../../worker/contract/comments'
import { wholeText } from '../../worker/contract/whole-text'
import { spaceOut } from '../../worker/services/search/tokens'
import { bodyOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeAnnexUpload } from '../support/make-annex'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { findWords } from '../support/read-everything'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const { settled } = deskOf(app)
const body = '完成不了。'
const text = '力争新培育专精特新中小企业260家，并公布zqxwording名单。'
const summary = '成本构成，含zqxsummary原料。'
let as = ''

beforeAll(async () => {
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
})
beforeEach(async () => {
  app.limits.reset()
  await makeConsultation(app)
})

const find = async (q: string) =>
  (await bodyOf<SearchView>(await app.get(`/api/search?q=${encodeURIComponent(q)}`))).items.map(
    ({ publicId }) => publicId,
  )
const making = async (change: object = {}) => {
  const { id } = await makeAnnexUpload(app)
  const annex = { file: id, summary }
  const said = { clause: '1.1.2', wording: { text }, participant: organisation(9), annex }
  return makeComment(app, { body, ...said, ...change })
}
const indexed = async () =>
  [...(await findWords(app, ['zqxhiddenwording', 'zqxhiddensummary']))].filter((name) =>
    name.startsWith('comment_search'),
  )

describe('search', () => {
  it('finds words of public wordings and summaries, and not what marks them', async () => {
    const { publicId } = await making()
    await making({ state: 'pending' })
    for (const q of ['260家', '并公布', 'zqxwording', '原料', 'zqxsummary', '完成不了'])
      expect(await find(q), q).toEqual([publicId])
    for (const q of ['建议改为', '保密附件']) expect(await find(q), q).toEqual([])
    const html = await (await app.get('/search?q=并公布')).text()
    expect(html).toMatch(/<ins[^>]*>.*zqxwording.*<\/ins>/s)
  })

  it('finds the wording of what is public at once', async () => {
    await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE is_current = 1`)
    const { publicId } = await makeComment(app, { state: 'pending', clause: '1.1.2', wording: { text } })
    expect(await find('并公布')).toEqual([publicId])
  })

  it('finds none of them hidden, withdrawn or erased: no segment of the index has them', async () => {
    const own = {
      wording: text.replace('zqxwording', 'zqxhiddenwording'),
      summary: summary.replace('zqxsummary', 'zqxhiddensummary'),
    }
    const make = async (change: object = {}) => {
      const { id } = await makeAnnexUpload(app)
      return making({ wording: { text: own.wording }, annex: { file: id, summary: own.summary }, ...change })
    }
    const comment = await make({ state: 'pending' })
    const whole = wholeText({ body, ...own })
    const hide = (word: string) => {
      const start = whole.indexOf(word)
      return { start, end: start + word.length, reason: 'wording' as const }
    }
    const redactions = [hide('zqxhiddenwording'), hide('zqxhiddensummary')]
    await settled(comment.publicId, 'redact', { redactions }, as)
    expect(await find('并公布')).toEqual([comment.publicId])
    expect(await find('zqxhiddenwording')).toEqual([])
    expect(await indexed()).toEqual([])
    const { publicId, queryCode } = await make()
    expect(await indexed()).not.toEqual([])
    await app.post('/api/receipts/erase', { publicId, queryCode, confirm: true })
    expect(await indexed()).toEqual([])
    expect(await find('并公布')).toEqual([comment.publicId])
  })

  it('has from the migration what was public before', async () => {
    const { publicId } = await making()
    const plain = await makeComment(app, { body: '没有改法。' })
    const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
    await app.db.run(sql`UPDATE comment_search SET body = ${spaceOut(body)} WHERE rowid = ${id}`)
    expect(await find('并公布')).toEqual([])
    const name = readdirSync('migrations').find((each) => each.endsWith('_search_wordings_and_summaries.sql'))
    await app.db.run(sql.raw(readFileSync(`migrations/${name}`, 'utf8')))
    for (const q of ['260家', '并公布', '原料', '完成不了']) expect(await find(q), q).toEqual([publicId])
    expect(await find('没有改法')).toEqual([plain.publicId])
    await app.db.run(sql`INSERT INTO comment_search (comment_search) VALUES ('integrity-check')`)
  })
})
