import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { launchBrowser, openVisitor, type Visitor, type VisitorOptions } from './browser-page'
import type { Product } from './product'
import { startSeeded } from './seeded-folder'

const addressHeader = 'x-journey-address'

/** The running product and the people who come to it, for one file of tests. */
export interface Journey {
  readonly product: Product
  /** A person with a browser and a network address of their own. */
  visit(options?: VisitorOptions & { origin?: string }): Promise<Visitor>
  /** The person goes on from another network address, as on another day. */
  moveOn(visitor: Visitor): Promise<void>
  /** The network address of the next request that a test itself sends. */
  nextAddress(): Record<string, string>
}

/**
 * Starts the whole product, with its proof-of-work and its rate limits, and a browser. After each test nobody may have
 * met an error, a broken rule of the content security policy or another host.
 */
export function startJourney(env: Record<string, string> = {}): Journey {
  let product: Product | undefined
  let browser: Awaited<ReturnType<typeof launchBrowser>> | undefined
  const visitors: Visitor[] = []
  let addresses = 0
  const nextAddress = () => {
    addresses += 1
    return { [addressHeader]: `198.18.${addresses >> 8}.${addresses & 255}` }
  }

  beforeAll(async () => {
    product = await startSeeded(inject('seeded'), { CLIENT_ADDRESS_HEADER: addressHeader, ...env })
    browser = await launchBrowser()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      for (const { page } of visitors) console.error(await describePage(page))
    expect(visitors.flatMap(({ problems }) => problems.splice(0))).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  return {
    get product() {
      if (!product) throw new Error('the product is started before the first test')
      return product
    },
    nextAddress,
    moveOn: ({ page }) => page.setExtraHTTPHeaders(nextAddress()),
    async visit({ origin, ...options } = {}) {
      if (!browser || !product) throw new Error('the browser is started before the first test')
      const extraHTTPHeaders = nextAddress()
      const visitor = await openVisitor(browser, origin ?? product.address, { extraHTTPHeaders, ...options })
      visitors.push(visitor)
      return visitor
    },
  }
}

/** What somebody had before them, for the log of a machine that nobody sees. */
async function describePage(page: Page): Promise<string> {
  const text = await page
    .locator('main')
    .innerText({ timeout: 2_000 })
    .catch(() => '')
  return `${page.url()}\n${text.slice(0, 1_500)}`
}

/** The tests of this file are steps of one errand: after the first that fails the rest would only fail likewise. */
export function inSteps(): void {
  let isBroken = false
  beforeEach(({ skip }) => skip(isBroken, 'an earlier step failed'))
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail'
  })
}

/** Keeps a picture of the whole page where SHOTS_DIR names a folder for them. */
export async function takeShot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS_DIR
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
