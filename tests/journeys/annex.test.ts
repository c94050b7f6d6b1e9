import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it, vi } from 'vitest'
import { words as allWords } from '../../web/locales'
import { caseWords } from '../../web/locales/desk/cases'
import { expectAccessible } from '../support/accessibility'
import { desktop, phone } from '../support/browser-page'
import {
  answerSum,
  fillComment,
  lookUp,
  previewButton,
  readReceipt,
  sendButton,
} from '../support/comment-errand'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { pdfOf } from '../support/make-attachment'
import { organisation } from '../support/make-comment'
import { findOverflow, findSmallTargets } from '../support/page-checks'
import { signInDecider } from '../support/send-comment'

const journey = startJourney()
inSteps()
const words = allWords.zh
const desk = caseWords.zh.annex
const { kind, name, uscc } = organisation(31)
const secret = '单位成本 317 元'
const summary = '各工序成本构成，说明门槛对中小企业的影响。'
const purpose = '核对成本数据'
const file = { name: '成本明细.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf(secret)) }

let author: Page
let staff: Page
let problems: string[]
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  const visitor = await journey.visit({ javaScriptEnabled: false })
  author = visitor.page
  problems = visitor.problems
  staff = (await journey.visit()).page
})

const signInAt = (page: Page, email: string, path: string) =>
  signIn(page, { email, password: journey.product.passwords[email] ?? '' }, path)
const casePath = () => `/desk/cases?view=all&comment=${receipt.publicId}`

async function look(page: Page, shot: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page)).toEqual([])
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await takeShot(page, `${shot}-${size}-${colorScheme}`)
    }
  }
}

it('is added in the preview of an organisation’s comment, without scripts', async () => {
  await author.goto('/measures/7.1/comment')
  await fillComment(author, {
    stance: 'partly',
    body: '门槛偏高，成本见保密附件。',
    kind,
    name,
    uscc,
    publish: true,
  })
  await previewButton(author).click()
  await author.getByText(words.annex.add).click()
  await author.getByRole('button', { name: words.annex.send }).click()
  expect(await author.title()).toContain('错误')
  expect(problems.splice(0)).toEqual([expect.stringMatching(/^422 /)])
  await look(author, 'annex-missing')
  expect(await findSmallTargets(author, 44)).toEqual([])
  await author.locator('#field-annexFile').setInputFiles(file)
  await author.getByLabel(words.annex.summary).fill(summary)
  await author.getByRole('button', { name: words.annex.send }).click()
  await author.getByText(file.name).waitFor()
  expect(await author.locator('.preview-sheet').innerText()).toContain(summary)
  await look(author, 'annex-preview')
  await answerSum(author)
  await sendButton(author).click()
  await author.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
  receipt = await readReceipt(author)
  await author.getByText(words.annex.unopened).waitFor()
})

it('is closed to staff who are not named, and opened by one who is, for a purpose', async () => {
  const decide = await signInDecider(journey)
  await decide({ publicId: receipt.publicId, decision: 'publish' })
  const isPublic = async () =>
    (await fetch(`${journey.product.address}/api/comments/${receipt.publicId}`)).status === 200
  await vi.waitUntil(isPublic, { timeout: 30_000, interval: 300 })
  await signInAt(staff, 'staff@yanlu.test', casePath())
  await staff.getByText(desk.notNamed).waitFor()

  const admin = (await journey.visit()).page
  await signInAt(admin, 'admin@yanlu.test', '/desk/cases/units')
  const choice = admin.getByLabel(desk.add)
  await choice.waitFor()
  const person = (await choice.locator('option').allInnerTexts()).find((each) => each !== desk.choose) ?? ''
  expect(person).not.toBe('')
  for (const each of (await choice.locator('option').allInnerTexts()).slice(1)) {
    await choice.selectOption({ label: each })
    await admin.getByRole('button', { name: desk.name, exact: true }).click()
    await admin.getByText(desk.named(each)).waitFor()
  }
  await look(admin, 'annex-readers')
  await expectAccessible(admin)

  await staff.reload()
  await staff.getByLabel(desk.purpose).fill(purpose)
  await look(staff, 'annex-case')
  await staff.setViewportSize(desktop)
  await expectAccessible(staff)
  const saved = staff.waitForEvent('download')
  await staff.getByRole('button', { name: desk.open }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe(file.name)
  expect(readFileSync((await download.path()) ?? '', 'utf8')).toContain(secret)
  await staff.getByText(desk.opened).waitFor()
})

it('tells its author who opened it and what for, and readers the summary alone', async () => {
  await lookUp(author, receipt)
  await author.getByText(purpose).waitFor()
  await look(author, 'annex-receipt')
  const reader = (await journey.visit()).page
  await reader.goto(`/comments/${receipt.publicId}`)
  const comment = await reader.locator('.comment').first().innerText()
  expect(comment).toContain(summary)
  expect(comment).not.toContain(file.name)
  await look(reader, 'annex-comment')
  await expectAccessible(reader)
})
