import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { ConsultationList, ConsultationOffice, DraftView } from '../../worker/contract/consultations'
import { previewComment } from '../../worker/services/comments/preview-comment'
import { publishDraft } from '../../worker/services/consultations/publish-draft'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { day } from '../support/clock'
import { newComment, organisation } from '../support/make-comment'
import { dayFromNow, newDraft } from '../support/make-draft'
import { makeEnterprise } from '../support/make-enterprise'
import { makeUnit } from '../support/make-unit'
import { makeUser } from '../support/make-user'
import { solvedProof } from '../support/solve-challenge'
import { stageDrafts } from '../support/stage-drafts'
import { countRows } from '../support/test-app'

const { app, current, stage, admin, save, publish } = await stageDrafts()
const unit = await makeUnit(app)
const inDays = (days: number) => dayFromNow(app, days)
const send = async (key: string, change = {}) =>
  app.post(`/api/c/${key}/measures/1.1/comments`, newComment({ altcha: await solvedProof(app), ...change }))

describe('a draft', () => {
  it('is nowhere to be seen but at the desk', async () => {
    const { key } = await save()
    for (const path of [`/c/${key}`, `/api/c/${key}/plan`]) expect((await app.get(path)).status).toBe(404)
    expect(JSON.stringify(await bodyOf(await app.get('/api/consultations')))).not.toContain(key)
    const office = await bodyOf<ConsultationOffice>(
      await app.get('/api/admin/consultations', { as: stage.as }),
    )
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
    expect((await app.get(`/api/admin/consultations/drafts/${key}`, { as: stage.as })).status).toBe(404)
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
      await app.get(`/api/c/${key}/staff/units`, { as: stage.as }),
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
    const home = await (await app.get(`/c/${key}`)).text()
    expect(home).toContain('只接受企业、协会和机构的意见。')
    expect(home).toContain('企业、协会和机构提交的每一条意见都有回执')
    expect(home).not.toContain('个人')
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
