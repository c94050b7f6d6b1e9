import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { officialPlan } from './official-plan'

const read = (measures: string) =>
  parsePlan(`一、情况\n(一)甲。\n二、安排\n(一)主题。${measures}`).agenda.themes[0]
const clauses = (measures: string) =>
  read(measures)?.measures.map((measure) => measure.clauses.map(({ text }) => text))

describe('parsePlan on the official text', () => {
  const { review, agenda } = parsePlan(officialPlan)

  it('finds 8 review sections and 9 themes with 35 measures', () => {
    expect(review.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(agenda.themes.map(({ measures }) => measures.length)).toEqual([4, 4, 3, 3, 4, 4, 5, 4, 4])
    expect(agenda.themes.flatMap(({ measures }) => measures)).toHaveLength(35)
  })

  it('takes headings and titles without their numbers and full stops', () => {
    expect(review.heading).toBe('2020年全省工业和信息化发展情况')
    expect(agenda.heading).toBe('2021年主要工作安排')
    expect(review.sections[2]?.title).toBe('加快制造业创新体系建设')
    expect(agenda.themes[0]?.title).toBe('持续强化创新驱动，培育产业发展新动能')
    expect(agenda.themes[0]?.measures[0]?.title).toBe('加快构建制造业创新体系')
  })

  it('keeps one preamble paragraph before each list', () => {
    expect(review.preamble.map((text) => text.slice(0, 6))).toEqual(['2020年，'])
    expect(agenda.preamble.map((text) => text.slice(0, 6))).toEqual(['坚持以习近平'])
  })

  it('makes each sentence of a measure a clause, the lead with its ordinal first', () => {
    expect(agenda.themes[2]?.measures[1]?.clauses.map(({ text }) => text)).toEqual([
      '二是加大设备更新和技术改造。',
      '力争全年再推动8500家企业开展技术改造。',
    ])
  })
})

describe('parsePlan on other documents of the form', () => {
  it('reads the official text alike in any layout', () => {
    const ownLines = officialPlan.replace(/。([一二三四五]是)/g, '。\n\t$1')
    const messy = `\uFEFF${ownLines.replaceAll('\n', '\r\n').replaceAll('  ', '\u3000\u3000')}\r\n\r\n`
    expect(parsePlan(messy)).toEqual(parsePlan(officialPlan))
  })

  it('drops the space between a number and its text', () => {
    const { review, agenda } = parsePlan('一、 情况\n(一) 甲。\n二、情况\n(一)\t主题。一是乙。')
    expect([review.heading, review.sections[0]?.text, agenda.themes[0]?.title]).toEqual([
      '情况',
      '甲。',
      '主题',
    ])
  })

  it('counts above ten', () => {
    const ordinals = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三'.split(' ')
    const measures = ordinals.map((ordinal) => `${ordinal}是做事。`).join('')
    const themes = ordinals.map((ordinal) => `（${ordinal}）主题。${measures}`).join('\n')
    const { agenda } = parsePlan(`一、情况\n（一）甲。\n二、安排\n${themes}`)
    expect(agenda.themes.map((theme) => theme.measures.length)).toEqual(ordinals.map(() => 13))
  })

  it.each([
    ['一是做两件事，一是甲，二是乙。二是丙。', [['一是做两件事，一是甲，二是乙。'], ['二是丙。']]],
    ['一是统一是非。这二是甲。二是乙。', [['一是统一是非。', '这二是甲。'], ['二是乙。']]],
    ['一是甲“一。二是乙。”丙。二是丁。', [['一是甲“一。二是乙。”丙。'], ['二是丁。']]],
    ['一是甲（乙。丙）。丁。', [['一是甲（乙。丙）。', '丁。']]],
    ['一是提出“实干。”二是乙“丙。”', [['一是提出“实干。”'], ['二是乙“丙。”']]],
    ['一是甲。 乙。 二是 丙。', [['一是甲。', '乙。'], ['二是 丙。']]],
  ])('splits %s at its sentences and ordinals only', (measures, expected) => {
    expect(clauses(measures)).toEqual(expected)
  })
})
