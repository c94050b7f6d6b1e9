import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type { MeasureView } from '../../worker/contract/plan'
import { desktop, phone, type Visitor } from '../support/browser-page'
import { type Case, checkEveryPage } from '../support/check-pages'
import { signInPages } from '../support/desk-pages'
import { type EveryPage, makeShown, type Shown } from '../support/every-page'
import { startJourney, takeShot } from '../support/journey'
import {
  findOverflow,
  findSmallTargets,
  findSmallText,
  findUnseenFocus,
  readActions,
  weighPages,
} from '../support/page-checks'
import { memberPages, publicPages, signInMember } from '../support/public-pages'

const journey = startJourney()
const meets = [401, 403, 404, 422]

let shown: Shown
let reader: Visitor
let member: Visitor

beforeAll(async () => {
  shown = await makeShown(journey)
  reader = await journey.visit({ meets })
  await reader.context.addInitScript(() => localStorage.clear())
  member = await journey.visit({ meets })
  await signInMember(member.page, shown)
})

const casesOf = (pages: EveryPage[], visitorOf: () => Visitor) =>
  pages.map((page): Case => [page.name, visitorOf, page])
const readerCases = casesOf(publicPages, () => reader)
const memberCases = casesOf(memberPages, () => member)
const publicCases = [...readerCases, ...memberCases]
checkEveryPage(journey, () => shown, [...publicCases, ...casesOf(signInPages, () => reader)])

describe.each(publicCases)('%s', (name, visitorOf, { open }) => {
  it('has targets that a finger cannot miss, and in large type larger ones', async () => {
    const { page } = visitorOf()
    await page.setViewportSize(phone)
    await open(page, shown)
    expect(await findSmallTargets(page, 44)).toEqual([])
    for (const size of ['large', 'largest']) {
      await page.evaluate((type) => document.documentElement.setAttribute('data-type', type), size)
      await takeShot(page, `${name}-phone-${size}`)
      expect({
        size,
        overflow: await findOverflow(page),
        text: await findSmallText(page, 18),
        targets: await findSmallTargets(page, 60),
      }).toEqual({ size, overflow: [], text: [], targets: [] })
    }
  })

  it('leads everywhere by keyboard, shows where it is, and loses nothing at four hundred per cent', async () => {
    const { page } = visitorOf()
    await page.setViewportSize(desktop)
    await open(page, shown)
    const offered = await readActions(page)
    expect(await findUnseenFocus(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 256 })
    const left = await readActions(page)
    expect(offered.filter((action) => !left.includes(action))).toEqual([])
  })
})

describe('the pages for readers', () => {
  it('weigh at most 60 kB each, of which 25 kB scripts and 14 kB styles', async () => {
    const heavy: string[] = []
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(8)
    const weighAll = async ({ page }: Visitor, pages: EveryPage[]) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      const scales = weighPages(page)
      for (const { name, open } of pages) {
        await open(page, shown)
        const { all, js, css, requests } = await scales.weigh()
        const line = [all, js, css].map(kilobytes).join('  ')
        console.log(`${name.padEnd(22)} ${line}  in ${requests} requests (all, scripts, styles)`)
        if (all > 60_000 || js > 25_000 || css > 14_000) heavy.push(name)
      }
    }
    await weighAll(await journey.visit({ meets }), publicPages)
    await weighAll(member, memberPages)
    expect(heavy).toEqual([])
  })

  it('are set in type that can be read', async () => {
    const { page } = await journey.visit()
    const answer = await fetch(`${journey.product.address}/api/measures/1.1`)
    const { clauses }: MeasureView = await answer.json()
    await page.goto('/measures/1.1')
    const thread = page.getByRole('region', { name: words.zh.thread.whole })
    const bodies = [
      page
        .getByRole('paragraph')
        .filter({ hasText: clauses[1]?.text ?? 'no clause' })
        .first(),
      thread.getByRole('article').first().getByText(/。/).first(),
    ]
    for (const body of bodies) {
      const { size, leading, characters } = await body.evaluate((element) => {
        const style = getComputedStyle(element)
        const fontSize = Number.parseFloat(style.fontSize)
        const lineHeight = Number.parseFloat(style.lineHeight)
        return { size: fontSize, leading: lineHeight / fontSize, characters: element.clientWidth / fontSize }
      })
      expect(size).toBeGreaterThanOrEqual(17)
      expect(leading).toBeGreaterThanOrEqual(1.7)
      expect(characters).toBeLessThanOrEqual(40.5)
    }
  })
})
