import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { findBrowser } from './programs.mjs'

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }
/** A phone as its browser presents itself: fingers, no mouse. */
export const handheld: BrowserContextOptions = { viewport: phone, hasTouch: true, isMobile: true }

const quiet = ['disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking']
const flags = ['no-sandbox', ...quiet, 'disable-component-update', 'disable-sync'].map((flag) => `--${flag}`)

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser()
  if (!executablePath) throw new Error('no Chromium on this machine: npm test installs one')
  return chromium.launch({ executablePath, args: flags })
}

/** A person at a browser of their own: cookies, storage and address are shared with nobody. */
export interface Visitor {
  page: Page
  context: BrowserContext
  /** Statuses above 399 that this person is meant to meet; any other is a problem. */
  meets: Set<number>
  problems: string[]
}

export interface VisitorOptions extends BrowserContextOptions {
  meets?: number[]
}

/** Opens a browser context in which everything that should not happen is written down. */
export async function openVisitor(
  browser: Browser,
  origin: string,
  { meets = [], ...options }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: desktop,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const visitor: Visitor = { page: await context.newPage(), context, meets: new Set(meets), problems: [] }
  watch(visitor, origin)
  return visitor
}

/**
 * Requests to other hosts, unexpected refusals, errors of scripts and whatever the console calls an error. That
 * also tells what a content security policy blocked; a request that fails as `csp` is a script where scripts are off.
 */
function watch({ context, meets, problems }: Visitor, origin: string): void {
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) problems.push(`asks ${url.href}`)
  })
  context.on('response', (response) => {
    const status = response.status()
    if (status >= 400 && !meets.has(status)) problems.push(`${status} from ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (!/ERR_ABORTED|^csp$/.test(reason)) problems.push(`${reason} from ${request.url()}`)
  })
  context.on('weberror', (error) => problems.push(`throws ${error.error().message}`))
  context.on('console', (message) => {
    const text = message.text()
    const isRefusal = /^Failed to load resource: the server responded with a status/.test(text)
    const handshake = Number(/^WebSocket connection to .* Unexpected response code: (\d+)/.exec(text)?.[1])
    if (message.type() === 'error' && !isRefusal && !meets.has(handshake)) problems.push(`console: ${text}`)
  })
}
