import { beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../seeds/demo-people'
import { words } from '../../web/locales'
import type { MeasureView } from '../../worker/contract/plan'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { desktop, phone, type Visitor } from '../support/browser-page'
import { signIn } from '../support/desk-errand'
import {
  adminPages,
  type EveryPage,
  makeShown,
  moderationPages,
  note,
  publicPages,
  type Shown,
  signInPages,
  staffPages,
} from '../support/every-page'
import { startJourney, takeShot } from '../support/journey'
import { findOverflow, findSmallTargets, findUnseenFocus, weighPages } from '../support/page-checks'
import { findUntranslated } from '../support/untranslated'

const journey = startJourney()
const meets = [401, 403, 404, 422]
const sizes = { wide: desktop, phone }
const themes = ['light', 'dark'] as const

/** An administrator at the moderators' desk would be dealt what the moderator is to see. */
const desks = { moderator: '/desk/moderation', staff: '/desk/staff', admin: '/desk/people' }

let shown: Shown
const visitors = {} as Record<'reader' | 'moderator' | 'staff' | 'admin', Visitor>

beforeAll(async () => {
  shown = await makeShown(journey)
  for (const name of ['reader', 'moderator', 'staff', 'admin'] as const) {
    visitors[name] = await journey.visit({ meets })
    await visitors[name].context.addInitScript(() => localStorage.clear())
    const email = `${name}@yanlu.test`
    const account = { email, password: shown.password(email) }
    if (name !== 'reader') await signIn(visitors[name].page, account, desks[name])
  }
})

type Case = [string, keyof typeof visitors, EveryPage]
const cases = (who: keyof typeof visitors, pages: EveryPage[]) =>
  pages.map((page): Case => [page.name, who, page])
const readers = cases('reader', [...publicPages, ...signInPages])
const everybody = [
  ...readers,
  ...cases('moderator', moderationPages),
  ...cases('staff', staffPages),
  ...cases('admin', adminPages),
]

describe.each(everybody)('%s', (name, who, { open }) => {
  it('has nothing for axe to find in either theme at either size, and fits', async () => {
    const { page } = visitors[who]
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      await open(page, shown)
      expect(await findOverflow(page)).toEqual([])
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        await takeShot(page, `${name}-${size}-${colorScheme}`)
        await (colorScheme === 'light' ? expectAccessible(page) : expectContrast(page))
      }
    }
  })

  it('needs no sideways scrolling at four hundred per cent', async () => {
    const { page } = visitors[who]
    await page.setViewportSize({ width: 320, height: 256 })
    await open(page, shown)
    expect(await findOverflow(page)).toEqual([])
  })
})

describe.each(everybody)('%s in English', (_name, who, { open }) => {
  const seal = '言'
  const examples = ['专精特新', '技改', '朱建国', note]
  const written = [...demoPeople.map((person) => person.name), ...examples, seal]

  it('has no Chinese but what people and the plan say', async () => {
    const { page, context } = visitors[who]
    await page.setViewportSize(desktop)
    const { hostname } = new URL(journey.product.address)
    await context.addCookies([{ name: 'language', value: 'en', domain: hostname, path: '/' }])
    await open(page, shown).finally(() => context.clearCookies({ name: 'language' }))
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await findUntranslated(page, written)).toEqual([])
  })
})

describe.each(cases('reader', publicPages))('%s', (_name, who, { open }) => {
  it('has targets that a finger cannot miss', async () => {
    const { page } = visitors[who]
    await page.setViewportSize(phone)
    await open(page, shown)
    expect(await findSmallTargets(page, 44)).toEqual([])
  })

  it('shows where the keyboard is', async () => {
    const { page } = visitors[who]
    await page.setViewportSize(desktop)
    await open(page, shown)
    expect(await findUnseenFocus(page, 30)).toEqual([])
  })
})

describe('the pages for readers', () => {
  it('weigh at most 60 kB each, of which 25 kB scripts and 14 kB styles', async () => {
    const { page } = await journey.visit({ meets })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const scales = weighPages(page)
    const heavy: string[] = []
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(8)
    for (const { name, open } of publicPages) {
      await open(page, shown)
      const { all, js, css, requests } = await scales.weigh()
      const line = [all, js, css].map(kilobytes).join('  ')
      console.log(`${name.padEnd(22)} ${line}  in ${requests} requests (all, scripts, styles)`)
      if (all > 60_000 || js > 25_000 || css > 14_000) heavy.push(name)
    }
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
