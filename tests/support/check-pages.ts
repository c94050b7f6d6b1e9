import { beforeEach, describe, expect, it } from 'vitest'
import { demoEnterprises } from '../../seeds/demo-enterprises'
import { demoPeople } from '../../seeds/demo-people'
import { expectAccessible, expectContrast } from './accessibility'
import { desktop, phone, type Visitor } from './browser-page'
import { type EveryPage, note, type Shown } from './every-page'
import { type Journey, takeShot } from './journey'
import { findOverflow } from './page-checks'
import { findUntranslated } from './untranslated'

const sizes = { wide: desktop, phone }
const themes = ['light', 'dark'] as const

/** A page by its name, as this person sees it. */
export type Case = [name: string, visitorOf: () => Visitor, page: EveryPage]

/** What holds for every page, whoever it is for; each look at a page comes from another network address. */
export function checkEveryPage(journey: Journey, shown: () => Shown, cases: Case[]): void {
  beforeEach(() => Promise.all([...new Set(cases.map(([, visitorOf]) => visitorOf()))].map(journey.moveOn)))

  describe.each(cases)('%s', (name, visitorOf, { open }) => {
    it('has nothing for axe to find in either theme at either size, and fits', async () => {
      const { page } = visitorOf()
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport)
        await open(page, shown())
        expect(await findOverflow(page)).toEqual([])
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme })
          await takeShot(page, `${name}-${size}-${colorScheme}`)
          await (colorScheme === 'light' ? expectAccessible(page) : expectContrast(page))
        }
      }
    })

    it('needs no sideways scrolling at four hundred per cent', async () => {
      const { page } = visitorOf()
      await page.setViewportSize({ width: 320, height: 256 })
      await open(page, shown())
      expect(await findOverflow(page)).toEqual([])
    })
  })

  describe.each(cases)('%s in English', (_name, visitorOf, { open }) => {
    const seal = '言'
    const examples = ['专精特新', '技改', '朱建国', '朱**', note]
    const names = [...demoPeople, ...demoEnterprises].map(({ name }) => name)
    const written = [...names, ...examples, seal]

    it('has no Chinese but what people and the plan say', async () => {
      const { page, context } = visitorOf()
      await page.setViewportSize(desktop)
      const { hostname } = new URL(journey.product.address)
      await context.addCookies([{ name: 'language', value: 'en', domain: hostname, path: '/' }])
      await open(page, shown()).finally(() => context.clearCookies({ name: 'language' }))
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await findUntranslated(page, written)).toEqual([])
    })
  })
}
