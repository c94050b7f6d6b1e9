import { beforeEach, describe, expect, it } from 'vitest'
import type { FieldCode } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import type { OriginalView } from '../../worker/contract/moderation/decided'
import type { Redaction } from '../../worker/contract/redaction'
import { commentOriginals, redactions as redactionRows } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const as = await signInAs(app, 'moderator')
const senior = await signInAs(app, 'senior_moderator')
const staff = await signInAs(app, 'staff')
const { decide, settled, stored, audited } = deskOf(app)

beforeEach(async () => {
  await makeConsultation(app)
})

const text = '请联系老周，电话13912345678，他住在桂花里八号，意见如上。'
const hide = (words: string, reason: Redaction['reason'] = 'contact', of = text): Redaction => {
  const start = of.indexOf(words)
  return { start, end: start + words.length, reason }
}
const phone = hide('13912345678')
const address = hide('桂花里八号', 'address')
const shown = '请联系老周，电话〔已隐去：联系方式〕，他住在〔已隐去：住址〕，意见如上。'

describe('hidden passages', () => {
  it('are nowhere that anybody reads, nor in the log, and the original is kept', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'pending', body: text })
    await settled(publicId, 'redact', { redactions: [phone, address] }, as)
    const row = await stored(publicId)
    expect(row).toMatchObject({ state: 'published', body: shown })

    const read = [
      ...[
        `/api/comments/${publicId}`,
        `/comments/${publicId}`,
        '/api/measures/1.1/comments',
        '/measures/1.1',
      ],
      ...['/api/search?q=13912345678', '/api/search?q=桂花里', '/api/search?q=老周'],
    ]
    const answers = await Promise.all(read.map(async (path) => (await app.get(path)).text()))
    answers.push(await (await app.post('/api/receipts/lookup', { publicId, queryCode })).text())
    answers.push(await (await app.get('/api/staff/exports/comments.csv', { as: staff })).text())
    answers.push(await (await app.get('/api/moderation/decided', { as })).text())
    answers.push(JSON.stringify(await audited(publicId)))
    const everything = answers.join('\n').replaceAll('"query":"13912345678"', '').replaceAll('"桂花里"', '')
    expect(everything).toContain('〔已隐去：联系方式〕')
    expect(everything).not.toMatch(/13912345678|桂花里八号/)

    expect(await (await app.get('/api/search?q=13912345678')).text()).not.toContain(publicId)
    expect(await (await app.get('/api/search?q=老周')).text()).toContain(publicId)
    const kept = await app.db.select().from(commentOriginals)
    expect(kept.find(({ commentId }) => commentId === row.id)).toEqual({
      commentId: row.id,
      revision: 1,
      body: text,
    })
    expect((await audited(publicId)).at(-1)).toMatchObject({
      action: 'comment.redacted',
      data: { state: 'published', redactions: [phone, address] },
    })
  })

  it('are stored in their order, as positions', async () => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text })
    const decisionId = await settled(publicId, 'redact', { redactions: [phone, address] }, as)
    const { id } = await stored(publicId)
    const rows = await app.db.select().from(redactionRows)
    expect(rows.filter(({ commentId }) => commentId === id)).toEqual(
      [phone, address].map(({ start, end, reason }, i) => ({
        decisionId,
        number: i + 1,
        commentId: id,
        revision: 1,
        startOffset: start,
        endOffset: end,
        reason,
      })),
    )
  })

  it('stay hidden in what is accepted in private', async () => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text, consent: { publish: false } })
    await settled(publicId, 'redact', { redactions: [phone] }, as)
    const row = await stored(publicId)
    expect(row.state).toBe('private')
    expect(row.body).not.toContain('13912345678')
  })

  it('may be chosen anew by a senior, in the text as it was sent', async () => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text })
    await settled(publicId, 'redact', { redactions: [phone] }, as)
    await settled(publicId, 'redact', { redactions: [hide('老周', 'person'), phone, address] }, senior)
    expect((await stored(publicId)).body).toBe(
      '请联系〔已隐去：他人姓名〕，电话〔已隐去：联系方式〕，他住在〔已隐去：住址〕，意见如上。',
    )
    expect(await (await app.get('/api/search?q=老周')).text()).not.toContain(publicId)
    const read = { publicId, purpose: '核对' }
    const original = await bodyOf<OriginalView>(
      await app.post('/api/moderation/originals', read, { as: senior }),
    )
    expect(original.body).toBe(text)
    expect(original.redactions).toHaveLength(3)
  })

  it('stay hidden when the comment is rejected and restored', async () => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text })
    await settled(publicId, 'redact', { redactions: [phone, address] }, as)
    await settled(publicId, 'reject', { reason: 'off_topic' }, senior)
    await settled(publicId, 'restore', {}, senior)
    expect(await stored(publicId)).toMatchObject({ state: 'published', body: shown })
  })
})

describe('hiding is refused', () => {
  it.each<[string, object[], FieldCode]>([
    ['without a passage', [], 'redaction_required'],
    ['outside the text', [{ start: 0, end: text.length + 1, reason: 'contact' }], 'redaction_misplaced'],
    ['of nothing', [{ start: 3, end: 3, reason: 'contact' }], 'redaction_misplaced'],
    ['out of order', [address, phone], 'redaction_misplaced'],
    ['twice over', [phone, phone], 'redaction_misplaced'],
  ])('%s', async (_, redactions, code) => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text })
    const before = await countRows(app)
    const error = await errorOf(await decide(publicId, 'redact', { redactions }, as))
    expect(error.fields).toEqual({ redactions: domainWords.zh.fields[code] })
    expect(await countRows(app)).toEqual(before)
  })

  it.each([
    ['publish', {}],
    ['return', { reason: 'unclear' }],
    ['reject', { reason: 'off_topic' }],
  ])('with a decision to %s', async (decision, more) => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text })
    const before = await countRows(app)
    const answer = await decide(publicId, decision, { ...more, redactions: [phone] }, as)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual(['redactions'])
    expect(await countRows(app)).toEqual(before)
  })

  it.each([
    [{ start: -1, end: 2, reason: 'contact' }],
    [{ start: 0.5, end: 2, reason: 'contact' }],
    [{ start: 0, end: 2, reason: 'because' }],
    [{ start: 0, end: 2 }],
    [{ start: 0, end: 2, reason: 'contact', words: 'x' }],
  ])('of %j', async (redaction) => {
    const { publicId } = await makeComment(app, { state: 'pending', body: text })
    expect((await decide(publicId, 'redact', { redactions: [redaction] }, as)).status).toBe(422)
  })

  it('where it would cut a character in two', async () => {
    const { publicId } = await makeComment(app, { state: 'pending', body: '𠮷野家' })
    const redactions = [{ start: 1, end: 3, reason: 'wording' }]
    const error = await errorOf(await decide(publicId, 'redact', { redactions }, as))
    expect(error.fields).toEqual({ redactions: domainWords.zh.fields.redaction_misplaced })
  })
})
