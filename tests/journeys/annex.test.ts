import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it, vi } from 'vitest'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { caseWords } from '../../web/locales/desk/cases'
import { domainWords } from '../../worker/contract/locales'
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
import { openItem, openRow, said, signIn, takeEffect } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { pdfOf } from '../support/make-attachment'
import { organisation } from '../support/make-comment'
import { findOverflow, findSmallTargets } from '../support/page-checks'

const journey = startJourney()
inSteps()
const words = allWords.zh
const desk = caseWords.zh.annex
const item = deskWords.zh
const signal = domainWords.zh.signals
const { kind, name, uscc } = organisation(31)
const secret = '单位成本 317 元'
const phoneNumber = '13912345678'
const summary = '各工序成本构成，说明门槛对中小企业的影响。'
const body = '门槛偏高，成本见保密附件。'
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
    body,
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
  await author.getByLabel(words.annex.summary).fill(`${summary}联系人电话${phoneNumber}。`)
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

it('is read by a moderator with its summary, and a number in that is hidden', async () => {
  const { page } = await journey.visit()
  await signInAt(page, 'moderator@yanlu.test', '/desk/moderation')
  await openRow(page, body)
  const signals = openItem(page).getByRole('region', { name: item.signal.heading })
  expect(await signals.innerText()).toContain(`${phoneNumber} ${item.item.annexSummary} · 第`)
  expect(await openItem(page).innerText()).toContain(item.item.annexSummaryHint)
  await look(page, 'annex-moderation')
  await page.setViewportSize(desktop)
  await expectAccessible(page)
  await signals.getByRole('button', { name: item.signal.hideLabel(signal.phone, phoneNumber) }).click()
  const preview = openItem(page).getByRole('region', { name: item.item.preview })
  expect(await preview.innerText()).toContain(`${summary}联系人电话〔已隐去：联系方式〕。`)
  await look(page, 'annex-moderation-hidden')
  await page.setViewportSize(desktop)
  await page.keyboard.press('a')
  await said(page, item.decision.done.redact)
  await takeEffect(page)
})

it('is closed to staff who are not named, and opened by one who is, for a purpose', async () => {
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
  expect(comment).not.toContain(phoneNumber)
  await look(reader, 'annex-comment')
  await expectAccessible(reader)
})
