import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../worker/contract/words'
import { publishDraft } from '../../worker/services/consultations/publish-draft'
import { viewDraft } from '../../worker/services/consultations/view-draft'
import { getMeasure } from '../../worker/services/plan/get-measure'
import { getPlan } from '../../worker/services/plan/get-plan'
import { makeConsultation, tinyPlan } from '../support/make-consultation'
import { dayFromNow, makeDraft, plainPlan } from '../support/make-draft'
import { makeUser, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const current = await makeConsultation(app)
const cookies = {} as Record<Role, string>
const office = ['moderator', 'senior_moderator', 'staff', 'admin'] as const
beforeAll(async () => {
  for (const role of [...office, 'participant'] as const) cookies[role] = await signInAs(app, role)
})

const mark = '草稿预览，尚未公布'
const pagesOf = (key: string) => [
  `/drafts/${key}`,
  `/drafts/${key}/consultations`,
  `/drafts/${key}/measures/1.1`,
  `/drafts/${key}/measures/1.1?clause=1.1.2`,
  `/drafts/${key}/measures/1.1/comment`,
]
const seen = async (path: string) => (await app.get(path, { as: cookies.staff })).text()

describe('the preview of a draft', () => {
  it.each([
    ['plain', plainPlan],
    ['official', tinyPlan],
  ])('is what readers will get, word for word: in the %s layout', async (_, source) => {
    const ref = await makeDraft(app, {
      source,
      opensOn: dayFromNow(app, 3),
      closesOn: dayFromNow(app, 12),
      titleEn: 'Plan of 2100',
      shortPeriodReason: '与预算编制时间衔接。',
      shortPeriodReasonEn: 'It goes with the budget.',
      participants: 'organisations',
      hasReplies: false,
      moderation: 'after',
      names: { '1': { zh: '主题', en: '' }, '1.1': { zh: '短名', en: 'Short' } },
    })
    const admin = app.context((await makeUser(app, 'admin')).actor)
    const draft = await viewDraft(admin, ref.key)
    await publishDraft(admin, ref)
    const reader = { ...app.context(), consultation: ref.key, now: draft.opensAt }
    expect(draft.plan).toEqual(await getPlan(reader))
    expect(draft.plan.consultation.phase).toBe('open')
    const keys = draft.plan.themes.flatMap(({ measures }) => measures).map(({ key }) => key)
    expect(draft.measures.map(({ key }) => key)).toEqual(keys)
    for (const measure of draft.measures) expect(measure).toEqual(await getMeasure(reader, measure.key))
  })

  it('says on every page that it is a draft, is not indexed, and runs and sends nothing', async () => {
    const { key } = await makeDraft(app)
    for (const path of pagesOf(key)) {
      const answer = await app.get(path, { as: cookies.staff })
      const page = await answer.text()
      expect([path, answer.status]).toEqual([path, 200])
      expect(page).toContain(`<b>${mark}</b>`)
      expect(page).toContain(`<title>${mark} · `)
      expect(page).toContain('<meta name="robots" content="noindex"')
      expect(page).not.toMatch(/<script|modulepreload|application\/atom/)
      expect(answer.headers.get('x-robots-tag')).toBe('noindex')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'none'/)
      expect(answer.headers.get('content-security-policy')).not.toContain('script-src')
    }
    expect(await (await app.get('/')).text()).not.toContain(mark)
  })

  it('shows text, targets, rules and the reason of a short period, and keeps its links in it', async () => {
    const { key } = await makeDraft(app, {
      closesOn: dayFromNow(app, 9),
      shortPeriodReason: '与预算编制时间衔接。',
      participants: 'organisations',
    })
    const [home = '', list = '', measure = '', , form = ''] = await Promise.all(pagesOf(key).map(seen))
    expect(home).toContain(`href="/drafts/${key}/measures/1.1"`)
    expect(home).toContain(`href="/drafts/${key}/consultations"`)
    expect(list).toMatch(new RegExp(`href="/drafts/${key}"[^>]*>2100年工作要点`))
    expect(list).toContain('href="/"')
    expect(measure).toContain('新建省级创新平台')
    expect(measure).toContain('10<')
    expect(measure).toContain(`href="/drafts/${key}/measures/1.1/comment"`)
    expect(form).toContain('只接受企业、协会和机构的意见。')
    for (const page of [home, list, form]) expect(page).toContain('与预算编制时间衔接。')
    for (const page of [home, list, measure, form]) expect(page).not.toContain(`/c/${key}`)
  })

  it('takes nothing in', async () => {
    const { key } = await makeDraft(app)
    expect(await seen(`/drafts/${key}/measures/1.1/comment`)).toMatch(
      /<fieldset disabled[^>]*><div data-island/,
    )
    const before = await countRows(app)
    for (const path of pagesOf(key)) {
      const fields = {
        body: '意见。',
        stance: 'suggest',
        kind: 'individual',
        publish: 'yes',
        step: 'preview',
      }
      expect((await app.submit(path, fields, { as: cookies.admin })).status).toBe(405)
    }
    expect(await countRows(app)).toEqual(before)
    expect(await (await app.get(`/measures/1.1/comment`)).text()).not.toContain('<fieldset disabled')
  })

  it('is for administrators and staff who are signed in; to everybody else there is none', async () => {
    const { key } = await makeDraft(app)
    for (const path of pagesOf(key)) {
      const statusFor = async (as?: string) => (await app.get(path, as ? { as } : {})).status
      expect(await statusFor()).toBe(404)
      for (const role of ['participant', 'moderator', 'senior_moderator'] as const)
        expect([role, await statusFor(cookies[role])]).toEqual([role, 404])
      for (const role of ['staff', 'admin'] as const)
        expect([role, await statusFor(cookies[role])]).toEqual([role, 200])
    }
    const hidden = await (await app.get(`/drafts/${key}`, { as: cookies.moderator })).text()
    expect(hidden).not.toContain(mark)
    expect(hidden).not.toContain('2100年工作要点')
  })

  it('has no page of what there is not, of a consultation that is out, or of what cannot be read', async () => {
    const { key } = await makeDraft(app)
    for (const path of ['figures', 'search?q=a', 'measures/9.9', 'comments/GX-1']) {
      const answer = await app.get(`/drafts/${key}/${path}`, { as: cookies.staff })
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('这一页发布后才有。')
    }
    for (const other of [current.key, 'no-such-draft', 'NO'])
      expect((await app.get(`/drafts/${other}`, { as: cookies.staff })).status).toBe(404)
    const unread = await makeDraft(app, { source: '没有序号。' })
    const answer = await app.get(`/drafts/${unread.key}`, { as: cookies.staff })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(mark)
  })
})
