import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../worker/services/plan/canonical'
import { toFullWidth } from '../../../worker/services/plan/full-width'
import { joinPlan } from '../../../worker/services/plan/join-plan'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { officialPlan } from './official-plan'

const numerals = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四'.split(' ')
const words = [
  '推动发展',
  '统一是非',
  '强调“实干。二是苦干。”的作风',
  '新建3-5家中心',
  '完成3,000家企业改造',
  '首台（套）装备',
  '建设R&D (research)平台',
  '中国 IC30人圆桌会议',
  '落实《意见（一）》',
  '增长1.5%，一是提质，二是增效',
]
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('，'))
const sentences = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('。')}。`)
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: numerals.length })
const theme = fc.record({ title: sentence, measures: list(sentences) })
const plan = fc.record({
  preambles: fc.tuple(fc.array(sentences, { maxLength: 2 }), fc.array(sentences, { maxLength: 2 })),
  sections: list(sentences),
  themes: list(theme),
})
const layout = fc.record({
  bom: fc.constantFrom('', '\uFEFF'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\n\n', '\r'),
  indent: fc.constantFrom('', '  ', '\t', '\u3000\u3000'),
  beforeMeasure: fc.constantFrom('', ' ', '\n', '\r\n\t', '\n\n    '),
  isNarrow: fc.boolean(),
  end: fc.constantFrom('', '\n', ' \r\n\r\n'),
})

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never

const numbered = (items: string[], open: string, close: string) =>
  items.map((item, index) => `${open}${numerals[index]}${close}${item}`)

function paragraphsOf({ preambles, sections, themes }: Plan, beforeMeasure: string): string[] {
  const measuresOf = (measures: string[]) =>
    numbered(measures, '', '是').map((measure) => beforeMeasure + measure)
  const themeTexts = themes.map(({ title, measures }) => `${title}。${measuresOf(measures).join('')}`)
  return [
    '一、上年情况',
    ...preambles[0],
    ...numbered(sections, '（', '）'),
    '二、主要安排',
    ...preambles[1],
    ...numbered(themeTexts, '（', '）'),
  ]
}

function write(document: Plan, { bom, lineEnd, indent, beforeMeasure, isNarrow, end }: Layout): string {
  const text = paragraphsOf(document, beforeMeasure)
    .map((paragraph) => indent + paragraph)
    .join(lineEnd)
  const narrow = text.replace(/[，（）]/g, (mark) => ',()'.charAt('，（）'.indexOf(mark)))
  return bom + (isNarrow ? narrow : text) + end
}

describe('joinPlan', () => {
  it('gives the official text back byte for byte, in full-width punctuation', () => {
    expect(joinPlan(parsePlan(officialPlan))).toBe(toFullWidth(officialPlan))
    expect(canonical(officialPlan)).toBe(toFullWidth(officialPlan))
  })

  it('gives every document back in the canonical layout, with no word lost', () => {
    fc.assert(
      fc.property(plan, layout, (document, form) => {
        const source = write(document, form)
        const joined = joinPlan(parsePlan(source))
        expect(joined).toBe(canonical(source))
        expect(joined).toBe(paragraphsOf(document, '').join('\n\n  '))
      }),
    )
  })

  it('keeps every theme and measure where the author put it', () => {
    fc.assert(
      fc.property(plan, layout, (document, form) => {
        const { themes } = parsePlan(write(document, form)).agenda
        const read = themes.map(({ title, measures }) => ({
          title,
          measures: measures.map(({ clauses }) => clauses.map(({ text }) => text).join('')),
        }))
        expect(read).toEqual(
          document.themes.map(({ title, measures }) => ({ title, measures: numbered(measures, '', '是') })),
        )
      }),
    )
  })
})
