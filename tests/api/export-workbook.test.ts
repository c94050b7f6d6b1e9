import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../../worker/services/exports/tables/sealed-table'
import { day } from '../support/clock'
import { makeCodebook, makeCodebookDraft } from '../support/make-codebook'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { disposeRow, makeRevision } from '../support/make-revision'
import { makeUnit } from '../support/make-unit'
import { makeUser, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

type Sheets = Record<string, unknown[][]>

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const as = await signInAs(app, 'staff')
const ids: Record<'firm' | 'person' | 'twin' | 'hidden' | 'rejected', string> = {
  firm: '',
  person: '',
  twin: '',
  hidden: '',
  rejected: '',
}

const bytesOf = async (query = '') => {
  const answer = await app.get(`/api/staff/exports/comments.xlsx${query}`, { as })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const sheetsOf = async (bytes: Uint8Array): Promise<Sheets> =>
  Object.fromEntries((await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows as unknown[][]]))
/** The rows of a sheet by the titles of their columns; `above` lines stand before them. */
function rowsOf(sheets: Sheets, name: string, above = 0): Record<string, unknown>[] {
  const [titles = [], ...rows] = (sheets[name] ?? []).slice(above)
  return rows.map((row) => Object.fromEntries(titles.map((title, i) => [String(title), row[i] ?? null])))
}
const idOf = (publicId: string) => sql`(SELECT id FROM comments WHERE public_id = ${publicId})`

beforeAll(async () => {
  const same = '建议明确新培育企业的认定口径，并公布历年名单。'
  const unit = await makeUnit(app)
  const staff = (await makeUser(app, 'staff', '赵工')).actor
  ids.firm = (
    await makeComment(app, {
      clause: '1.1.2',
      stance: 'partly',
      participant: { ...organisation(21), profile: { size: 'small', industry: 'C', city: '4419' } },
      targets: [{ target: '1.1.2.1', opinion: 'too_high', value: 200 }],
      body: '建议改为200家。',
      contact: '13800138000',
    } as never)
  ).publicId
  ids.person = (await makeComment(app, { body: same, measure: '1.2' })).publicId
  ids.twin = (await makeComment(app, { body: same, measure: '1.2', participant: organisation(22) })).publicId
  ids.hidden = (await makeComment(app, { state: 'private' })).publicId
  ids.rejected = (await makeComment(app, { state: 'rejected' })).publicId

  const revision = await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育260家。' }])
  expect(revision).toBe(2)
  const [change] = await app.rows<{ id: number }>(sql`SELECT max(id) AS id FROM clause_changes`)
  await disposeRow(app, ids.firm, 'partly', [change?.id ?? 0])
  await disposeRow(app, ids.person, 'not_adopted')
  await disposeRow(app, ids.twin, 'not_adopted')
  await disposeRow(app, ids.hidden, 'passed_on')
  await makeResponse(app, {
    on: { of: 'comments', publicIds: [ids.firm] },
    text: '感谢您的建议，已调整。',
    state: 'published',
  })
  await app.db.run(sql`
    UPDATE cases SET unit_id = (SELECT max(id) FROM units), assignee_id = ${staff.id},
      due_at = ${app.clock.now().getTime() + day} WHERE comment_id = ${idOf(ids.firm)}`)
  expect(unit).toBeTruthy()
  const { version } = await makeCodebook(app, ['A1', 'A2'])
  await app.db.run(sql`
    INSERT INTO tags (comment_id, comment_revision, code_id, codebook_id, tagged_by, tagged_at)
    SELECT ${idOf(ids.firm)}, 1, k.id, (SELECT id FROM codebooks WHERE version = ${version}), ${staff.id}, 1
    FROM codes k WHERE k.key = 'A1'`)
  await app.db.run(sql`
    INSERT INTO coding_samples (id, consultation_id, codebook_id, seed, size, population, first_coder, second_coder,
      made_by, made_at)
    SELECT 1, consultation_id, id, 7, 4, 4, ${staff.id}, (SELECT id FROM users WHERE role = 'admin' LIMIT 1),
      ${staff.id}, 1 FROM codebooks WHERE version = ${version}`)
  for (const [publicId, first, second] of [
    [ids.firm, 'A1', 'A1'],
    [ids.person, 'A1', ''],
    [ids.twin, '', ''],
    [ids.hidden, '', ''],
  ] as const)
    for (const [coder, key] of [
      [sql`first_coder`, first],
      [sql`second_coder`, second],
    ] as const)
      await app.db.run(sql`
        INSERT INTO blind_codings (sample_id, comment_id, coder_id, codes, coded_at)
        SELECT 1, ${idOf(publicId)}, ${coder}, (SELECT json_group_array(id) FROM codes WHERE key = ${key}), 1
        FROM coding_samples WHERE id = 1`)
  await app.db.run(sql`UPDATE coding_samples SET closed_by = ${staff.id}, closed_at = 2`)
})

describe('the workbook', () => {
  it('has what was made of a comment beside it', async () => {
    const [firm] = rowsOf(await sheetsOf(await bytesOf()), '意见明细')
    expect(firm).toMatchObject({
      意见编号: ids.firm,
      意见来源: '网上提交',
      针对的文本版次: 1,
      条款原文: '力争新培育专精特新中小企业300家。',
      提出主体: '第21精密制造有限公司',
      企业规模: '小型',
      所属行业: 'C 制造业',
      所在城市: '东莞市',
      目标值看法: expect.stringMatching(/^1\.1\.2\.1“300家”：偏高，建议 200 家$/),
      编码: 'A1 编码A1',
      是否纳入办理: '是',
      承办人: '赵工',
      采纳情况: '部分采纳',
      采纳情况的理由: '意见合理。',
      修改的条款: '1.1.2（第 2 版，修改）：力争新培育260家。',
      已公开的答复: '感谢您的建议，已调整。',
      答复版次: 1,
      答复办理状态: '已公开',
      联系方式: '13800138000',
    })
    expect(firm?.承办处室).toBeTruthy()
    expect(firm?.答复公开时间).toBeInstanceOf(Date)
    expect(firm?.办理期限).toBeInstanceOf(Date)
    expect(firm?.办理中的答复).toBeNull()
  })

  it('names a code as the newest codebook in use does, whatever a draft says', async () => {
    await makeCodebookDraft(app, ['A3'])
    await app.db.run(sql`
      UPDATE codebook_entries SET name = '草稿里的名称'
      WHERE codebook_id = (SELECT id FROM codebooks WHERE published_at IS NULL)`)
    const sheets = await sheetsOf(await bytesOf())
    expect(rowsOf(sheets, '意见明细')[0]?.编码).toBe('A1 编码A1')
    expect(JSON.stringify(sheets)).not.toContain('草稿里的名称')
  })

  it('adds up: the table of adoption, the cross-tables and the comments', async () => {
    const sheets = await sheetsOf(await bytesOf())
    const adoption = sheets.意见采纳情况汇总表 ?? []
    expect(adoption[0]?.[0]).toBe('2099年主要工作安排公开征求意见采纳情况汇总表')
    expect(adoption[1]?.[0]).toMatch(/^征集期间：2099-02-27 至 2099-03-28 24:00$/)
    expect(adoption[2]?.[0]).toBe('意见来源：网上提交 5 件')
    expect(adoption[3]?.[0]).toBe(
      '合计：收到意见 5 件（已公开 3 件、已接收，不公开 1 件、不予发布 1 件），纳入办理 4 件。\n' +
        '采纳情况：部分采纳 1 件、未采纳 2 件、转办 1 件。',
    )
    const rows = rowsOf(sheets, '意见采纳情况汇总表', 4)
    const [unit, written] = rows.splice(-2)
    expect([unit?.序号, written?.序号]).toEqual(['某省工业和信息化厅', '2099年3月19日'])
    expect(rows.map((row) => row.序号)).toEqual([1, 2, 3])
    expect(rows[0]).toMatchObject({
      '意见编号（含相似件数）': ids.firm,
      提出主体: '第21精密制造有限公司',
      针对条款: '1.1.2 力争新培育专精特新中小企业300家。',
      采纳情况: '部分采纳',
      理由及修改后表述: '意见合理。\n修改后：1.1.2（第 2 版，修改）：力争新培育260家。',
    })
    expect(rows[1]).toMatchObject({
      '意见编号（含相似件数）': `${ids.person}（高度相似，共 2 件）`,
      提出主体: '朱**等',
      采纳情况: '未采纳',
      件数: 2,
    })
    expect(rows[2]).toMatchObject({ 采纳情况: '转办', 理由及修改后表述: '意见合理。\n转省发展改革委办理。' })
    expect(rows.reduce((sum, row) => sum + Number(row.件数), 0)).toBe(4)

    const cross = rowsOf(sheets, '交叉表')
    const total = cross.at(-1) ?? {}
    expect(total).toMatchObject({ 措施编号: '合计', 收到: 5, 纳入办理: 4, '采纳情况：未采纳': 2 })
    for (const group of ['态度：', '参与人：', '采纳情况：']) {
      const parts = Object.entries(total).filter(([title]) => title.startsWith(group))
      expect(parts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(4)
    }
  })

  it('has the opinions on targets, the codebook and how far two coders agree', async () => {
    const sheets = await sheetsOf(await bytesOf())
    expect(rowsOf(sheets, '目标值看法')[0]).toMatchObject({
      目标值编号: '1.1.2.1',
      目标值: 300,
      看法件数: 1,
      偏高: 1,
      合适: 0,
      建议值中位数: 200,
    })
    expect(rowsOf(sheets, '编码本')[0]).toMatchObject({ 编码代号: 'A1', 意见件数: 1 })
    // Two agree on one with and two without, differ on one: po = 3/4, pe = (2·1 + 2·3)/16 = 1/2, κ = 1/2.
    expect(rowsOf(sheets, '编码一致性')[0]).toMatchObject({
      编码: 'A1 编码A1',
      意见件数: 4,
      两人都标: 1,
      仅第一人标: 1,
      仅第二人标: 0,
      两人都未标: 2,
      一致率: 0.75,
      κ: 0.5,
    })
    expect(rowsOf(sheets, '高度相似意见组')).toEqual([
      expect.objectContaining({ 件数: 2, 首件编号: ids.person, 各件编号: `${ids.person}、${ids.twin}` }),
    ])
  })

  it('has every step of a comment and of the answers in the ledger', async () => {
    const rows = rowsOf(await sheetsOf(await bytesOf()), '审核处置台账')
    const steps = rows.filter((row) => row.编号 === ids.firm).map((row) => [row.环节, row.结果])
    expect(steps).toEqual([
      ['提交', null],
      ['初审', '发布'],
      ['采纳情况', '部分采纳'],
    ])
    expect(rows.filter((row) => String(row.编号).startsWith('答复')).map((row) => row.结果)).toEqual([
      '起草',
      '核稿',
      '批准',
      '公开',
    ])
    expect(rows.find((row) => row.编号 === ids.rejected && row.环节 === '初审')).toMatchObject({
      结果: '不予发布',
      理由代码: 'off_topic',
      办理人: '王敏',
    })
  })

  it('says how much each sheet holds, with a hash that can be computed again', async () => {
    const sheets = await sheetsOf(await bytesOf('?measure=1.2'))
    const about = Object.fromEntries(sheets.说明与口径 ?? [])
    expect(about['筛选：措施']).toBe('1.2')
    const [titles = [], ...rows] = sheets.编码本 ?? []
    const lines = rows.map((row) => canonical(titles.map((_, i) => (row[i] ?? '') as string))).join('')
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines))
    expect(about['编码本：行数和校验值']).toBe(
      `${rows.length} 行；SHA-256 ${Buffer.from(digest).toString('hex')}`,
    )
  })

  it('is the same to the last byte when it is taken again at the same time', async () => {
    const first = await bytesOf()
    expect(Buffer.compare(first, await bytesOf())).toBe(0)
    app.clock.advance(60_000)
    expect(Buffer.compare(first, await bytesOf())).not.toBe(0)
  })

  it('of the public holds no name, contact or comment that is not public', async () => {
    const bytes = await bytesOf('?audience=public')
    const sheets = await sheetsOf(bytes)
    expect(Object.keys(sheets)).toEqual([
      '说明与口径',
      '意见明细',
      '意见采纳情况汇总表',
      '交叉表',
      '目标值看法',
      '高度相似意见组',
      '数据字典',
    ])
    const rows = rowsOf(sheets, '意见明细')
    expect(rows.map((row) => row.意见编号)).toEqual([ids.firm, ids.person, ids.twin])
    expect(rows[1]).toMatchObject({ 提出主体: '朱**', 采纳情况: null })
    const text = JSON.stringify(sheets)
    for (const secret of ['朱建国', '13800138000', '赵工', '王敏', ids.hidden, ids.rejected, '意见合理'])
      expect(text).not.toContain(secret)
    expect(rows[0]).toMatchObject({ 已公开的答复: '感谢您的建议，已调整。' })
    expect(text).toContain('合计：已公开意见 3 件。按提交人意愿不公开的意见未列入本表。')
    expect(text).not.toContain('合计：收到意见')
  })
})
