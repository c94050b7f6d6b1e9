import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import type { OriginalView } from '../../worker/contract/moderation/decided'
import type { QueueView } from '../../worker/contract/moderation/queue'
import type { ReceiptView } from '../../worker/contract/receipts'
import { wholeText } from '../../worker/contract/whole-text'
import { bodyOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeAnnexUpload } from '../support/make-annex'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const { settled } = deskOf(app)
const participant = organisation(9)
const clause = '1.1.2'
const body = '成本见附件。'
const text = '力争新培育专精特新中小企业260家，并公布名单。'
const phone = '13912345678'
const summary = `成本构成，含原料和人工。\n联系人电话${phone}。`
let as = ''
let senior = ''
let staff = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
  senior = await signInAs(app, 'senior_moderator')
  staff = await signInAs(app, 'staff')
})
beforeEach(() => app.limits.reset())

const annexed = async (change: object = {}) => {
  const { id } = await makeAnnexUpload(app)
  return makeComment(app, { participant, body, state: 'pending', annex: { file: id, summary }, ...change })
}
const waiting = async (publicId: string) => {
  const { items } = await bodyOf<QueueView>(await app.get('/api/moderation/queue?limit=20', { as }))
  return items.find((item) => item.publicId === publicId)
}
const place = (whole: string) => ({
  start: whole.lastIndexOf(phone),
  end: whole.lastIndexOf(phone) + phone.length,
})

describe('the summary of a confidential annex', () => {
  it.each([
    ['alone', {}, null],
    ['after a suggested wording', { clause, wording: { text } }, text],
  ])('is read with its comment as one text, %s, and noticed at its place', async (_, change, wording) => {
    const { publicId } = await annexed(change)
    const whole = wholeText({ body, wording, summary })
    const item = await waiting(publicId)
    expect(item).toMatchObject({ body: whole, annexSummary: summary })
    expect(item?.signals).toContainEqual({ kind: 'phone', ...place(whole), detail: 'mobile' })
  })

  it('is noticed anew with a changed text, whether it is another or the same', async () => {
    const { publicId, queryCode } = await annexed({ state: 'returned' })
    const json = { publicId, queryCode, body: '改过。', stance: 'partly' }
    const kindsNow = async () => (await waiting(publicId))?.signals.map(({ kind }) => kind) ?? []
    expect((await app.post('/api/receipts/resubmit', json)).status).toBe(200)
    expect(await kindsNow()).toContain('phone')
    await app.post('/api/receipts/resubmit', { ...json, annexSummary: '成本构成。' })
    expect(await kindsNow()).not.toContain('phone')
  })

  it('has words hidden like any other text, nowhere to be read but in the recorded original', async () => {
    const own = phone.replace('139', '138')
    const said = summary.replace(phone, own)
    const { id } = await makeAnnexUpload(app)
    const { publicId, queryCode } = await annexed({
      clause,
      wording: { text },
      annex: { file: id, summary: said },
    })
    const whole = wholeText({ body, wording: text, summary: said })
    const start = whole.indexOf(own)
    const hidden = { start, end: start + own.length, reason: 'contact' as const }
    await settled(publicId, 'redact', { redactions: [hidden] }, as)
    const { comment } = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    const shown = '成本构成，含原料和人工。\n联系人电话〔已隐去：联系方式〕。'
    expect(comment).toMatchObject({ body, wording: { text }, annexSummary: shown })
    const receipt = await bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
    expect(receipt).toMatchObject({ annex: { summary: shown }, hidden: ['contact'] })
    const read = await Promise.all(
      [
        app.get(`/comments/${publicId}`),
        app.get('/api/measures/1.1/comments'),
        app.get('/api/staff/exports/comments.csv', { as: staff }),
        app.get(`/api/staff/cases/${publicId}`, { as: staff }),
        app.get('/api/moderation/decided', { as }),
      ].map(async (answer) => (await answer).text()),
    )
    for (const each of read) {
      expect(each).toContain('含原料和人工')
      expect(each).not.toContain(own)
    }
    const original = await bodyOf<OriginalView>(
      await app.post('/api/moderation/originals', { publicId, purpose: '核对。' }, { as: senior }),
    )
    expect(original).toMatchObject({ body: whole, redactions: [hidden] })
    const other = { start: 0, end: 2, reason: 'person' as const }
    await settled(publicId, 'redact', { redactions: [other] }, senior)
    const anew = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect(anew.comment).toMatchObject({ body: '〔已隐去：他人姓名〕见附件。', annexSummary: said })
  })

  it('can be hidden where the original was kept before it was a part of it', async () => {
    const { publicId } = await annexed({ body: `成本见附件，联系${phone}。` })
    const own = `成本见附件，联系${phone}。`
    const whole = wholeText({ body: own, wording: null, summary })
    const inBody = {
      start: own.indexOf(phone),
      end: own.indexOf(phone) + phone.length,
      reason: 'contact' as const,
    }
    await settled(publicId, 'redact', { redactions: [inBody] }, as)
    await app.db.run(sql`
      UPDATE comment_originals SET body = ${own} WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
    const original = await bodyOf<OriginalView>(
      await app.post('/api/moderation/originals', { publicId, purpose: '核对。' }, { as: senior }),
    )
    expect(original.body).toBe(whole)
    const inSummary = { ...place(whole), reason: 'contact' as const }
    await settled(publicId, 'redact', { redactions: [inBody, inSummary] }, senior)
    const { comment } = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect(comment).toMatchObject({
      body: '成本见附件，联系〔已隐去：联系方式〕。',
      annexSummary: '成本构成，含原料和人工。\n联系人电话〔已隐去：联系方式〕。',
    })
  })

  it('goes with an erasure, from the original too', async () => {
    const { publicId, queryCode } = await annexed()
    const whole = wholeText({ body, wording: null, summary })
    await settled(publicId, 'redact', { redactions: [{ ...place(whole), reason: 'contact' }] }, as)
    await app.post('/api/receipts/erase', { publicId, queryCode, confirm: true })
    const left = await app.rows<{ n: number }>(sql`
      SELECT (SELECT count(*) FROM comment_originals WHERE comment_id = c.id)
        + (SELECT count(*) FROM annexes WHERE comment_id = c.id) AS n FROM comments c WHERE public_id = ${publicId}`)
    expect(left).toEqual([{ n: 0 }])
  })
})
