import { desc, eq } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditLog } from '../../worker/db/schema'
import { exportColumns } from '../../worker/services/exports/columns'
import { errorOf } from '../support/answers'
import { second } from '../support/clock'
import { copyComment, decide, makeComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const as = await signInAs(app, 'staff')
const titles = exportColumns.map((column) => column.zh)

beforeEach(async () => {
  await makeConsultation(app)
})

const download = (path: string) => app.get(`/api/staff/exports/${path}`, { as })

async function textOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200)
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer())
}

async function idsOf(query: string): Promise<string[]> {
  const lines = (await textOf(await download(`comments.csv?${query}`))).split('\r\n').slice(1, -1)
  return lines.map((line) => line.split(',')[0] ?? '')
}

describe('the CSV', () => {
  it('is UTF-8 with a byte order mark and CRLF, headed by the columns of the dictionary', async () => {
    await makeComment(app)
    const answer = await download('comments.csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await textOf(answer)
    expect(text.startsWith(`\uFEFF${titles.join(',')}\r\n`)).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('is named after the moment in Beijing', async () => {
    app.clock.set('2099-03-19T16:05:00.000Z')
    const answer = await download('comments.csv')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="yanlu-comments-20990320-0005.csv"',
    )
  })

  it('has every field of a comment, and its decision', async () => {
    app.clock.set('2099-03-19T01:12:04.000Z')
    const { publicId } = await makeComment(app, {
      clause: '1.1.2',
      participant: organisation(12),
      contact: '13800138000',
      stance: 'partly',
      body: '建议，按“三年”平均。',
    })
    const [, line = ''] = (await textOf(await download('comments.csv'))).split('\r\n')
    const cells = Object.fromEntries(line.split(',').map((cell, i) => [titles[i], cell]))
    expect(cells).toMatchObject({
      意见编号: publicId,
      状态: '已公开',
      措施编号: '1.1',
      条款编号: '1.1.2',
      参与人类型: '企业',
      单位名称: '第12精密制造有限公司',
      统一社会信用代码: usccOf(12),
      单位已核验: '否',
      同意公开意见: '是',
      态度: '部分支持',
      意见内容: '建议，按“三年”平均。',
      联系方式: `"'13800138000"`,
      提交时间: '2099-03-19 09:12:05',
      审核时间: '2099-03-19 09:12:16',
      审核决定: '发布',
      理由代码: 'fine',
      审核员: '王敏',
      隐去处数: '0',
      审核次数: '1',
      申诉时间: '',
    })
  })

  it('tells what is hidden, how often it was decided on and whether its author appealed', async () => {
    app.clock.set('2099-03-19T01:12:04.000Z')
    const { publicId, queryCode } = await makeComment(app, { state: 'pending', body: '请致电老周。谢谢。' })
    const redactions = [{ start: 3, end: 5, reason: 'person' as const }]
    const senior = (await makeUser(app, 'senior_moderator')).actor
    await decide(app, { publicId, revision: 1, decision: 'redact', redactions })
    await decide(app, { publicId, revision: 1, decision: 'reject', reason: 'off_topic' }, senior)
    await app.post('/api/receipts/appeal', { publicId, queryCode, text: '请再看一次。' })
    const [, line = ''] = (await textOf(await download('comments.csv'))).split('\r\n')
    const cells = Object.fromEntries(line.split(',').map((cell, i) => [titles[i], cell]))
    expect(cells).toMatchObject({
      意见内容: '请致电〔已隐去：他人姓名〕。谢谢。',
      隐去处数: '1',
      审核决定: '不予发布',
      理由: 'off_topic 的中文说明。',
      审核次数: '2',
      申诉时间: '2099-03-19 09:12:25',
    })
  })

  it('cannot start a formula', async () => {
    for (const body of ['=1+1', '+86', '-2', '@SUM(A1)', '＝1', '\t=1', '=HYPERLINK("x")'])
      await makeComment(app, { body })
    const text = await textOf(await download('comments.csv'))
    expect(text).toContain(`"'=1+1"`)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).not.toMatch(/(^|,)"?[=+\-@＝]/m)
  })

  it('is a header alone where there is nothing', async () => {
    expect(await textOf(await download('comments.csv'))).toBe(`\uFEFF${titles.join(',')}\r\n`)
  })

  it('has each of many comments once, in the order in which they came', async () => {
    const { publicId } = await makeComment(app)
    await copyComment(app, publicId, 2345)
    const ids = await idsOf('')
    expect(ids).toHaveLength(2346)
    expect(new Set(ids).size).toBe(2346)
    expect(ids[0]).toBe(publicId)
    expect(ids.slice(1)).toEqual(ids.slice(1).toSorted())
  })
})

describe('the filters', () => {
  it('select by measure, kind and state', async () => {
    const a = await makeComment(app, { state: 'pending' })
    const b = await makeComment(app, { measure: '1.2', participant: organisation(1) })
    const c = await makeComment(app, { measure: '1.2', state: 'rejected' })
    expect(await idsOf('')).toEqual([a.publicId, b.publicId, c.publicId])
    expect(await idsOf('measure=1.2')).toEqual([b.publicId, c.publicId])
    expect(await idsOf('kind=individual')).toEqual([a.publicId, c.publicId])
    expect(await idsOf('state=rejected')).toEqual([c.publicId])
    expect(await idsOf('measure=1.2&kind=enterprise&state=published')).toEqual([b.publicId])
    expect(await idsOf('measure=2.1')).toEqual([])
  })

  it('take days as Beijing’s, both included', async () => {
    const at = async (moment: string) => {
      app.clock.set(new Date(new Date(moment).getTime() - second))
      return (await makeComment(app, { state: 'pending' })).publicId
    }
    const lateOn10 = await at('2099-03-10T15:59:59.999Z')
    const firstOn11 = await at('2099-03-10T16:00:00.000Z')
    const lastOn11 = await at('2099-03-11T15:59:59.999Z')
    const firstOn12 = await at('2099-03-11T16:00:00.000Z')
    expect(await idsOf('from=2099-03-11&to=2099-03-11')).toEqual([firstOn11, lastOn11])
    expect(await idsOf('to=2099-03-10')).toEqual([lateOn10])
    expect(await idsOf('from=2099-03-12')).toEqual([firstOn12])
    expect(await idsOf('from=2099-03-10&to=2099-03-12')).toHaveLength(4)
  })

  it('do not reach into an earlier consultation', async () => {
    await makeComment(app)
    await makeConsultation(app)
    expect(await idsOf('')).toEqual([])
    expect(await idsOf('measure=1.1')).toEqual([])
  })

  it.each(['csv', 'xlsx'])(
    'are refused as .%s for a measure that is not there, which nobody then took',
    async (format) => {
      const before = await countRows(app)
      const answer = await download(`comments.${format}?measure=9.9`)
      expect((await errorOf(answer)).code).toBe('not_found')
      expect(await countRows(app)).toEqual(before)
    },
  )
})

describe('the workbook', () => {
  it('opens, with every sheet in its order and what it is about in the first', async () => {
    const { publicId } = await makeComment(app, { body: '=1+1', participant: organisation(13) })
    const answer = await download('comments.xlsx?state=published')
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet')
    expect(answer.headers.get('content-disposition')).toMatch(/filename="yanlu-comments-\d{8}-\d{4}\.xlsx"$/)
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual([
      '说明与口径',
      '意见明细',
      '意见采纳情况汇总表',
      '交叉表',
      '目标值看法',
      '编码本',
      '编码一致性',
      '高度相似意见组',
      '审核处置台账',
      '数据字典',
    ])
    const [about, comments] = sheets
    expect(comments?.rows).toHaveLength(2)
    expect(comments?.rows[0]).toEqual(titles)
    const cells = Object.fromEntries((comments?.rows[1] ?? []).map((cell, i) => [titles[i], cell]))
    expect(cells).toMatchObject({
      意见编号: publicId,
      意见内容: '=1+1',
      版本: 1,
      统一社会信用代码: usccOf(13),
    })
    expect(Object.fromEntries(about?.rows ?? [])).toMatchObject({
      征集: '2099年主要工作安排',
      '筛选：状态': '已公开',
      '意见明细：行数和校验值': expect.stringMatching(/^1 行；SHA-256 [0-9a-f]{64}$/),
      导出期间的变动: expect.stringContaining('没有新的提交'),
    })
  })
})

describe('the dictionary', () => {
  it('has a row for each column, in the order of the columns', async () => {
    const lines = (await textOf(await download('dictionary.csv'))).split('\r\n').slice(1, -1)
    const own = lines.filter((line) => line.startsWith('意见明细,'))
    expect(own.map((line) => line.split(',')[2])).toEqual(titles)
  })
})

describe('the audit log', () => {
  it.each(['csv', 'xlsx'])('records who took which comments as .%s', async (format) => {
    await (await download(`comments.${format}?measure=1.1&from=2099-03-01`)).arrayBuffer()
    const [row] = await app.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'comments.exported'))
      .orderBy(desc(auditLog.id))
      .limit(1)
    expect(row).toMatchObject({
      actorKind: 'user',
      subjectKind: 'export',
      subjectId: expect.stringMatching(/^[0-9a-f]{32}$/),
      data: { kind: `comments.${format}`, audience: 'staff', measure: '1.1', from: '2099-03-01' },
    })
    expect(row?.actorId).toMatch(/^[0-9a-f]{32}$/)
  })
})
