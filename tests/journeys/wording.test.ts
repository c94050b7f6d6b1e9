import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import type { MeasureView } from '../../worker/contract/plan'
import { wordingPrefix } from '../../worker/contract/whole-text'
import { expectAccessible } from '../support/accessibility'
import { desktop, handheld, phone, type Visitor } from '../support/browser-page'
import {
  answerSum,
  fillComment,
  previewButton,
  previewed,
  readReceipt,
  sendButton,
} from '../support/comment-errand'
import { decideOpen, openItem, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'

const words = allWords.zh
const t = deskWords.zh
const journey = startJourney()
inSteps()

const reason = '三百家超出我市今年的申报储备，完成不了。'
const otherReason = '没有脚本也要能改条文。'
let author: Visitor
let reader: Visitor
let moderator: Visitor
let clause: MeasureView['clauses'][number]
let suggested = ''
let publicId = ''

beforeAll(async () => {
  author = await journey.visit(handheld)
  reader = await journey.visit({ javaScriptEnabled: false })
  moderator = await journey.visit()
  const measure: MeasureView = await (await fetch(`${journey.product.address}/api/measures/7.1`)).json()
  const found = measure.clauses.find(({ text }) => text.includes('300'))
  if (!found) throw new Error('the plan has a clause with 300')
  clause = found
  suggested = clause.text.replace('300', '260')
})

const wordingOf = (page: Page) => page.getByRole('textbox', { name: words.form.wordingText })
const openFold = (page: Page) => page.locator('summary').filter({ hasText: words.form.wording }).click()
const difference = async (shown: ReturnType<Page['locator']>) => {
  await shown.locator('ins').first().waitFor()
  return [await shown.locator('del').allTextContents(), await shown.locator('ins').allTextContents()]
}
const threeHundred = [[expect.stringMatching(/^\S+：300$/)], [expect.stringMatching(/^\S+：260$/)]]

async function shots(page: Page, name: string, still: { width: number; height: number }) {
  for (const [size, viewport] of Object.entries({ desktop, phone }))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await takeShot(page, `wording-${name}-${size}-${colorScheme}`)
    }
  await page.setViewportSize(still)
  await page.emulateMedia({ colorScheme: 'light' })
}

describe('a clause edited in place', () => {
  it('is in the fold as soon as it is chosen, and another takes its place until something is changed', async () => {
    const { page } = author
    await page.goto('/measures/7.1/comment')
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await openFold(page)
    expect(await wordingOf(page).inputValue()).toBe('')
    const choose = (key: string) => page.getByLabel(words.form.clause).selectOption(key)
    await choose('7.1.1')
    expect(await wordingOf(page).inputValue()).not.toBe('')
    await choose(clause.key)
    expect(await wordingOf(page).inputValue()).toBe(clause.text)
    await fillComment(page, { body: reason, stance: 'partly', kind: 'individual', publish: true })
    await wordingOf(page).fill(suggested)
    const moved = page.getByText(domainWords.zh.fields.wording_moved)
    await choose('7.1.1')
    await moved.waitFor()
    expect(await wordingOf(page).inputValue()).toBe(suggested)
    await takeShot(page, 'wording-moved-phone')
    await choose(clause.key)
    await moved.waitFor({ state: 'detached' })
    await expectAccessible(page)
    await shots(page, 'form', phone)
  })

  it('is kept on the device with the rest, and restored open', async () => {
    const { page } = author
    await page.waitForFunction(
      (text) => Object.values({ ...localStorage }).some((kept) => String(kept).includes(text)),
      suggested,
    )
    await page.reload()
    await expect.poll(() => wordingOf(page).inputValue()).toBe(suggested)
    expect(await wordingOf(page).isVisible()).toBe(true)
    expect(await page.getByLabel(words.form.clause).inputValue()).toBe(clause.key)
  })

  it('is previewed as readers will see it, and sent', async () => {
    const { page } = author
    await fillComment(page, { publish: true })
    await previewButton(page).tap()
    expect(await difference(previewed(page))).toEqual(threeHundred)
    await expectAccessible(page)
    await shots(page, 'preview', phone)
    await sendButton(page).tap()
    await page.getByRole('heading', { name: words.receipt.thanks }).waitFor()
    ;({ publicId } = await readReceipt(page))
    expect(await difference(page.getByRole('main'))).toEqual(threeHundred)
  })

  it('is sent without scripts too', async () => {
    const { page } = reader
    await page.goto(`/measures/7.1/comment?clause=${clause.key}`)
    await openFold(page)
    expect(await wordingOf(page).inputValue()).toBe(clause.text)
    await fillComment(page, { body: otherReason, stance: 'suggest', kind: 'individual', publish: true })
    await wordingOf(page).fill(clause.text.replace('300', '200'))
    await previewButton(page).click()
    expect((await difference(previewed(page)))[1]).toEqual([expect.stringMatching(/：200$/)])
    await answerSum(page)
    await sendButton(page).click()
    await page.getByRole('heading', { name: words.receipt.thanks }).waitFor()
    expect((await difference(page.getByRole('main')))[1]).toEqual([expect.stringMatching(/：200$/)])
  })

  it('is read by the moderator before anybody else, as it will be public', async () => {
    const { page } = moderator
    const email = 'moderator@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, '/desk/moderation')
    await openRow(page, reason)
    const shown = openItem(page).getByRole('region', { name: t.item.wording })
    expect(await difference(shown)).toEqual(threeHundred)
    expect(await openItem(page).getByText(`${wordingPrefix}${suggested}`).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    await shots(page, 'desk', desktop)
    await decideOpen(page, 'publish')
  })

  it('is public with its comment, on its page and in the thread', async () => {
    const { page } = reader
    await page.goto(`/comments/${publicId}`)
    const article = page.locator(`[id="${publicId}"]`)
    expect(await difference(article)).toEqual(threeHundred)
    await shots(page, 'public', desktop)
    await page.goto(`/measures/7.1?clause=${clause.key}`)
    expect(await difference(article)).toEqual(threeHundred)
    await shots(page, 'thread', desktop)
  })

  it('is the start of another reader’s own, by a link and without scripts', async () => {
    const { page } = reader
    const start = page.locator(`[id="${publicId}"]`).getByRole('link', { name: words.thread.startFrom })
    await start.click()
    expect(page.url()).not.toContain(encodeURIComponent('260'))
    expect(await page.getByLabel(words.form.clause).inputValue()).toBe(clause.key)
    expect(await wordingOf(page).inputValue()).toBe(suggested)
    expect(await wordingOf(page).isVisible()).toBe(true)
    await shots(page, 'start', desktop)
    await fillComment(page, {
      body: '同意降低，再低一些。',
      stance: 'partly',
      kind: 'individual',
      publish: true,
    })
    await wordingOf(page).fill(suggested.replace('260', '240'))
    await previewButton(page).click()
    expect((await difference(previewed(page)))[1]).toEqual([expect.stringMatching(/：240$/)])
  })

  it('takes the place of a draft’s wording on the device', async () => {
    const { page } = author
    await page.goto(`/comments/${publicId}`)
    await expectAccessible(page)
    await page.goto('/measures/7.1/comment')
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await fillComment(page, {
      body: '一份没有写完的草稿。',
      stance: 'suggest',
      kind: 'individual',
      publish: true,
    })
    await page.waitForFunction(() =>
      Object.values({ ...localStorage }).some((kept) => String(kept).includes('没有写完')),
    )
    await page.goto(`/measures/7.1/comment?start=${publicId}`)
    await expect.poll(() => page.getByLabel(words.form.body).inputValue()).toBe('一份没有写完的草稿。')
    expect(await page.getByLabel(words.form.clause).inputValue()).toBe(clause.key)
    expect(await wordingOf(page).inputValue()).toBe(suggested)
  })
})
