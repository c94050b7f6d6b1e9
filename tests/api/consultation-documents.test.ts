import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { PlanPreview } from '../../worker/contract/consultations'
import { zh } from '../../worker/contract/locales/zh'
import { bodyOf, errorOf } from '../support/answers'
import { tinyPlan } from '../support/make-consultation'
import { plainPlan } from '../support/make-draft'
import { notice, regulation, workPlan } from '../support/plan-documents'

import { stageDrafts } from '../support/stage-drafts'

const { app, stage, admin, save, publish } = await stageDrafts()
const preview = async (source: string): Promise<PlanPreview> => bodyOf(await admin('preview', { source }))

describe('a document', () => {
  it('is read in the official layout, with its targets', async () => {
    const { problems, themes, sections } = await preview(tinyPlan)
    expect(problems).toEqual([])
    expect(themes.map(({ measures }) => measures.length)).toEqual([2, 1])
    expect(themes[0]?.measures[0]?.clauses[1]?.targets).toEqual(['300家'])
    expect(sections).toBe(2)
  })

  it('is read in the plain layout: 一、 for themes, （一） for measures, 1. for what belongs to them', async () => {
    const { problems, themes } = await preview(plainPlan)
    expect(problems).toEqual([])
    expect(themes.map(({ title }) => title)).toEqual(['支持企业创新', '优化营商环境'])
    expect(themes[0]?.measures.map(({ title }) => title)).toEqual(['建设创新平台', '培育创新人才'])
    expect(themes[0]?.measures[0]?.clauses.map(({ text }) => text)).toEqual([
      '（一）建设创新平台',
      '1. 新建省级创新平台10个以上。',
      '2. 完善评价办法。',
    ])
    expect(themes[0]?.measures[0]?.clauses[1]?.targets).toEqual(['10个以上'])
  })

  it.each([
    ['without themes', '只有一段文字。\n没有序号。', 1],
    ['with a number left out', plainPlan.replace('二、优化', '三、优化'), 8],
    ['with a theme without measures', `${plainPlan}三、其他\n`, 11],
    ['with a bracket that is not closed', plainPlan.replace('推行一网通办', '推行（一网通办'), 10],
  ])('%s is refused with its line', async (_, source, line) => {
    const { problems, themes } = await preview(source)
    expect(problems.map((problem) => problem.line)).toEqual([line])
    expect(problems[0]?.zh).toMatch(/\p{Script=Han}/u)
    expect(themes).toEqual([])
  })

  it.each([
    [
      'plain',
      plainPlan
        .replace('一、支持企业创新\n', '一、支持企业创新\n说明文字，不属于任何措施。\n')
        .replace('完善评价办法。', '完善评价办法')
        .replace('二、优化', '三、优化'),
      [
        [4, '说明文字，不属于任何措施。', '多余的文字'],
        [7, '2. 完善评价办法', '没有以句号结尾'],
        [9, '三、优化营商环境', '序号应为“二、”'],
      ],
    ],
    [
      'official',
      '一、情况\n（一）甲。\n附注\n二、安排\n（一）主题。一是甲。三是乙。\n（二）主题。\n二〇二一年二月',
      [
        [3, '附注', '多余的文字“附注”'],
        [5, '（一）主题。一是甲。三是乙。', '序号应为“二是”'],
        [6, '（二）主题。', '没有措施'],
        [7, '二〇二一年二月', '多余的文字“二〇二一年二月”'],
      ],
    ],
  ] as const)(
    'in the %s layout is refused with all its problems at once, each with its line',
    async (_, source, found) => {
      const { problems } = await preview(source)
      expect(problems.map(({ line, text }) => [line, text])).toEqual(
        found.map(([line, text]) => [line, text]),
      )
      for (const [place, [, , reason]] of found.entries()) expect(problems[place]?.zh).toContain(reason)
    },
  )

  it('has a long line of a problem cut', async () => {
    const { problems } = await preview(plainPlan.replace('完善评价办法。', '完善评价办法'.repeat(20)))
    expect(problems[0]?.text).toBe(`2. ${'完善评价办法'.repeat(20)}`.slice(0, 40).concat('……'))
  })

  it('is given with what is worth a look, line by line', async () => {
    const long = plainPlan.replace('完善评价办法', '完善评价办法，'.repeat(40))
    const { warnings } = await preview(long)
    expect(warnings.map(({ line }) => line)).toEqual([6])
  })

  it('has what is no measure named, with its line', async () => {
    const { notes, themes } = await preview(workPlan)
    expect(notes.map(({ line }) => line)).toEqual([1, 3, 5, 8, 20])
    expect(notes[2]).toMatchObject({ text: '一、总体要求', zh: expect.stringContaining('不开放意见') })
    expect(themes[3]).toMatchObject({ label: '三、（一）', title: '加强组织领导' })
    expect((await preview(tinyPlan)).notes[0]?.zh).toContain('回顾')
  })

  it('is refused with what its furniture looks like', async () => {
    const { problems } = await preview(notice)
    expect(problems.map(({ line, text }) => [line, text])).toEqual([
      [11, '附件：申报书模板'],
      [12, '广南省工业和信息化厅'],
      [13, '2027年1月5日'],
    ])
    for (const { zh } of problems) expect(zh).toMatch(/像是.+请删去/)
  })

  const docx = (xml: string) =>
    Buffer.from(zipSync({ 'word/document.xml': Buffer.from(xml) })).toString('base64')

  it('comes out of a .docx paragraph by paragraph, without its marks', async () => {
    const paragraph = (text: string) =>
      `<w:p w:rsidR="1"><w:pPr/><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
    const xml = `<w:document><w:body>${paragraph('一、支持&amp;服务')}${paragraph('（一）建设&#24179;台')}</w:body></w:document>`
    const { text } = await bodyOf<{ text: string }>(
      await admin('document', { fileName: '要点.docx', content: docx(xml) }),
    )
    expect(text).toBe('一、支持&服务\n（一）建设平台')
  })

  it('comes out of a .txt in UTF-8 or GB 18030', async () => {
    const gb = Buffer.from([0xd2, 0xbb, 0xa1, 0xa2]).toString('base64')
    expect(await bodyOf(await admin('document', { fileName: 'a.txt', content: gb }))).toEqual({
      text: '一、',
    })
  })

  it.each([
    [
      'a .docx that is none',
      '要点.docx',
      Buffer.from('不是压缩文件').toString('base64'),
      'document_unreadable',
    ],
    ['a .docx that unpacks to too much', '大.docx', docx('a'.repeat(9_000_000)), 'document_unreadable'],
    ['an empty file', '空.txt', Buffer.from(' \n').toString('base64'), 'document_empty'],
    ['a PDF', '扫描.pdf', Buffer.from('%PDF-1.4\n1 0 obj').toString('base64'), 'document_kind'],
    [
      'a PDF that is called otherwise',
      'a.txt',
      Buffer.from('%PDF-1.4\n').toString('base64'),
      'document_kind',
    ],
    [
      'an old Word file',
      '旧.doc',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]).toString('base64'),
      'document_kind',
    ],
    ['what is no text', 'a.txt', Buffer.from([0x31, 0, 0x32]).toString('base64'), 'document_kind'],
  ] as const)('%s is refused, with what to do', async (_, fileName, file, code) => {
    const answer = await admin('document', { fileName, content: file })
    expect((await errorOf(answer)).fields).toEqual({ content: zh.fields[code] })
  })
})

describe('a document that numbers its text in its own way', () => {
  const page = async (path: string) => {
    const html = await (await app.get(path)).text()
    return html.replace(/<!--.*?-->|<[^>]+>/gs, '')
  }

  it.each([
    ['一、（一）', plainPlan, '2.1', ['二、优化营商环境', '（一）精简办事流程']],
    ['第一章 第一条', regulation, '2.1', ['第二章\u3000数据交易场所', '第四条\u3000设立数据交易场所']],
    ['parts', workPlan, '5.2', ['三、（二）加大资金支持', '二是引导社会投入']],
  ])('is cited so: %s', async (_, source, measure, cited) => {
    const key = await publish({ source })
    const shown = await page(`/c/${key}/measures/${measure}`)
    for (const text of cited) expect(shown).toContain(text)
    const home = await page(`/c/${key}`)
    for (const text of cited.map((each) => each.split('\u3000').at(-1))) expect(home).toContain(text)
  })

  it('is cited so in its draft', async () => {
    const { key } = await save({ source: regulation })
    const html = await (await app.get(`/drafts/${key}/measures/2.1`, { as: stage.as })).text()
    expect(html).toContain('第四条\u3000')
    expect(html).not.toContain('一是')
  })

  it('keeps to its numbers where it was published before they were kept', async () => {
    const key = await publish({ source: plainPlan })
    const labels = async () => {
      const [row] = await app.db.all<{ labels: string }>(
        sql`SELECT labels FROM consultations WHERE key = ${key}`,
      )
      return JSON.parse(row?.labels ?? '{}')
    }
    const written = await labels()
    await app.db.run(sql`UPDATE consultations SET labels = '{}'`)
    await app.db.run(sql.raw(readFileSync('migrations/0054_fill_plan_labels.sql', 'utf8')))
    expect(await labels()).toEqual(written)
    expect(written).toMatchObject({ 1: '一、', '1.2': '（二）', 2: '二、' })
    const [official] = await app.db.all<{ labels: string }>(
      sql`SELECT labels FROM consultations WHERE is_current = 1`,
    )
    expect(official?.labels).toBe('{}')
  })
})
