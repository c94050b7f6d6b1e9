import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommentContextView, CommentReceipt } from '../../worker/contract/comments'
import { domainWords } from '../../worker/contract/locales'
import type { DecidedView, OriginalView } from '../../worker/contract/moderation/decided'
import type { QueueView } from '../../worker/contract/moderation/queue'
import type { ReceiptView } from '../../worker/contract/receipts'
import { wholeText } from '../../worker/contract/whole-text'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeComment, newComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { closeDraft, makeRevision } from '../support/make-revision'
import { signInAs } from '../support/make-user'
import { target as base } from '../support/revised-plan'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const text = '力争新培育专精特新中小企业260家，并公布名单。'
const wording = { text }
const clause = '1.1.2'
const { settled } = deskOf(app)
let key = ''
let as = ''
let staff = ''
let senior = ''

beforeAll(async () => {
  ;({ key } = await makeConsultation(app))
  await makeReasons(app)
  as = await signInAs(app, 'moderator')
  staff = await signInAs(app, 'staff')
  senior = await signInAs(app, 'senior_moderator')
})

type Receipt = Pick<CommentReceipt, 'publicId' | 'queryCode'>
const send = async (change: object) =>
  app.post('/api/measures/1.1/comments', { ...newComment(), altcha: await solvedProof(app), ...change })
const sent = async (change: object) => bodyOf<CommentReceipt>(await send({ clause, ...change }))
const receiptOf = async ({ publicId, queryCode }: Receipt) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
const publicly = async ({ publicId }: Pick<Receipt, 'publicId'>) =>
  (await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))).comment
const waiting = async ({ publicId }: Receipt) => {
  const { items } = await bodyOf<QueueView>(await app.get('/api/moderation/queue?limit=20', { as }))
  return items.find((item) => item.publicId === publicId)
}
const resubmit = ({ publicId, queryCode }: Receipt, more: object = {}) =>
  app.post('/api/receipts/resubmit', { publicId, queryCode, body: '改过的理由。', stance: 'oppose', ...more })
const stored = ({ publicId }: Pick<Receipt, 'publicId'>) =>
  app.rows<{ revision: number; text: string }>(sql`
    SELECT revision, text FROM wordings WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})
    ORDER BY revision`)

describe('a suggested wording', () => {
  it('comes with its comment, and stands beside the clause for author, moderators, staff and readers', async () => {
    const receipt = await sent({ body: '完成不了。', wording })
    expect((await receiptOf(receipt)).wording).toEqual({ text, base })
    expect(await waiting(receipt)).toMatchObject({
      body: `完成不了。\n建议改为：${text}`,
      wording: { text, base },
    })
    await settled(receipt.publicId, 'publish', {}, as)
    expect(await publicly(receipt)).toMatchObject({ body: '完成不了。', wording: { text, base } })
    const thread = await (await app.get('/api/measures/1.1/comments')).text()
    expect(thread).toContain(text)
    const { items } = await bodyOf<DecidedView>(await app.get('/api/moderation/decided', { as }))
    expect(items[0]).toMatchObject({ body: `完成不了。\n建议改为：${text}`, wording: { text, base } })
    const view = await (await app.get(`/api/staff/cases/${receipt.publicId}`, { as: staff })).json()
    expect(view).toMatchObject({ body: '完成不了。', wording: { text, base } })
  })

  it('is drawn with what is added and taken out, told by words too', async () => {
    const { publicId } = await makeComment(app, { clause, wording })
    for (const path of [`/comments/${publicId}`, '/measures/1.1']) {
      const html = await (await app.get(path)).text()
      expect(html).toMatch(/<del[^>]*>.*?删去：.*?300.*?<\/del>/s)
      expect(html).toMatch(/<ins[^>]*>.*?增加：.*?260.*?<\/ins>/s)
    }
  })

  it.each([
    ['the clause as it reads', { clause, wording: { text: ` ${base} ` } }],
    [
      'another clause of the measure, which a form without scripts had',
      { clause: '1.1.3', wording: { text: base } },
    ],
    ['nothing', { clause, wording: { text: '  ' } }],
    ['a clause that was unchosen again', { clause: undefined, wording: { text: base } }],
  ])('is none where it says %s', async (_, change) => {
    const receipt = await bodyOf<CommentReceipt>(await send(change))
    expect((await receiptOf(receipt)).wording).toBeNull()
    expect(await stored(receipt)).toEqual([])
  })

  it.each([
    ['without a clause', { wording }, 'wording.text', 'wording_without_clause'],
    ['too long', { clause, wording: { text: '长'.repeat(1001) } }, 'wording.text', 'too_long'],
    ['in no words', { clause, wording: { text: 3 } }, 'wording.text', 'wrong_type'],
    ['with what is not asked', { clause, wording: { text, base } }, 'wording.base', 'unknown_key'],
  ] as const)('is refused %s, and nothing is written', async (_, change, field, code) => {
    const before = await countRows(app)
    const answer = await send(change)
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).fields).toEqual({ [field]: domainWords.zh.fields[code] })
    expect(await countRows(app)).toEqual(before)
  })

  it('is refused with a reply', async () => {
    const { publicId } = await makeComment(app, { clause })
    const answer = await send({ clause, parentId: publicId, wording })
    expect((await errorOf(answer)).fields).toEqual({
      'wording.text': domainWords.zh.fields.wording_without_clause,
    })
  })

  it('keeps the clause of its revision beside it when the plan changes', async () => {
    await closeDraft(app)
    const early = await makeComment(app, { clause: '1.1.3', wording: { text: '推动“小升规”一百家。' } })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.3', text: '推动“小升规”二百家。' }])
    expect((await publicly(early)).wording?.base).toBe('推动“小升规”。')
    const late = await makeComment(app, {
      clause: '1.1.3',
      wording: { text: '推动“小升规”一百家。' },
      planRevision: 2,
    })
    expect((await publicly(late)).wording?.base).toBe('推动“小升规”二百家。')
  })
})

describe('a changed text', () => {
  it('keeps the wording, says it anew, or takes it back; each revision has its own', async () => {
    const receipt = await sent({ body: '第一稿。', wording })
    const kept = await bodyOf<ReceiptView>(await resubmit(receipt))
    expect(kept).toMatchObject({ revision: 2, wording: { text, base } })
    const anew = await bodyOf<ReceiptView>(await resubmit(receipt, { wording: { text: '不设数量。' } }))
    expect(anew.wording).toEqual({ text: '不设数量。', base })
    expect(await waiting(receipt)).toMatchObject({
      revision: 3,
      previousBody: `改过的理由。\n建议改为：${text}`,
    })
    for (const nothing of ['', base]) {
      const changed = { body: `不再建议改动${nothing}。`, wording: { text: nothing } }
      const back = await bodyOf<ReceiptView>(await resubmit(receipt, changed))
      expect(back.wording).toBeNull()
    }
    expect(await stored(receipt)).toEqual([
      { revision: 1, text },
      { revision: 2, text },
      { revision: 3, text: '不设数量。' },
    ])
  })

  it('cannot suggest one where it is on no clause', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    expect((await errorOf(await resubmit({ publicId, queryCode }, { wording }))).fields).toEqual({
      'wording.text': domainWords.zh.fields.wording_without_clause,
    })
  })
})

describe('moderation', () => {
  const body = '请公布联系人。'
  const phoned = '力争新培育专精特新中小企业300家，联系13912345678。'
  const whole = wholeText({ body, wording: phoned, summary: null })
  const start = whole.indexOf('13912345678')
  const phone = { start, end: start + 11, reason: 'contact' as const }

  it('is given notice of personal data in the wording, at its place', async () => {
    const receipt = await sent({ body, wording: { text: phoned.replace('139', '138') } })
    expect((await waiting(receipt))?.signals).toEqual([
      { kind: 'phone', start: phone.start, end: phone.end, detail: 'mobile' },
    ])
  })

  it('hides words of it, nowhere to be read but in the recorded original', async () => {
    const receipt = await sent({ body, wording: { text: phoned } })
    await settled(receipt.publicId, 'redact', { redactions: [phone] }, as)
    const shown = await publicly(receipt)
    expect(shown).toMatchObject({
      body,
      wording: { text: '力争新培育专精特新中小企业300家，联系〔已隐去：联系方式〕。', base },
    })
    const read = await Promise.all(
      [
        app.get(`/comments/${receipt.publicId}`),
        app.get('/api/measures/1.1/comments'),
        app.post(
          '/api/receipts/lookup',
          receipt && { publicId: receipt.publicId, queryCode: receipt.queryCode },
        ),
        app.get('/api/staff/exports/comments.csv', { as: staff }),
        app.get('/api/moderation/decided', { as }),
      ].map(async (answer) => (await answer).text()),
    )
    for (const each of read) expect(each).not.toContain('13912345678')
    const original = await bodyOf<OriginalView>(
      await app.post(
        '/api/moderation/originals',
        { publicId: receipt.publicId, purpose: '核对。' },
        { as: senior },
      ),
    )
    expect(original).toMatchObject({ body: whole, redactions: [phone] })
  })

  it('hides something else when it is redacted anew', async () => {
    const receipt = await sent({ body, wording: { text: phoned } })
    await settled(receipt.publicId, 'redact', { redactions: [phone] }, as)
    const other = { start: 0, end: 1, reason: 'person' as const }
    await settled(receipt.publicId, 'redact', { redactions: [other] }, senior)
    expect((await publicly(receipt)).wording?.text).toBe(phoned)
  })

  it('puts no two together for the plan’s words, and those together that ask the same', async () => {
    const groupOf = async ({ publicId }: Pick<Receipt, 'publicId'>) =>
      (
        await app.rows<{ id: number }>(
          sql`SELECT similar_group_id AS id FROM comments WHERE public_id = ${publicId}`,
        )
      )[0]?.id
    const more = { body: '建议修改。', wording: { text: '力争新培育专精特新中小企业不少于五百家。' } }
    const one = await groupOf(await makeComment(app, { clause, ...more }))
    expect(await groupOf(await makeComment(app, { clause, ...more }))).toBe(one)
    const otherwise = { text: '力争新培育创新型中小企业若干家，不设目标。' }
    expect(await groupOf(await makeComment(app, { clause, ...more, wording: otherwise }))).not.toBe(one)
  })
})

describe('what leaves the site', () => {
  it('has the wording as it is public: tables, adoption table and open data', async () => {
    const { publicId } = await makeComment(app, {
      clause,
      body: '请看改后文字。',
      wording,
      participant: organisation(9),
    })
    const csv = await (await app.get('/api/staff/exports/comments.csv', { as: staff })).text()
    expect(csv.split('\n').find((row) => row.includes(publicId))).toContain(`请看改后文字。,${text}`)
    const pack = unzipSync(new Uint8Array(await (await app.get(`/api/open-data/${key}.zip`)).arrayBuffer()))
    const open = strFromU8(pack['data/comments.csv'] ?? new Uint8Array())
    expect(open.split('\n').find((row) => row.includes(publicId))).toContain(`请看改后文字。,${text}`)
    const adoption = await (await app.get('/api/staff/exports/adoption.csv', { as: staff })).text()
    expect(adoption).toContain(`请看改后文字。\n建议改为：${text}`)
  })

  it('is in what is stamped, and a form of another wording is another', async () => {
    const receipt = await sent({ body: '偏高。', wording, participant: organisation(9) })
    const ask = { publicId: receipt.publicId, queryCode: receipt.queryCode }
    const form = await (await app.post('/api/receipts/form', ask)).json()
    expect(form).toMatchObject({ wording: { text, base } })
    expect((form as { canonical: string }).canonical).toMatch(
      /^\{"form":2,.*"wording":"力争新培育专精特新中小企业260家/,
    )
    const { sha256 } = form as { sha256: string }
    const match = async () =>
      (await (
        await app.get(`/api/verify-form?id=${receipt.publicId}&revision=1&hash=${sha256}`)
      ).json()) as object
    expect(await match()).toEqual({ match: 'same' })
    await resubmit(receipt, { wording: { text: '' } })
    expect(await match()).toEqual({ match: 'earlier' })
    await app.db.run(sql`UPDATE wordings SET text = ${base}`)
    expect(await match()).toEqual({ match: 'different' })
  })

  it('has no wording of a comment without a clause', async () => {
    const { publicId } = await makeComment(app)
    await expect(
      app.db.run(sql`
        INSERT INTO wordings (comment_id, revision, text)
        SELECT id, 9, 'x' FROM comments WHERE public_id = ${publicId}`),
    ).rejects.toThrow()
  })
})
