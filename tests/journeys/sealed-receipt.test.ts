import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type { CommentReceipt } from '../../worker/contract/comments'
import type { InclusionView } from '../../worker/contract/transparency'
import { connect } from '../../worker/local/connect'
import { systemContext } from '../../worker/local/seed'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { expectAccessible } from '../support/accessibility'
import { desktop, phone } from '../support/browser-page'
import { minute } from '../support/clock'
import { lookUp } from '../support/comment-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { weighPages } from '../support/page-checks'
import { sendComment } from '../support/send-comment'

const journey = startJourney()
inSteps()
const { seal: said } = words.zh

let receipt: CommentReceipt
let page: Page
let sealedUpTo = Date.now() + 10 * minute

/** Seals what is not sealed yet, and says how many rows; at a time to come, until which the product itself seals nothing. */
async function seal(): Promise<number> {
  const client = connect(journey.product.databaseUrl)
  sealedUpTo += minute
  const sealed = await sealAuditLog(systemContext(client, new Date(sealedUpTo)))
  client.close()
  return sealed
}

const block = () => page.getByRole('region', { name: said.heading })
const result = () => block().getByRole('status')
const check = () => block().getByRole('button', { name: said.check, exact: true }).click()
const inclusion = '**/api/transparency/inclusion?*'

/** Lets the site say something else about the comment. */
async function lie(change: (view: InclusionView) => InclusionView): Promise<void> {
  await page.route(inclusion, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: change(await answer.json()) })
  })
}

beforeAll(async () => {
  do await sendComment(journey, '7.1', { body: '建议公布申报的材料清单。' })
  while ((await seal()) === 0)
  receipt = await sendComment(journey, '7.1', { body: '建议写明申报的截止时间。' })
  page = (await journey.visit()).page
})

it('says that what was just sent will be part of the next seal', async () => {
  await lookUp(page, receipt)
  await expect.poll(() => block().innerText()).toContain(said.waiting)
  await check()
  await expect.poll(() => result().innerText()).toContain(said.noneYet)
})

it('shows where the comment stands once it is sealed', async () => {
  await seal()
  await page.reload()
  await expect.poll(() => block().innerText()).toContain(said.actions['comment.submitted'])
  expect(await block().innerText()).toMatch(/第 \d+ 条记录\s+[0-9a-f]{64}/)
})

it('checks it in the reader’s own browser', async () => {
  await check()
  await expect.poll(() => result().innerText()).toMatch(/核对无误：这 1 条记录都在共 \d+ 条的存证之中/)
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await page.setViewportSize(viewport)
    await takeShot(page, `seal-checked-${size}`)
    await expectAccessible(page)
  }
  await page.setViewportSize(desktop)
})

it('compares with what it saw the last time', async () => {
  await sendComment(journey, '7.1', { body: '附议。' })
  await seal()
  await page.reload()
  await check()
  await expect.poll(() => result().innerText()).toMatch(/核对时的存证（共 \d+ 条）前后相接/)
})

it('finds an entry that the site reworded', async () => {
  await lie((view) => ({
    ...view,
    entries: view.entries.map((item) => ({
      ...item,
      entry: item.entry.replace('"revision":1', '"revision":2'),
    })),
  }))
  await check()
  await expect.poll(() => result().innerText()).toContain(said.altered.entry)
  await page.unroute(inclusion)
})

it('finds a record that was written anew since', async () => {
  await page.evaluate(() => {
    const seen = JSON.parse(localStorage.getItem('yanlu:seal') ?? '{}')
    localStorage.setItem('yanlu:seal', JSON.stringify({ ...seen, root: 'f'.repeat(64) }))
  })
  await check()
  await expect.poll(() => result().innerText()).toContain(said.altered.history)
  expect(await result().innerText()).toContain(said.alteredHint)
})

it('says so when the site cannot be reached', async () => {
  await page.route(inclusion, (route) => route.abort('aborted'))
  await check()
  await expect.poll(() => result().innerText()).toContain(said.unreachable)
  await page.unroute(inclusion)
})

it('shows the place without scripts, and no button that does nothing', async () => {
  const visitor = await journey.visit({ javaScriptEnabled: false })
  await lookUp(visitor.page, receipt)
  const text = visitor.page.getByRole('region', { name: said.heading })
  expect(await text.innerText()).toMatch(
    /第 \d+ 条记录[\s\S]*[0-9a-f]{64}[\s\S]*最新一次封存[\s\S]*[0-9a-f]{64}/,
  )
  expect(await text.getByRole('button').count()).toBe(0)
  await text.getByRole('link', { name: said.about }).click()
  expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toBe(words.zh.transparency.title)
})

it('costs a receipt at most 6 kB of scripts', async () => {
  const visitor = await journey.visit()
  const session = await visitor.context.newCDPSession(visitor.page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scales = weighPages(visitor.page)
  await visitor.page.goto('/receipts')
  const without = await scales.weigh()
  await lookUp(visitor.page, receipt)
  await block().waitFor()
  const { js } = await scales.weigh()
  console.log(`the check of a receipt: ${js - without.js} bytes of scripts after gzip`)
  expect(js - without.js).toBeGreaterThan(0)
  expect(js - without.js).toBeLessThanOrEqual(6_000)
})
