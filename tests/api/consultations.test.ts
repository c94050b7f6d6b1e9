import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  ConsultationList,
  ConsultationOffice,
  DraftContent,
  DraftView,
  PlanPreview,
} from '../../worker/contract/consultations'
import { zh } from '../../worker/contract/locales/zh'
import { previewComment } from '../../worker/services/comments/preview-comment'
import { publishDraft } from '../../worker/services/consultations/publish-draft'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { day } from '../support/clock'
import { newComment, organisation } from '../support/make-comment'
import { makeConsultation, tinyPlan } from '../support/make-consultation'
import { dayFromNow, newDraft, plainPlan } from '../support/make-draft'
import { makeEnterprise } from '../support/make-enterprise'
import { makeReasons } from '../support/make-reasons'
import { makeUnit } from '../support/make-unit'
import { makeUser, signInAs } from '../support/make-user'
import { notice, regulation, workPlan } from '../support/plan-documents'
import { solvedProof } from '../support/solve-challenge'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const current = await makeConsultation(app)
await makeReasons(app)
const unit = await makeUnit(app)
let as = ''
beforeAll(async () => {
  as = await signInAs(app, 'admin')
})

const inDays = (days: number) => dayFromNow(app, days)

const admin = (path: string, json: unknown) => app.post(`/api/admin/consultations/${path}`, json, { as })

async function save(change: Partial<DraftContent> = {}): Promise<DraftView> {
  return bodyOf(await admin('drafts', newDraft(app, change)))
}

async function publish(change: Partial<DraftContent> = {}): Promise<string> {
  const { key, version } = await save(change)
  await bodyOf(await admin('publish', { key, version }))
  return key
}

const send = async (key: string, change = {}) =>
  app.post(`/api/c/${key}/measures/1.1/comments`, newComment({ altcha: await solvedProof(app), ...change }))

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
    const html = await (await app.get(`/drafts/${key}/measures/2.1`, { as })).text()
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

describe('a draft', () => {
  it('is nowhere to be seen but at the desk', async () => {
    const { key } = await save()
    for (const path of [`/c/${key}`, `/api/c/${key}/plan`]) expect((await app.get(path)).status).toBe(404)
    expect(JSON.stringify(await bodyOf(await app.get('/api/consultations')))).not.toContain(key)
    const office = await bodyOf<ConsultationOffice>(await app.get('/api/admin/consultations', { as }))
    expect(office.drafts.map((draft) => draft.key)).toContain(key)
  })

  it('is changed as it was seen, or not at all', async () => {
    const { key, version, content } = await save()
    const changed = await bodyOf<DraftView>(
      await admin('drafts', { key, version, content: { ...content, title: '改过的名称' } }),
    )
    expect([changed.version, changed.content.title]).toEqual([version + 1, '改过的名称'])
    const before = await countRows(app)
    for (const path of ['drafts', 'publish', 'discard'] as const) {
      const body = path === 'drafts' ? { key, version, content } : { key, version }
      expect((await errorOf(await admin(path, body))).code).toBe('consultation_draft_changed')
    }
    expect(await countRows(app)).toEqual(before)
  })

  it.each([
    ['thrown away', (key: string) => sql`DELETE FROM consultation_drafts WHERE key = ${key}`],
    [
      'changed',
      (key: string) => sql`UPDATE consultation_drafts SET version = version + 1 WHERE key = ${key}`,
    ],
  ])('is not published where it was %s while it was being read', async (_, change) => {
    const { key, version } = await save()
    const { actor } = await makeUser(app, 'admin')
    const context = beforeBatch(app.context(actor), 2, () => app.db.run(change(key)))
    await expect(publishDraft(context, { key, version })).rejects.toMatchObject({
      code: 'consultation_draft_changed',
    })
    expect(await app.rows(sql`SELECT 1 FROM consultations WHERE key = ${key}`)).toEqual([])
  })

  it('takes no key that is in use', async () => {
    const json = { ...newDraft(app), key: current.key }
    expect((await errorOf(await admin('drafts', json))).code).toBe('consultation_exists')
  })

  it.each([
    ['a day that is over', { opensOn: '2020-01-01' }, 'opensOn'],
    ['a period turned round', { closesOn: '2020-01-01' }, 'closesOn'],
    ['a short period without a reason', { closesOn: inDays(10) }, 'shortPeriodReason'],
    ['a period of years', { closesOn: inDays(900) }, 'closesOn'],
    ['a document that cannot be read', { source: '没有序号。' }, 'source'],
    ['a unit that there is not', { units: { '1.1': { lead: 'nobody', supports: [] } } }, 'units'],
    ['a prefix in use', { code: current.code }, 'code'],
  ])('is not published with %s', async (_, change, field) => {
    const { key, version } = await save(change)
    const before = await countRows(app)
    for (const act of ['check', 'publish']) {
      const refused = await errorOf(await admin(act, { key, version }))
      expect(Object.keys(refused.fields ?? {})).toEqual([field])
    }
    expect(await countRows(app)).toEqual(before)
  })

  it('is told all that keeps it from being published at once, and nothing where nothing does', async () => {
    const wrong = await save({
      code: current.code,
      opensOn: '2020-01-01',
      closesOn: '2020-01-09',
      source: '没有序号。',
    })
    const refused = await errorOf(await admin('check', { key: wrong.key, version: wrong.version }))
    expect(refused.fields).toEqual({
      source: expect.any(String),
      code: expect.any(String),
      opensOn: expect.any(String),
      shortPeriodReason: expect.any(String),
    })
    const { key, version } = await save()
    const before = await countRows(app)
    expect(await bodyOf(await admin('check', { key, version }))).toEqual({ key, version })
    expect((await errorOf(await admin('check', { key, version: version + 1 }))).code).toBe(
      'consultation_draft_changed',
    )
    expect(await countRows(app)).toEqual(before)
  })

  it('is gone once it is thrown away', async () => {
    const { key, version } = await save()
    await bodyOf(await admin('discard', { key, version }))
    expect((await app.get(`/api/admin/consultations/drafts/${key}`, { as })).status).toBe(404)
  })
})

describe('a published consultation', () => {
  it('stands with its text, names, units and an entry on record, beside the current one', async () => {
    const key = await publish({
      names: { '1.1': { zh: '创新平台', en: 'Platforms' }, '9.9': { zh: '没有', en: '' } },
      units: { '1.1': { lead: unit, supports: [] } },
    })
    const plan = await bodyOf<{
      consultation: { key: string; phase: string; isCurrent: boolean }
      themes: { measures: { shortTitle: string }[] }[]
    }>(await app.get(`/api/c/${key}/plan`))
    expect(plan.consultation).toMatchObject({ key, phase: 'open', isCurrent: false })
    expect(plan.themes[0]?.measures.map(({ shortTitle }) => shortTitle)).toEqual(['创新平台', '培育创新人才'])
    expect(
      (await bodyOf<{ consultation: { key: string } }>(await app.get('/api/plan'))).consultation.key,
    ).toBe(current.key)
    const units = await bodyOf<{ units: { key: string; leads: string[] }[] }>(
      await app.get(`/api/c/${key}/staff/units`, { as }),
    )
    expect(units.units.find((each) => each.key === unit)?.leads).toEqual(['1.1'])
    expect(await app.rows(sql`SELECT action FROM audit_log WHERE subject_id = ${key} ORDER BY id`)).toEqual([
      { action: 'consultation.draft_saved' },
      { action: 'consultation.published' },
    ])
    expect((await app.get(`/c/${key}/measures/1.1`)).status).toBe(200)
  })

  it('opens on its day', async () => {
    const key = await publish({ opensOn: inDays(2), closesOn: inDays(40) })
    expect((await errorOf(await send(key))).code).toBe('consultation_not_open')
    const list = await bodyOf<ConsultationList>(await app.get('/api/consultations'))
    expect(list.upcoming.map((item) => item.key)).toContain(key)
  })

  it('prints why its period is short', async () => {
    const key = await publish({ closesOn: inDays(10), shortPeriodReason: '与预算编制时间衔接。' })
    for (const path of [`/c/${key}`, `/c/${key}/measures/1.1/comment`, '/consultations'])
      expect(await (await app.get(path)).text()).toContain('与预算编制时间衔接。')
  })

  it.each([
    ['', '<span lang="zh-CN">与预算编制时间衔接。</span>'],
    ['It goes with the budget.', '<span lang="en">It goes with the budget.</span>'],
  ])('says so on English pages in English where it was given: “%s”', async (shortPeriodReasonEn, printed) => {
    const key = await publish({
      closesOn: inDays(10),
      shortPeriodReason: '与预算编制时间衔接。',
      shortPeriodReasonEn,
    })
    const english = { headers: { cookie: 'language=en' } }
    expect(await (await app.get(`/c/${key}`, english)).text()).toContain(printed)
    expect(await (await app.get(`/c/${key}`)).text()).toContain('与预算编制时间衔接。')
  })

  it('can only be put off, for a reason that is printed', async () => {
    const key = await publish()
    const { consultation } = await bodyOf<{ consultation: { closesAt: string } }>(
      await app.get(`/api/c/${key}/plan`),
    )
    const extend = (closesOn: string, closesAt = consultation.closesAt) =>
      admin('extend', { key, closesAt, closesOn, reason: '应多家企业请求。' })
    expect((await errorOf(await extend(inDays(29)))).fields).toHaveProperty('closesOn')
    expect((await errorOf(await extend(inDays(5)))).fields).toHaveProperty('closesOn')
    await bodyOf(await extend(inDays(40)))
    expect((await errorOf(await extend(inDays(50)))).code).toBe('closing_changed')
    const after = await bodyOf<{ consultation: { closesAt: string; extensionReason: string } }>(
      await app.get(`/api/c/${key}/plan`),
    )
    expect(Date.parse(after.consultation.closesAt) - Date.parse(consultation.closesAt)).toBe(11 * day)
    expect(after.consultation.extensionReason).toBe('应多家企业请求。')
    const page = await (await app.get(`/c/${key}`)).text()
    expect(page).toContain('应多家企业请求。')
    expect(page).not.toContain('>征集时间不足 30 天的原因')
    expect(
      await app.rows(
        sql`SELECT action FROM audit_log WHERE subject_id = ${key} AND action = 'consultation.extended'`,
      ),
    ).toHaveLength(1)
  })

  it('that has closed stays closed', async () => {
    const key = await publish({ closesOn: inDays(0), shortPeriodReason: '只此一天。' })
    const { consultation } = await bodyOf<{ consultation: { closesAt: string } }>(
      await app.get(`/api/c/${key}/plan`),
    )
    const now = app.clock.now()
    app.clock.set(new Date(consultation.closesAt))
    const json = { key, closesAt: consultation.closesAt, closesOn: inDays(9), reason: '再开放几天。' }
    expect((await errorOf(await admin('extend', json))).code).toBe('consultation_closed')
    app.clock.set(now)
  })
})

describe('the rules of a consultation', () => {
  it('for organisations alone refuse an individual, at the API and at the form', async () => {
    const key = await publish({ participants: 'organisations' })
    const before = await countRows(app)
    const refused = await errorOf(await send(key))
    expect(refused).toMatchObject({
      code: 'organisations_only',
      message: '本次征集只接受企业、协会和机构的意见。',
    })
    const form = {
      body: '一条意见。',
      stance: 'suggest',
      kind: 'individual',
      publish: 'yes',
      step: 'preview',
    }
    const page = await app.submit(`/c/${key}/measures/1.1/comment`, form)
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('本次征集只接受企业、协会和机构的意见。')
    expect(await countRows(app)).toEqual(before)
    expect((await send(key, { participant: organisation() })).status).toBe(201)
    expect(await (await app.get(`/c/${key}`)).text()).toContain('只接受企业、协会和机构的意见。')
  })

  it('for verified organisations alone refuse whoever is not', async () => {
    const key = await publish({ participants: 'verified' })
    for (const participant of [organisation(), newComment().participant])
      expect((await errorOf(await send(key, { participant }))).code).toBe('verified_only')
    const { owner, enterprise } = await makeEnterprise(app, { state: 'verified' })
    const { uscc, name, kind } = enterprise
    const json = newComment({ altcha: await solvedProof(app), participant: { kind, name, uscc } })
    const preview = await previewComment({ ...app.context(owner.actor), consultation: key }, '1.1', json)
    expect(preview?.author).toMatchObject({ name: enterprise.name })
    await bodyOf(await app.post(`/api/c/${key}/measures/1.1/comments`, json, { as: owner.cookie }))
  })

  it('without replies take opinions and no replies, and offer none', async () => {
    const key = await publish({ hasReplies: false })
    const { publicId } = await bodyOf<{ publicId: string }>(await send(key))
    await app.db.run(sql`UPDATE comments SET state = 'published' WHERE public_id = ${publicId}`)
    const before = await countRows(app)
    expect((await errorOf(await send(key, { parentId: publicId }))).code).toBe('replies_off')
    expect(await countRows(app)).toEqual(before)
    const page = await (await app.get(`/c/${key}/comments/${publicId}`)).text()
    expect(page).not.toContain(`parent=${publicId}`)
    expect(await (await app.get(`/c/${key}`)).text()).toContain('本次征集不开放回复。')
  })
})

describe('the list of consultations', () => {
  it('has each once, by how far it has come, with its counts', async () => {
    const list = await bodyOf<ConsultationList>(await app.get('/api/consultations'))
    const all = Object.values(list).flat()
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    const [row] = await app.rows<{ count: number }>(sql`SELECT count(*) AS count FROM consultations`)
    expect(all).toHaveLength(row?.count ?? 0)
    expect(list.open.find(({ key }) => key === current.key)).toMatchObject({
      measures: 3,
      received: 0,
      isCurrent: true,
    })
    const page = await (await app.get('/consultations')).text()
    for (const { key, isCurrent } of all) expect(page).toContain(`href="${isCurrent ? '/' : `/c/${key}`}"`)
  })
})

it('shows another consultation at the plain addresses, and the earlier one at its own', async () => {
  const key = await publish()
  await bodyOf(await admin('current', { key }))
  const keyAt = async (base: string) =>
    (await bodyOf<{ consultation: { key: string } }>(await app.get(`/api${base}/plan`))).consultation.key
  expect([await keyAt(''), await keyAt(`/c/${current.key}`)]).toEqual([key, current.key])
  expect((await admin('current', { key: 'no-such-plan' })).status).toBe(404)
  await bodyOf(await admin('current', { key: current.key }))
  expect(await keyAt('')).toBe(current.key)
})
