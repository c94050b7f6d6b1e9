import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatUscc } from '../../web/lib/format-uscc'
import type { FieldCode } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import type { FormMatch, FormView } from '../../worker/contract/stamped-forms'
import { bodyOf, errorOf } from '../support/answers'
import { decide, makeComment, organisation, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const participant = organisation(7)

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => app.limits.reset())

type Credentials = Pick<TestComment, 'publicId' | 'queryCode'>

const ask = ({ publicId, queryCode }: Credentials) => app.post('/api/receipts/form', { publicId, queryCode })
const formOf = async (comment: Credentials) => bodyOf<FormView>(await ask(comment))
const resubmit = ({ publicId, queryCode }: Credentials, more: object) =>
  app.post('/api/receipts/resubmit', { publicId, queryCode, ...more })

async function verify(id: string, revision: number, hash: string): Promise<FormMatch> {
  const answer = await app.get(`/api/verify-form?id=${id}&revision=${revision}&hash=${hash}`)
  return (await bodyOf<{ match: FormMatch }>(answer)).match
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
/** The last digit, another. */
const altered = (hash: string) => hash.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))

describe('the form of an organisation’s comment', () => {
  it('has its text and the hash that anybody computes from what is documented', async () => {
    const comment = await makeComment(app, { body: '建议“放宽”\n申报条件。', participant })
    const form = await formOf(comment)
    expect(form.organisation).toEqual({ name: participant.name, uscc: participant.uscc })
    expect(form.canonical).toBe(
      `{"form":1,"publicId":"${comment.publicId}","revision":1,"measure":"1.1","clause":null,` +
        '"stance":"suggest","targets":[],"text":"建议“放宽”\\n申报条件。"}',
    )
    expect(form.sha256).toBe(sha256(form.canonical))
  })

  it('signs what is said of targets', async () => {
    const comment = await makeComment(app, {
      participant,
      targets: [{ target: '1.1.2.1', opinion: 'too_high', value: 80 }],
    })
    const form = await formOf(comment)
    expect(form.canonical).toContain('"targets":[{"key":"1.1.2.1","opinion":"too_high","value":80}]')
    expect(form.sha256).toBe(sha256(form.canonical))
  })

  it('is not there for an individual, nor once the comment is withdrawn', async () => {
    expect((await errorOf(await ask(await makeComment(app)))).code).toBe('not_found')
    const withdrawn = await makeComment(app, { participant, state: 'withdrawn' })
    expect((await errorOf(await ask(withdrawn))).code).toBe('not_found')
  })

  it('is not there once a passage is hidden: the paper would say what the page does not', async () => {
    const comment = await makeComment(app, { participant, state: 'pending', body: '请找王某某联系。' })
    const before = await formOf(comment)
    await decide(app, {
      publicId: comment.publicId,
      revision: 1,
      decision: 'redact',
      redactions: [{ start: 2, end: 5, reason: 'person' }],
    })
    expect((await errorOf(await ask(comment))).code).toBe('not_found')
    for (const hash of [before.sha256, altered(before.sha256)])
      expect(await verify(comment.publicId, 1, hash)).toBe('unknown')
  })

  it('is refused to whoever has another’s code', async () => {
    const [mine, other] = [await makeComment(app, { participant }), await makeComment(app, { participant })]
    const refused = await ask({ publicId: other.publicId, queryCode: mine.queryCode })
    expect((await errorOf(refused)).code).toBe('receipt_not_found')
  })
})

describe('verifying a form', () => {
  it('knows the text by its whole hash and by the digits of the QR', async () => {
    const comment = await makeComment(app, { participant })
    const { publicId, sha256: hash } = await formOf(comment)
    expect(await verify(publicId, 1, hash)).toBe('same')
    expect(await verify(publicId, 1, hash.slice(0, 16).toUpperCase())).toBe('same')
    expect(await verify(publicId.toLowerCase(), 1, hash)).toBe('same')
    expect(await verify(publicId, 1, altered(hash))).toBe('different')
    expect(await verify(publicId, 2, hash)).toBe('different')
  })

  it('tells a text that a newer one replaced, with what was then said of targets', async () => {
    const comment = await makeComment(app, {
      participant,
      state: 'returned',
      targets: [{ target: '1.1.2.1', opinion: 'too_high' }],
    })
    const first = await formOf(comment)
    const targets = [{ target: '1.1.2.1', opinion: 'too_low' }]
    expect((await resubmit(comment, { body: '改过的意见。', stance: 'partly', targets })).status).toBe(200)
    const second = await formOf(comment)
    expect(second.revision).toBe(2)
    expect(await verify(comment.publicId, 1, first.sha256)).toBe('earlier')
    expect(await verify(comment.publicId, 2, second.sha256)).toBe('same')
    expect(await verify(comment.publicId, 1, second.sha256)).toBe('different')
  })

  it('seals what an opinion on a target rests on, and leaves it out of the bytes where there is nothing', async () => {
    const said = { target: '1.1.2.1', opinion: 'too_high', value: 280 } as const
    const evidence = '本区去年新增 9 家。'
    const [plain, reasoned] = [
      await formOf(await makeComment(app, { participant, targets: [said] })),
      await formOf(await makeComment(app, { participant, targets: [{ ...said, evidence }] })),
    ]
    const sealed = { key: '1.1.2.1', opinion: 'too_high', value: 280 }
    expect(JSON.parse(plain.canonical).targets).toEqual([sealed])
    expect(JSON.parse(reasoned.canonical).targets).toEqual([{ ...sealed, evidence }])
    for (const { publicId, sha256: hash } of [plain, reasoned])
      expect(await verify(publicId, 1, hash)).toBe('same')
  })

  it('knows a text by its hash whose targets were kept before they had evidence', async () => {
    const targets = [{ target: '1.1.2.1', opinion: 'too_high', value: 280 }] as const
    const comment = await makeComment(app, { participant, state: 'returned', targets: [...targets] })
    const { publicId, sha256: hash } = await formOf(comment)
    await resubmit(comment, { body: '改过的意见。', stance: 'partly' })
    await app.db.run(sql`
      UPDATE comment_revisions SET targets = json_remove(targets, '$[0].evidence')
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
    expect(await verify(publicId, 1, hash)).toBe('earlier')
  })

  it('says that it cannot say where the targets of an earlier revision were not kept', async () => {
    const comment = await makeComment(app, { participant, state: 'returned' })
    const { publicId, sha256: hash } = await formOf(comment)
    await resubmit(comment, { body: '改过的意见。', stance: 'partly' })
    await app.db.run(sql`
      UPDATE comment_revisions SET targets = NULL
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
    expect(await verify(publicId, 1, hash)).toBe('unknown')
  })

  it('says of an individual’s comment and of none at all the same', async () => {
    const { publicId } = await makeComment(app)
    const canonical = JSON.stringify({
      ...{ form: 1, publicId, revision: 1, measure: '1.1', clause: null },
      ...{ stance: 'suggest', targets: [], text: '请明确认定口径。' },
    })
    expect(await verify(publicId, 1, sha256(canonical))).toBe('different')
    expect(await verify('T001-0000-0000', 1, sha256(canonical))).toBe('different')
  })

  it.each<[string, Record<string, FieldCode>]>([
    ['id=&revision=1&hash=0123456789abcdef', { id: 'required' }],
    ['id=T001-7F3K-92QX&revision=0&hash=0123456789abcdef', { revision: 'revision_malformed' }],
    ['id=T001-7F3K-92QX&revision=1&hash=0123456789abcde', { hash: 'hash_malformed' }],
    ['id=T001-7F3K-92QX&revision=1&hash=0123456789abcdeg', { hash: 'hash_malformed' }],
    ['id=T001-7F3K-92QX&revision=1&hash=0123456789abcdef&text=1', { text: 'unknown_key' }],
  ])('refuses %s', async (query, fields) => {
    const answer = await app.get(`/api/verify-form?${query}`)
    expect(answer.status).toBe(422)
    const sentences = Object.entries(fields).map(([name, code]) => [name, domainWords.zh.fields[code]])
    expect((await errorOf(answer)).fields).toEqual(Object.fromEntries(sentences))
  })
})

describe('the pages', () => {
  const open = async ({ publicId, queryCode }: Credentials) =>
    cookiesOf(await app.submit('/receipts', { publicId, queryCode }))
  const read = async (path: string, as = '') => (await app.get(path, { as })).text()

  it('offer the form on the receipt of an organisation alone', async () => {
    const [firm, person] = [await makeComment(app, { participant }), await makeComment(app)]
    const link = (id: string) => `href="/receipts/${id}/form"`
    expect(await read(`/receipts/${firm.publicId}`, await open(firm))).toContain(link(firm.publicId))
    expect(await read(`/receipts/${person.publicId}`, await open(person))).not.toContain('/form"')
  })

  it('print code, hash and text, and are kept by no cache', async () => {
    const firm = await makeComment(app, { participant, body: '<b>意见</b>' })
    const answer = await app.get(`/receipts/${firm.publicId}/form`, { as: await open(firm) })
    const { sha256: hash } = await formOf(firm)
    const html = await answer.text()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain(`${firm.publicId} · 1`)
    expect(html).toContain(hash)
    expect(html).toContain('&lt;b>意见&lt;/b>')
    expect(html).toContain(formatUscc(participant.uscc))
  })

  it('ask for the code of whoever has not given it', async () => {
    const firm = await makeComment(app, { participant })
    const answer = await app.get(`/receipts/${firm.publicId}/form`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/receipts?id=${firm.publicId}`)
  })

  it('verify without a word of the text', async () => {
    const firm = await makeComment(app, { participant, state: 'pending', body: '未公开的话。' })
    const { sha256: hash } = await formOf(firm)
    const path = `/verify-form?id=${firm.publicId}&revision=1&hash=${hash.slice(0, 16)}`
    const html = await read(path)
    expect(html).toContain('与本站收到的文本一致')
    expect(html).not.toContain('未公开的话')
    expect(html).not.toContain(participant.name)
    expect(await read(path.replace('revision=1', 'revision=3'))).toContain('没有收到与此编号')
    expect((await app.get('/verify-form?id=1')).status).toBe(422)
  })
})
