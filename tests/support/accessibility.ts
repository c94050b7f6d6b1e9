import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Has axe find nothing, by WCAG 2.2 AA and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothing(page, { runOnly: tags })
}

/** As {@link expectAccessible}, with the rules alone that a change of theme can break. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothing(page, { runOnly: ['color-contrast', 'link-in-text-block'] })
}

/** What passes is not told: to name every part of a page that does costs more than to look at it. */
async function expectNothing(page: Page, options: RunOptions): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async (wanted) => {
      const { violations } = await (window as typeof window & { axe: typeof axe }).axe.run(document, wanted)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      )
    },
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  )
  expect(found).toEqual([])
}
