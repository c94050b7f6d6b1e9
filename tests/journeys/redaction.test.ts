import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import { connect } from '../../worker/local/connect'
import { expectAccessible } from '../support/accessibility'
import { handheld, type Visitor } from '../support/browser-page'
import { openItem, openRow, said, signIn } from '../support/desk-errand'
import { enter, walkTo } from '../support/desk-keyboard'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { sendComment } from '../support/send-comment'

const t = deskWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const body = '建议按细分行业设档。联系人张工 138 0013 8000，微信 zhang_gong2021。我公司愿意提供样本。'
const hidden =
  '建议按细分行业设档。联系人〔已隐去：他人姓名〕 〔已隐去：联系方式〕，微信 〔已隐去：联系方式〕。我公司愿意提供样本。'
const byFinger = '请在六月前答复，我的电话是 139 0000 1111。'
let publicId = ''
let keyboard: Visitor

beforeAll(async () => {
  const author = { consent: { publish: true }, participant: { kind: 'individual' } } as const
  publicId = (await sendComment(journey, '7.1', { body, ...author })).publicId
  await sendComment(journey, '7.1', { body: byFinger, ...author })
  keyboard = await journey.visit({ meets: [401] })
})

const database = () => connect(journey.product.databaseUrl)
const opened: ReturnType<typeof database>[] = []
afterAll(() => {
  for (const client of opened) client.close()
})

async function readingsOfOriginals(): Promise<Record<string, unknown>[]> {
  const client = database()
  opened.push(client)
  const { rows } = await client.execute(
    `SELECT data FROM audit_log WHERE action = 'original.read' ORDER BY id`,
  )
  return rows.map(({ data }) => JSON.parse(String(data)) as Record<string, unknown>)
}

async function publicBody(id: string): Promise<string | null> {
  const answer = await fetch(`${journey.product.address}/api/comments/${id}`)
  return answer.ok ? JSON.stringify(await answer.json()) : null
}

const untilPublic = (id: string, text: string) =>
  expect.poll(() => publicBody(id), { timeout: 30_000, interval: 500 }).toContain(text)
const preview = (page: Page) => openItem(page).getByRole('region', { name: t.item.preview })
const account = (email: string) => ({ email, password: journey.product.passwords[email] ?? '' })

describe('a moderator without a mouse', () => {
  it('is shown where the signals point, and why', async () => {
    const { page } = keyboard
    await enter(page, 'moderator@yanlu.test', account('moderator@yanlu.test').password)
    await walkTo(page, '张工')
    const signals = openItem(page).getByRole('region', { name: t.signal.heading })
    expect(await signals.getByRole('listitem').count()).toBe(2)
    expect(await signals.innerText()).toContain('138 0013 8000')
    expect(await signals.innerText()).toContain(t.signal.details.mobile)
    await expectAccessible(page)
  })

  it('hides one signal after the other with X and Enter, and sees at once what will be public', async () => {
    const { page } = keyboard
    await page.keyboard.press('x')
    await page.keyboard.press('Enter')
    expect(await preview(page).innerText()).toContain('〔已隐去：联系方式〕，微信 zhang_gong2021')
    await page.keyboard.press('Enter')
    expect(await preview(page).innerText()).toContain('微信 〔已隐去：联系方式〕')
    await takeShot(page, 'moderation-redacting')
    await expectAccessible(page)
  })

  it('picks words with the arrows, chooses the reason by its number, and takes one back', async () => {
    const { page } = keyboard
    await page.keyboard.press('Home')
    await page.keyboard.press('5')
    expect(await preview(page).innerText()).toContain('〔已隐去：他人姓名〕按细分行业')
    await page.keyboard.press('Backspace')
    expect(await preview(page).innerText()).toContain('建议按细分行业')
    const picked = () => page.getByRole('region', { name: t.redaction.region }).innerText()
    for (let steps = 0; steps < 20 && !(await picked()).includes(t.redaction.picked('张')); steps += 1)
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await picked()).toContain(t.redaction.picked('张工'))
    await page.keyboard.press('5')
    expect(await preview(page).innerText()).toContain(hidden)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('region', { name: t.redaction.region }).count()).toBe(0)
  })

  it('publishes what is left with A, takes it back with U, and finds the passages as they were', async () => {
    const { page } = keyboard
    await page.keyboard.press('a')
    await said(page, t.decision.done.redact)
    await page.keyboard.press('u')
    await said(page, t.staged.undone(domain.anonymous))
    await walkTo(page, '张工')
    expect(await preview(page).innerText()).toContain(hidden)
    expect(await publicBody(publicId)).toBeNull()
    await page.keyboard.press('a')
    await said(page, t.decision.done.redact)
  })

  it('has the public read exactly what the preview said, and the words nowhere', async () => {
    await untilPublic(publicId, hidden)
    for (const words of ['张工', '138 0013 8000', 'zhang_gong2021'])
      expect(await publicBody(publicId)).not.toContain(words)
    const { page } = await journey.visit()
    await page.goto('/measures/7.1')
    expect(await page.getByRole('main').innerText()).toContain(hidden)
    await page.goto(`/search?q=${encodeURIComponent('张工')}`)
    expect(await page.getByRole('main').getByRole('article').count()).toBe(0)
  })

  it('may not read the original', async () => {
    const { page } = keyboard
    await page.goto('/desk/moderation/decided?decision=redact')
    const card = page.getByRole('article').filter({ hasText: publicId })
    await card.getByText(hidden).waitFor()
    expect(await card.getByRole('button').count()).toBe(0)
    await expectAccessible(page)
  })
})

describe('a finger', () => {
  it('selects words and hides them', async () => {
    const { page } = await journey.visit({ ...handheld, meets: [401] })
    await signIn(page, account('moderator2@yanlu.test'), '/desk/moderation')
    await openRow(page, byFinger)
    await openItem(page).getByText('139 0000 1111', { exact: true }).first().tap()
    await page.getByRole('region', { name: t.redaction.region }).waitFor()
    await takeShot(page, 'moderation-redacting-phone')
    await page.getByRole('button', { name: t.redaction.hideFor(domain.redactions.contact) }).tap()
    expect(await preview(page).innerText()).toContain('我的电话是 〔已隐去：联系方式〕。')
  })
})

describe('a named role', () => {
  it('reads the original only for a purpose, and the reading is recorded', async () => {
    const { page } = await journey.visit({ meets: [401] })
    await signIn(page, account('admin@yanlu.test'), '/desk/moderation/decided?decision=redact')
    const card = page.getByRole('article').filter({ hasText: publicId })
    await card.getByRole('button', { name: t.original.open }).click()
    const dialog = page.getByRole('dialog', { name: t.original.heading })
    await dialog.getByText(t.original.warning).waitFor()
    await dialog.getByRole('button', { name: t.original.read }).click()
    await dialog.getByText(t.original.purposeMissing).waitFor()
    expect(await readingsOfOriginals()).toEqual([])
    await dialog.getByLabel(t.original.purpose).fill('核对隐去的范围')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: t.original.read }).click()
    await dialog.getByText('138 0013 8000').waitFor()
    await takeShot(page, 'decided-original')
    expect(await readingsOfOriginals()).toMatchObject([{ purpose: '核对隐去的范围' }])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('hides other words instead, by a decision of its own', async () => {
    const { page } = await journey.visit({ meets: [401] })
    await signIn(page, account('admin@yanlu.test'), '/desk/moderation/decided?decision=redact')
    const card = page.getByRole('article').filter({ hasText: publicId })
    await card.getByRole('button', { name: t.decided.redactAgain }).click()
    const dialog = page.getByRole('dialog', { name: t.original.heading })
    await dialog.getByLabel(t.original.purpose).fill('张工同意公开姓名')
    await dialog.getByRole('button', { name: t.original.read }).click()
    const hiding = card.getByRole('region', { name: t.decided.passages })
    await hiding.getByText('张工').click()
    await hiding.getByRole('button', { name: t.redaction.takeBack }).click()
    await hiding.getByRole('button', { name: t.decided.toConfirm }).click()
    await page.getByRole('form', { name: t.decision.acts.redact }).waitFor()
    await takeShot(page, 'decided-anew')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await said(page, t.decision.done.redact)
    await card.getByText(t.decided.staged).waitFor()
    await untilPublic(publicId, '联系人张工 〔已隐去：联系方式〕')
    expect(await readingsOfOriginals()).toHaveLength(2)
  })
})
