import { describe, expect, it } from 'vitest'
import { ownUnitIn, quoteIn, unitIn } from '../../../web/lib/plan-units'
import { formEn } from '../../../web/locales/form-en'

describe('a target of the plan in English', () => {
  it.each([
    ['1家', '1'],
    ['3-5家', '3–5'],
    ['100家左右', 'about 100'],
    ['8500家', '8,500'],
    ['1.5万家', '15,000'],
    ['2000亿元', '200 billion yuan'],
    ['20个以上', 'at least 20'],
    ['80%', '80%'],
    ['3000万元', '30,000,000 yuan'],
    ['2万亿元', '2 trillion yuan'],
    ['50千瓦', '50 kW'],
    ['3万千瓦', '30,000 kW'],
  ])('%s is %s', (quote, said) => {
    expect(quoteIn('en', quote)).toBe(said)
  })

  it('is left in the plan’s words where there is no English for its unit, and in Chinese always', () => {
    expect(quoteIn('en', '30头')).toBeNull()
    expect(quoteIn('en', '一批')).toBeNull()
    expect(quoteIn('zh', '300家')).toBeNull()
  })
})

it('multiplies what is said in large units', () => {
  expect(unitIn('en', '亿元')).toEqual({ factor: 0.1, unit: 'billion yuan', isPlans: false })
  expect(unitIn('zh', '亿元')).toEqual({ factor: 1, unit: '亿元', isPlans: true })
  expect(unitIn('en', '头')).toEqual({ factor: 1, unit: '头', isPlans: true })
})

it.each([
  ['家', { factor: 1, unit: '家', isPlans: true }],
  ['万家', { factor: 1e4, unit: '家', isPlans: true }],
  ['亿元', { factor: 0.1, unit: 'billion yuan', isPlans: false }],
])('never leaves out the unit of a figure that stands alone: %s', (unit, said) => {
  expect(ownUnitIn('en', unit)).toEqual(said)
})

it.each([
  ['亿元', '100 million yuan'],
  ['万家', '10,000'],
  ['家', ''],
  ['头', ''],
])('asks for a figure in %s, that is %j', (unit, said) => {
  expect(formEn.unitMeaning(unit)).toBe(said)
})
