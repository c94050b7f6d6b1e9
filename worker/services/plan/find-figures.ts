import { nounAfter, nounBefore } from './name-indicator'

/** A quantity of something in a text, not a date, an ordinal or part of a name. */
export interface Figure {
  quote: string
  start: number
  end: number
  /** Written 第N家: the Nth of its kind. */
  isOrdinal: boolean
  min: number
  max: number | null
  limit: 'about' | 'at_least' | 'at_most' | null
  unit: string
  indicator: string
  /** What is said between the commas around the figure, up to it and in all. */
  lead: string
  statement: string
}

const measuring = '元|人次|人|亩|公顷|平方公里|平方米|公里|吨|千瓦时|千瓦|倍|个?百分点|[%％]'
const counting = '家|个|项|座|件|名|户|套|台|辆|艘|架|种|款|条|批|场次|场|次|所|支|只|份|部|处'
const scale = '[百千万亿]{0,2}'
const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const limits = {
  at_most: ['不超过', '不高于', '不多于', '控制在', '以下', '以内'],
  at_least: ['不少于', '不低于', '至少', '超过', '突破', '以上', '多', '余'],
  about: ['大约', '约', '(?<!最)近', '左右', '上下'],
}
const anyLimit = Object.values(limits).flat().join('|')
const inName = String.raw`(?<![A-Za-z\d.,+/\-第]|(?<![目此当先])前)`
/** 家（次）以上: what else is counted belongs to the figure where its limit follows. */
const aside = String.raw`（\p{Script=Han}{1,3}）(?=${anyLimit})`
const notCounted = '(?!月|工作日|小时|一)'

const figure = new RegExp(
  `(?<before>${anyLimit})?(?:(?<ordinal>第)|${inName})(?<from>${number})` +
    `(?:(?<fromUnit>${scale}(?:${counting}|${measuring})?)(?:[-—–~～至到])(?<to>${number}))?` +
    `(?<more>[多余])?(?<unit>${scale}(?:${measuring}|(?:${counting})${notCounted}))(?:${aside})?(?<after>${anyLimit})?`,
  'gu',
)
const threshold = new RegExp(`^${scale}(?:${measuring})$`, 'u')
const boundary = /[，；。：！？]/u

/** The figures of a sentence or section in their order; what is quoted is a name and holds none. */
export function findFigures(text: string): Figure[] {
  const quoted = quotedRanges(text)
  const matches = [...text.matchAll(figure)].filter(
    ({ index }) => !quoted.some(([start, end]) => index > start && index < end),
  )
  const figures: Figure[] = []
  for (const [place, match] of matches.entries()) {
    const found = readFigure(text, match, matches[place - 1], matches[place + 1])
    if (!found) continue
    const same = figures.findLast(({ unit }) => unit === found.unit)
    const indicator = found.indicator || same?.indicator
    if (indicator) figures.push({ ...found, indicator })
  }
  return figures
}

function readFigure(
  text: string,
  match: RegExpExecArray,
  previous: RegExpExecArray | undefined,
  next: RegExpExecArray | undefined,
): Figure | null {
  const { before, ordinal, from = '', fromUnit = '', to, more, unit = '', after } = match.groups ?? {}
  const start = match.index
  const end = start + match[0].length
  const min = readNumber(from)
  const max = to === undefined ? min : readNumber(to)
  if (max < min || !unit.startsWith(fromUnit)) return null
  const noun = nounAfter(text.slice(end, next?.index))
  if (noun && threshold.test(unit) && after === '以上') return null
  const lead = text.slice(0, start).split(boundary).at(-1) ?? ''
  const limit = limitOf(before ?? more ?? after)
  return {
    quote: match[0],
    start,
    end,
    isOrdinal: ordinal !== undefined,
    min,
    max: limit === 'at_least' ? null : max,
    limit,
    unit,
    indicator: noun || nounBefore(text.slice(previous ? previous.index + previous[0].length : 0, start)),
    lead,
    statement: lead + (text.slice(start).split(boundary)[0] ?? ''),
  }
}

function limitOf(word: string | undefined): Figure['limit'] {
  if (word === undefined) return null
  if (limits.at_most.includes(word)) return 'at_most'
  return limits.at_least.includes(word) ? 'at_least' : 'about'
}

function readNumber(text: string): number {
  return Number(text.replaceAll(',', ''))
}

function quotedRanges(text: string): [number, number][] {
  return [...text.matchAll(/“[^”]*”|《[^》]*》|「[^」]*」|『[^』]*』/gu)].map(({ index, 0: quote }) => [
    index,
    index + quote.length,
  ])
}
