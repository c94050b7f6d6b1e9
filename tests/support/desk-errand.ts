import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import type { Decision } from '../../worker/contract/words'

const t = deskWords.zh
const { decisions } = domainWords.zh

/** Signs in on the desk at the address, which leads back there. */
export async function signIn(page: Page, account: { email: string; password: string }, path = '/desk') {
  await page.goto(path)
  await page.getByLabel(t.signIn.email).fill(account.email)
  await page.getByLabel(t.signIn.password, { exact: true }).fill(account.password)
  await page.getByRole('button', { name: t.signIn.submit, exact: true }).click()
  await page.getByRole('button', { name: t.signOut }).waitFor()
}

/** The queue's row of a comment that still waits, by words of its text; what is decided stays in the list as another. */
export function queueRow(page: Page, text: string): Locator {
  return page
    .getByRole('region', { name: t.queue.list })
    .locator('li:not(.row-done)')
    .getByRole('button')
    .filter({ hasText: text })
}

/** The item that lies open on the desk. */
export const openItem = (page: Page) => page.getByRole('main').getByRole('article')

/** Brings the queue up to date and opens a comment in it, on whatever page of it. */
export async function openRow(page: Page, text: string): Promise<void> {
  const row = queueRow(page, text).last()
  const more = page.getByRole('button', { name: t.queue.more, exact: true })
  await page.getByRole('button', { name: new RegExp(`^${t.queue.refresh}`) }).click()
  await expect
    .poll(
      async () => {
        const found = await row.count()
        if (found === 0 && (await more.isVisible())) await more.click()
        return found
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  await row.click()
  await openItem(page).getByText(text).first().waitFor()
}

/** Decides on the open item with the mouse, by the reason's wording, and waits until it has taken effect. */
export async function decideOpen(
  page: Page,
  decision: Decision,
  { reason, note }: { reason?: string; note?: string } = {},
): Promise<void> {
  const isAtOnce = decision === 'publish' && !reason && !note
  const isTaken = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'POST' && /\/moderation\/(decisions|batches)\b/.test(answer.url()),
  )
  if (decision === 'publish' && !isAtOnce) await page.keyboard.press('Shift+A')
  else
    await openItem(page)
      .getByRole('button', { name: new RegExp(`^${decisions[decision]}`) })
      .click()
  if (!isAtOnce) {
    const panel = page.getByRole('form', { name: decisions[decision] })
    if (reason) await panel.getByRole('radio', { name: reason }).check()
    if (note) await panel.getByLabel(t.decision.note).fill(note)
    await panel.getByRole('button', { name: t.decision.confirm(decisions[decision]) }).click()
  }
  await isTaken
  await said(page, t.decision.done[decision])
  await takeEffect(page)
}

/** Waits until nothing that this moderator decided can be taken back any more, as the server has it. */
export async function takeEffect(page: Page): Promise<void> {
  const countStaged = () =>
    page.evaluate(async () => {
      const answer = await fetch('/api/moderation/queue?view=mine')
      const { items } = (await answer.json()) as { items: { staged: unknown }[] }
      return items.filter(({ staged }) => staged !== null).length
    })
  await expect.poll(countStaged, { timeout: 30_000, interval: 500 }).toBe(0)
}

/** Waits until the status line says something. */
export async function said(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.getByRole('status').allInnerTexts(), { timeout: 10_000 })
    .toContainEqual(expect.stringContaining(text))
}
