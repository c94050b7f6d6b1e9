import type { TargetText } from './document'
import { type Figure, findFigures } from './find-figures'

/** The numbers of a clause that somebody can argue with; ceilings (不超过) are not among the bounds of a target. */
export function findTargets(clause: string): TargetText[] {
  return findFigures(clause)
    .filter(({ isOrdinal, limit }) => !isOrdinal && limit !== 'at_most')
    .map((figure) => ({
      quote: figure.quote,
      start: figure.start,
      end: figure.end,
      bound: boundOf(figure),
      min: figure.min,
      max: figure.max,
      unit: figure.unit,
      indicator: figure.indicator,
    }))
}

function boundOf({ min, max, limit }: Figure): TargetText['bound'] {
  if (limit === 'at_least') return limit
  if (min !== max) return 'range'
  return limit === 'about' ? limit : 'exact'
}
