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
      if (isHidden || isInText(target)) continue
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

/** Walks through the page by keyboard; answers the stops at which nothing shows where the focus is. */
export async function findUnseenFocus(page: Page, stops: number): Promise<string[]> {
  const unseen: string[] = []
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    const lost = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const shows = (shown: Element | null | undefined) => {
        if (!shown) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      }
      const around = [element, element.parentElement, (element as HTMLInputElement).labels?.[0]]
      const { height, top, bottom } = element.getBoundingClientRect()
      const isOnScreen = height === 0 || (bottom > 0 && top < innerHeight)
      const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 20)}”`
      return around.some(shows) && isOnScreen ? null : name
    })
    if (lost) unseen.push(lost)
  }
  return unseen
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
