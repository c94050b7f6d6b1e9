import { readFileSync } from 'node:fs'
import { parseCsv } from 'hucre/csv'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import type { MeasureSummary, MeasureView, PlanView } from '../../worker/contract/plan'
import type { Visitor } from '../support/browser-page'
import {
  field,
  fillComment,
  linesOf,
  previewButton,
  previewed,
  readReceipt,
  sendButton,
} from '../support/comment-errand'
import { decideOpen, openItem, openRow, queueRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { usccOf } from '../support/make-comment'

const words = allWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const uscc = usccOf(715)
const wrongUscc = `${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}`
const opinion = {
  body: '建议把“揭榜挂帅”的验收期由一年放宽到十八个月。\n夹具和刀具的验证周期本身就要九个月，一年之内难以完成两轮试制。',
  stance: 'partly',
  kind: 'enterprise',
  name: '岭东璇玑精密制造有限公司',
  uscc,
  publish: true,
  contact: 'contact@xuanji.example',
} as const

let enterprise: Visitor
let measure: MeasureSummary
let before: PlanView
let receipt = { publicId: '', queryCode: '' }
let preview: string[] = []

beforeAll(async () => {
  enterprise = await journey.visit({ meets: [422] })
  before = await fetchPlan()
  const quiet = before.themes.flatMap((theme) => theme.measures).find(({ published }) => published === 0)
  if (!quiet) throw new Error('every measure has comments already')
  measure = quiet
})

async function fetchPlan(): Promise<PlanView> {
  return (await fetch(`${journey.product.address}/api/plan`)).json()
}

async function fetchMeasure(): Promise<MeasureView> {
  return (await fetch(`${journey.product.address}/api/measures/${measure.key}`)).json()
}

describe('an enterprise', () => {
  it('comes from the plan to the form for one sentence of a measure', async () => {
    const { page } = enterprise
    await page.goto('/')
    await page.getByRole('link', { name: measure.title }).click()
    await page.getByRole('link', { name: words.measure.clauseComments(2, '0') }).click()
    const second = (await fetchMeasure()).clauses[1]
    await page.getByRole('link', { name: words.thread.writeHere(2) }).click()
    await page.getByRole('heading', { level: 1, name: words.form.title }).waitFor()
    expect(await page.getByLabel(words.form.clause).inputValue()).toBe(second?.key)
  })

  it('is told of a wrong check digit as soon as the code is typed', async () => {
    const { page } = enterprise
    const { publish, contact, ...first } = opinion
    await fillComment(page, { ...first, uscc: wrongUscc })
    await field(page, words.form.contact).focus()
    await page.getByText(domain.fields.uscc_check_failed).waitFor()
    expect(await field(page, words.form.uscc).getAttribute('aria-invalid')).toBe('true')
    await field(page, words.form.uscc).fill(uscc.toLowerCase().replace(/(.{6})/, '$1 '))
    await field(page, words.form.contact).focus()
    await page.getByText(domain.fields.uscc_check_failed).waitFor({ state: 'detached' })
    await fillComment(page, { publish, contact })
  })

  it('is told the same by the server where scripts do not run', async () => {
    const { page } = await journey.visit({ javaScriptEnabled: false, meets: [422] })
    await page.goto(`/measures/${measure.key}/comment`)
    await fillComment(page, { ...opinion, uscc: wrongUscc })
    await previewButton(page).click()
    await page.getByRole('link', { name: domain.fields.uscc_check_failed }).click()
    expect(await field(page, words.form.uscc).inputValue()).toBe(wrongUscc)
    expect(await field(page, words.form.body).inputValue()).toBe(opinion.body)
    await field(page, words.form.uscc).fill(uscc)
    await previewButton(page).click()
    await page.getByRole('heading', { level: 1, name: words.preview.title }).waitFor()
  })

  it('sees before sending exactly what will be public and what will not', async () => {
    const { page } = enterprise
    await previewButton(page).click()
    await previewed(page).waitFor()
    preview = await linesOf(previewed(page))
    expect(preview.join('\n')).toContain(opinion.body)
    expect(preview.join('\n')).toContain(opinion.name)
    expect(preview.join('\n')).not.toMatch(new RegExp(`${uscc}|${opinion.contact}`, 'i'))
    const hidden = page.getByRole('region', { name: words.preview.hiddenHeading })
    expect(await hidden.innerText()).toMatch(new RegExp(opinion.contact))
  })

  it('proves its work, sends and holds a receipt that prints', async () => {
    const { page } = enterprise
    await page.getByText(words.form.proof.ready).waitFor()
    await sendButton(page).click()
    await page.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
    receipt = await readReceipt(page)
    expect(receipt).toEqual({
      publicId: expect.stringMatching(/^[A-Z0-9]{2,6}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      queryCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    })
    await page.emulateMedia({ media: 'print' })
    expect(await readReceipt(page)).toEqual(receipt)
    expect(await page.getByRole('search').isVisible()).toBe(false)
    expect(await page.getByRole('contentinfo').getByRole('link').first().isVisible()).toBe(false)
    await takeShot(page, 'receipt-printed')
    await page.emulateMedia({ media: null })
  })

  it('is not public before a moderator says so', async () => {
    const { page } = await journey.visit({ meets: [404] })
    await page.goto(`/comments/${receipt.publicId}`)
    await page.getByRole('heading', { name: words.error.titles[404] ?? '' }).waitFor()
    await page.goto('/search?q=揭榜挂帅”的验收期')
    await page.getByText(words.search.none('揭榜挂帅”的验收期')).waitFor()
    expect((await fetchPlan()).counts).toEqual(before.counts)
  })

  it('is read in its context by a moderator, who publishes it', async () => {
    const { page } = await journey.visit()
    const email = 'moderator@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' })
    await openRow(page, '夹具和刀具')
    const shown = await openItem(page).innerText()
    const second = (await fetchMeasure()).clauses[1]
    for (const text of [opinion.body, opinion.name, measure.title, second?.text ?? 'no second sentence'])
      expect(shown).toContain(text)
    const side = page.getByRole('complementary')
    expect((await side.innerText()).replace(/\s/g, '')).toContain(uscc)
    expect(shown + (await side.innerText())).not.toContain(opinion.contact)
    await decideOpen(page, 'publish')
    await queueRow(page, '夹具和刀具').waitFor({ state: 'detached' })
  })

  it('stands in the thread as it was previewed, and at an address of its own', async () => {
    const { page } = await journey.visit()
    await page.goto(`/measures/${measure.key}?clause=${measure.key}.2`)
    const article = page.getByRole('region', { name: words.thread.ofClause(2) }).getByRole('article')
    const shown = await linesOf(article)
    expect(shown.filter((line) => preview.includes(line))).toEqual(preview)
    await article.getByRole('link', { name: words.thread.permalink(receipt.publicId) }).click()
    await page.waitForURL(`**/comments/${receipt.publicId}`)
    const alone = await page.getByRole('main').innerText()
    expect(alone).toContain(opinion.body)
    expect(alone).toContain(measure.title)
  })

  it('is found by the search and counted on measure and plan', async () => {
    const { page } = await journey.visit()
    await page.goto('/')
    const row = page.getByRole('link', { name: measure.title })
    expect((await row.innerText()).replace(/\s/g, '')).toContain(`1${words.commentsUnit}`)
    await page.getByRole('search').getByRole('searchbox').fill('验收期')
    await page.getByRole('search').getByRole('searchbox').press('Enter')
    await page.getByRole('region', { name: words.search.comments }).getByText(opinion.name).waitFor()
    const after = await fetchPlan()
    expect(after.counts.published).toBe(before.counts.published + 1)
    expect(after.counts.byKind.enterprise).toBe(before.counts.byKind.enterprise + 1)
    expect(after.counts.byStance.partly).toBe(before.counts.byStance.partly + 1)
    expect((await fetchMeasure()).clauses[1]?.published).toBe(1)
  })

  it('reads on its receipt that it was published', async () => {
    const { page } = enterprise
    await page.goto(`/receipts/${receipt.publicId}`)
    const state = page.getByRole('region', { name: words.receipt.state })
    expect(await state.innerText()).toContain(domain.states.published)
    await state.getByRole('link', { name: words.receipt.seePublic }).click()
    await page.waitForURL(`**/comments/${receipt.publicId}`)
  })

  it('is taken away by staff with everything they may know of it', async () => {
    const { page } = await journey.visit()
    const email = 'staff@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, '/desk/staff')
    await page.getByRole('radio', { name: deskWords.zh.exports.audiences.staff }).check()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: deskWords.zh.staff.csv }).click()
    const file = await (await download).path()
    const rows = parseCsv(readFileSync(file, 'utf8').slice(1), { delimiter: ',' })
    const row = rows.find(([publicId]) => publicId === receipt.publicId)
    for (const value of [opinion.name, uscc, opinion.contact, opinion.body, '王敏', domain.states.published])
      expect(row).toContain(value)
  })
})

it('keeps the click that leaves a field with something wrong in it', async () => {
  const { page } = await journey.visit()
  await page.goto(`/measures/${measure.key}/comment`)
  await fillComment(page, { ...opinion, uscc: wrongUscc })
  await page.getByText(domain.fields.uscc_check_failed).waitFor()
})
