import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { reasons } from '../../seeds/reasons'
import type { CommentState } from '../../worker/contract/words'
import { type Database, openDatabase } from '../../worker/db/client'
import type { Visitor } from '../support/browser-page'
import { openItem } from '../support/desk-errand'
import { enter } from '../support/desk-keyboard'
import { inSteps, startJourney } from '../support/journey'
import { newComment } from '../support/make-comment'

const journey = startJourney({ LOAD_TEST: '1' })
inSteps()

/** Short texts stand alone whatever they share: below twelve characters only equal ones are similar. */
const acts = {
  发布: { count: 40, state: 'published', action: 'comment.published' },
  隐去: { count: 15, state: 'published', action: 'comment.redacted' },
  退回: { count: 15, state: 'returned', action: 'comment.returned' },
  广告: { count: 10, state: 'rejected', action: 'comment.rejected' },
  撤销: { count: 5, state: 'returned', action: 'comment.returned' },
} as const satisfies Record<string, { count: number; state: CommentState; action: string }>
type Act = keyof typeof acts
const formLetters = 15
const measure = '9.4'

let db: Database
let keyboard: Visitor
const sent = new Map<string, Act | '来信'>()

const bodyOf = (act: Act, number: number) =>
  act === '隐去' ? `${act}${number} 电话${phoneOf(number)}` : `${act}第${number}件`
/** No two have three digits in a row in common often enough to be alike. */
const phoneOf = (number: number) => 13_000_000_000 + (((number + 1) * 618_033_988) % 1_000_000_000)
const letterOf = (number: number) =>
  `建议把技术改造补贴的设备投资门槛由五百万元降到二百万元，小企业够不着现在的门槛。第${number}家。`

async function submit(body: string, act: Act | '来信') {
  const answer = await fetch(`${journey.product.address}/api/measures/${measure}/comments`, {
    method: 'POST',
    body: JSON.stringify(newComment({ body })),
    headers: { 'content-type': 'application/json', ...journey.nextAddress() },
  })
  const { publicId } = (await answer.json()) as { publicId: string }
  sent.set(publicId, act)
}

beforeAll(async () => {
  db = openDatabase({ url: journey.product.databaseUrl })
  const planned = Object.entries(acts).flatMap(([act, { count }]) =>
    Array.from({ length: count }, (_, number) => ({ act: act as Act, number, order: (number * 37) % 41 })),
  )
  for (const { act, number } of planned.sort((a, b) => a.order - b.order))
    await submit(bodyOf(act, number), act)
  for (let number = 0; number < formLetters; number += 1) await submit(letterOf(number), '来信')
  expect(sent.size).toBe(100)
  keyboard = await journey.visit()
})

afterAll(() => db.$client.close())

declare global {
  interface Window {
    /** From the key that decided until the frame with the next item was painted, in milliseconds. */
    waits: number[]
  }
}

/** Measures in the page, where no driver stands between the key and the frame. */
async function watchWaits(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = () => document.querySelector('.item-body')?.textContent ?? ''
    let pressed = 0
    let before = ''
    window.waits = []
    document.addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp
        before = shown()
      },
      { capture: true },
    )
    new MutationObserver(() => {
      if (pressed === 0 || shown() === before || shown() === '') return
      const since = pressed
      pressed = 0
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.onmessage = () => window.waits.push(performance.now() - since)
        painted.port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

const bodyShown = async (page: Page) => (await page.locator('.item-body').first().textContent()) ?? ''
const untilNext = (page: Page, body: string) =>
  vi.waitFor(async () => expect(await bodyShown(page)).not.toBe(body), { timeout: 10_000, interval: 5 })
const numberOf = (decision: string, id: string) =>
  String(reasons.filter((reason) => reason.decision === decision).findIndex((reason) => reason.id === id) + 1)

async function choose(page: Page, key: string, reason: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('radio').first().waitFor()
  await page.keyboard.press(reason)
  await page.keyboard.press('Enter')
}

const keysFor: Record<Act, (page: Page, body: string) => Promise<void>> = {
  发布: (page) => page.keyboard.press('a'),
  隐去: async (page) => {
    await page.keyboard.press('Shift+X')
    await page.getByText('〔已隐去：联系方式〕').first().waitFor()
    await page.keyboard.press('a')
  },
  退回: (page) => choose(page, 'r', numberOf('return', 'unclear')),
  广告: (page) => choose(page, 'd', numberOf('reject', 'advertising')),
  撤销: async (page, body) => {
    await page.keyboard.press('a')
    await untilNext(page, body)
    await page.keyboard.press('u')
    await vi.waitFor(async () => expect(await bodyShown(page)).toBe(body), { timeout: 10_000, interval: 5 })
    await choose(page, 'r', numberOf('return', 'wording'))
  },
}

describe('a hundred comments by keyboard alone', () => {
  it('are decided one by one, the next at once on screen', async () => {
    const { page } = keyboard
    await enter(page, 'moderator@yanlu.test', journey.product.passwords['moderator@yanlu.test'] ?? '')
    await page.goto(`/desk/moderation?measure=${measure}`)
    await openItem(page).locator('.item-body').waitFor()
    await watchWaits(page)
    const single = Object.values(acts).reduce((sum, { count }) => sum + count, 0)
    for (let decided = 0; decided < single; decided += 1) {
      const body = await bodyShown(page)
      const act = body.slice(0, 2) as Act
      expect([decided, body, Object.keys(acts)]).toEqual([decided, body, expect.arrayContaining([act])])
      await keysFor[act](page, body)
      await untilNext(page, body)
    }
    const waits = (await page.evaluate(() => window.waits)).sort((a, b) => a - b)
    const at = (share: number) => Math.round(waits[Math.floor(waits.length * share)] ?? Number.NaN)
    console.log(
      `next item on screen after ${waits.length} keys: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms`,
    )
    expect(waits.length).toBeGreaterThanOrEqual(single)
    expect(at(0.95)).toBeLessThanOrEqual(100)
  })

  it('of which near-identical ones stand as one card and are decided together, counted first', async () => {
    const { page } = keyboard
    await vi.waitFor(async () => expect(await bodyShown(page)).toContain('建议把技术改造补贴'))
    await page.keyboard.press('g')
    await page.getByText('第3家').first().waitFor()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(String(formLetters)).first().waitFor()
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('stand in the database as they were decided, each once', async () => {
    await vi.waitFor(
      async () => expect(await db.all(sql`SELECT id FROM staged_decisions LIMIT 1`)).toEqual([]),
      { timeout: 30_000, interval: 250 },
    )
    const rows = await db.all<{ public_id: string; state: string; body: string; decisions: number }>(sql`
      SELECT public_id, state, body,
        (SELECT count(*) FROM moderation_decisions d WHERE d.comment_id = c.id) AS decisions
      FROM comments c WHERE measure_id = (SELECT id FROM measures WHERE key = ${measure}) ORDER BY c.id`)
    const mine = rows.filter(({ public_id }) => sent.has(public_id))
    const expected = [...sent].map(([public_id, act]) => [
      public_id,
      act === '来信' ? 'published' : acts[act].state,
      1,
    ])
    expect(mine.map(({ public_id, state, decisions }) => [public_id, state, decisions])).toEqual(expected)
    for (const { public_id, body } of mine)
      if (sent.get(public_id) === '隐去') expect(body).toMatch(/^隐去\d+ 电话〔已隐去：联系方式〕$/)
  })

  it('have one audit entry each for what was decided, and none for what was undone', async () => {
    const entries = await db.all<{ subject_id: string; action: string }>(sql`
      SELECT subject_id, action FROM audit_log WHERE subject_kind = 'comment' AND actor_kind = 'user' ORDER BY id`)
    const mine = entries.filter(({ subject_id }) => sent.has(subject_id))
    const actionOf = (act: Act | '来信') => (act === '来信' ? 'comment.published' : acts[act].action)
    expect(mine.map(({ subject_id, action }) => `${subject_id} ${action}`).sort()).toEqual(
      [...sent].map(([publicId, act]) => `${publicId} ${actionOf(act)}`).sort(),
    )
  })
})
