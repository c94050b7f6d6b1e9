import type { Page } from 'playwright-core'
import { beforeAll, expect, it, vi } from 'vitest'
import { words } from '../../web/locales'
import { stampedDeskWords } from '../../web/locales/desk/stamped'
import type { CommentReceipt } from '../../worker/contract/comments'
import { domainWords } from '../../worker/contract/locales'
import type { FormView } from '../../worker/contract/stamped-forms'
import { formCodeOf } from '../../worker/contract/stamped-scans'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { desktop, phone } from '../support/browser-page'
import { lookUp } from '../support/comment-errand'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { pdfOf } from '../support/make-attachment'
import { organisation } from '../support/make-comment'
import { findOverflow, findSmallTargets } from '../support/page-checks'
import { printPage } from '../support/printed-form'
import { sendComment, signInDecider } from '../support/send-comment'

const journey = startJourney()
inSteps()
const { stamped } = words.zh
const desk = stampedDeskWords.zh
const firm = organisation(21)
const body = Array.from(
  { length: 60 },
  (_, i) => `第${i + 1}点：建议写明申报材料、办理时限和联系窗口。`,
).join('\n')

let receipt: CommentReceipt
let form: FormView
let page: Page
let problems: string[]
let codes: string[]

beforeAll(async () => {
  receipt = await sendComment(journey, '7.1', { body, clause: '7.1.2', participant: firm })
  const visitor = await journey.visit({ javaScriptEnabled: false })
  page = visitor.page
  problems = visitor.problems
})

it('is offered on the receipt, without scripts', async () => {
  await lookUp(page, receipt)
  await page.getByRole('link', { name: stamped.offer }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(stamped.title)
  const answer = await fetch(`${journey.product.address}/api/receipts/form`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...journey.nextAddress() },
    body: JSON.stringify({ publicId: receipt.publicId, queryCode: receipt.queryCode }),
  })
  form = (await answer.json()) as FormView
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await takeShot(page, `stamped-form-${size}-${colorScheme}`)
    }
  }
})

it('prints on A4 with code, QR and hash on every page, and nothing of the site around it', async () => {
  await page.setViewportSize(desktop)
  const printed = await printPage(page, 'stamped-form-printed')
  const { sheets } = printed
  codes = printed.codes
  expect(sheets.length).toBeGreaterThan(1)
  for (const sheet of sheets) {
    expect(sheet).toContain(`${form.publicId} · ${form.revision}`)
    expect(sheet).toContain(form.sha256)
  }
  const text = sheets.join('').replace(/\s+/g, '')
  for (const word of ['意见反馈表', firm.name, firm.uscc, '单位（盖章）', '第60点', form.clause?.text ?? ''])
    expect(text).toContain(word)
  for (const word of [words.zh.nav.receipts, stamped.back, stamped.recipe, words.zh.demo.text])
    expect(text).not.toContain(word)
})

it('carries an address of this site with number, revision and the first digits of the hash', () => {
  const query = `id=${form.publicId}&revision=${form.revision}&hash=${form.sha256.slice(0, 16)}`
  expect(new Set(codes)).toEqual(new Set([`${journey.product.address}/verify-form?${query}`]))
})

it('is found to be the same text by whoever scans it, and another one not', async () => {
  const visitor = await journey.visit()
  const heading = visitor.page.getByRole('heading', { level: 2 }).first()
  const [code = ''] = codes
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await visitor.page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await visitor.page.emulateMedia({ colorScheme })
      await visitor.page.goto(code)
      expect(await heading.innerText()).toBe(stamped.verify.results.same)
      await takeShot(visitor.page, `verify-form-${size}-${colorScheme}`)
      await (colorScheme === 'light' ? expectAccessible(visitor.page) : expectContrast(visitor.page))
    }
  }
  expect(await findSmallTargets(visitor.page, 44)).toEqual([])
  expect(await visitor.page.getByRole('main').innerText()).not.toContain('申报材料')
  await visitor.page.getByLabel(stamped.verify.hash).fill('0123456789abcdef')
  await visitor.page.getByRole('button', { name: stamped.verify.send }).click()
  expect(await heading.innerText()).toBe(stamped.verify.results.different)
})

it('has nothing for axe to find on the form itself, and fits', async () => {
  const visitor = await journey.visit()
  await lookUp(visitor.page, receipt)
  await visitor.page.goto(`/receipts/${receipt.publicId}/form`)
  await expectAccessible(visitor.page)
  await visitor.page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(visitor.page)
  await visitor.page.setViewportSize({ width: 320, height: 256 })
  expect(await findOverflow(visitor.page)).toEqual([])
  expect(await findSmallTargets(visitor.page, 44)).toEqual([])
})

it('comes back stamped, is confirmed by staff, and says so to its author and to readers', async () => {
  await page.emulateMedia({ media: 'screen' })
  await lookUp(page, receipt)
  await page.setViewportSize(phone)
  await page.getByText(stamped.upload).click()
  await page.getByLabel(stamped.code).fill(receipt.publicId)
  await page.getByRole('button', { name: stamped.send, exact: true }).click()
  await page.getByText(domainWords.zh.fields.form_code_malformed).first().waitFor()
  expect(problems.splice(0)).toEqual([expect.stringMatching(/^422 /)])
  expect(await findSmallTargets(page, 44)).toEqual([])
  await look(page, 'stamped-upload')
  await page.getByLabel(stamped.code).fill(formCodeOf(receipt.publicId, 1))
  const scan = { name: '盖章件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfOf('公章')) }
  await page.locator('#field-file').setInputFiles(scan)
  await page.getByRole('button', { name: stamped.send, exact: true }).click()
  await page.getByText(domainWords.zh.stampStates.submitted).waitFor()

  const decide = await signInDecider(journey)
  await decide({ publicId: receipt.publicId, decision: 'publish' })
  const isPublic = async () =>
    (await fetch(`${journey.product.address}/api/comments/${receipt.publicId}`)).status === 200
  await vi.waitUntil(isPublic, { timeout: 30_000, interval: 300 })

  const staff = (await journey.visit()).page
  const email = 'staff@yanlu.test'
  await signIn(staff, { email, password: journey.product.passwords[email] ?? '' }, '/desk/cases/stamped')
  const card = staff.getByRole('listitem').filter({ hasText: receipt.publicId })
  await card.waitFor()
  expect(await card.innerText()).toContain(form.sha256)
  await look(staff, 'stamped-desk')
  await expectAccessible(staff)
  const saved = staff.waitForEvent('download')
  await card.getByRole('link', { name: desk.file }).click()
  expect((await saved).suggestedFilename()).toBe(scan.name)
  await card.getByRole('button', { name: desk.refuse }).click()
  await look(staff, 'stamped-refusing')
  await card.getByRole('button', { name: desk.cancel }).click()
  await card.getByRole('button', { name: desk.confirm }).click()
  await look(staff, 'stamped-confirming')
  await card.getByRole('button', { name: desk.confirmSure }).click()
  await staff.getByText(desk.done.confirm(firm.name)).waitFor()

  await page.reload()
  const own = page.getByRole('region', { name: stamped.offerHeading, exact: true })
  await own.getByText(domainWords.zh.stampStates.confirmed).waitFor()
  expect(await own.locator('input[type=file]').count()).toBe(0)
  await look(page, 'stamped-confirmed')
  const reader = await journey.visit()
  await reader.page.goto(`/comments/${receipt.publicId}`)
  await reader.page.locator('.comment').getByText(words.zh.thread.stamped).first().waitFor()
  await expectAccessible(reader.page)
})

async function look(shown: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await shown.setViewportSize(viewport)
    expect(await findOverflow(shown)).toEqual([])
    for (const colorScheme of ['dark', 'light'] as const) {
      await shown.emulateMedia({ colorScheme })
      await takeShot(shown, `${name}-${size}-${colorScheme}`)
    }
  }
}
