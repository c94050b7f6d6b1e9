import { findGrouped, isOtherNumber } from './digit-groups'
import type { Passage } from './signal'

/** How a mobile number is written; otherwise, or in a row of other numbers, only behind a word that calls it one. */
const usualShapes = ['3,4,4', '3,8', '3,3,5', '3,4,2,2', '3,2,2,2,2']
const latinLabel = /(?:tel|phone|mobile|mob|call|vx|wx|v|qq|id)$/i
const label = /电话|手机|联系|号码|微信|致电|拨打|短信|tel|phone|mobile/i

const numeral = '〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖0-9'
const one = '[一幺壹1]'
const inCharacters = new RegExp(
  `${one}(?<![${numeral}]${one})[三四五六七八九叁肆伍陆柒捌玖3-9](?:[ -]?[${numeral}]){9}(?![${numeral}])`,
  'g',
)
const extension = '(?:(?:-|转)\\d{1,6})?(?!\\d)'
const landline = new RegExp(
  `(?:\\((?:010|02\\d|0[3-9]\\d{2})\\)|0(?<![\\d.A-Za-z-]0)(?:10|2\\d|[3-9]\\d{2}))[ -]?[2-8]\\d{2,3}[ -]?\\d{4}${extension}`,
  'g',
)
const local = new RegExp(
  `(?:(?:电话|座机|固话|传真|tel)(?:号码)?(?:是|为)?[: ]{0,2}|\\d{7,8}[、/或和])([2-8]\\d{2,3}-?\\d{4}${extension})`,
  'gi',
)
const service =
  /(?:[线话拨电打][: ]{0,2}([48]00 ?\d{3} ?\d{4})(?!\d)|([48]00(?<![\d.-]\d00)-\d{3,4}-\d{3,4})(?![\d-]))/g

/** Mobile and fixed-line numbers of the mainland. Short hotlines like 12345 are nobody's own. */
export function findPhones(text: string): Passage[] {
  return [
    ...findMobiles(text),
    ...find(text, landline, 'landline'),
    ...find(text, local, 'landline'),
    ...find(text, service, 'service_number'),
    ...find(text, inCharacters, 'in_characters').filter(({ start, end }) =>
      /[^\d -]/.test(text.slice(start, end)),
    ),
  ]
}

function findMobiles(text: string): Passage[] {
  const found: Passage[] = []
  for (const { digits, shape, start, end, isWhole } of findGrouped(text, 11, 15, latinLabel)) {
    const prefix = /^(?:0086|86)?(?=1[3-9]\d{9}$)/.exec(digits)?.[0]
    if (prefix === undefined) continue
    const own = shapeWithout(shape, prefix.length)
    const isUsual = isWhole && (usualShapes.includes(own.join()) || own.every((count) => count === 1))
    const isNamed = () => label.test(text.slice(Math.max(0, start - 24), start))
    if (own.length > 1 && !isUsual && !isNamed()) continue
    if (isOtherNumber(text, start, end)) continue
    const hasPlus = prefix === '86' && text.charAt(start - 1) === '+'
    found.push({ kind: 'phone', start: hasPlus ? start - 1 : start, end, detail: 'mobile' })
  }
  return found
}

/** The groups of the number itself, whether the country's code stands apart from it or not. */
function shapeWithout([first = 0, ...rest]: number[], prefix: number): number[] {
  return first === prefix ? rest : [first - prefix, ...rest]
}

/** What matches, or that part of it which the pattern captures at its end. */
function find(text: string, pattern: RegExp, detail: string): Passage[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all, 1: first, 2: second }) => {
    const number = first ?? second ?? all
    const end = index + all.length
    return { kind: 'phone', start: end - number.length, end, detail }
  })
}
