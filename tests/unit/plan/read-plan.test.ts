import { describe, expect, it } from 'vitest'
import { readLines } from '../../../worker/services/plan/canonical'
import type { PlanDocument } from '../../../worker/services/plan/document'
import { labelsOf } from '../../../worker/services/plan/labels'
import { marks } from '../../../worker/services/plan/ordinals'
import { parsePlan } from '../../../worker/services/plan/parse-plan'
import { readPlan } from '../../../worker/services/plan/read-plan'
import { plainPlan } from '../../support/make-draft'
import { messyPlan, notice, plainNotice, regulation, twoParts, workPlan } from '../../support/plan-documents'
import { officialPlan } from './official-plan'

interface Said {
  line: number
  zh: string
}

function read(source: string): { plan: PlanDocument; problems: Said[]; notes: Said[] } {
  const problems: Said[] = []
  const notes: Said[] = []
  const plan = readPlan(
    source,
    (line, zh) => problems.push({ line, zh }),
    (line, zh) => notes.push({ line, zh }),
  )
  return { plan, problems, notes }
}

const outline = ({ agenda }: PlanDocument) =>
  agenda.themes.map(({ label, title, measures }) => [label + title, measures.map((measure) => measure.label)])
const clauses = ({ agenda }: PlanDocument, theme: number, measure: number) =>
  agenda.themes[theme - 1]?.measures[measure - 1]?.clauses.map(({ text }) => text)

/** All that a document says, but for white space and the full stops that end headings. */
const bare = (text: string) => text.replace(/[\s。]/g, '')

function everything({ agenda, review }: PlanDocument): string {
  return bare(
    [
      review.heading,
      ...review.preamble,
      ...review.sections.map(({ number, text }) => marks.paragraph.write(number) + text),
      agenda.heading,
      ...agenda.preamble,
      ...agenda.themes.flatMap(({ label, title, measures }) => [
        label + title,
        ...measures.flatMap((measure) => measure.clauses.map(({ text }) => text)),
      ]),
    ].join('\n'),
  )
}

describe('the plan of 2021', () => {
  it('is read as ever, its look back and its numbers with it', () => {
    const { plan, problems, notes } = read(officialPlan)
    expect(problems).toEqual([])
    expect(plan).toEqual(parsePlan(officialPlan))
    expect(labelsOf(plan)).toEqual({})
    expect(notes[0]).toEqual({ line: 1, zh: expect.stringContaining('对上年工作的回顾') })
  })
})

describe('a first part', () => {
  const parts = (one: string, two = '下一步安排') =>
    read(`一、${one}\n（一）甲。一是乙。\n二、${two}\n（一）丙。一是丁。`).plan
  it.each([
    ['2021年工作回顾', '2022年工作安排'],
    ['2021年主要工作完成情况', '2022年工作安排'],
    ['2021年工作', '2022年工作'],
  ])('looks back where it is called %s', (one, two) => {
    const { review, agenda } = parts(one, two)
    expect(review.sections.map(({ text }) => text)).toEqual(['甲。一是乙。'])
    expect(outline({ review, agenda })).toEqual([['（一）丙', ['一是']]])
  })

  it.each(['重点任务', '总体要求', '建立情况通报制度', '2022年重点任务'])(
    'is for comments where it is called %s',
    (one) => {
      const plan = parts(one, '2022年保障措施')
      expect(plan.review).toEqual({ heading: '', preamble: [], sections: [] })
      expect(outline(plan)).toEqual([
        ['一、（一）甲', ['一是']],
        ['二、（一）丙', ['一是']],
      ])
    },
  )

  it('that looks back may have headings on lines of their own, and a third part may follow', () => {
    const { plan, problems } = read(
      '一、2021年工作回顾\n（一）甲\n做了50家。\n二、任务\n（一）乙\n一是丙。\n三、保障\n（一）丁\n一是戊。',
    )
    expect(problems).toEqual([])
    expect(plan.review.sections[0]?.baselines.map(({ quote }) => quote)).toEqual(['50家'])
    expect(outline(plan)).toEqual([
      ['二、（一）乙', ['一是']],
      ['三、（一）丁', ['一是']],
    ])
  })
})

describe('a document of another form', () => {
  it('in two parts of tasks keeps both', () => {
    const { plan, problems } = read(twoParts)
    expect(problems).toEqual([])
    expect(outline(plan)).toEqual([
      ['一、（一）夯实农村数字基础设施', ['一是', '二是']],
      ['一、（二）发展智慧农业', ['一是', '二是']],
      ['二、（一）加强组织领导', ['一是', '二是']],
      ['二、（二）加大资金支持', ['一是', '二是']],
    ])
    expect(plan.agenda.themes.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })

  it('with a title, a lead and a part without sub-items keeps them, and says what became of each', () => {
    const { plan, problems, notes } = read(workPlan)
    expect(problems).toEqual([])
    expect(plan.agenda.heading).toBe('广南省2022年数字乡村建设工作方案')
    expect(plan.agenda.preamble.map((text) => text.slice(0, 6))).toEqual([
      '为贯彻落实省',
      '一、总体要求',
      '以习近平新时',
    ])
    expect(outline(plan).map(([theme]) => theme)).toEqual([
      '二、（一）夯实农村数字基础设施',
      '二、（二）发展智慧农业',
      '二、（三）提升乡村治理数字化水平',
      '三、（一）加强组织领导',
      '三、（二）加大资金支持',
    ])
    expect(notes.map(({ line }) => line)).toEqual([1, 3, 5, 8, 20])
    expect(notes[2]?.zh).toContain('不开放意见')
  })

  it('in chapters and articles has them as themes and measures, its lists line by line', () => {
    const { plan, problems } = read(regulation)
    expect(problems).toEqual([])
    expect(outline(plan)).toEqual([
      ['第一章总则', ['第一条', '第二条', '第三条']],
      ['第二章数据交易场所', ['第四条', '第五条']],
      ['第三章法律责任', ['第六条']],
      ['第四章附则', ['第七条']],
    ])
    expect(clauses(plan, 2, 1)).toEqual([
      '第四条\u3000设立数据交易场所，应当符合下列条件：',
      '（一）注册资本不低于1亿元；',
      '（二）有5名以上具有数据安全管理经验的专业人员；',
      '（三）法律、行政法规规定的其他条件。',
    ])
  })

  it('in articles alone has its title as their theme, in sections these as themes', () => {
    expect(outline(read('某办法\n第一条 甲。\n第二条 乙。').plan)).toEqual([['某办法', ['第一条', '第二条']]])
    const { plan } = read('某办法\n第一章 总则\n第一节 甲\n第一条 乙。\n第二节 丙\n第二条 丁。')
    expect(outline(plan)).toEqual([
      ['第一章第一节甲', ['第一条']],
      ['第一章第二节丙', ['第二条']],
    ])
  })

  it('numbered 1. has its title as the theme; what surrounds the text is named line by line', () => {
    const { plan, problems } = read(notice)
    expect(outline(plan)).toEqual([
      ['关于组织申报2027年省级专精特新中小企业的通知（征求意见稿）', ['1.', '2.', '3.', '4.', '5.']],
    ])
    expect(problems.map(({ line, zh }) => [line, zh.split('，')[1]])).toEqual([
      [11, '像是附件说明'],
      [12, '像是落款单位'],
      [13, '像是落款日期'],
    ])
  })

  it('whose parts 一、 have nothing below them has them as measures', () => {
    const { plan, problems } = read('某通知\n一、申报条件。满2年。\n二、申报时间\n3月底前。')
    expect(problems).toEqual([])
    expect(outline(plan)).toEqual([['某通知', ['一、', '二、']]])
  })

  it.each([
    ['一、主题\n一是甲。\n二是乙。\n二、主题\n一是丙。', ['一是', '二是']],
    ['标题\n一、主题\n1. 甲。\n2、乙。\n二、主题\n1. 丙。', ['1.', '2、']],
  ])('with measures right below its parts has the parts as themes', (source, measures) => {
    const { plan, problems } = read(source)
    expect(problems).toEqual([])
    expect(plan.agenda.themes.map(({ label }) => label)).toEqual(['一、', '二、'])
    expect(plan.agenda.themes[0]?.measures.map(({ label }) => label)).toEqual(measures)
  })

  it('keeps its numbers and gets no full stop that it does not have', () => {
    const { plan } = read(plainNotice)
    expect(clauses(plan, 3, 2)).toEqual([
      '（二）培训',
      '每年组织培训10场次，覆盖企业500家（次）以上。',
      '1.面向企业负责人。',
      '2.面向技术骨干。',
    ])
    expect(outline(plan)[2]).toEqual(['三、支持政策', ['（一）', '（二）']])
  })

  it('has no figure made of the number that leads it', () => {
    const { plan } = read('标题\n一、主题\n（一）措施\n1、5000家企业上云。\n2.培育8500家企业。')
    const targets = plan.agenda.themes[0]?.measures[0]?.clauses.flatMap((clause) =>
      clause.targets.map(({ quote, start }) => [quote, clause.text.slice(start, start + quote.length)]),
    )
    expect(targets).toEqual([
      ['5000家', '5000家'],
      ['8500家', '8500家'],
    ])
  })

  it.each([
    ['the plan of 2021', officialPlan],
    ['two parts', twoParts],
    ['a work plan', workPlan],
    ['a regulation', regulation],
    ['a notice', notice],
    ['a plain notice', plainNotice],
    ['a plain plan', plainPlan],
    ['a messy one', messyPlan],
  ])('loses no character: %s', (_, source) => {
    const { plan, problems, notes } = read(source)
    const said = new Set([...problems, ...notes].map(({ line }) => line))
    const text = everything(plan)
    const lost = readLines(source).filter((line) => !said.has(line.number) && !text.includes(bare(line.text)))
    expect(lost).toEqual([])
  })
})

describe('what a document gets wrong', () => {
  it('is said at its line, with what it looks like or what is missing', () => {
    const found = read(messyPlan).problems.sort((a, b) => a.line - b.line)
    expect(found.map(({ line, zh }) => [line, zh.match(/像是[^，]+|没有以句号结尾/)?.[0]])).toEqual([
      [8, '没有以句号结尾'],
      [10, '像是页码'],
      [15, '没有以句号结尾'],
      [16, '没有以句号结尾'],
      [17, '像是表格标题'],
      [18, '像是表格中的一行'],
      [19, '像是表格中的一行'],
    ])
  })

  it.each([
    ['第一章 总则\n第一条 甲。\n第三条 乙。', 3, '序号应为“第二条”，实为“第三条”'],
    ['第一章 总则\n第二章 附则\n第一条 甲。', 1, '“第一章”下面没有条文，此处应有“第一条”'],
    ['第一章 总则\n说明。\n第一条 甲。', 2, '多余的文字“说明。”，此处应为“第一条”'],
    ['标题\n一、主题\n（一）甲。\n二、主题', 4, '主题“二、”没有措施，此处应有“（一）”'],
    ['1. 甲。\n2. 乙。', 1, '缺少文件标题'],
    ['标题\n1. 甲。\n3. 乙。', 3, '序号应为“2.”，实为“3.”'],
  ])('%j: line %i', (source, line, zh) => {
    expect(read(source).problems).toEqual([{ line, zh: expect.stringContaining(zh) }])
  })

  it.each([
    '标题\n一、主题\n（一）建设数据中心',
    '标题\n一、主题\n一是甲。\n二是组建办公室。',
    '标题\n1.\t甲。\n2. 乙。',
    '标题\n一、主题\n（一）平台\n1.5万家企业上云。',
  ])('is nothing that only looks like a signature, a table or a number: %j', (source) => {
    expect(read(source).problems).toEqual([])
  })

  it.each([
    ['2027年1月5日', '落款日期'],
    ['二〇二七年一月五日', '落款日期'],
    ['第 2 页 共 5 页', '页码'],
    ['- 3 -', '页码'],
    ['附件1', '附件说明'],
    ['抄送：各地级以上市', '版记'],
    ['某省工业和信息化厅', '落款单位'],
  ])('says what %s looks like', (line, look) => {
    expect(read(`标题\n一、主题\n（一）甲。\n${line}`).problems).toEqual([
      { line: 4, zh: `多余的文字“${line.slice(0, 10)}”，像是${look}，不是正文，请删去` },
    ])
  })

  it('is no full stop at the end of a line that leads a list or goes on with it', () => {
    expect(read('标题\n一、主题\n（一）条件\n应当符合：\n1. 甲；\n2. 乙。').problems).toEqual([])
  })
})
