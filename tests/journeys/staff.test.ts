import { readFileSync } from 'node:fs'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import { commentStates } from '../../worker/contract/words'
import type { Visitor } from '../support/browser-page'
import { signIn } from '../support/desk-errand'
import { startJourney, takeShot } from '../support/journey'
import { organisation } from '../support/make-comment'
import { sendComment, signInDecider } from '../support/send-comment'

const t = deskWords.zh
const domain = domainWords.zh
const journey = startJourney()

const trap = '=HYPERLINK("http://example.test","点这里"),\n“第二行”'
let staff: Visitor
let publicId = ''

beforeAll(async () => {
  staff = await journey.visit({ acceptDownloads: true, meets: [403] })
  const participant = organisation(31, 'association')
  ;({ publicId } = await sendComment(journey, '6.2', { body: trap, participant, contact: '13800000000' }))
  const decide = await signInDecider(journey)
  await decide({ publicId, decision: 'publish' })
  const shown = `${journey.product.address}/api/comments/${publicId}`
  await vi.waitFor(async () => expect((await fetch(shown)).status).toBe(200), {
    timeout: 30_000,
    interval: 200,
  })
  await signIn(staff.page, accountOf('staff@yanlu.test'), '/desk/staff')
})

const accountOf = (email: string) => ({ email, password: journey.product.passwords[email] ?? '' })

/** Follows a download link of the page; answers the file's name and bytes. */
async function take(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: link, exact: true }).click()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** The rows of a CSV as they are written, each by its columns' names. */
function rowsOf(bytes: Buffer): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(bytes.toString('utf8').slice(1), { delimiter: ',' })
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [String(name), String(row[i] ?? '')])))
}

/** The figures of a row of the table, by the order of its columns. */
async function figuresOf(page: Page, name: string): Promise<number[]> {
  const row = page.getByRole('row', { name: new RegExp(name) })
  return (await row.getByRole('cell').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')))
}

describe('staff', () => {
  it('see figures that add up', async () => {
    const { page } = staff
    await page.getByText(t.staff.balanced).waitFor()
    const summary = page.getByRole('region', { name: t.staff.reconcile })
    const terms = (await summary.innerText()).replace(/[（(].*|待审核.*/gs, '').match(/[\d,]+/g) ?? []
    const [received, ...parts] = terms.map((term) => Number(term.replaceAll(',', '')))
    expect(parts.length).toBeGreaterThanOrEqual(5)
    const [total = 0, ...rest] = await figuresOf(page, `^\\s*${t.staff.total}`)
    const states = rest.slice(0, commentStates.length)
    const kinds = rest.slice(commentStates.length)
    const sum = (figures: number[]) => figures.reduce((all, one) => all + one, 0)
    expect(total).toBe(received)
    expect(sum(states)).toBe(total)
    expect(sum(kinds)).toBe(total)
    await takeShot(page, 'staff-figures')
  })

  it('take everything away as CSV that opens in Excel and holds no formula', async () => {
    const { page } = staff
    await page.getByRole('radio', { name: t.exports.audiences.staff }).check()
    const { name, bytes } = await take(page, t.staff.csv)
    expect(name).toMatch(/^yanlu-comments-\d{8}-\d{4}\.csv$/)
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const rows = rowsOf(bytes)
    const [total] = await figuresOf(page, `^\\s*${t.staff.total}`)
    expect(rows).toHaveLength(total ?? 0)
    const row = rows.find((each) => each.意见编号 === publicId)
    expect(row).toMatchObject({
      状态: domain.states.published,
      措施编号: '6.2',
      参与人类型: domain.kinds.association,
      联系方式: expect.stringContaining('13800000000'),
    })
    expect(row?.意见内容).toContain('HYPERLINK')
    expect(row?.意见内容).not.toMatch(/^[=+\-@\t\r]/)
  })

  it('take a selection away as a workbook with real cells', async () => {
    const { page } = staff
    await page.getByLabel(t.staff.filterMeasure, { exact: true }).selectOption('6.2')
    await page.getByLabel(t.staff.filterKind, { exact: true }).selectOption('association')
    await page.getByLabel(t.staff.filterState, { exact: true }).selectOption('published')
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await page.getByLabel(t.staff.from, { exact: true }).fill(today)
    await page.getByLabel(t.staff.to, { exact: true }).fill(today)
    const { name, bytes } = await take(page, t.staff.xlsx)
    expect(name).toMatch(/^yanlu-comments-\d{8}-\d{4}\.xlsx$/)
    const workbook = await readXlsx(bytes)
    const cells = workbook.sheets.find(({ name: sheet }) => sheet === '意见明细')?.rows ?? []
    const row = cells.find(([id]) => id === publicId)
    expect(row).toContain(trap)
    expect(row?.some((cell) => cell instanceof Date || typeof cell === 'number')).toBe(true)
    expect(cells.filter(([id]) => /^GX\d/.test(String(id)))).toHaveLength(1)
  })

  it('are told that the days are the wrong way round, and offered nothing wrong to download', async () => {
    const { page } = staff
    await page.getByLabel(t.staff.from, { exact: true }).fill('2021-03-02')
    await page.getByLabel(t.staff.to, { exact: true }).fill('2021-03-01')
    await page.getByText(t.staff.reversed).waitFor()
    expect(await page.getByRole('link', { name: t.staff.csv, exact: true }).count()).toBe(0)
    await page.getByLabel(t.staff.to, { exact: true }).fill('')
    await page.getByRole('link', { name: t.staff.csv, exact: true }).waitFor()
  })

  it('take the data dictionary away, which explains every column', async () => {
    const { page } = staff
    await page.reload()
    const dictionary = (await take(page, t.staff.dictionary)).bytes.toString('utf8')
    const [header] = rowsOf((await take(page, t.staff.csv)).bytes)
    for (const column of Object.keys(header ?? {})) expect(dictionary).toContain(column)
  })

  it('may not moderate', async () => {
    const { page } = staff
    await page.goto('/desk/moderation')
    await page.getByRole('heading', { name: t.lacking.heading }).waitFor()
    await takeShot(page, 'desk-not-allowed')
    expect((await page.request.get('/api/moderation/queue')).status()).toBe(403)
    const opened = ['/dispositions/of/', '/responses/of/'].map((path) =>
      page.waitForResponse((answer) => answer.url().includes(path)),
    )
    await page.getByRole('link', { name: t.lacking.own(t.deskNames.cases) }).click()
    await page.getByRole('heading', { name: t.deskNames.cases, level: 1 }).waitFor()
    await Promise.all(opened)
    await page.getByRole('combobox', { name: t.coding.find }).waitFor()
  })

  it('leave, and nothing of theirs opens again', async () => {
    const { page } = staff
    await page.getByRole('button', { name: t.signOut }).click()
    await page.getByRole('heading', { name: t.signIn.heading }).waitFor()
    expect((await page.request.get('/api/staff/summary')).status()).toBe(401)
    await page.goto('/desk/staff')
    await page.getByRole('heading', { name: t.signIn.heading }).waitFor()
  })
})

describe('a moderator', () => {
  it('may not enter the staff page', async () => {
    const { page } = await journey.visit()
    await signIn(page, accountOf('moderator@yanlu.test'), '/desk/sign-in')
    await page.goto('/desk/staff')
    await page.getByRole('heading', { name: t.lacking.heading }).waitFor()
    expect((await page.request.get('/api/staff/summary')).status()).toBe(403)
    expect((await page.request.get('/api/staff/exports/comments.csv')).status()).toBe(403)
  })
})

describe('an administrator', () => {
  it('may enter both desks', async () => {
    const { page } = await journey.visit()
    await signIn(page, accountOf('admin@yanlu.test'))
    const desks = page.getByRole('navigation', { name: t.nav })
    const more = desks.getByText(t.moreDesks(undefined), { exact: true })
    await more.focus()
    await page.keyboard.press('Enter')
    await desks.getByRole('link', { name: t.deskNames.staff }).waitFor()
    await page.keyboard.press('Escape')
    expect(await desks.getByRole('link', { name: t.deskNames.staff }).count()).toBe(0)
    await more.click()
    await desks.getByRole('link', { name: t.deskNames.staff }).click()
    await page.getByRole('heading', { name: t.staff.heading, level: 1 }).waitFor()
    await desks.getByRole('link', { name: t.deskNames.moderation }).click()
    await page.getByRole('region', { name: t.queue.list }).waitFor()
  })

  it('have a menu open that stays so while a desk loads and takes its place', async () => {
    const { page } = await journey.visit()
    await signIn(page, accountOf('admin@yanlu.test'))
    const desks = page.getByRole('navigation', { name: t.nav })
    const menu = desks.locator('details')
    const link = desks.getByRole('link', { name: t.deskNames.results })
    await menu.locator('summary').click()
    let load = () => {}
    const held = new Promise<void>((resolve) => {
      load = resolve
    })
    await page.route('**/*.js', async (route) => {
      await held
      await route.continue()
    })
    await link.click()
    await page.getByRole('heading', { name: t.loading, level: 1 }).waitFor()
    expect(await link.count()).toBe(0)
    await menu.getByText(t.moreDesks(t.deskNames.results)).click()
    const before = await link.elementHandle()
    load()
    await page.getByRole('heading', { name: t.results.heading, level: 1 }).waitFor()
    expect(await menu.getAttribute('open')).toBe('')
    expect(await before?.evaluate((element) => element.isConnected)).toBe(true)
    await desks.getByRole('link', { name: t.deskNames.staff }).click()
    await page.getByRole('heading', { name: t.staff.heading, level: 1 }).waitFor()
    expect(await menu.getAttribute('open')).toBeNull()
  })
})
