import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

/** What on the page reaches further to the right than the window, if the page does. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    )
    const named = wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    return [`${root.scrollWidth} px wide`, ...named.slice(0, 5)]
  })
}

/** What one acts on that a finger can miss: smaller than `least` CSS px either way, and not part of running text. */
export function findSmallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const isText = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''
    const isInText = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentNode?.childNodes ?? [])].some(isText)
    const targetOf = (element: Element) => {
      const isMark = element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)
      return isMark ? (element.labels?.[0] ?? element) : element
    }
    const acts = 'a[href], button, summary, input:not([type=hidden]), select, textarea'
    const small: string[] = []
    for (const target of new Set([...document.querySelectorAll(acts)].map(targetOf))) {
      target.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = target.getBoundingClientRect()
      const isHidden = width <= 1 || height <= 1 || top + height < 0 || left + width < 0
      if (isHidden || target.matches('.visually-hidden') || isInText(target)) continue
      const reach = (x: number, y: number) => {
        for (let far = 0; far < size; far += 1) {
          const hit = document.elementFromPoint(left + width / 2 + x * far, top + height / 2 + y * far)
          if (!hit || !target.contains(hit)) return far
        }
        return size
      }
      const isWide = Math.ceil(width) >= size || reach(-1, 0) + reach(1, 0) > size
      const isHigh = Math.ceil(height) >= size || reach(0, -1) + reach(0, 1) > size
      if (isWide && isHigh) continue
      const name = target.getAttribute('aria-label') ?? target.textContent?.trim().slice(0, 20)
      const of = `${target.tagName.toLowerCase()}.${target.className}`
      small.push(`${of} “${name}” ${Math.round(width)}×${Math.round(height)}`)
    }
    return small
  }, least)
}

declare global {
  var walk: { expected: Element[]; reached: Set<Element>; unseen: Element[] }
}

/** Walks through the whole page by keyboard; answers what Tab never reaches and the stops that do not show where the focus is. */
export async function findUnseenFocus(page: Page): Promise<string[]> {
  const stops = await page.evaluate(() => {
    const acts = document.querySelectorAll('a[href], button, summary, input, select, textarea')
    const expected = [...acts].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(':disabled, [tabindex="-1"], [type=hidden]'),
    )
    const walk = { expected, reached: new Set<Element>(), unseen: [] as Element[] }
    globalThis.walk = walk
    const shows = (shown: Element | null | undefined) => {
      if (!shown) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLInputElement
      walk.reached.add(element)
      if (![element, element.parentElement, element.labels?.[0]].some(shows)) walk.unseen.push(element)
    })
    document.addEventListener('keydown', () => {
      const stop = document.activeElement ?? document.body
      const { height, top, bottom } = stop.getBoundingClientRect()
      const isOffScreen = stop !== document.body && height > 0 && (bottom <= 0 || top >= innerHeight)
      if (isOffScreen) walk.unseen.push(stop)
    })
    return expected.length
  })
  for (let stop = 0; stop <= stops + 10; stop += 1) await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const { expected, reached, unseen } = globalThis.walk
    const marks = [...reached].filter((element) => element instanceof HTMLInputElement)
    const isMarkOf = (element: Element) =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      marks.some(({ name }) => name === element.name)
    const passed = expected.filter((element) => !reached.has(element) && !isMarkOf(element))
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 20)}”`
    return [
      ...passed.map((element) => `not reached: ${nameOf(element)}`),
      ...unseen.map((element) => `not seen: ${nameOf(element)}`),
    ]
  })
}

/** Text set smaller than `least` CSS px. */
export function findSmallText(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const small = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      if (!element || !walker.currentNode.textContent?.trim()) continue
      if (element.closest('script, style, noscript, .visually-hidden') || !element.checkVisibility()) continue
      const set = Number.parseFloat(getComputedStyle(element).fontSize)
      if (set < size) small.add(`${element.tagName.toLowerCase()}.${element.className} ${set} px`)
    }
    return [...small]
  }, least)
}

/** Where one can go and what one can do: addresses, and what is pressed or filled in the main part. A folded part counts, as one can open it. */
export function readActions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOffered = (element: Element) => {
      const folded = element.closest('details:not([open])')
      return (folded && !element.closest('summary') ? folded : element).checkVisibility()
    }
    const acts = document.querySelectorAll(
      'a[href], main :is(button, summary, input:not([type=hidden]), select, textarea)',
    )
    const nameOf = (element: Element) =>
      element.getAttribute('href') ??
      `${element.tagName.toLowerCase()} ${element.getAttribute('name') ?? ''} ${element.textContent?.trim() ?? ''}`
    return [...new Set([...acts].filter(isOffered).map(nameOf))]
  })
}

export interface Weight {
  all: number
  js: number
  css: number
  requests: number
}

/** What a page costs a first visitor, in bytes after gzip: everything since its document, whatever the server compresses. */
export function weighPages(page: Page): { weigh(): Promise<Weight> } {
  let responses: Response[] = []
  page.on('response', (response) => {
    const request = response.request()
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame()
    if (response.status() >= 300 && response.status() < 400) return
    responses = isDocument ? [response] : [...responses, response]
  })
  const sizeOf = async (response: Response) => {
    const again = () => page.request.get(response.url()).then((answer) => answer.body())
    return gzipSync(await response.body().catch(again)).length
  }
  return {
    async weigh() {
      await page.waitForLoadState('networkidle')
      const weight: Weight = { all: 0, js: 0, css: 0, requests: responses.length }
      for (const response of responses) {
        const size = await sizeOf(response)
        const type = response.headers()['content-type'] ?? ''
        weight.all += size
        if (type.includes('javascript')) weight.js += size
        if (type.includes('css')) weight.css += size
      }
      return weight
    },
  }
}
