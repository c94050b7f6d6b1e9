import {
  type Breakdown,
  type FigureDimension,
  type ProfileDimension,
  profileDimensions,
} from '../../contract/figures'
import { industryCodes } from '../../contract/industries'
import { cityCodes } from '../../contract/regions'
import { enterpriseSizes, participantKinds, stances } from '../../contract/words'
import { hideSmall } from './small-cells'
import { share } from './statistics'

/** The baseline of a dimension: every group that could speak, whether it has or not. */
export function groupsOf(dimension: FigureDimension, measureKeys: readonly string[]): readonly string[] {
  return {
    measure: measureKeys,
    stance: stances,
    kind: participantKinds,
    size: enterpriseSizes,
    industry: industryCodes,
    city: cityCodes,
  }[dimension]
}

/** What no comment shows of itself, so that a small count would tell it. */
export const isOfProfile = (dimension: FigureDimension): dimension is ProfileDimension =>
  (profileDimensions as readonly FigureDimension[]).includes(dimension)

/** Counts of groups with their shares; small ones hidden, unless every comment shows its group anyway. */
export function breakDown<Key extends string>(
  keys: readonly Key[],
  countOf: (key: Key) => number,
  { isShownAnyway = false } = {},
): Omit<Breakdown, 'cells'> & { cells: (Breakdown['cells'][number] & { key: Key })[] } {
  const counts = keys.map(countOf)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const hidden = isShownAnyway ? { cells: [], total: false } : hideSmall(counts)
  return {
    n: hidden.total ? null : total,
    cells: keys.map((key, i) => {
      const count = counts[i] ?? 0
      if (hidden.cells[i]) return { key, n: null, share: null }
      return { key, n: count, share: hidden.total ? null : share(count, total) }
    }),
  }
}
