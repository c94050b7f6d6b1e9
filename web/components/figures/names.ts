import type { FigureDimension, FiguresView } from '../../../worker/contract/figures'
import { industries } from '../../../worker/contract/industries'
import type { DomainWords } from '../../../worker/contract/locales/words'
import { cities } from '../../../worker/contract/regions'
import type { Language } from '../../../worker/contract/words'
import type { FiguresWords } from '../../locales/figures-zh'

/** What figures are drawn with, in public and at the desk alike. */
export interface FiguresFrame {
  words: FiguresWords
  domain: DomainWords
  language: Language
}

/** What a group of a dimension is called. */
export function nameGroup(
  { domain, language }: FiguresFrame,
  measures: FiguresView['measures'],
  dimension: FigureDimension,
  key: string,
): string {
  const names: Record<FigureDimension, () => string | undefined> = {
    measure: () => {
      const measure = measures.find((each) => each.key === key)
      return measure && `${key} ${language === 'zh' ? measure.shortTitle : measure.shortTitleEn}`
    },
    stance: () => domain.stances[key as keyof DomainWords['stances']],
    kind: () => domain.kinds[key as keyof DomainWords['kinds']],
    size: () => domain.enterpriseSizes[key as keyof DomainWords['enterpriseSizes']],
    industry: () => industries.find(({ code }) => code === key)?.[language],
    city: () => cities.find(({ code }) => code === key)?.[language],
  }
  return names[dimension]() ?? key
}
