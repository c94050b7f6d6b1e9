import type { BaselinePeriod } from '../../contract/words'
import type { BaselineText } from './document'
import { type Figure, findFigures } from './find-figures'

/** What a review section reports in figures; promises (未来五年) and first instalments (首批) report no result. */
export function findBaselines(section: string): BaselineText[] {
  return findFigures(section)
    .filter(({ statement }) => !/未来|今后|首批/.test(statement))
    .map((figure) => ({
      quote: figure.quote,
      start: figure.start,
      end: figure.end,
      value: figure.min,
      unit: figure.unit,
      period: periodOf(figure),
      indicator: figure.indicator,
    }))
}

/** 第2家 means two by now; 2020年累计 is the sum of that year alone. */
function periodOf({ isOrdinal, lead }: Figure): BaselinePeriod {
  if (isOrdinal) return 'cumulative'
  return /(?<!年[^\d]{0,4})累计|总数/.test(lead) ? 'cumulative' : 'year'
}
