import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { domainWords } from '../../worker/contract/locales'
import type { PlanView } from '../../worker/contract/plan'
import type { Visitor } from '../support/browser-page'
import {
  answerSum,
  choice,
  field,
  fillComment,
  lookUp,
  previewButton,
  previewed,
  readReceipt,
  sendButton,
} from '../support/comment-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'

const words = allWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const body = '建议公布“小升规”企业名单的更新周期，\n便于配套厂家及时了解。'
let reader: Visitor
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  reader = await journey.visit({ javaScriptEnabled: false, meets: [403, 404, 422] })
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

describe('somebody whose browser runs no scripts', () => {
  it('reads every measure of the plan and its thread', async () => {
    const { page } = reader
    const plan: PlanView = await (await fetch(`${journey.product.address}/api/plan`)).json()
    const measures = plan.themes.flatMap((theme) => theme.measures)
    expect(measures).toHaveLength(35)
    await page.goto('/')
    const main = page.getByRole('main')
    expect(await main.getByRole('link', { name: words.commentsUnit }).count()).toBeGreaterThanOrEqual(35)
    for (const { key, title, published } of measures) {
      await page.goto(`/measures/${key}`)
      expect(await main.getByRole('heading', { level: 1 }).innerText()).toContain(title)
      const thread = page.getByRole('region', { name: words.thread.whole })
      expect(await thread.getByRole('article').count()).toBeGreaterThanOrEqual(Math.min(published, 1))
    }
  })

  it('has what was typed kept and is led from each error to its field', async () => {
    const { page } = reader
    await page.goto('/measures/1.2/comment?clause=1.2.1')
    await fillComment(page, { body, kind: 'individual', displayName: '吴敏' })
    await previewButton(page).click()
    expect(await page.title()).toMatch(/^错误：/)
    await page.getByRole('heading', { name: words.form.errorHeading }).waitFor()
    const errors = page.getByRole('alert').getByRole('link')
    expect(await errors.allInnerTexts()).toEqual([
      `${words.form.stance}：${domain.fields.stance_required}`,
      `${words.form.publish}：${domain.fields.consent_required}`,
    ])
    await errors.last().click()
    expect(await focused(page)).toBe('field-publish')
    expect(await field(page, words.form.body).inputValue()).toBe(body)
    expect(await field(page, words.form.displayName).inputValue()).toBe('吴敏')
    expect(await choice(page, domain.kinds.individual).isChecked()).toBe(true)
    expect(await page.getByLabel(words.form.clause).inputValue()).toBe('1.2.1')
  })

  it('sees the preview, goes back without losing a word, and comes again', async () => {
    const { page } = reader
    await fillComment(page, { stance: 'suggest', publish: true })
    await previewButton(page).click()
    expect(await previewed(page).innerText()).toContain('吴**')
    await page.getByRole('button', { name: words.form.proof.edit }).click()
    expect(await field(page, words.form.body).inputValue()).toBe(body)
    expect(await choice(page, domain.stances.suggest).isChecked()).toBe(true)
    await previewButton(page).click()
    await previewed(page).waitFor()
  })

  it('is asked the sum again after a wrong answer', async () => {
    const { page } = reader
    await page.getByRole('textbox', { name: /^请回答/ }).fill('99')
    await sendButton(page).click()
    expect(await page.title()).toMatch(/^错误：/)
    expect(await page.getByRole('alert').innerText()).toContain(domain.errors.proof_wrong)
    expect(await previewed(page).innerText()).toContain('吴**')
  })

  it('answers it and gets a receipt', async () => {
    const { page } = reader
    await answerSum(page)
    await sendButton(page).click()
    await page.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
    receipt = await readReceipt(page)
    await takeShot(page, 'receipt-without-scripts')
  })

  it('looks the receipt up from another browser', async () => {
    const { page } = await journey.visit({ javaScriptEnabled: false, meets: [404, 422] })
    await lookUp(page, { ...receipt, queryCode: '' })
    expect(await page.title()).toMatch(/^错误：/)
    await page.getByRole('alert').getByRole('link', { name: words.receipt.queryCode }).click()
    expect(await focused(page)).toBe('field-queryCode')
    await lookUp(page, { ...receipt, queryCode: '0000-0000-0000' })
    expect(await page.getByRole('alert').innerText()).toContain(domain.errors.receipt_not_found)
    expect(await field(page, words.receipt.publicId).inputValue()).toBe(receipt.publicId)
    await lookUp(page, receipt)
    await page.getByText(words.receipt.stateHints.pending).waitFor()
    expect(await page.getByRole('main').innerText()).toContain(body)
  })

  it('searches', async () => {
    const { page } = reader
    await page.goto('/')
    await page.getByRole('search').getByRole('searchbox').fill('专精特新')
    await page.getByRole('search').getByRole('button').click()
    await page.getByRole('region', { name: words.search.measures }).getByRole('link').first().click()
    await page.waitForURL('**/measures/**')
  })

  it('is told in words where scripts are needed after all', async () => {
    const { page } = reader
    await page.goto('/desk')
    expect(await page.locator('body').innerText()).toContain(words.desk.noScript)
  })
})
