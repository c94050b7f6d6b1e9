import { describe, expect, it } from 'vitest'
import { findBaselines } from '../../../worker/services/plan/find-baselines'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { officialPlan } from './official-plan'

const { sections } = parsePlan(officialPlan).review

describe('findBaselines', () => {
  it('finds what the official text reports in figures, and no name or date', () => {
    const rows = sections.flatMap(({ number, baselines }) =>
      baselines.map(({ value, unit, period, indicator }) => [number, value, unit, period, indicator]),
    )
    expect(rows).toEqual([
      [2, 20, '个', 'year', '战略性产业集群'],
      [3, 2, '家', 'cumulative', '国家制造业创新中心'],
      [3, 8, '家', 'year', '省级制造业创新中心'],
      [3, 28, '家', 'cumulative', '省级制造业创新中心'],
      [4, 8500, '家', 'year', '企业技术改造'],
      [5, 8.7, '万座', 'year', '5G基站'],
      [5, 12.4, '万座', 'cumulative', '5G基站'],
      [5, 1.5, '万家', 'cumulative', '工业企业运用工业互联网数字化转型'],
      [5, 50, '万家', 'cumulative', '中小企业“上云上平台”'],
      [7, 3000, '亿元', 'year', '企业减税降费'],
      [7, 75, '项', 'year', '政策措施'],
    ])
  })

  it('quotes each figure where it stands', () => {
    for (const { text, baselines } of sections)
      for (const { start, end, quote } of baselines) expect(text.slice(start, end)).toBe(quote)
  })

  it.each([
    '出台“中小企业26条”。',
    '举办第23届年会，2020年收官。',
    '未来五年内提供1.95万亿元融资支持。',
    '发布首批20条精品线路。',
  ])('finds no baseline in %s', (section) => {
    expect(findBaselines(section)).toEqual([])
  })

  it.each([
    ['2020年全省累计减税30亿元。', 'year'],
    ['全年新增平台8个累计28个。', 'cumulative'],
    ['成为我省第3家示范园区。', 'cumulative'],
  ])('dates the last figure of %s', (section, period) => {
    expect(findBaselines(section).at(-1)?.period).toBe(period)
  })
})
