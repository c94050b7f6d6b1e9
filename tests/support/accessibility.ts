import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Has axe find nothing, by WCAG 2.2 AA and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothing(lookOver(page).withTags(tags))
}

/** As {@link expectAccessible}, with the rules alone that a change of theme can break. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothing(lookOver(page).withRules(['color-contrast', 'link-in-text-block']))
}

/** What passes is not told: to name every part of a page that does costs more than to look at it. */
function lookOver(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
}

async function expectNothing(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.setLegacyMode().analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
  expect(found).toEqual([])
}
