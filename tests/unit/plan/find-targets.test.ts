import { describe, expect, it } from 'vitest'
import { findTargets } from '../../../worker/services/plan/find-targets'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { officialPlan } from './official-plan'

const officialClauses = parsePlan(officialPlan).agenda.themes.flatMap((theme) =>
  theme.measures.flatMap((measure) =>
    measure.clauses.map((clause) => ({
      ...clause,
      key: `${theme.number}.${measure.number}.${clause.number}`,
    })),
  ),
)

const rowsOf = (text: string) =>
  findTargets(text).map(({ quote, bound, min, max, unit, indicator }) => [
    quote,
    bound,
    min,
    max,
    unit,
    indicator,
  ])

describe('findTargets', () => {
  it('finds the 14 targets of the official text and no other', () => {
    expect(officialClauses.flatMap(({ key, text }) => rowsOf(text).map((row) => [key, ...row]))).toEqual([
      ['1.1.2', '1家', 'exact', 1, 1, '家', '国家制造业创新中心'],
      ['1.1.2', '3-5家', 'range', 3, 5, '家', '省级制造业创新中心'],
      ['1.1.2', '100家左右', 'about', 100, 100, '家', '省级企业技术中心'],
      ['1.1.3', '2-3个', 'range', 2, 3, '个', '产业链协同创新试点'],
      ['3.2.2', '8500家', 'exact', 8500, 8500, '家', '企业技术改造'],
      ['5.1.2', '3个', 'exact', 3, 3, '个', '大型产业园'],
      ['6.2.3', '3-5个', 'range', 3, 5, '个', '5G应用标杆示范'],
      ['6.4.2', '1.5万家', 'exact', 1.5, 1.5, '万家', '工业企业数字化转型'],
      ['7.1.3', '300家', 'exact', 300, 300, '家', '专精特新中小企业'],
      ['7.1.3', '50家', 'exact', 50, 50, '家', '专精特新“小巨人”企业'],
      ['7.1.4', '3600家', 'exact', 3600, 3600, '家', '企业“小升规”'],
      ['7.2.3', '2000亿元', 'exact', 2000, 2000, '亿元', '中小企业获得融资支持'],
      ['7.3.2', '20个以上', 'at_least', 20, null, '个', '省级中小企业公共服务示范平台'],
      ['7.3.3', '20家以上', 'at_least', 20, null, '家', '省级小型微型企业创业创新示范基地'],
    ])
  })

  it('quotes each target where it stands', () => {
    for (const { text, targets } of officialClauses)
      for (const { start, end, quote } of targets) expect(text.slice(start, end)).toBe(quote)
  })

  it.each([
    '举办第十七届中博会和第5届大赛。',
    '加快5G产业发展，出台“1+20”政策文件。',
    '实施“三品”行动，构建“四梁”“八柱”，完善“五个一”体系。',
    '实施“百家企业3000家”行动和《培育100家企业方案》。',
    '2021年12月31日前印发三年行动计划。',
    '举办IC30人圆桌会议，4K电视机居全国前3名。',
    '世界500强、A4纸、实施5个一工程。',
    '5个工作日内办结，3个月内见效。',
    '新开工亿元项目，服务10亿元以上项目和500人以上企业。',
    '成为全省第2家示范园区，执行条款12-3项。',
    '将成本控制在20亿元，收费不超过3项。',
  ])('finds no target in %s', (clause) => {
    expect(rowsOf(clause)).toEqual([])
  })

  it.each([
    ['一是新建20个平台。', ['20个', 'exact', 20, 20, '个', '平台']],
    ['规上企业达到1,200家。', ['1,200家', 'exact', 1200, 1200, '家', '规上企业']],
    ['建设3—5个基地。', ['3—5个', 'range', 3, 5, '个', '基地']],
    ['引进3至5家机构。', ['3至5家', 'range', 3, 5, '家', '机构']],
    ['培育1万-2万家企业。', ['1万-2万家', 'range', 1, 2, '万家', '企业']],
    ['培育不少于20家企业。', ['不少于20家', 'at_least', 20, null, '家', '企业']],
    ['培育100多家企业。', ['100多家', 'at_least', 100, null, '家', '企业']],
    ['培训约5000人次。', ['约5000人次', 'about', 5000, 5000, '人次', '培训']],
    ['工业增加值增长6%左右。', ['6%左右', 'about', 6, 6, '%', '工业增加值增长']],
    ['建设数字化平台，全年新增20个。', ['20个', 'exact', 20, 20, '个', '数字化平台']],
    ['目前30家企业上市。', ['30家', 'exact', 30, 30, '家', '企业上市']],
    ['建设3-5个左右基地。', ['3-5个左右', 'range', 3, 5, '个', '基地']],
    ['到2025年全省再建成再生资源基地5个。', ['5个', 'exact', 5, 5, '个', '再生资源基地']],
    ['创建全国文明城市3个。', ['3个', 'exact', 3, 3, '个', '全国文明城市']],
  ])('reads %s', (clause, row) => {
    expect(rowsOf(clause)).toEqual([row])
  })

  it('reads each number of a list with its own noun', () => {
    expect(rowsOf('建设3个平台和5个基地，培育企业10家、园区2个。').map((row) => [row[0], row[5]])).toEqual([
      ['3个', '平台'],
      ['5个', '基地'],
      ['10家', '企业'],
      ['2个', '园区'],
    ])
  })
})
