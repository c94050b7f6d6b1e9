/** Neighbouring groups of digits that may be one number: 6217 0007 7273, 138-0000-0000. */
interface Grouped {
  digits: string
  /** How many digits each group has. */
  shape: number[]
  start: number
  end: number
  /** True where no other group stands before or behind it. */
  isWhole: boolean
}

const run = /\d+(?:[ .·-]{1,2}\d+)*/g
/** More groups than this are one number only where they stand alone: 1 3 8 0 0 … */
const mostGroups = 8

/**
 * Every number of `from` to `to` digits that consists of whole groups, so never a part of a longer one. Letters and decimal
 * points that touch it rule it out, but for a word before it that `label` knows.
 */
export function findGrouped(text: string, from: number, to: number, label?: RegExp): Grouped[] {
  const found: Grouped[] = []
  for (const { 0: all, index } of text.matchAll(run)) {
    if (all.length < from) continue
    const groups = [...all.matchAll(/\d+/g)].map((group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
    }))
    for (const [first, { start }] of groups.entries()) {
      const reach = first === 0 && all.length <= 2 * to ? groups.length : first + mostGroups
      let count = 0
      for (const [i, group] of groups.slice(first, reach).entries()) {
        count += group.end - group.start
        if (count > to) break
        const isWhole = first === 0 && i === groups.length - 1
        if (count < from || (i >= mostGroups && !isWhole)) continue
        if (isTouched(text, start, group.end, label)) continue
        const members = groups.slice(first, first + i + 1)
        found.push({
          digits: members.map((member) => text.slice(member.start, member.end)).join(''),
          shape: members.map((member) => member.end - member.start),
          start,
          end: group.end,
          isWhole,
        })
      }
    }
  }
  return found
}

function isTouched(text: string, start: number, end: number, label: RegExp | undefined): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (before === '.' && isDigit(text.charAt(start - 2))) return true
  if (after === '.' && isDigit(text.charAt(end + 1))) return true
  if (isLetter(after) && after.toLowerCase() !== 'x') return true
  return isLetter(before) && !label?.test(text.slice(Math.max(0, start - 8), start))
}

const isDigit = (character: string) => character >= '0' && character <= '9'
const isLetter = (character: string) => /^[A-Za-z_]$/.test(character)

/** True where a number that looks like a person's is named as something else's: 订单号、项目代码…, or measured. */
export function isOtherNumber(text: string, start: number, end: number): boolean {
  return (
    otherLabel.test(text.slice(Math.max(0, start - 12), start)) || measured.test(text.slice(end, end + 4))
  )
}

const otherLabel =
  /(?:单号|编号|批号|流水号?|序列号|备案号|合同号|文号|案号|型号|项目代码|信用代码|尾数)[:\s]*[A-Za-z]{0,4}$/
const measured = /^ ?(?:元|万|亿|吨|升|米|千瓦|平方|立方|公里|公斤|%|kg|[a-z]{3,})/i
