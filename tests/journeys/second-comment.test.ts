import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { domainWords } from '../../worker/contract/locales'
import { handheld, type Visitor } from '../support/browser-page'
import {
  choice,
  field,
  fillComment,
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

const body = '建议按季度公布进展，可致电 13800138000 了解。'
const kept = () => localStorage.getItem('yanlu:self')
let phone: Visitor

beforeAll(async () => {
  phone = await journey.visit(handheld)
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

describe('somebody with two things to say, on a phone', () => {
  it('finds a form with what few need folded away, and the hint at personal data under the text', async () => {
    const { page } = phone
    await page.goto('/measures/7.1/comment')
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await takeShot(page, 'second-form-phone')
    for (const label of [words.form.targetsHeading, words.form.attachments]) {
      const folded = page.locator('details', { has: page.locator('summary', { hasText: label }) })
      expect(await folded.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false)
    }
    await fillComment(page, {
      stance: 'suggest',
      body,
      kind: 'individual',
      displayName: '吴敏',
      publish: true,
    })
    const hint = page.getByText(words.form.personalData.lead)
    await hint.waitFor()
    const area = await field(page, words.form.body).boundingBox()
    const shown = await hint.boundingBox()
    expect((shown?.y ?? 0) - (area?.y ?? 0) - (area?.height ?? 0)).toBeLessThan(120)
    await takeShot(page, 'second-hint-phone')
  })

  it('is led from the preview back to the text', async () => {
    const { page } = phone
    await page.getByLabel(words.form.selfKeep).check()
    await previewButton(page).tap()
    await previewed(page).waitFor()
    await takeShot(page, 'second-preview-phone')
    await page.getByRole('button', { name: words.preview.backToText }).tap()
    await page.getByText(words.form.counted(String([...body].length), '5,000')).waitFor()
    expect(page.url()).toContain('#field-body')
    expect(await field(page, words.form.body).inputValue()).toBe(body)
    await previewButton(page).tap()
  })

  it('copies number and code, and saves them as a file', async () => {
    const { page } = phone
    await sendButton(page).tap()
    await page.getByRole('heading', { name: words.receipt.thanks }).first().waitFor()
    const { publicId, queryCode } = await readReceipt(page)
    await takeShot(page, 'second-receipt-phone')
    await page.getByRole('button', { name: words.receipt.copy }).tap()
    await page.getByText(words.receipt.copied).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      words.receipt.copyText(publicId, queryCode),
    )
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.receipt.saveFile }).tap(),
    ])
    expect(saved.suggestedFilename()).toBe(`yanlu-${publicId}.txt`)
  })

  it('says the same again, and is shown the receipt that they have', async () => {
    const { page } = phone
    const { publicId } = await readReceipt(page)
    await page.getByRole('link', { name: words.receipt.againHere }).tap()
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await fillComment(page, { stance: 'suggest', body, publish: true })
    await previewButton(page).tap()
    await page.getByText(words.receipt.sentBefore).waitFor()
    expect((await readReceipt(page)).publicId).toBe(publicId)
    await takeShot(page, 'second-again-phone')
  })

  it('finds who they are filled in for the next, and clears it with one tap', async () => {
    const { page } = phone
    expect(await page.evaluate(kept)).not.toContain('13800138000')
    await page.getByRole('link', { name: words.receipt.againHere }).tap()
    await page.getByText(words.form.selfFilled).waitFor()
    expect(await choice(page, domain.kinds.individual).isChecked()).toBe(true)
    expect(await choice(page, words.form.publishYes).isChecked()).toBe(false)
    expect(await field(page, words.form.displayName).inputValue()).toBe('吴敏')
    expect(await field(page, words.form.body).inputValue()).toBe('')
    await takeShot(page, 'second-filled-phone')
    await page.getByRole('button', { name: words.form.selfClear, exact: true }).tap()
    await page.getByText(words.form.selfFilled).waitFor({ state: 'hidden' })
    expect(await choice(page, domain.kinds.individual).isChecked()).toBe(false)
    expect(await page.evaluate(kept)).toBeNull()
    await page.reload()
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    expect(await choice(page, domain.kinds.individual).isChecked()).toBe(false)
  })

  it('leaves nothing of who they are on a device where they did not tick it, once it is sent', async () => {
    const { page } = await journey.visit(handheld)
    await page.goto('/measures/7.2/comment')
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await fillComment(page, {
      stance: 'suggest',
      body: '另一条意见。',
      kind: 'individual',
      displayName: '吴敏',
      publish: true,
    })
    await previewButton(page).tap()
    await previewed(page).waitFor()
    expect(await page.evaluate(kept)).toBeNull()
    await sendButton(page).tap()
    await page.getByRole('heading', { name: words.receipt.thanks }).first().waitFor()
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
      .not.toMatch(/吴敏|individual|另一条意见/)
  })
})
