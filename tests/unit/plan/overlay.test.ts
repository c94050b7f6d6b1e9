import { describe, expect, it } from 'vitest'
import { overlay } from '../../../seeds/2021-work-plan/overlay'
import { checkOverlay } from '../../../worker/services/plan/overlay'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { officialPlan } from './official-plan'

const document = parsePlan(officialPlan)
const wording = { zh: '甲', en: 'A' }

describe('the overlay of 2021', () => {
  it('names every theme and measure of the document and nothing else', () => {
    const { themes } = document.agenda
    const keys = themes.flatMap(({ number, measures }) =>
      measures.map((measure) => `${number}.${measure.number}`),
    )
    expect(Object.keys(overlay.themes)).toEqual(themes.map(({ number }) => `${number}`))
    expect(Object.keys(overlay.measures)).toEqual(keys)
    expect(() => checkOverlay(document, overlay)).not.toThrow()
  })

  it('keeps short titles short, filled in both languages and different from each other', () => {
    const titles = [...Object.values(overlay.themes), ...Object.values(overlay.measures)]
    for (const { zh, en } of titles) {
      expect(zh).toMatch(/^\S{2,9}$/u)
      expect(en).toMatch(/^[A-Z].{3,39}$/)
    }
    expect(new Set(titles.map(({ zh }) => zh)).size).toBe(titles.length)
    expect(new Set(titles.map(({ en }) => en)).size).toBe(titles.length)
  })
})

describe('checkOverlay', () => {
  it('refuses keys that the document does not have, and says which', () => {
    const stale = { ...overlay, themes: { '10': wording }, measures: { '7.5': wording, '7.6': wording } }
    expect(() => checkOverlay(document, stale)).toThrow('“2021-work-plan”的文件中没有：10、7.6')
  })
})
