import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { offlineWords } from '../../web/locales/desk/offline'
import { domainWords } from '../../worker/contract/locales'
import type { OfflineView } from '../../worker/contract/offline'
import type { FoundCell } from '../../worker/services/offline/read-table'
import { expectAccessible, expectContrast } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { offlineRow, xlsxOf } from '../support/make-offline'
import { signInDecider } from '../support/send-comment'

const o = offlineWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

let staff: Visitor
let publicId = ''
let today = ''

beforeAll(async () => {
  staff = await journey.visit({ acceptDownloads: true, meets: [422], viewport: { width: 1440, height: 900 } })
  const password = journey.product.passwords['staff@yanlu.test'] ?? ''
  await signIn(staff.page, { email: 'staff@yanlu.test', password }, '/desk/offline')
})

const channelRow = async (page: Page, name: string) =>
  (
    await page
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .allInnerTexts()
  ).map(Number)

/** The same in the dark, and on a phone, where nothing may stick out. */
async function lookAround(page: Page, name: string): Promise<void> {
  await takeShot(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
  await takeShot(page, `${name}-dark`)
  await page.setViewportSize({ width: 390, height: 844 })
  await takeShot(page, `${name}-phone-dark`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.emulateMedia({ colorScheme: 'light' })
  await takeShot(page, `${name}-phone`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

const row = (change: Record<string, FoundCell> = {}) =>
  offlineRow(new Date(), {
    收到日期: today,
    措施编号: '7.1',
    条款编号: '',
    意见来源: '座谈会',
    意见内容: '座谈会上提出：建议明确兑现时限。',
    ...change,
  })

async function choose(page: Page, rows: FoundCell[][]): Promise<void> {
  const picking = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: o.pick }).click()
  const buffer = Buffer.from(await xlsxOf(rows))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await picking).setFiles({ name: '座谈会记录.xlsx', mimeType, buffer })
}

describe('staff', () => {
  it('enter a letter by hand, and get its number and code', async () => {
    const { page } = staff
    await page.getByRole('heading', { name: o.enter }).waitFor()
    const view = (await (await page.request.get('/api/staff/offline')).json()) as OfflineView
    today = view.days?.last ?? ''
    await page.getByLabel(o.channel, { exact: true }).selectOption('letter')
    await page.getByLabel(o.receivedOn, { exact: true }).fill(today)
    await page.getByLabel(o.measure, { exact: true }).selectOption('7.1')
    await page.getByLabel(o.body, { exact: true }).fill('来信建议：请把“首台（套）”的认定标准公布出来。')
    await page.getByRole('button', { name: o.save, exact: true }).click()
    await page.getByText(domain.fields.not_a_choice).waitFor()
    await page.reload()
    expect(await page.getByLabel(o.body, { exact: true }).inputValue()).toContain('首台')
    await page.getByLabel(o.stance, { exact: true }).selectOption('suggest')
    await page.getByLabel(o.publish).check()
    await expectAccessible(page)
    await lookAround(page, 'desk-offline-form')
    await page.getByRole('button', { name: o.save, exact: true }).click()
    await page.getByText(o.entered).waitFor()
    publicId = (await page.locator('.offline-codes code').first().innerText()).trim()
    expect(publicId).toMatch(/^GX\d\d-/)
    expect(await page.getByLabel(o.body, { exact: true }).inputValue()).toBe('')
    await expect.poll(() => channelRow(page, domain.channels.letter)).toEqual([1, 1, 0, 0])
    await expectAccessible(page)
    await lookAround(page, 'desk-offline-entered')
  })

  it('are shown the two errors of a file by their cells, and nothing is written', async () => {
    const { page } = staff
    await page.getByRole('link', { name: o.views.import }).click()
    await choose(page, [row(), row({ 措施编号: '99.9' }), row({ 态度: '不好说' })])
    await page.getByRole('heading', { name: o.faults('2') }).waitFor()
    await page.getByRole('row', { name: /D3/ }).waitFor()
    await page.getByRole('row', { name: /I4/ }).getByText('不好说').waitFor()
    await expectAccessible(page)
    await lookAround(page, 'desk-offline-errors')
    expect(await page.getByRole('button', { name: o.importAll('3') }).count()).toBe(0)
  })

  it('mend the file, look at what will come in, and import it', async () => {
    const { page } = staff
    await choose(page, [row(), row(), row({ 意见来源: '热线电话' })])
    await page.getByText(o.sound('3')).waitFor()
    await expectAccessible(page)
    await lookAround(page, 'desk-offline-preview')
    await page.getByRole('button', { name: o.importAll('3') }).click()
    await page.getByText(o.imported('3')).waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: o.codes }).click()
    const codes = readFileSync(await (await downloading).path(), 'utf8')
    expect(codes.split('\r\n').filter((line) => /GX\d\d-/.test(line))).toHaveLength(3)
    await expect.poll(() => channelRow(page, domain.channels.meeting)).toEqual([2, 2, 0, 0])
    await page.getByText('座谈会记录.xlsx').waitFor()
    await lookAround(page, 'desk-offline-imported')
  })

  it('see it counted in its channel once a moderator has published it', async () => {
    const decide = await signInDecider(journey)
    await decide({ publicId, decision: 'publish' })
    const { page } = staff
    const letters = async () => {
      await page.reload()
      await page.getByRole('heading', { name: o.totals }).waitFor()
      return channelRow(page, domain.channels.letter)
    }
    await expect.poll(letters, { timeout: 30_000, interval: 1000 }).toEqual([1, 0, 1, 0])
    const shown = await fetch(`${journey.product.address}/api/comments/${publicId}`)
    expect(shown.status).toBe(200)
    expect(deskWords.zh.deskNames.offline).toBe(o.heading)
  })
})
