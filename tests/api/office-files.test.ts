import { sql } from 'drizzle-orm'
import { parseCsv } from 'hucre/csv'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../support/clock'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { disposeRow, makeDraft, publishDraft } from '../support/make-revision'
import { signInAs } from '../support/make-user'
import { printedPages, readSheets } from '../support/office'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const slow = 120_000
let staff = ''

const difficult = [
  '=SUM(A1:A9)',
  '＝1+1，全角等号开头',
  '+86 10 8888',
  '-1 不是负数',
  '@所有人',
  '＠全角',
  '第一行\n第二行\n第三行',
  '表情😀与生僻字𠮷、㐂',
  '123456789012345678',
  '007',
  '3-5',
  `${'长'.repeat(4990)}完。`,
  '<b>不是标记</b> & "引号"，逗号；分号\t制表',
]

const download = async (path: string) => {
  const answer = await app.get(`/api/staff/exports/${path}`, { as: staff })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date(app.clock.now().getTime() + day) })
  await makeReasons(app)
  staff = await signInAs(app, 'staff')
  for (const body of difficult) await makeComment(app, { body })
  const { publicId } = await makeComment(app, { participant: organisation(), clause: '1.1.2' })
  await makeComment(app, { state: 'private', body: '不愿公开的一条意见。' })
  await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育专精特新中小企业360家。' }])
  const [change] = await app.rows<{ id: number }>(sql`SELECT max(id) AS id FROM clause_changes`)
  await disposeRow(app, publicId, 'adopted', [change?.id ?? 0])
  await publishDraft(app)
})

describe('the workbook in LibreOffice', () => {
  let sheets = new Map<string, string>()
  beforeAll(async () => {
    sheets = await readSheets('comments.xlsx', await download('comments.xlsx'))
  }, slow)

  it('has every sheet', () => {
    expect([...sheets.keys()]).toEqual(
      expect.arrayContaining([
        '说明与口径',
        '意见明细',
        '意见采纳情况汇总表',
        '目标值看法',
        '编码本',
        '编码一致性',
        '高度相似意见组',
        '审核处置台账',
        '数据字典',
      ]),
    )
  })

  it('holds every text as it was sent', () => {
    const [head = [], ...rows] = parseCsv(sheets.get('意见明细') ?? '')
    const column = head.indexOf('意见内容')
    const texts = rows.map((row) => String(row[column] ?? ''))
    for (const text of difficult) expect(texts).toContain(text)
  })
})

describe('the report in LibreOffice', () => {
  let pages: string[] = []
  const squeeze = (text: string) => text.replace(/\s+/g, '')
  beforeAll(async () => {
    pages = await printedPages('report.docx', await download('report.docx'))
  }, slow)

  it('begins with the title of an official document and says that it is a draft', () => {
    const first = squeeze(pages[0] ?? '')
    expect(first).toContain('公开征求意见采纳情况报告')
    expect(first).toContain('（送审稿）')
    expect(first).toContain('一、征集概况')
  })

  it('repeats the head of the table on each of its pages, and numbers all pages', () => {
    const ofTable = pages.filter((page) => squeeze(page).includes('意见采纳情况汇总表') === false).slice(2)
    expect(pages.length).toBeGreaterThan(4)
    for (const page of ofTable) expect(squeeze(page)).toContain('序号')
    pages.forEach((page, i) => {
      expect(squeeze(page)).toContain(`—${i + 1}—`)
    })
  })

  it('cuts nothing, and names nobody in full', () => {
    const all = squeeze(pages.join(''))
    expect(all.split('长').length - 1).toBe(4990)
    expect(all).toContain('力争新培育专精特新中小企业360家。')
    expect(all).toContain('朱**')
    expect(all).not.toContain('朱建国')
  })

  it('leaves out what is not public, says so, and tells no outcome before its day', () => {
    const all = squeeze(pages.join(''))
    expect(all).not.toContain('不愿公开的一条意见。')
    expect(all).toContain('有1件按提交人意愿不公开内容，未列入本表')
    expect(all).toContain('采纳情况尚未公布。')
    expect(all).not.toContain('内部使用')
  })

  it(
    'is marked on each page where it has what is not public',
    async () => {
      const answer = await app.get('/api/staff/exports/report.docx?audience=staff', { as: staff })
      expect(answer.headers.get('content-disposition')).toContain('yanlu-report-internal-draft-')
      const internal = await printedPages('report.docx', new Uint8Array(await answer.arrayBuffer()))
      for (const page of internal) expect(squeeze(page)).toMatch(/^内部使用/)
      const all = squeeze(internal.join(''))
      expect(all).toContain('（送审稿）')
      expect(all).toContain('不愿公开的一条意见。')
      expect(all).not.toContain('未列入本表')
    },
    slow,
  )

  it('is the same file for the same snapshot', async () => {
    expect(await download('report.docx')).toEqual(await download('report.docx'))
  })
})
