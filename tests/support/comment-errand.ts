import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'
import { words as allWords, type Words } from '../../web/locales'
import type { CommentReceipt } from '../../worker/contract/comments'
import { domainWords } from '../../worker/contract/locales'
import type { Language, ParticipantKind, Stance } from '../../worker/contract/words'

const words = allWords.zh

/** What a person fills in; what is absent is left as it stands. */
export interface Filled {
  body?: string
  stance?: Stance
  kind?: ParticipantKind
  displayName?: string
  showName?: boolean
  name?: string
  uscc?: string
  publish?: boolean
  contact?: string
}

/** A choice of the form, by the words that it begins with. */
export function choice(page: Page, label: string): Locator {
  return page.getByRole('radio', { name: new RegExp(`^${label}`) })
}

/** A field of the form that takes text, by the words that its label begins with. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('main').getByRole('textbox', { name: new RegExp(`^${label}`) })
}

/** Fills in the comment form as a person does, in its order. */
export async function fillComment(page: Page, filled: Filled, language: Language = 'zh'): Promise<void> {
  const { form } = allWords[language]
  const domain = domainWords[language]
  const fill = async (label: string, text: string | undefined) => {
    if (text !== undefined) await field(page, label).fill(text)
  }
  if (filled.stance) await choice(page, domain.stances[filled.stance]).check()
  await fill(form.body, filled.body)
  if (filled.kind) await choice(page, domain.kinds[filled.kind]).check()
  await fill(form.displayName, filled.displayName)
  if (filled.showName !== undefined) {
    const [beginning = ''] = form.showName('|').split('|')
    await page.getByRole('checkbox', { name: beginning }).setChecked(filled.showName)
  }
  await fill(form.name, filled.name)
  await fill(form.uscc, filled.uscc)
  if (filled.publish !== undefined) {
    await choice(page, filled.publish ? form.publishYes : form.publishNo).check()
  }
  await fill(form.contact, filled.contact)
}

/** The button of the comment form that leads to its preview. */
export const previewButton = (page: Page, { form }: Words = words) =>
  page.getByRole('button', { name: form.preview, exact: true })

/** The button that sends the comment. */
export const sendButton = (page: Page) => page.getByRole('button', { name: words.form.proof.send })

/** The comment as its author is shown it. */
export const previewed = (page: Page) =>
  page.getByRole('region', { name: words.preview.publicHeading }).getByRole('article')

/** Number and code from the receipt that stands on the page. */
export async function readReceipt(page: Page): Promise<Omit<CommentReceipt, 'state'>> {
  const slip = page.getByRole('region', { name: words.receipt.keep, exact: true })
  const [publicId = '', queryCode = ''] = await slip.locator('code').allInnerTexts()
  return { publicId, queryCode }
}

/** Goes to the look-up page and opens a receipt there. */
export async function lookUp(page: Page, receipt: { publicId: string; queryCode: string }): Promise<void> {
  await page.goto('/receipts')
  const language = (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh'
  const { publicId, queryCode, lookup } = allWords[language].receipt
  await field(page, publicId).fill(receipt.publicId)
  await field(page, queryCode).fill(receipt.queryCode)
  await page.getByRole('main').getByRole('button', { name: lookup, exact: true }).click()
}

/** The lines that a reader sees of something, without those that say nothing. */
export async function linesOf(shown: Locator): Promise<string[]> {
  const text = await shown.innerText()
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Answers the sum that stands on the preview where scripts are off, no sooner than a person could. */
export async function answerSum(page: Page): Promise<void> {
  const shownAt = Date.now()
  const numbers = (await page.getByText(/^请回答/).innerText()).match(/\d+/g) ?? []
  await field(page, '请回答').fill(String(numbers.map(Number).reduce((a, b) => a + b, 0)))
  await vi.waitUntil(() => Date.now() - shownAt > 1_100, { interval: 50, timeout: 5_000 })
}
