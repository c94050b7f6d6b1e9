import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { openItem } from './desk-errand'

const t = deskWords.zh

/** Reaches a field with the tab key, by its label. */
export async function tabTo(page: Page, label: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      (text) => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent?.includes(text),
      label,
    )
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab')
    if (await isThere()) return
  }
  throw new Error(`the tab key does not lead to ${label}`)
}

/** Signs in with the keyboard alone. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/desk/moderation')
  await page.getByRole('heading', { name: t.signIn.heading }).waitFor()
  await tabTo(page, t.signIn.email)
  await page.keyboard.type(email)
  await tabTo(page, t.signIn.password)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: t.queue.list }).getByRole('button').nth(1).waitFor()
}

/** Walks down the queue with one key, and up again with the other, until the text lies open. */
export async function walkTo(page: Page, text: string): Promise<void> {
  const isOpen = async () => (await openItem(page).innerText()).includes(text)
  const keys = [...Array<string>(60).fill('j'), ...Array<string>(90).fill('k')]
  for (const key of keys) {
    if (await isOpen()) return
    await page.keyboard.press(key)
  }
  expect(await isOpen()).toBe(true)
}

/** The help opens by its button too, for those who have switched the keys off. */
export async function switchShortcutsOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: t.shortcuts.open }).press('Enter')
  await page.getByRole('checkbox', { name: t.shortcuts.use }).press('Space')
  await page.keyboard.press('Escape')
}
