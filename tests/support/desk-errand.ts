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

/** The queue's row of a comment, by words of its text. */
export function queueRow(page: Page, text: string): Locator {
  return page.getByRole('region', { name: t.queue.list }).getByRole('button').filter({ hasText: text })
}

/** The item that lies open on the desk. */
export const openItem = (page: Page) => page.getByRole('main').getByRole('article')

/** Brings the queue up to date and opens a comment in it. */
export async function openRow(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t.queue.refresh}`) }).click()
  await queueRow(page, text).click()
  await openItem(page).getByText(text).first().waitFor()
}

/** Decides on the open item with the mouse, by the reason's wording. */
export async function decideOpen(
  page: Page,
  decision: Decision,
  { reason, note }: { reason?: string; note?: string } = {},
): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${decisions[decision]}`) }).click()
  const panel = page.getByRole('form', { name: decisions[decision] })
  if (reason) await panel.getByRole('radio', { name: reason }).check()
  if (note) await panel.getByLabel(t.decision.note).fill(note)
  await panel.getByRole('button', { name: t.decision.confirm(decisions[decision]) }).click()
  await said(page, t.decision.done[decision])
}

/** Waits until the status line says something. */
export async function said(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.getByRole('status').allInnerTexts(), { timeout: 10_000 })
    .toContainEqual(expect.stringContaining(text))
}
