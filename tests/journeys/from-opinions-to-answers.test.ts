import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import type { CaseList } from '../../worker/contract/casework'
import type { CodebookView } from '../../worker/contract/codebook'
import type { CodingPage } from '../../worker/contract/coding'
import type { CommentReceipt } from '../../worker/contract/comments'
import type { CaseCount } from '../../worker/contract/dispositions'
import type { PlanView } from '../../worker/contract/plan'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { WrittenView } from '../../worker/contract/responses'
import type { GateView, MeasureResultView, ResultView } from '../../worker/contract/results'
import type { ClauseChangeItem, DraftMeasure, RevisionsOverview } from '../../worker/contract/revisions'
import {
  type Disposition,
  dispositions,
  type OrganisationKind,
  organisationKinds,
  stances,
} from '../../worker/contract/words'
import { connect } from '../../worker/local/connect'
import { root } from '../../worker/local/folders'
import { expectAccessible } from '../support/accessibility'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { organisation } from '../support/make-comment'
import { printedPages } from '../support/office'
import { sendComment } from '../support/send-comment'
import { type Clerk, clearQueue, signInClerk } from '../support/staff-errand'

const t = deskWords.zh
const words = allWords.zh
const journey = startJourney({ LOAD_TEST: '1' })
inSteps()

const measures = ['1.1', '2.1', '5.3', '7.1', '7.2']
const sent: (CommentReceipt & { measure: string; isPrivate: boolean })[] = []
const given = new Map<string, Disposition>()
let admin: Clerk
let head: Clerk
let staff: Clerk
let last = ''
let tagged = 0

/** Fails where the program does not end with 0. */
const run = promisify(execFile)
const api = (path: string) => `${journey.product.address}${path}`
const getPublic = async <View>(path: string): Promise<View> => (await fetch(api(path))).json()

/** Sixty comments of all kinds, stances and wishes on five measures; some alike, some replies, some not to be published. */
async function sendSixty(): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    const measure = measures[i % 5] ?? ''
    const kind = [...organisationKinds, 'individual'][Math.floor(i / 5) % 4] as
      | OrganisationKind
      | 'individual'
    const isPrivate = i % 12 === 11
    const receipt = await sendComment(journey, measure, {
      body:
        i % 20 === 5
          ? `建议把认定标准向偏远地区适当倾斜，并且公布评分细则，方便企业对照准备。${'！'.repeat(i % 3)}`
          : `第${i + 1}条：建议明确责任分工，逐季公布进展，第${i * 37}号事项尽快落实。`,
      stance: stances[i % 4] ?? 'suggest',
      participant: kind === 'individual' ? { kind, displayName: '朱建国' } : organisation(i + 1, kind),
      consent: { publish: !isPrivate },
      ...(measure === '7.1' && i % 10 === 3 && { clause: '7.1.2' }),
    })
    sent.push({ ...receipt, measure, isPrivate })
  }
}

async function listAdmissible(): Promise<CaseList['items']> {
  const items: CaseList['items'] = []
  for (let after = ''; ; ) {
    const page = await admin.get<CaseList>(`/api/staff/cases?view=all&limit=50${after}`)
    items.push(...page.items)
    if (!page.next) return items
    after = `&after=${page.next}`
  }
}

const folder = mkdtempSync(join(tmpdir(), 'yanlu-answers-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  admin = await signInClerk(journey, 'admin@yanlu.test')
  head = await signInClerk(journey, 'head@yanlu.test')
  staff = await signInClerk(journey, 'staff@yanlu.test')
  await sendSixty()
})

describe('from opinions to answers', () => {
  it('every comment is read, and the consultation closes', async () => {
    const deciders = await Promise.all(
      ['moderator', 'moderator2', 'senior'].map((name) => signInClerk(journey, `${name}@yanlu.test`)),
    )
    const rejected = new Set(sent.filter((_, i) => i % 20 === 7).map(({ publicId }) => publicId))
    await vi.waitFor(
      async () => {
        await clearQueue([...deciders, admin], (publicId) =>
          rejected.has(publicId) ? { decision: 'reject', reason: 'advertising' } : { decision: 'publish' },
        )
        const { totals, openReviews } = await admin.get<GateView>('/api/staff/gate')
        expect([totals.states.pending, openReviews]).toEqual([0, 0])
      },
      { timeout: 100_000, interval: 3_000 },
    )
    const client = connect(journey.product.databaseUrl)
    await client.execute('UPDATE consultations SET opens_at = ?, closes_at = ?', [
      BigInt(Date.now() - 31 * 86_400_000),
      BigInt(Date.now() - 3_600_000),
    ])
    client.close()
  }, 120_000)

  it('they are sorted by a codebook, tag by tag', async () => {
    let book = await staff.post<CodebookView>('/api/staff/coding/codebook-draft')
    for (const [key, name] of [
      ['X1', '责任分工'],
      ['X2', '认定标准'],
    ]) {
      const definition = `关于${name}的意见。`
      const code = { edit: book.edit, key, theme: '落实', name, definition, example: '请公布。' }
      book = await staff.post('/api/staff/coding/codebook-draft/codes', code)
    }
    await staff.post('/api/staff/coding/codebook-draft/publish', { edit: book.edit, note: '初版。' })
    const [duty, standard] = ['X1', 'X2'].map((key) => book.codes.find((code) => code.key === key))
    for (let after = ''; ; ) {
      const page = await staff.get<CodingPage>(`/api/staff/coding/comments?limit=50${after}`)
      tagged += page.items.filter(({ tags }) => tags.length > 0).length
      if (!page.next) break
      after = `&after=${page.next}`
    }
    for (let after = ''; ; ) {
      const page = await staff.get<CodingPage>(`/api/staff/coding/comments?view=untagged&limit=50${after}`)
      for (const { publicId, revision, body } of page.items) {
        const quote = '公布评分细则'
        const start = body.indexOf(quote)
        const tag =
          start < 0
            ? { revision, code: duty?.id }
            : { revision, code: standard?.id, passage: { start, end: start + quote.length, quote } }
        await staff.post(`/api/staff/coding/comments/${publicId}/tags`, tag)
        tagged += 1
      }
      if (!page.next) break
      after = `&after=${page.next}`
    }
    expect(tagged).toBeGreaterThan(50)
  }, 60_000)

  it('two clauses change, and the opinions that caused it are named', async () => {
    await admin.post('/api/staff/revisions', { note: '根据公开征求的意见修改。' })
    for (const clause of ['7.1.2', '1.1.1']) {
      const measure = clause.slice(0, 3)
      const { clauses } = await admin.get<DraftMeasure>(`/api/staff/revisions/measures/${measure}`)
      const found = clauses.find(({ key }) => key === clause)
      await admin.post('/api/staff/revision-draft/changes', {
        act: 'amend',
        clause,
        text: `${found?.text ?? ''}按季度公布进展。`,
        reason: '',
        seen: found?.seen ?? '',
      })
    }
  })

  it('all but one are disposed of, and the gate holds', async () => {
    const { items: changes } = await admin.get<{ items: ClauseChangeItem[] }>('/api/staff/clause-changes')
    const cases = await listAdmissible()
    expect(cases.length).toBeGreaterThan(60)
    const bucket = new Map<Disposition, typeof cases>()
    cases.forEach((each, i) => {
      const disposition = dispositions[i % dispositions.length] as Disposition
      given.set(each.publicId, disposition)
      bucket.set(disposition, [...(bucket.get(disposition) ?? []), each])
    })
    last = cases.at(-1)?.publicId ?? ''
    for (const [disposition, own] of bucket) {
      const isAdopted = disposition === 'adopted' || disposition === 'partly'
      await admin.post<CaseCount>('/api/staff/dispositions', {
        cases: own
          .filter(({ publicId }) => publicId !== last)
          .map(({ publicId }) => ({ publicId, version: 0, revision: 1 })),
        disposition,
        reason: '经研究，答复如上。',
        ...(isAdopted && { changes: changes.map(({ id }) => id) }),
        ...(disposition === 'passed_on' && { passedTo: '省发展改革委' }),
      })
    }
    const overview = await admin.get<RevisionsOverview>('/api/staff/revisions')
    await admin.post('/api/staff/revision-draft/publish', {
      number: overview.draft?.number ?? 0,
      seen: overview.draft?.seen ?? '',
    })
    const gate = await head.get<GateView>('/api/staff/gate')
    expect(gate).toMatchObject({ blockers: ['undisposed'], mayPublish: false })
    expect(gate.totals.undisposed).toBe(1)
    const { admissible, undisposed } = gate.totals
    expect(await head.try('/api/staff/results', { admissible, undisposed, overrideReason: '急用。' })).toBe(
      409,
    )
  })

  it('an answer is written, reviewed, approved and made public', async () => {
    const answered = sent.find(
      ({ measure, isPrivate, publicId }) => measure === '7.2' && !isPrivate && given.has(publicId),
    )
    const {
      response: { id },
    } = await staff.post<WrittenView>('/api/staff/responses', {
      on: { of: 'comments', publicIds: [answered?.publicId] },
      text: '感谢您的意见，我们已在修订稿中吸收。',
    })
    expect(await staff.try(`/api/staff/responses/${id}/review`, { version: 1, linkVersion: 0 })).toBe(409)
    await head.post(`/api/staff/responses/${id}/review`, { version: 1, linkVersion: 0 })
    await head.post(`/api/staff/responses/${id}/approve`, { version: 1, linkVersion: 0 })
    await head.post('/api/staff/response-releases', { responses: [{ id, version: 1 }] })
    const { page } = await journey.visit()
    await page.goto(`/comments/${answered?.publicId}`)
    await page.getByText('感谢您的意见，我们已在修订稿中吸收。').waitFor()
  })

  it('the gate says so at the desk, and opens with the last disposition', async () => {
    const { page } = await journey.visit()
    const email = 'head@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, '/desk/results')
    await page.getByText(t.results.notYours).waitFor()
    await expectAccessible(page)
    await takeShot(page, 'gate-shut')
    await admin.post('/api/staff/dispositions', {
      cases: [{ publicId: last, version: 0, revision: 1 }],
      disposition: 'not_adopted',
      reason: '目前条件尚不具备。',
    })
    given.set(last, 'not_adopted')
    await page.getByRole('button', { name: t.results.refresh }).click()
    await page.getByText(t.results.nothingLeft).waitFor()
    await page.getByRole('button', { name: t.results.count }).click()
    await takeShot(page, 'gate-open')
    await page.getByRole('button', { name: t.results.confirm }).click()
    await page.getByRole('link', { name: t.results.see }).waitFor()
  })

  it('page, table, receipts, files and figures agree to the last number', async () => {
    const { result } = await getPublic<ResultView>('/api/results')
    if (!result) throw new Error('the result is not public')
    const { totals } = result
    const expected = Object.fromEntries(
      dispositions.map((each) => [each, [...given.values()].filter((made) => made === each).length]),
    )
    expect(totals.dispositions).toEqual(expected)
    expect(totals.admissible).toBe(given.size)
    expect(totals.undisposed).toBe(0)
    expect(totals.states.published + totals.states.private).toBe(totals.admissible)

    let listed = 0
    let unlisted = 0
    for (const { key } of result.measures) {
      for (let after = ''; ; ) {
        const page = await getPublic<MeasureResultView>(`/api/results/${key}?limit=50${after}`)
        for (const row of page.rows.items) {
          expect(row.outcome?.disposition).toBe(given.get(row.publicId))
          listed += row.similarCount
        }
        if (!after) unlisted += page.privateCount
        if (!page.rows.next) break
        after = `&after=${page.rows.next}`
      }
    }
    expect([listed, unlisted]).toEqual([totals.states.published, totals.states.private])

    for (const { publicId, queryCode } of sent.slice(0, 12)) {
      const headers = { 'content-type': 'application/json', ...journey.nextAddress() }
      const body = JSON.stringify({ publicId, queryCode })
      const answer = await fetch(api('/api/receipts/lookup'), { method: 'POST', headers, body })
      const receipt = (await answer.json()) as ReceiptView
      expect(receipt.outcome?.disposition ?? null).toBe(given.get(publicId) ?? null)
    }

    const pages = await printedPages('report.docx', await admin.file('/api/staff/exports/report.docx'))
    const text = pages.join('').replace(/\s+/g, '')
    expect(text).toContain(`共收到意见${totals.received}件`)
    for (const each of dispositions) {
      const count = totals.dispositions[each]
      if (count > 0) expect(text).toContain(`${count}件`)
    }
    const comments = new TextDecoder().decode(await admin.file('/api/staff/exports/comments.csv'))
    const [header = [], ...rows] = parseCsv(comments, { delimiter: ',' })
    expect(rows.filter((row) => row[header.indexOf('编码')])).toHaveLength(tagged)
    const csv = new TextDecoder().decode(await admin.file('/api/staff/exports/adoption.csv'))
    expect(csv).toContain(String(totals.admissible))
  })

  it('the pack that everybody may take gives every figure again', async () => {
    const { key } = (await getPublic<PlanView>('/api/plan')).consultation
    const pack = join(folder, 'pack.zip')
    const answer = await fetch(api(`/api/evidence/${key}.zip`))
    writeFileSync(pack, new Uint8Array(await answer.arrayBuffer()))
    const { stdout } = await run(process.execPath, ['worker/local/recompute.mjs', pack], { cwd: root })
    console.log(stdout)
    expect(stdout).toContain('全部相符')
    const received = (await getPublic<ResultView>('/api/results')).result?.totals.received
    expect(stdout).toContain(`由 ${received} 件意见`)
    const codebook = strFromU8(unzipSync(readFileSync(pack))['codebook.json'] ?? new Uint8Array())
    expect(codebook).toContain('关于责任分工的意见。')
  }, 120_000)

  it('reads well, on the pages that everybody sees', async () => {
    const { page } = await journey.visit()
    for (const [path, heading] of [
      ['/results', words.results.title],
      ['/results/7.1', words.results.table],
      ['/results/print', '一、征集概况'],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { name: heading }).waitFor()
      await expectAccessible(page)
      await takeShot(page, path.replaceAll('/', '-').slice(1))
    }
  })
})
