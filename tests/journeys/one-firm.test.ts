import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { caseWords } from '../../web/locales/desk/cases'
import { stampedDeskWords } from '../../web/locales/desk/stamped'
import { domainWords } from '../../worker/contract/locales'
import { formCodeOf } from '../../worker/contract/stamped-scans'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { desktop, phone } from '../support/browser-page'
import { decideOpen, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { pdfOf } from '../support/make-attachment'
import { usccOf } from '../support/make-comment'
import { findOverflow, findSmallTargets } from '../support/page-checks'
import { printPage } from '../support/printed-form'

const journey = startJourney()
inSteps()

const { account, annex, enterprise, form, response, stamped } = words.zh
const desk = caseWords.zh.annex
const stampedDesk = stampedDeskWords.zh
const password = '青石 板桥 夜航船 五月'
const firm = { uscc: usccOf(990_011), name: '中山启明传动有限公司' }
const first = '建议把技术改造的补助比例写进条款，并公布测算办法。'
const changed = '建议把技术改造的补助比例写进条款，公布测算办法，并按季度公布进度。'
const second = '建议首台套保险补偿的申报改为常年受理。'
const pdf = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOf(text)),
})
const evidence = pdf('技改投资测算.pdf', '投资测算')
const secret = '单位成本 317 元'
const costs = pdf('成本明细.pdf', secret)
const summary = '各工序成本构成，说明补助比例的影响。'
const purpose = '核对成本数据'
let owner: Page
let drafter: Page
let approver: Page
let moderator: Page

beforeAll(async () => {
  const plain = { meets: [409, 422] }
  owner = (await journey.visit(plain)).page
  drafter = (await journey.visit(plain)).page
  approver = (await journey.visit(plain)).page
  moderator = (await journey.visit({ meets: [401] })).page
})

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name })
const field = (page: Page, name: string) => page.locator(`#field-${name}`)

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await field(page, 'name').fill(name)
  await field(page, 'email').fill(email)
  await field(page, 'password').fill(password)
  await button(page, account.signUp.submit).click()
  await field(page, 'email').fill(email)
  await field(page, 'password').fill(password)
  await button(page, account.signIn.submit).click()
}

async function invite(part: string): Promise<string> {
  await owner.goto('/enterprise')
  await field(owner, 'part').selectOption(part)
  await button(owner, enterprise.makeLink).click()
  return owner.locator('.invitation-link').innerText()
}

async function join(page: Page, link: string, name: string, email: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('link', { name: account.signUp.title, exact: true }).click()
  await signUp(page, name, email)
  await button(page, enterprise.join).click()
  await page.getByText(enterprise.done.joined).waitFor()
}

/** Somebody of the office, on a page of the desk. */
async function enter(email: string, path: string): Promise<Page> {
  const { page } = await journey.visit()
  await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, path)
  return page
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('input[name=stance][value=suggest]').check()
  await field(page, 'body').fill(text)
  await button(page, response.save).click()
}

const openRemoval = (page: Page, at: number) =>
  page.locator('.response-entry').nth(at).locator('summary').click()

async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page)).toEqual([])
    if (size === 'phone') expect(await findSmallTargets(page, 44)).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await takeShot(page, `firm-${name}-${size}-${colorScheme}`)
      await (colorScheme === 'light' ? expectAccessible(page) : expectContrast(page))
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(desktop)
}

async function askAndSend(entries: number): Promise<void> {
  await drafter.goto('/enterprise/response')
  await button(drafter, response.ask).click()
  await drafter.getByText(response.done.asked).waitFor()
  await approver.goto('/account')
  await approver.getByText(response.awaiting(1)).waitFor()
  await look(approver, `awaiting-${entries}`)
  await approver.goto('/enterprise/response/approval')
  await look(approver, `approval-${entries}`)
  await button(approver, response.send(entries)).click()
  await approver.getByRole('heading', { name: words.zh.form.errorHeading }).waitFor()
  await approver.locator('input[name=publish][value=yes]').check()
  await button(approver, response.send(entries)).click()
  await approver.getByRole('heading', { level: 1, name: response.sentNow }).waitFor()
}

const threadOf = async (measure: string) =>
  (await fetch(`${journey.product.address}/api/measures/${measure}/comments`)).text()

describe('three colleagues of one firm', () => {
  it('come together', async () => {
    await owner.goto('/account/sign-up')
    await signUp(owner, '沈宁', 'shen@qiming.test')
    await owner.goto('/enterprise/register')
    for (const [name, value] of Object.entries({ ...firm, contactName: '沈宁', contact: '0760-2880000' }))
      await field(owner, name).fill(value)
    for (const [name, value] of Object.entries({
      ...{ size: 'small', ownership: 'private', industry: 'C', city: '4420' },
    }))
      await field(owner, name).selectOption(value)
    await button(owner, enterprise.register).click()
    await join(drafter, await invite('drafter'), '周工', 'zhou@qiming.test')
    await join(approver, await invite('approver'), '吴总', 'wu@qiming.test')
  })

  it('draft from the page of a measure, beside its text', async () => {
    await drafter.goto('/measures/7.1')
    await drafter.getByRole('link', { name: response.fromMeasure }).click()
    await look(drafter, 'entry')
    await field(drafter, 'file').setInputFiles(evidence)
    await button(drafter, form.attach).click()
    await drafter.locator('.attachments').getByText(evidence.name).waitFor()
    await drafter.getByText(annex.add).click()
    await field(drafter, 'annexFile').setInputFiles(costs)
    await write(drafter, first)
    await drafter.getByRole('heading', { name: words.zh.form.errorHeading }).waitFor()
    await look(drafter, 'entry-annex-missing')
    await field(drafter, 'annexFile').setInputFiles(costs)
    await field(drafter, 'annexSummary').fill(summary)
    await button(drafter, annex.send).click()
    await drafter.locator('#annex').getByText(costs.name).waitFor()
    expect(await field(drafter, 'body').inputValue()).toBe(first)
    await look(drafter, 'entry-files')
    await button(drafter, response.save).click()
    await drafter.getByText(response.done.saved).waitFor()
    for (const { name } of [evidence, costs]) await drafter.getByText(name, { exact: true }).waitFor()
    await owner.goto('/enterprise/response/measures/7.2')
    await write(owner, second)
    await owner.getByText(response.entries(2)).waitFor()
    await openRemoval(owner, 0)
    await look(owner, 'draft')
    expect(await threadOf('7.1')).not.toContain(first)
  })

  it('lose nothing that was typed: on another sentence, nor away from the page', async () => {
    const unsaved = '写到一半，先去看别的句子。'
    await drafter.goto('/enterprise/response/measures/7.2')
    await drafter.goto('/enterprise/response/measures/7.3')
    await drafter.locator('input[name=stance][value=oppose]').check()
    await field(drafter, 'body').fill(unsaved)
    const clause = drafter.locator('.aside-clauses button').first()
    await clause.click()
    await drafter.locator('.aside-clauses .is-chosen').waitFor()
    expect(await field(drafter, 'body').inputValue()).toBe(unsaved)
    const place = (await drafter.locator('input[name=clause]').inputValue()) || ''
    await drafter.goto('/enterprise/response')
    await drafter.goto(`/enterprise/response/measures/7.3?clause=${place}`)
    await drafter.getByText(response.draftRestored).waitFor()
    expect(await field(drafter, 'body').inputValue()).toBe(unsaved)
    expect(await drafter.locator('input[name=stance][value=oppose]').isChecked()).toBe(true)
    await look(drafter, 'entry-restored')
    await button(drafter, form.draftClear).click()
    expect(await field(drafter, 'body').inputValue()).toBe('')
    await drafter.goto(`/enterprise/response/measures/7.3?clause=${place}`)
    expect(await drafter.getByText(response.draftRestored).isVisible()).toBe(false)
  })

  it('see both texts where two were writing at once', async () => {
    await owner.goto('/enterprise/response/measures/7.1')
    await drafter.goto('/enterprise/response/measures/7.1')
    await write(drafter, `${first}（周工）`)
    await write(owner, `${first}（沈宁）`)
    await owner.getByRole('heading', { name: response.conflict }).waitFor()
    expect(await field(owner, 'body').inputValue()).toBe(`${first}（沈宁）`)
    await owner.getByText(`${first}（周工）`).waitFor()
    await look(owner, 'conflict')
    await write(owner, first)
    await owner.getByText(response.done.saved).waitFor()
  })

  it('send it as one, with a receipt', async () => {
    await askAndSend(2)
    await look(approver, 'receipt')
    for (const { name } of [evidence, costs])
      await approver.locator('.file-list li', { hasText: name }).getByText('SHA-256').waitFor()
    const receipts = approver.locator('.response-receipts li')
    expect(await receipts.count()).toBe(2)
    await drafter.goto('/enterprise/response/versions/1')
    expect(await drafter.getByText(response.codesHint).count()).toBe(1)
    await drafter.locator('.response-receipts a').first().click()
    await drafter.getByText(words.zh.receipt.ofResponse).waitFor()
    await look(drafter, 'part')
    await drafter.getByRole('link', { name: response.open }).click()
    await drafter.getByRole('heading', { level: 1, name: response.title }).waitFor()
  })

  it('are moderated like everybody', async () => {
    const email = 'moderator@yanlu.test'
    await signIn(moderator, { email, password: journey.product.passwords[email] ?? '' }, '/desk/moderation')
    await openRow(moderator, first)
    await decideOpen(moderator, 'publish')
    await expect.poll(() => threadOf('7.1'), { timeout: 30_000 }).toContain(first)
  })

  it('reopen it, send it again, and the last version counts once', async () => {
    await drafter.goto('/enterprise/response')
    await button(drafter, response.reopen).click()
    await drafter.getByText(response.done.reopened).waitFor()
    expect(await threadOf('7.1')).toContain(first)
    await openRemoval(drafter, 1)
    await button(drafter, /^删除对/).click()
    await drafter.getByText(response.done.removed).waitFor()
    await look(drafter, 'removed')
    await button(drafter, response.restore).click()
    await drafter.getByText(response.done.restored).waitFor()
    await drafter.goto('/enterprise/response/measures/7.1')
    await write(drafter, changed)
    await askAndSend(2)
    expect(await threadOf('7.1')).not.toContain(first)
    await openRow(moderator, changed)
    await decideOpen(moderator, 'publish')
    await expect.poll(() => threadOf('7.1'), { timeout: 30_000 }).toContain(changed)
    expect((await threadOf('7.1')).split(firm.name)).toHaveLength(2)
    await approver.goto('/enterprise/response/versions')
    await approver.locator('ins').first().waitFor()
    await look(approver, 'history')
  })

  it('let the department’s named reader open the annex that went on with it, and are told', async () => {
    await approver.goto('/enterprise/response/versions/2')
    const publicId = await approver.locator('.response-receipts li code').first().innerText()
    const admin = await enter('admin@yanlu.test', '/desk/cases/units')
    const choice = admin.getByLabel(desk.add)
    await choice.waitFor()
    for (const each of (await choice.locator('option').allInnerTexts()).slice(1)) {
      await choice.selectOption({ label: each })
      await admin.getByRole('button', { name: desk.name, exact: true }).click()
      await admin.getByText(desk.named(each)).waitFor()
    }
    const staff = await enter('staff@yanlu.test', `/desk/cases?view=all&comment=${publicId}`)
    await staff.getByText(summary).waitFor()
    await staff.getByText(evidence.name).waitFor()
    await staff.getByLabel(desk.purpose).fill(purpose)
    await takeShot(staff, 'firm-annex-case')
    const saved = staff.waitForEvent('download')
    await staff.getByRole('button', { name: desk.open }).click()
    expect(readFileSync((await (await saved).path()) ?? '', 'utf8')).toContain(secret)
    await approver.reload()
    await approver.getByText(purpose).waitFor()
    await look(approver, 'receipt-opened')
  })

  it('print all of it as one form, whose stamped scan staff confirm for every comment of it', async () => {
    await openRow(moderator, second)
    await decideOpen(moderator, 'publish')
    await expect.poll(() => threadOf('7.2'), { timeout: 30_000 }).toContain(second)
    await approver.goto('/enterprise/response/versions/2')
    const number = await approver.locator('.slip code').first().innerText()
    const hash = await approver.locator('.response-hash').innerText()
    await approver.getByRole('link', { name: stamped.offer }).click()
    await approver.getByRole('heading', { level: 1, name: stamped.title }).waitFor()
    await look(approver, 'whole-form')
    const { sheets, codes } = await printPage(approver, 'whole-form-printed')
    for (const sheet of sheets) for (const each of [`${number} · 2`, hash]) expect(sheet).toContain(each)
    const text = sheets.join('').replace(/\s+/g, '')
    for (const each of [changed, second, evidence.name, firm.name]) expect(text).toContain(each)
    expect(text).not.toContain(stamped.recipe)
    for (const code of codes) {
      await approver.goto(code)
      await approver.getByRole('heading', { name: stamped.verify.results.same }).waitFor()
    }

    await approver.goto('/enterprise/response/versions/2')
    await approver.getByText(stamped.upload, { exact: true }).click()
    await field(approver, 'code').fill(number)
    await button(approver, stamped.send).click()
    await approver.getByRole('heading', { name: form.errorHeading }).waitFor()
    await look(approver, 'whole-form-refused')
    await field(approver, 'code').fill(formCodeOf(number, 2))
    await field(approver, 'file').setInputFiles({ ...evidence, name: '盖章件.pdf' })
    await button(approver, stamped.send).click()
    await approver.getByText(domainWords.zh.stampStates.submitted).waitFor()

    const staff = await enter('staff@yanlu.test', '/desk/cases/stamped')
    const card = staff.getByRole('listitem').filter({ hasText: number })
    await card.getByText(changed).waitFor()
    expect(await card.innerText()).toContain(hash)
    await takeShot(staff, 'whole-form-desk')
    await expectAccessible(staff)
    await card.getByRole('button', { name: stampedDesk.confirm }).click()
    await card.getByRole('button', { name: stampedDesk.confirmSure }).click()
    await staff.getByText(stampedDesk.done.confirm(firm.name)).waitFor()
    await approver.reload()
    const own = approver.getByRole('region', { name: stamped.offerHeading, exact: true })
    await own.getByText(domainWords.zh.stampStates.confirmed, { exact: true }).waitFor()
    await approver.goto('/measures/7.1')
    await approver.locator('.comment', { hasText: changed }).getByText(words.zh.thread.stamped).waitFor()
  })
})
