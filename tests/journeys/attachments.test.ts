import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { handheld, type Visitor } from '../support/browser-page'
import { answerSum, fillComment, readReceipt, sendButton } from '../support/comment-errand'
import { openItem, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { pdfOf } from '../support/make-attachment'

const words = allWords.zh
const journey = startJourney()
inSteps()

const evidence = {
  name: '近三年研发投入测算.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOf('测算')),
}
const drawing = { name: '产线改造图.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf('图')) }
const body = '建议认定门槛按三年平均计算，测算见附件。'
let author: Visitor
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  author = await journey.visit({ javaScriptEnabled: false })
})

const listed = (page: Page) => page.locator('.file-list .file-name').allInnerTexts()

describe('somebody with evidence, whose browser runs no scripts', () => {
  it('adds a file, sees it listed, and Enter in a field still leads to the preview', async () => {
    const { page } = author
    await page.goto('/measures/7.1/comment?clause=7.1.2')
    await fillComment(page, {
      stance: 'partly',
      body,
      kind: 'individual',
      displayName: '吴敏',
      publish: true,
    })
    await page.locator('summary').filter({ hasText: words.form.attachments }).click()
    await page.locator('#field-file').setInputFiles(evidence)
    await page.getByRole('button', { name: words.form.attach, exact: true }).click()
    expect(await listed(page)).toEqual([evidence.name])
    await takeShot(page, 'attachments-form')
    await page.locator('#field-file').setInputFiles(drawing)
    await page.getByRole('textbox', { name: words.form.displayName }).press('Enter')
    await page.getByRole('heading', { level: 1, name: words.preview.title }).waitFor()
    expect(await listed(page)).toEqual([evidence.name, drawing.name])
    await takeShot(page, 'attachments-preview')
  })

  it('takes one back in the preview and sends the comment with the other', async () => {
    const { page } = author
    await page.getByRole('button', { name: words.form.dropNamed(drawing.name) }).click()
    expect(await listed(page)).toEqual([evidence.name])
    await page.getByText(words.thread.attachments(1)).waitFor()
    await answerSum(page)
    await sendButton(page).click()
    await page.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
    receipt = await readReceipt(page)
    expect(await listed(page)).toEqual([evidence.name])
    expect(await page.locator('.file-hash').innerText()).toMatch(/^SHA-256 [0-9a-f]{64}$/)
    await takeShot(page, 'attachments-receipt')
  })
})

describe('a moderator', () => {
  it('finds the file with the comment and saves it, and never opens it in the browser', async () => {
    const { page } = await journey.visit()
    const email = 'moderator@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' })
    await openRow(page, body)
    const link = openItem(page).getByRole('link', { name: evidence.name })
    await link.hover()
    await takeShot(page, 'attachments-desk')
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(saved.suggestedFilename()).toBe(evidence.name)
    expect(readFileSync(await saved.path())).toEqual(evidence.buffer)
    expect(receipt.publicId).not.toBe('')
  })
})

describe('somebody on a phone, in the dark', () => {
  it('is told before anything is sent that a file is too large', async () => {
    const { page } = await journey.visit({ ...handheld, colorScheme: 'dark' })
    await page.goto('/measures/7.1/comment')
    await page.getByText(words.form.draftNote).waitFor()
    const large = join(mkdtempSync(join(tmpdir(), 'yanlu-')), '大.pdf')
    writeFileSync(large, pdfOf('大', 21 * 1024 * 1024))
    await page.locator('summary').filter({ hasText: words.form.attachments }).tap()
    await page.locator('#field-file').setInputFiles(large)
    await page.getByText(words.form.fileTooLarge('大.pdf')).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await takeShot(page, 'attachments-phone')
  })
})
