/** Neighbouring groups of digits that may be one number: 6217 0007 7273, 138-0000-0000. */
export interface Grouped {
  digits: string
  /** How many digits each group has. */
  shape: number[]
  start: number
  end: number
  /** True where no other group stands before or behind it. */
  isWhole: boolean
}

const run = /\d+(?:[ .-]{1,2}\d+)*/g
const longest = 19

/**
 * Every number of `from` to `to` digits that consists of whole groups, so never a part of a longer one. Letters and decimal
 * points that touch it rule it out, but for those that `before` allows.
 */
export function findGrouped(text: string, from: number, to: number, before?: RegExp): Grouped[] {
  const found: Grouped[] = []
  for (const { 0: all, index } of text.matchAll(run)) {
    const groups = [...all.matchAll(/\d+/g)].map((group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
    }))
    for (const [first, { start }] of groups.entries()) {
      let count = 0
      for (let last = first; last < groups.length && count < Math.min(to, longest); last += 1) {
        const end = groups[last]?.end ?? start
        count += end - (groups[last]?.start ?? end)
        if (count < from || count > to || isTouched(text, start, end, before)) continue
        const members = groups.slice(first, last + 1)
        found.push({
          digits: members.map((group) => text.slice(group.start, group.end)).join(''),
          shape: members.map((group) => group.end - group.start),
          start,
          end,
          isWhole: members.length === groups.length,
        })
      }
    }
  }
  return found
}

function isTouched(text: string, start: number, end: number, before: RegExp | undefined): boolean {
  const isDecimal = /\d\.$/.test(text.slice(start - 2, start)) || /^\.\d/.test(text.slice(end, end + 2))
  if (isDecimal || /^[A-WYZa-wyz_]/.test(text.slice(end, end + 1))) return true
  return (
    /[A-Za-z_]$/.test(text.slice(0, start).slice(-1)) &&
    !before?.test(text.slice(Math.max(0, start - 8), start))
  )
}
