import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { answerDeskWords } from '../../web/locales/desk/answers'
import { caseWords } from '../../web/locales/desk/cases'
import { domainWords } from '../../worker/contract/locales'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { desktop, phone, type Visitor } from '../support/browser-page'
import { said, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { findOverflow } from '../support/page-checks'
import { sendComment, signInDecider } from '../support/send-comment'

const t = deskWords.zh
const w = caseWords.zh
const a = answerDeskWords.zh
const { dispositions } = domainWords.zh
const journey = startJourney()
inSteps()

const texts = ['请公布新增专精特新企业的名单。', '请说明“小升规”的补贴标准。', '建议把培训券发到企业手里。']
let staff: Visitor
let head: Visitor
const ids: string[] = []

beforeAll(async () => {
  staff = await journey.visit()
  head = await journey.visit()
  const decide = await signInDecider(journey)
  for (const body of texts) {
    const { publicId } = await sendComment(journey, '7.1', { body })
    await decide({ publicId, decision: 'publish' })
    ids.push(publicId)
  }
  await vi.waitFor(
    async () => {
      for (const publicId of ids)
        expect((await fetch(`${journey.product.address}/api/comments/${publicId}`)).status).toBe(200)
    },
    { timeout: 30_000, interval: 300 },
  )
})

const accountOf = (email: string) => ({ email, password: journey.product.passwords[email] ?? '' })
const heading = (page: Page) => page.locator('#case-heading')
const row = (page: Page, publicId = '') => page.locator(`[data-row="${publicId}"]`)
const side = (page: Page) => page.getByRole('complementary', { name: w.case.side })

/** Nothing for axe in either theme, nothing that sticks out at either size, and a picture of each. */
async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ phone, wide: desktop })) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page)).toEqual([])
    await takeShot(page, `${name}-${size}-light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await takeShot(page, `${name}-${size}-dark`)
    if (size === 'wide') await expectContrast(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await expectAccessible(page)
  }
}

describe('a member of staff', () => {
  it('comes to the desk of cases and finds what the unit has to do, with the text', async () => {
    const { page } = staff
    await signIn(page, accountOf('staff@yanlu.test'))
    await page.getByRole('heading', { name: w.heading, level: 1 }).waitFor()
    await page.getByRole('link', { name: new RegExp(`^${w.views.unit}`) }).click()
    await page.goto('/desk/cases?view=unit&measure=7.1&kind=individual')
    await row(page, ids[0]).waitFor()
    await expect.poll(() => page.title()).toContain(w.heading)
    expect(await row(page, ids[0]).innerText()).toContain(texts[0])
    expect(await row(page, ids[0]).innerText()).toContain(w.row.nobody)
  })

  it('walks by keyboard to a comment and takes it', async () => {
    const { page } = staff
    await row(page, ids[0]).click()
    await page
      .getByText(texts[0] ?? '')
      .nth(1)
      .waitFor()
    await page.keyboard.press('j')
    await expect.poll(() => new URL(page.url()).searchParams.get('comment')).toBe(ids[1])
    await page.keyboard.press('k')
    await expect.poll(() => new URL(page.url()).searchParams.get('comment')).toBe(ids[0])
    await side(page).getByText(w.assignment.nobody).waitFor()
    await page.keyboard.press('c')
    await said(page, w.assignment.taken)
    await side(page).getByText('李颖').waitFor()
    expect(await row(page, ids[0]).innerText()).toContain(w.row.me)
    await look(page, 'case')
  })

  it('ticks two and assigns them to a colleague by keyboard', async () => {
    const { page } = staff
    await page.keyboard.press('j')
    await expect.poll(() => new URL(page.url()).searchParams.get('comment')).toBe(ids[1])
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('Space')
    await page.getByText(w.selection.chosen('2')).waitFor()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: w.assignment.newHeading('2') })
    await dialog.getByLabel(w.assignment.unit, { exact: true }).waitFor()
    await look(page, 'cases-assign')
    const person = dialog.getByLabel(w.assignment.assignee)
    const chosen = () => person.evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text)
    for (let presses = 0; presses < 9 && (await chosen()) !== '郑岚'; presses += 1)
      await person.press('ArrowDown')
    expect(await chosen()).toBe('郑岚')
    await dialog.getByLabel(w.assignment.days).fill('3')
    await page.keyboard.press('Enter')
    await said(page, w.assignment.done('2', '郑岚'))
    for (const publicId of ids.slice(1)) expect(await row(page, publicId).innerText()).toContain('郑岚')
  })

  it('finds a note again that was being written when another case was opened', async () => {
    const { page } = staff
    const note = page.locator('#note-text')
    const open = async (publicId = '') => {
      await row(page, publicId).click()
      await page.getByText(w.case.publicId(publicId)).waitFor()
    }
    await open(ids[1])
    await note.fill('先记一笔')
    await open(ids[2])
    await expect.poll(() => note.inputValue()).toBe('')
    await open(ids[1])
    await expect.poll(() => note.inputValue()).toBe('先记一笔')
    await note.fill('')
  })

  it('notes a word and mentions the colleague', async () => {
    const { page } = staff
    await page.goto(`/desk/cases?comment=${ids[1]}`)
    await heading(page).waitFor()
    await side(page).getByText('郑岚').first().waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('口径请核对 @郑')
    await page.getByRole('option', { name: '郑岚' }).waitFor()
    await look(page, 'case-mention')
    await page.locator('#note-text').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('#note-text').press('End')
    await page.keyboard.type('岚')
    await page.getByRole('option', { name: '郑岚' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await page.locator('#note-text').inputValue()).toBe('口径请核对 @郑岚 ')
    await page.keyboard.press('Control+Enter')
    await said(page, w.notes.sentTo('郑岚'))
    await side(page).getByText('口径请核对 @郑岚').waitFor()
    expect(await page.locator('#note-text').inputValue()).toBe('')
  })

  it('switches single keys off, and they do nothing more', async () => {
    const { page } = staff
    await heading(page).focus()
    await page.keyboard.press('Shift+?')
    await page.getByRole('checkbox', { name: t.shortcuts.use }).press('Space')
    await page.keyboard.press('Escape')
    await heading(page).focus()
    await page.keyboard.press('a')
    await page.getByText(t.shortcuts.off).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await side(page).getByRole('button', { name: w.assignment.act, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
  })

  it('finds list and case one after the other on a phone', async () => {
    const { page } = staff
    await page.setViewportSize(phone)
    await page.goto('/desk/cases?view=mine')
    await row(page, ids[0]).waitFor()
    expect(await heading(page).count()).toBe(0)
    await row(page, ids[0]).click()
    await heading(page).waitFor()
    expect(await row(page, ids[0]).isVisible()).toBe(false)
    await page.getByRole('button', { name: w.nav.back }).click()
    await row(page, ids[0]).waitFor()
    await page.setViewportSize(desktop)
  })
})

describe('the colleague', () => {
  it('sees the mention, opens its case and marks it read', async () => {
    const { page } = head
    await signIn(page, accountOf('head@yanlu.test'), '/desk/cases?view=mine')
    await row(page, ids[1]).waitFor()
    await page.getByRole('button', { name: w.mentions.open('1') }).click()
    const dialog = page.getByRole('dialog', { name: w.mentions.heading })
    await dialog.getByText('口径请核对 @郑岚').waitFor()
    await look(page, 'case-mentions')
    await dialog.getByRole('button', { name: w.mentions.go }).click()
    await heading(page).waitFor()
    const note = side(page).getByRole('listitem').filter({ hasText: '口径请核对' })
    await note.getByText(w.notes.unread).waitFor()
    await note.getByRole('button', { name: w.notes.markRead }).click()
    await note.getByText(w.notes.unread).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: w.mentions.open('1') }).waitFor({ state: 'detached' })
  })

  it('looks at the units, and only administrators change them', async () => {
    const { page } = head
    await page.getByRole('link', { name: w.units }).click()
    await page.getByRole('heading', { name: w.unitsPage.heading, level: 1 }).waitFor()
    await page.getByRole('cell', { name: '数字产业处' }).first().waitFor()
    expect(await page.getByRole('button', { name: new RegExp(w.unitsPage.edit) }).count()).toBe(0)
  })
})

describe('several at once', () => {
  it('are chosen by hand, counted and disposed of together', async () => {
    const { page } = staff
    await page.goto('/desk/cases?view=unit&measure=7.1&kind=individual')
    for (const publicId of ids.slice(1))
      await page
        .getByRole('listitem')
        .filter({ has: row(page, publicId) })
        .getByRole('checkbox')
        .check()
    await page.getByRole('button', { name: w.selection.dispose }).click()
    const dialog = page.getByRole('dialog', { name: a.disposition.headingMany('2') })
    await dialog.getByText(a.scope.counted('2')).waitFor()
    await dialog.getByRole('radio', { name: dispositions.not_adopted, exact: true }).check()
    await dialog.getByLabel(a.disposition.reason).fill('与现行规定不一致。')
    await look(page, 'cases-dispose')
    await dialog.getByRole('button', { name: a.disposition.recordMany('2') }).click()
    await said(page, a.disposition.doneMany('2'))
    for (const publicId of ids.slice(1)) await row(page, publicId).waitFor({ state: 'detached' })
  })

  it('stay where they are with an outcome that the list of what is to do cannot have', async () => {
    const { page } = staff
    await page.goto('/desk/cases?view=done&measure=7.1&disposition=not_adopted')
    await row(page, ids[1]).waitFor()
    await page.getByRole('link', { name: new RegExp(`^${w.views.todo}`) }).click()
    await row(page, ids[0]).waitFor()
    expect(new URL(page.url()).searchParams.has('disposition')).toBe(false)
  })
})

describe('an administrator', () => {
  it('makes somebody a head and gives a measure another lead', async () => {
    const { page } = await journey.visit()
    await signIn(page, accountOf('admin@yanlu.test'), '/desk/cases/units')
    const unit = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '数字产业处' }) })
    await unit.getByText('吴昊').waitFor()
    await unit.getByRole('button', { name: new RegExp(w.unitsPage.makeHead) }).click()
    await said(page, w.unitsPage.changed('数字产业处', '吴昊'))
    await unit.getByText(w.unitsPage.head, { exact: true }).waitFor()
    await page.getByRole('button', { name: w.unitsPage.editNamed('七.2') }).click()
    await page.getByLabel(w.unitsPage.lead, { exact: true }).selectOption({ label: '综合规划处' })
    await takeShot(page, 'units')
    await expectAccessible(page)
    await page.getByRole('button', { name: w.unitsPage.save, exact: true }).click()
    await page
      .getByRole('row', { name: /^七\.2/ })
      .getByRole('cell', { name: '综合规划处' })
      .waitFor()
  })
})
