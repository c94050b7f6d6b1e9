import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { limits } from '../../worker/contract/limits'
import type { Visitor } from '../support/browser-page'
import { openItem, queueRow, said, takeEffect } from '../support/desk-errand'
import { enter, walkTo } from '../support/desk-keyboard'
import { inSteps, startJourney } from '../support/journey'
import { newComment } from '../support/make-comment'

const t = deskWords.zh
const journey = startJourney({ LOAD_TEST: '1' })
inSteps()

const measure = '9.3'
const path = `/desk/moderation?measure=${measure}`
const bodies = Array.from({ length: 2 * limits.handSize }, (_, n) => `第${n + 1}件各说各话`)
/** The third of the second hand stands on the first page of both. */
const third = bodies[limits.handSize + 2] ?? ''
const soon = { timeout: 2000 }
let wang: Visitor
let he: Visitor

async function submit(body: string): Promise<void> {
  const answer = await fetch(`${journey.product.address}/api/measures/${measure}/comments`, {
    method: 'POST',
    body: JSON.stringify(newComment({ body })),
    headers: { 'content-type': 'application/json', ...journey.nextAddress() },
  })
  if (!answer.ok) throw new Error(await answer.text())
}

beforeAll(async () => {
  for (const body of bodies) await submit(body)
  wang = await journey.visit()
  he = await journey.visit()
})

const openDesk = async ({ page }: Visitor, email: string) => {
  await enter(page, email, journey.product.passwords[email] ?? '')
  await page.goto(path)
  await queueRow(page, bodies[0] ?? '').waitFor()
}
const row = (page: Page, body: string) =>
  page.getByRole('region', { name: t.queue.list }).getByRole('listitem').filter({ hasText: body })
const inHand = async (page: Page) => {
  const isOthers = await page.locator('.row').evaluateAll((rows) => rows.map((each) => each.className))
  return isOthers.filter((names) => !/row-(quiet|done|lost)/.test(names)).length
}

describe('two desks on one queue', () => {
  it('are dealt different hands, and each sees what the other holds', async () => {
    await openDesk(wang, 'moderator@yanlu.test')
    await openDesk(he, 'moderator2@yanlu.test')
    for (const { page } of [wang, he]) await expect.poll(() => inHand(page)).toBe(limits.handSize)
    await row(he.page, bodies[0] ?? '')
      .getByText('王敏')
      .waitFor()
    await row(wang.page, third).getByText('何立').waitFor(soon)
  })

  it('see a take-over within two seconds, in place, under an unmoved list', async () => {
    const [taken = '', next = ''] = bodies
    const order = () => wang.page.locator('.row-text').allInnerTexts()
    const before = await order()
    await walkTo(wang.page, next)
    await walkTo(he.page, taken)
    await he.page.keyboard.press('a')
    await said(he.page, t.hand.notYours)
    await he.page.keyboard.press('c')
    await he.page.getByRole('dialog').getByText('王敏').waitFor()
    await he.page.keyboard.press('Enter')
    await row(wang.page, taken).getByText(t.row.takenOver('何立')).waitFor(soon)
    expect(await order()).toEqual(before)
    expect(await openItem(wang.page).innerText()).toContain(next)
  })

  it('see within two seconds that the other decided, and when it has taken effect', async () => {
    const [taken = ''] = bodies
    await he.page.keyboard.press('a')
    await row(wang.page, taken).getByText(t.row.stagedBy('何立')).waitFor(soon)
    await he.page.keyboard.press('u')
    await row(wang.page, taken).getByText(t.row.takenOver('何立')).waitFor(soon)
    await he.page.keyboard.press('a')
    await said(he.page, t.decision.done.publish)
    await takeEffect(he.page)
    await row(wang.page, taken).getByText(t.row.doneBy('何立', '')).waitFor(soon)
  })

  it('hear of what is new without their list moving', async () => {
    const fresh = '后来的一件也要看'
    await wang.page.goto('/desk/moderation')
    await openItem(wang.page).waitFor()
    await wang.page.getByText(t.facts.today).waitFor()
    const before = await wang.page.locator('.row-text').allInnerTexts()
    await submit(fresh)
    await wang.page.getByRole('button', { name: t.live.arrived('1') }).waitFor(soon)
    expect(await wang.page.locator('.row-text').allInnerTexts()).toEqual(before)
  })

  it('catch up by themselves on what happened while they were offline', async () => {
    await openDeskAgain(wang.page)
    await wang.context.setOffline(true)
    await wang.page.getByText(t.offline).waitFor()
    const current = await openItem(wang.page).innerText()
    await walkTo(he.page, third)
    await he.page.keyboard.press('a')
    await said(he.page, t.decision.done.publish)
    await takeEffect(he.page)
    await wang.context.setOffline(false)
    await row(wang.page, third).getByText(t.row.doneBy('何立', '')).waitFor({ timeout: 10_000 })
    await said(wang.page, t.live.back)
    expect(await openItem(wang.page).innerText()).toBe(current)
    const isOfLine = (problem: string) => /INTERNET_DISCONNECTED|WebSocket/.test(problem)
    wang.problems.splice(0, Infinity, ...wang.problems.filter((problem) => !isOfLine(problem)))
  })
})

async function openDeskAgain(page: Page): Promise<void> {
  await page.goto(path)
  await row(page, third).waitFor()
}
