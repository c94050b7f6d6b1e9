import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import { expectAccessible } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { decideOpen, openRow, said, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { sendComment } from '../support/send-comment'

const t = deskWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const body = '建议把省级制造业创新中心的评估周期改为两年。'
let publicId = ''
let moderator: Visitor
let senior: Visitor

beforeAll(async () => {
  const author = { consent: { publish: true }, participant: { kind: 'individual' } } as const
  publicId = (await sendComment(journey, '1.1', { body, ...author })).publicId
  moderator = await journey.visit({ meets: [401] })
  senior = await journey.visit({ meets: [401] })
  for (const [{ page }, name, path] of [
    [moderator, 'moderator', '/desk/moderation'],
    [senior, 'admin', '/desk/moderation/decided'],
  ] as const) {
    const email = `${name}@yanlu.test`
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, path)
  }
})

const isPublic = async () => (await fetch(`${journey.product.address}/api/comments/${publicId}`)).ok
const card = (page: Page) => page.getByRole('article').filter({ hasText: publicId })
const palette = (page: Page) => page.getByRole('dialog', { name: t.palette.heading })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

/** Runs a command by typing a part of its name. */
async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await palette(page).waitFor()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await palette(page).waitFor({ state: 'hidden' })
}

describe('the command palette', () => {
  it('gives the focus back where it was when nothing is chosen', async () => {
    const { page } = moderator
    await openRow(page, body)
    const before = await focused(page)
    await page.keyboard.press('Control+K')
    await palette(page).waitFor()
    await page.keyboard.type('退')
    await takeShot(page, 'palette')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await palette(page).waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe(before)
  })

  it('does what a key does, by a name in either language', async () => {
    const { page } = moderator
    await command(page, 'return for')
    await page.getByRole('form', { name: t.decision.acts.return }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('main').getByRole('form').count()).toBe(0)
  })

  it('goes to a measure, a signal or a view', async () => {
    const { page } = moderator
    await command(page, '1.1')
    await page.waitForURL(/measure=1\.1/)
    await command(page, t.decided.heading)
    await page.getByRole('heading', { level: 1, name: t.decided.heading }).waitFor()
  })
})

describe('what took effect', () => {
  it('is listed with its reason, and may be read by a moderator but not decided anew', async () => {
    const { page } = moderator
    await page.goto('/desk/moderation')
    await openRow(page, body)
    await decideOpen(page, 'publish')
    await expect.poll(isPublic, { timeout: 20_000 }).toBe(true)
    await page.goto('/desk/moderation/decided?decision=publish')
    await card(page).waitFor()
    expect(await card(page).innerText()).toContain(body)
    expect(await card(page).getByRole('button').count()).toBe(0)
  })

  it('is walked through with J and K', async () => {
    const { page } = senior
    await page.goto('/desk/moderation/decided?decision=publish')
    await card(page).waitFor()
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-decided'))
    await page.keyboard.press('j')
    const first = await at()
    await page.keyboard.press('j')
    expect(await at()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await at()).toBe(first)
  })

  it('is decided anew by a senior, who can take it back within the grace', async () => {
    const { page } = senior
    const reject = async () => {
      await card(page).getByRole('button', { name: t.decision.acts.reject }).press('Enter')
      await page.getByRole('form', { name: t.decision.acts.reject }).waitFor()
      await page.keyboard.press('2')
      await page.keyboard.press('Enter')
      await said(page, t.decision.done.reject)
    }
    await reject()
    await card(page).getByText(t.decided.staged).waitFor()
    await page.keyboard.press('u')
    await card(page).getByRole('button', { name: t.decision.acts.reject }).waitFor()
    expect(await isPublic()).toBe(true)
    await reject()
    await expect.poll(isPublic, { timeout: 30_000 }).toBe(false)
  })

  it('can be put back, by yet another decision', async () => {
    const { page } = senior
    await page.goto('/desk/moderation/decided?decision=reject')
    await card(page).focus()
    await page.keyboard.press('v')
    await page.getByRole('form', { name: t.decision.acts.restore }).waitFor()
    await page.keyboard.press('Enter')
    await said(page, t.decision.done.restore)
    await expect.poll(isPublic, { timeout: 30_000 }).toBe(true)
    await page.goto('/desk/moderation/decided')
    await card(page).first().waitFor()
    expect(await card(page).allInnerTexts()).toMatchObject([
      expect.stringContaining(domain.decisions.restore),
      expect.stringContaining(domain.decisions.reject),
      expect.stringContaining(domain.decisions.publish),
    ])
  })
})
