import type { TargetBound } from '../../contract/words'
import { type ClauseChange, type IntroducedClause, textAt } from './clause-text'
import { findTargets } from './find-targets'
import { placeAnchor } from './place-anchor'

/** A target as the first text has it. */
export interface FollowedTarget {
  quote: string
  start_offset: number
  bound: TargetBound
  minimum: number
  maximum: number | null
  unit: string
  indicator: string
}

/** A target where it stands in a text, with the figure that it has there. */
export interface TargetPlace {
  quote: string
  start: number
  bound: TargetBound
  min: number
  max: number | null
}

interface Followed {
  target: FollowedTarget
  /** As the last text had it that had it. */
  last: TargetPlace
  lastText: string
  isThere: boolean
}

/**
 * Where each target of a clause stands at a revision, from text to text: at its own words, or where these are gone at
 * another figure of the same unit in the same place. Null where neither is to be found.
 */
export function followTargets(
  targets: readonly FollowedTarget[],
  clause: IntroducedClause,
  changes: readonly ClauseChange[],
  revision: number,
): (TargetPlace | null)[] {
  let followed = targets.map(
    (target): Followed => ({
      target,
      last: placeAtFirst(target),
      lastText: clause.text,
      isThere: true,
    }),
  )
  const steps = changes.map((change) => change.revision).filter((number) => number <= revision)
  for (const number of steps.sort((a, b) => a - b))
    followed = follow(followed, textAt(clause, changes, number))
  return followed.map(({ last, isThere }) => (isThere ? last : null))
}

/** Where the first text has it. */
export function placeAtFirst(target: FollowedTarget): TargetPlace {
  const { quote, start_offset: start, bound, minimum: min, maximum: max } = target
  return { quote, start, bound, min, max }
}

function follow(before: readonly Followed[], text: string | null): Followed[] {
  if (text === null) return before.map((each) => ({ ...each, isThere: false }))
  const after = before.map((each): Followed => {
    const start = ownPlace(each, text)
    if (start === null) return { ...each, isThere: false }
    return { ...each, last: { ...each.last, start }, lastText: text, isThere: true }
  })
  const isTaken = ({ start, end }: { start: number; end: number }) =>
    after.some(({ isThere, last }) => isThere && last.start < end && start < last.start + last.quote.length)
  const offers = after
    .flatMap((each, index) =>
      each.isThere
        ? []
        : findTargets(text).flatMap((found) => {
            const likeness = likenessOf(each, found, text)
            return likeness === null ? [] : [{ index, found, likeness }]
          }),
    )
    .sort((a, b) => b.likeness - a.likeness)
  for (const { index, found } of offers) {
    const each = after[index]
    if (!each || each.isThere || isTaken(found)) continue
    const { quote, start, bound, min, max } = found
    after[index] = { ...each, last: { quote, start, bound, min, max }, lastText: text, isThere: true }
  }
  return after
}

/** Where the words stand as they are, and not as the end of a longer number. */
function ownPlace({ last, lastText }: Followed, text: string): number | null {
  const anchor = placeAnchor(last.quote, lastText, text, last.start)
  if (anchor.place === 'orphan') return null
  const isEndOfNumber = /^\d/.test(last.quote) && /[\d.,]$/.test(text.slice(0, anchor.start))
  return isEndOfNumber ? null : anchor.start
}

/** Characters around a figure that must be the same where its indicator has another name. */
const sameAround = 4

/** How much a figure is in the place that a target had; null where it is another. */
function likenessOf(
  { target, last, lastText }: Followed,
  found: ReturnType<typeof findTargets>[number],
  text: string,
): number | null {
  if (found.unit !== target.unit) return null
  const around =
    commonLength(reversed(leadOf(lastText, last.start)), reversed(leadOf(text, found.start))) +
    commonLength(tailOf(lastText, last.start + last.quote.length), tailOf(text, found.end))
  const isSame = found.indicator === target.indicator
  if (!isSame && around < sameAround) return null
  return around + (isSame ? lastText.length + text.length : 0)
}

const boundary = /[，；。：！？、]/u
const leadOf = (text: string, start: number) => text.slice(0, start).split(boundary).at(-1) ?? ''
const tailOf = (text: string, end: number) => text.slice(end).split(boundary)[0] ?? ''
const reversed = (text: string) => [...text].reverse().join('')

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}
