import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { domainWords } from '../../worker/contract/locales'
import { handheld, type Visitor } from '../support/browser-page'
import {
  choice,
  field,
  fillComment,
  lookUp,
  previewButton,
  previewed,
  readReceipt,
  sendButton,
} from '../support/comment-errand'
import { decideOpen, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'

const words = allWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const first = '建议社区药店延长夜间服务时间，可以致电 13800138000 核实。'
const second = '建议社区药店延长夜间服务时间，并公布值班药师名单。'
const third = '建议社区药店延长夜间服务时间，并在门口张贴值班药师名单。'

let phone: Visitor
let moderator: Visitor
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  phone = await journey.visit(handheld)
  moderator = await journey.visit()
  const email = 'moderator2@yanlu.test'
  await signIn(moderator.page, { email, password: journey.product.passwords[email] ?? '' })
})

/**
 * What one thumb can use: 44 px high, wholly between the edges of the screen, and no page wider than it. Of a choice the label counts,
 * for a tap on it chooses; a text field is as high, too.
 */
async function inReach(control: Locator): Promise<Locator> {
  const type = await control.getAttribute('type')
  const target =
    type === 'radio' || type === 'checkbox' ? control.locator('xpath=ancestor::label[1]') : control
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  const width = handheld.viewport?.width ?? 0
  expect.soft(box?.height, String(control)).toBeGreaterThanOrEqual(44)
  expect.soft(box?.x, String(control)).toBeGreaterThanOrEqual(0)
  expect.soft((box?.x ?? 0) + (box?.width ?? 0), String(control)).toBeLessThanOrEqual(width)
  return target
}

async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(handheld.viewport?.width)
}

describe('one thing said with one thumb', () => {
  it('takes four steps from the home page to a receipt, nothing of it out of reach', async () => {
    const { page } = phone
    const pages: string[] = []
    await page.goto('/')
    page.on('framenavigated', (frame) => pages.push(new URL(frame.url()).pathname))
    await expectFit(page)
    await (await inReach(page.getByRole('main').locator('a[href="/measures/8.2"]'))).tap()
    const write = page.locator('.measure-title').getByRole('link', { name: words.write, exact: true })
    const { y = 0, height = 0 } = (await write.boundingBox()) ?? {}
    expect(y + height, 'on the first screen').toBeLessThanOrEqual(handheld.viewport?.height ?? 0)
    await (await inReach(write)).tap()
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await expectFit(page)
    await (await inReach(choice(page, domain.stances.suggest))).tap()
    await (await inReach(field(page, words.form.body))).fill(first)
    await page.getByText(words.form.personalData.lead).waitFor()
    await page.getByText(words.form.personalData.kinds.phone).waitFor()
    await takeShot(page, 'thumb-personal-data')
    await field(page, words.form.body).fill(second)
    await page.getByText(words.form.personalData.lead).waitFor({ state: 'hidden' })
    await (await inReach(choice(page, domain.kinds.individual))).tap()
    await (await inReach(choice(page, words.form.publishYes))).tap()
    await (await inReach(previewButton(page))).tap()
    await previewed(page).waitFor()
    await expectFit(page)
    await takeShot(page, 'thumb-preview')
    await (await inReach(sendButton(page))).tap()
    await page.getByRole('heading', { name: words.receipt.thanks }).first().waitFor()
    await expectFit(page)
    receipt = await readReceipt(page)
    page.removeAllListeners('framenavigated')
    expect(pages.length).toBeLessThanOrEqual(4)
  })

  it('is changed with the code, the same way', async () => {
    const { page } = await journey.visit(handheld)
    phone = { ...phone, page }
    await lookUp(page, receipt)
    await expectFit(page)
    await (await inReach(page.getByRole('link', { name: words.receipt.openChange }))).tap()
    await page.getByText(words.form.counted(String([...second].length), '5,000')).waitFor()
    await expectFit(page)
    await field(page, words.form.body).fill(third)
    await (await inReach(previewButton(page))).tap()
    await previewed(page).getByText(third).waitFor()
    await (await inReach(page.getByRole('button', { name: words.receipt.editSend }))).tap()
    await page.getByText(words.receipt.changed).waitFor()
    await page.getByText(third).filter({ visible: true }).first().waitFor()
  })

  it('is public as its author was shown it, letter by letter', async () => {
    const { page } = phone
    const write = await journey.visit(handheld)
    await write.page.goto('/measures/8.3/comment')
    await write.page.getByText(words.form.counted('0', '5,000')).waitFor()
    await fillComment(write.page, {
      body: second,
      stance: 'suggest',
      kind: 'individual',
      displayName: '朱建国',
      publish: true,
    })
    await previewButton(write.page).tap()
    const shown = await wordsOf(previewed(write.page))
    expect(shown).toContain('朱**')
    await sendButton(write.page).tap()
    await write.page.getByRole('heading', { name: words.receipt.thanks }).first().waitFor()
    const { publicId } = await readReceipt(write.page)
    await openRow(moderator.page, second.slice(0, 18))
    await decideOpen(moderator.page, 'publish')
    await page.goto(`/comments/${publicId}`)
    const article = page.getByRole('article').filter({ hasText: second }).first()
    await article.waitFor()
    const published = await wordsOf(article)
    for (const line of shown) expect(published).toContain(line)
  })

  it('is taken back with the code', async () => {
    const { page } = await journey.visit(handheld)
    await lookUp(page, receipt)
    await (await inReach(page.locator('#withdraw > summary'))).tap()
    await (await inReach(page.getByRole('button', { name: words.receipt.withdrawSend }))).tap()
    await page.getByText(words.receipt.stateHints.withdrawn).first().waitFor()
    await expectFit(page)
  })
})

/** Who speaks and what is said. */
async function wordsOf(article: Locator): Promise<string[]> {
  const lines = (await article.innerText()).split('\n').map((line) => line.trim())
  return lines.filter((line) => line.includes('朱**') || line.includes('药'))
}
