import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { domainWords } from '../../worker/contract/locales'
import type { EntryInput, SubmissionView } from '../../worker/contract/submissions'
import { removeEntry, saveEntry } from '../../worker/services/submissions/save-entry'
import { askApproval } from '../../worker/services/submissions/take-step'
import { bodyOf, errorOf } from '../support/answers'
import { makeUpload } from '../support/make-attachment'
import { makeConsultation } from '../support/make-consultation'
import { entrySummary, makeEntryFiles } from '../support/make-entry-files'
import {
  type Firm,
  makeFirm,
  makeRemoved,
  makeResponse,
  newEntry,
  reopen,
  sendResponse,
} from '../support/make-submission'
import { startTestApp } from '../support/test-app'
import { fieldsOf } from './html-form'

const app = await startTestApp()
const { response: t, form } = words.zh
const { targetOpinions, stances } = domainWords.zh
const home = '/enterprise/response'
const at = `${home}/measures/1.1`
const onClause = `${at}?clause=1.1.2`
const target = '1.1.2.1'
const base = '力争新培育专精特新中小企业300家。'
const wording = (figure: number) => base.replace('300', String(figure))

let firm: Firm
beforeEach(async () => {
  app.limits.reset()
  await makeConsultation(app)
  firm = await makeFirm(app)
})

const page = async (path: string, as: string) => {
  const answer = await app.get(path, { as })
  expect(answer.status).toBe(200)
  return answer.text()
}
const save = (entry: EntryInput) => saveEntry(app.context(firm.drafter.actor), entry)
const entryOn = (more: Partial<EntryInput>) => newEntry({ clause: '1.1.2', ...more })
/** A page's text as it is read, without what is between the words. */
const read = (html: string) =>
  html
    .replaceAll(/<!--.*?-->|<[^>]*>/gs, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
const section = (html: string, from: string, to: string) => {
  const rest = html.slice(html.indexOf(from))
  return rest.slice(0, rest.indexOf(to))
}

describe('an entry that two colleagues change', () => {
  /** Opened by one, then changed by another; what the form of the first shows once it is sent. */
  async function meet(
    mine: Record<string, string>,
    theirs: Partial<EntryInput>,
    before: Partial<EntryInput> = {},
  ) {
    await makeResponse(app, firm, 'drafting', [entryOn(before)])
    const opened = fieldsOf(await page(onClause, firm.owner.cookie))
    await save(entryOn({ ...theirs, version: 1 }))
    const sent = await app.submit(at, { ...opened, ...mine }, { as: firm.owner.cookie })
    expect(sent.status).toBe(409)
    const html = await sent.text()
    const shown = section(html, 'class="response-conflict"', '<form')
    const [theirSide = '', change = ''] = shown.split('id="yours-heading"')
    return { fields: fieldsOf(html), theirs: read(theirSide), change: read(change), html }
  }

  it('shows all that the colleague saved, and keeps theirs where nothing was changed', async () => {
    const { file, annex, said } = await makeEntryFiles(app)
    const evidence = '全省平均为 258 家。'
    const { fields, theirs, change } = await meet(
      { body: '沈宁的第二稿。' },
      {
        ...{ stance: 'oppose', body: '周工的第二稿。', ...said },
        ...{
          targets: [{ target, opinion: 'too_high', value: 260, evidence }],
          wording: { text: wording(260) },
        },
      },
    )
    expect(fields).toMatchObject({
      ...{ stance: 'oppose', body: '沈宁的第二稿。', wording: wording(260), version: '2' },
      ...{ attachments: file.id, annex: annex.id, annexSummary: entrySummary },
      ...{ [`opinion-${target}`]: 'too_high', [`figure-${target}`]: '260', [`evidence-${target}`]: evidence },
    })
    for (const said of [
      stances.oppose,
      '周工的第二稿。',
      targetOpinions.too_high,
      evidence,
      file.name,
      entrySummary,
    ])
      expect(theirs).toContain(said)
    expect(theirs).toContain('260')
    for (const kept of [stances.oppose, targetOpinions.too_high, file.name, entrySummary])
      expect(change).not.toContain(kept)
    expect(change).toMatch(/删去：周工.*增加：沈宁/)
    expect((await app.submit(at, fields, { as: firm.owner.cookie })).status).toBe(303)
    const saved = await bodyOf<SubmissionView>(
      await app.get('/api/enterprise/response', { as: firm.owner.cookie }),
    )
    expect(saved.entries).toMatchObject([
      { body: '沈宁的第二稿。', attachments: [file], targets: [{ key: target, value: 260, evidence }] },
    ])
  })

  it('names what of theirs would go, where both changed it', async () => {
    const mine = await makeUpload(app, '我的.pdf')
    const { file, said } = await makeEntryFiles(app)
    const { fields, change } = await meet(
      {
        ...{ stance: 'support', attachments: mine.id, wording: wording(320) },
        ...{ [`opinion-${target}`]: 'too_low', [`figure-${target}`]: '' },
      },
      {
        ...{ stance: 'oppose', ...said, wording: { text: wording(260) } },
        targets: [{ target, opinion: 'too_high', value: 260 }],
      },
    )
    expect(fields).toMatchObject({
      ...{ stance: 'support', wording: wording(320), attachments: `${file.id} ${mine.id}` },
      ...{ [`opinion-${target}`]: 'too_low', [`figure-${target}`]: '' },
    })
    expect(change).toContain(t.wasStance(stances.oppose, stances.support))
    expect(change).toMatch(new RegExp(`删去：${targetOpinions.too_high}.*增加：${targetOpinions.too_low}`))
    expect(change).toMatch(/删去：260增加：320/)
    expect(change).toMatch(/增加：我的\.pdf/)
  })

  it('loses no file that one took out and the other left', async () => {
    const [first, second] = [await makeUpload(app, '一.pdf'), await makeUpload(app, '二.pdf')]
    const { fields, change } = await meet(
      { attachments: '' },
      { attachments: [first.id, second.id] },
      { attachments: [first.id] },
    )
    expect(fields.attachments).toBe(second.id)
    expect(change).toContain('删去：一.pdf')
  })

  it('tells of one that goes though its like stays', async () => {
    const [first, second] = [await makeUpload(app, '一.pdf'), await makeUpload(app, '一.pdf')]
    expect(first.sha256).toBe(second.sha256)
    const before = { attachments: [first.id, second.id] }
    const { change } = await meet({ attachments: first.id }, { ...before, body: '另一段。' }, before)
    expect(change.split('删去：一.pdf')).toHaveLength(2)
  })

  it('keeps all that was typed where the form does not say how it was opened, and says what would go', async () => {
    const { file, said } = await makeEntryFiles(app)
    for (const opened of ['', 'no json', '{"body":1}']) {
      firm = await makeFirm(app)
      const more = opened === '' ? said : { attachments: [(await makeUpload(app, file.name)).id] }
      const { fields, change } = await meet({ opened, body: '沈宁的第二稿。' }, more)
      expect(fields).toMatchObject({ attachments: '', body: '沈宁的第二稿。' })
      expect(change).toContain(`删去：${file.name}`)
    }
  })

  it('is not written over by a button of the form that only takes a file', async () => {
    await makeResponse(app, firm, 'drafting', [entryOn({})])
    const opened = fieldsOf(await page(onClause, firm.owner.cookie))
    await save(entryOn({ body: '周工的第二稿。', version: 1 }))
    const drawn = await app.submit(at, { ...opened, step: 'drop:x' }, { as: firm.owner.cookie })
    const fields = fieldsOf(await drawn.text())
    expect(fields).toMatchObject({ version: '1', opened: opened.opened })
    expect((await app.submit(at, fields, { as: firm.owner.cookie })).status).toBe(409)
  })

  it('is written anew where the colleague took it out', async () => {
    const { entries } = await makeResponse(app, firm, 'drafting', [entryOn({})])
    const opened = fieldsOf(await page(onClause, firm.owner.cookie))
    await removeEntry(app.context(firm.drafter.actor), { id: entries[0]?.id ?? '', version: 1 })
    const answer = await app.submit(at, { ...opened, body: '还是要提。' }, { as: firm.owner.cookie })
    const html = await answer.text()
    expect(html).toContain(t.goneEntry)
    const fields = fieldsOf(html)
    expect(fields).toMatchObject({ version: '', body: '还是要提。' })
    expect((await app.submit(at, fields, { as: firm.owner.cookie })).status).toBe(303)
  })
})

describe('what a version changed', () => {
  const changed: Partial<EntryInput> = {
    ...{ stance: 'oppose', body: '建议公布名单。', wording: { text: wording(320) } },
    targets: [{ target, opinion: 'too_low', value: 320, evidence: '去年的数据。' }],
  }
  /** Sent with all that an entry can say, and asked for again with all of it changed, one added and one taken out. */
  async function askAgain() {
    const { file, annex, said } = await makeEntryFiles(app)
    const { version } = await makeResponse(app, firm, 'sent', [
      entryOn({
        ...{ stance: 'partly', ...said, wording: { text: wording(260) } },
        targets: [{ target, opinion: 'too_high', value: 260, evidence: '前年的数据。' }],
      }),
      newEntry({ measure: '2.1', body: '后来不提了。' }),
    ])
    const { entries } = await reopen(app, firm, version + 1)
    const more = await makeUpload(app, '补充.pdf')
    await save(
      entryOn({
        ...{ ...changed, version: 1, attachments: [more.id] },
        annex: { file: annex.id, summary: '改过的摘要。' },
      }),
    )
    await removeEntry(app.context(firm.drafter.actor), { id: entries[1]?.id ?? '', version: 1 })
    const added = { measure: '1.2', body: '新提的一条。', stance: 'support' } as const
    const draft = await save(newEntry({ ...added, attachments: [(await makeUpload(app, '新的.pdf')).id] }))
    const asked = await askApproval(app.context(firm.drafter.actor), {
      version: draft.version,
      note: '请看第二条。',
    })
    return { asked, file }
  }
  const expectAll = (text: string, fileName: string) => {
    expect(text).toContain(t.wasStance(stances.partly, stances.oppose))
    expect(text).toMatch(/建议公布.*删去：培育企业.*名单/)
    expect(text).toMatch(/删去：260增加：320/)
    const answer = (opinion: string, figure: number) => `${opinion}${form.wouldSet}${figure} 家`
    expect(text).toContain(`删去：${answer(targetOpinions.too_high, 260)}`)
    expect(text).toContain(`增加：${answer(targetOpinions.too_low, 320)}`)
    expect(text).toContain(`${form.evidence}：删去：前增加：去年的数据。`)
    expect(text).toContain(`删去：${fileName}`)
    expect(text).toContain('增加：补充.pdf')
    expect(text).toMatch(/增加：改过的摘要/)
  }

  it('is told to the approver, with what will be withdrawn and the drafter’s note', async () => {
    const { file } = await askAgain()
    const html = await page(`${home}/approval`, firm.approver.cookie)
    const [, beside = ''] = html.split(`aria-label="${t.beside}"`)
    expectAll(read(section(beside, '<h3', '</section>')), file.name)
    expect(html.split(`aria-label="${t.beside}"`)).toHaveLength(2)
    const withdrawn = read(section(html, 'id="withdrawn-heading"', '</section>'))
    for (const text of [t.withdrawn(1), '后来不提了。']) expect(withdrawn).toContain(text)
    expect(withdrawn).not.toContain('新提的一条。')
    expect(html).toContain('请看第二条。')
  })

  it('stands in the list of versions, an added or removed entry with all that it says', async () => {
    const { asked, file } = await askAgain()
    await sendResponse(app, firm, asked.version)
    const html = await page(`${home}/versions`, firm.drafter.cookie)
    const articles = html.split('<article').slice(1).map(read)
    const of = (kind: keyof typeof t.kinds) =>
      articles.find((each) => each.includes(`>${t.kinds[kind]} `)) ?? ''
    expectAll(of('changed'), file.name)
    for (const text of ['新提的一条。', stances.support, '新的.pdf']) expect(of('added')).toContain(text)
    for (const text of ['后来不提了。', stances.suggest]) expect(of('removed')).toContain(text)
  })

  it('does not tell what stayed', async () => {
    const { version } = await makeResponse(app, firm, 'sent', [entryOn({ wording: { text: wording(260) } })])
    await reopen(app, firm, version + 1)
    const draft = await save(entryOn({ stance: 'oppose', wording: { text: wording(260) }, version: 1 }))
    expect(draft.entries[0]).toMatchObject({ change: 'changed', was: { stance: 'suggest' } })
    await askApproval(app.context(firm.drafter.actor), { version: draft.version, note: '' })
    const html = await page(`${home}/approval`, firm.approver.cookie)
    const [, beside = ''] = html.split(`aria-label="${t.beside}"`)
    expect(read(section(beside, '<h3', '</section>'))).toBe(
      read(`<h3>${t.beside}</h3>${t.wasStance(stances.suggest, stances.oppose)}`),
    )
  })
})

describe('an entry that is taken out', () => {
  it('is so by a second step that says whose work and which files go', async () => {
    const { file, annex, said } = await makeEntryFiles(app)
    await makeResponse(app, firm, 'drafting', [newEntry(said)])
    const html = await page(home, firm.owner.cookie)
    const [, ...forms] = html.split(`${home}/entries/remove"`)
    expect(forms).toHaveLength(1)
    const details = section(html.slice(html.indexOf('response-entry')), '<details', '</details>')
    expect(details).toContain('/entries/remove')
    const text = read(details)
    for (const said of ['周工', file.name, annex.name, t.removeForGood]) expect(text).toContain(said)
  })

  it('comes back as the last version has it, without its files', async () => {
    const { said } = await makeEntryFiles(app)
    const entry = entryOn({
      ...{ ...said, wording: { text: wording(260) } },
      targets: [{ target, opinion: 'too_high', value: 260, evidence: '前年的数据。' }],
    })
    const { version } = await makeResponse(app, firm, 'sent', [entry])
    const { entries } = await reopen(app, firm, version + 1)
    const left = await removeEntry(app.context(firm.drafter.actor), { id: entries[0]?.id ?? '', version: 1 })
    expect(left.removed).toMatchObject([{ body: entry.body, wording: wording(260) }])
    const html = await page(home, firm.owner.cookie)
    expect(html).toContain(`${home}/entries/restore"`)
    const fields = { measure: '1.1', clause: '1.1.2' }
    const answer = await app.submit(`${home}/entries/restore`, fields, { as: firm.owner.cookie })
    expect(answer.headers.get('location')).toContain('done=restored')
    const { entries: back, removed } = await bodyOf<SubmissionView>(
      await app.get('/api/enterprise/response', { as: firm.owner.cookie }),
    )
    expect(removed).toEqual([])
    expect(back).toMatchObject([
      {
        ...{ body: entry.body, wording: wording(260), planRevision: 1, change: 'changed', updatedBy: '孙总' },
        targets: [{ key: target, opinion: 'too_high', value: 260, evidence: '前年的数据。' }],
        ...{ attachments: [], annex: null },
      },
    ])
    const [{ count } = { count: 0 }] = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM audit_log a JOIN submissions s ON s.id = a.subject_id
      WHERE a.action = 'submission.entry_saved' AND s.enterprise_id = ${firm.enterpriseId}`)
    expect(count).toBe(2)
  })

  it('comes back as it was where it had no files, and counts as unchanged', async () => {
    await makeRemoved(app, firm)
    const restored = await bodyOf<SubmissionView>(
      await app.post(
        '/api/enterprise/response/entries/restore',
        { measure: '1.1' },
        { as: firm.drafter.cookie },
      ),
    )
    expect(restored.entries).toMatchObject([{ body: newEntry().body, change: 'same', was: null }])
  })

  it('does not come back over what a colleague wrote there since, from nowhere, or for an approver', async () => {
    const restore = async (measure: string, as = firm.drafter.cookie) =>
      (await errorOf(await app.post('/api/enterprise/response/entries/restore', { measure }, { as }))).code
    await makeRemoved(app, firm)
    expect(await restore('1.2')).toBe('not_found')
    expect(await restore('1.1', firm.approver.cookie)).toBe('part_required')
    await save(newEntry({ body: '重写的一条。' }))
    expect(await restore('1.1')).toBe('submission_entry_changed')
  })
})

describe('what cannot be written', () => {
  const typed = { stance: 'suggest', clause: '', planRevision: '1', body: '写到一半。', version: '' }
  const refusedTo = async (as = firm.drafter.cookie) => {
    const answer = await app.submit(at, typed, { as })
    expect([403, 409]).toContain(answer.status)
    const html = await answer.text()
    const said = Object.entries(t.cannotEdit).filter(([, text]) => html.includes(text))
    return said.map(([reason]) => reason)
  }

  it('says which it is: waiting for approval, sent, an approver’s, not open or closed', async () => {
    await makeResponse(app, firm, 'in_approval', [newEntry({ measure: '2.1' })])
    expect(await refusedTo()).toEqual(['in_approval'])
    firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent', [newEntry({ measure: '2.1' })])
    expect(await refusedTo()).toEqual(['sent'])
    firm = await makeFirm(app)
    expect(await refusedTo(firm.approver.cookie)).toEqual(['approver'])
    const now = app.clock.now().getTime()
    const period = (from: number, to: number) => ({
      opensAt: new Date(now + from * 86_400_000),
      closesAt: new Date(now + to * 86_400_000),
    })
    await makeConsultation(app, period(1, 2))
    expect(await refusedTo()).toEqual(['not_open'])
    await makeConsultation(app, period(-2, -1))
    expect(await refusedTo()).toEqual(['closed'])
  })
})
