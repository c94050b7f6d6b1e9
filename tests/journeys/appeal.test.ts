import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import type { CommentReceipt } from '../../worker/contract/comments'
import { limits } from '../../worker/contract/limits'
import { domainWords } from '../../worker/contract/locales'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { handheld, type Visitor } from '../support/browser-page'
import { field, lookUp } from '../support/comment-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { findOverflow, findSmallTargets } from '../support/page-checks'
import { sendComment, signInDecider } from '../support/send-comment'

const words = allWords.zh.receipt
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const body = '建议明确“小升规”企业的统计口径，并按季度公布名单，便于配套厂家及时对接。'
const why = '我的意见写明了口径和周期，\n请再看一次。'
const reply = '意见已说明口径，但没有写明依据，请补充后重新提交。'
let receipt: CommentReceipt
let author: Visitor

beforeAll(async () => {
  receipt = await sendComment(journey, '7.1', { body })
  author = await journey.visit({ ...handheld, javaScriptEnabled: false, meets: [422] })
})

const state = (page: Page) => page.getByRole('region', { name: words.state })
const steps = (page: Page) => page.getByRole('region', { name: words.journey }).getByRole('listitem')

/** Until a decision's grace is over. */
async function untilShown(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByRole('main').innerText()
      },
      { timeout: (limits.graceSeconds + 20) * 1000, interval: 2_000 },
    )
    .toContain(text)
}

async function expectSound(page: Page, name: string): Promise<void> {
  expect(await findOverflow(page)).toEqual([])
  const { page: reader } = await journey.visit(handheld)
  await lookUp(reader, receipt)
  await state(reader).waitFor()
  expect(await findOverflow(reader)).toEqual([])
  expect(await findSmallTargets(reader, 44)).toEqual([])
  await expectAccessible(reader)
  await takeShot(reader, name)
  await reader.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(reader)
  await takeShot(reader, `${name}-dark`)
  const pdf = (await reader.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await reader.close()
}

describe('an author whose comment was sent back', () => {
  it('reads by when it will be read', async () => {
    const { page } = author
    await lookUp(page, receipt)
    expect(await state(page).innerText()).toMatch(/我们承诺 2 个工作日内审核，最迟 .+ 日 24:00。/)
    expect(await steps(page).last().innerText()).toContain(words.waiting.pending)
    await expectSound(page, 'receipt-pending')
  })

  it('reads why, and finds both ways on', async () => {
    const { page } = author
    const decide = await signInDecider(journey)
    await decide({ publicId: receipt.publicId, decision: 'return', reason: 'unclear' })
    await untilShown(page, words.stateHints.returned)
    expect(await page.getByRole('link', { name: words.openChange }).count()).toBe(1)
    await page.getByText(words.appealOffer).tap()
    await page.getByRole('button', { name: words.appealSend }).waitFor()
    await expectSound(page, 'receipt-appealable')
  })

  it('is led back to an appeal without words', async () => {
    const { page } = author
    await page.getByRole('button', { name: words.appealSend }).tap()
    const error = page.getByRole('alert').getByRole('link')
    expect(await error.innerText()).toBe(`${words.appealText}：${domain.fields.required}`)
    expect(await page.title()).toMatch(/^错误：/)
    await error.tap()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-text')
  })

  it('appeals without scripts, once', async () => {
    const { page } = author
    await field(page, words.appealText).fill(why)
    await page.getByRole('button', { name: words.appealSend }).tap()
    await page.getByText(words.appealOpen).waitFor()
    expect(await state(page).innerText()).toMatch(/我们承诺 2 个工作日内答复，最迟 .+ 日 24:00。/)
    expect(await steps(page).allInnerTexts()).toEqual([
      expect.stringContaining(words.steps.received),
      expect.stringContaining(words.steps.return),
      expect.stringContaining(why),
      expect.stringContaining(words.waiting.appeal),
    ])
    expect(await page.getByRole('button', { name: words.appealSend }).count()).toBe(0)
    await expectSound(page, 'receipt-appealed')
  })

  it('reads a colleague’s answer, and may still change the text', async () => {
    const { page } = author
    const decide = await signInDecider(journey, 'moderator2@yanlu.test')
    await decide({ publicId: receipt.publicId, decision: 'uphold', note: reply })
    await untilShown(page, words.upheld)
    const last = await steps(page).last().innerText()
    for (const text of [words.steps.uphold, words.reply, reply]) expect(last).toContain(text)
    expect(await page.getByRole('main').innerText()).not.toMatch(/王敏|何立/)
    expect(await page.getByRole('button', { name: words.appealSend }).count()).toBe(0)
    await expectSound(page, 'receipt-upheld')
  })
})
