import type { Language } from '../../worker/contract/words'
import { limitsEn, partUnit } from '../locales/units-en'
import { formatFigure } from './format-figure'

/** How figures in a unit of the plan are said: what each is multiplied by, and what stands behind it. */
export interface SaidUnit {
  factor: number
  unit: string
  /** The plan's own word, which is Chinese. */
  isPlans: boolean
}

const large = [
  [1e12, 1e12, 'trillion'],
  [1e8, 1e9, 'billion'],
] as const

/** 亿元 → ×0.1 billion yuan, 万家 → ×10,000; a unit that English has no word for stays as it is. */
export function unitIn(language: Language, unit: string): SaidUnit {
  const parts = language === 'en' && partUnit(unit)
  if (!parts) return { factor: 1, unit, isPlans: true }
  const { times, said } = parts
  const [, of, word] = (said && large.find(([from]) => times >= from)) || [0, 1, '']
  return { factor: times / of, unit: [word, said].filter(Boolean).join(' '), isPlans: false }
}

/** The same of a figure that stands alone: what only counts keeps the plan's word, 万家 → ×10,000 家. */
export function ownUnitIn(language: Language, unit: string): SaidUnit {
  const said = unitIn(language, unit)
  return said.unit === '' ? { ...said, unit: partUnit(unit)?.name ?? unit, isPlans: true } : said
}

/** 300家 → 300, 2000亿元 → 200 billion yuan, 20个以上 → at least 20; null where the plan's own words stand. */
export function quoteIn(language: Language, quote: string): string | null {
  const parts = /^(约?)([\d.,]+)(?:[-—–~～至到]([\d.,]+))?([^\d]+?)(左右|上下|以上)?$/u.exec(quote)
  if (!parts) return null
  const [, before, from, to, plans = '', after] = parts
  const { factor, unit, isPlans } = unitIn(language, plans)
  if (isPlans) return null
  const numbers = [from, to].flatMap((number) => (number ? Number(number.replaceAll(',', '')) * factor : []))
  const figure = [numbers.map(formatFigure).join('–'), unit].filter(Boolean).join(unit === '%' ? '' : ' ')
  if (after === '以上') return limitsEn.atLeast(figure)
  return before || after ? limitsEn.about(figure) : figure
}
