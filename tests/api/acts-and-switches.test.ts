import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { second } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeParticipant } from '../support/make-enterprise'
import { newFollow, tokenFor } from '../support/make-follow'
import { makeReasons } from '../support/make-reasons'
import { makeDraft } from '../support/make-revision'
import { type Firm, makeFirm, makeResponse } from '../support/make-submission'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'
import { answerTo, hiddenFieldsOf } from './html-form'

const app = await startTestApp({
  config: {
    mail: { url: 'smtp://127.0.0.1:1', from: 'noreply@yanlu.test' },
    publicOrigin: 'https://yanlu.test',
  },
})
await makeReasons(app)

/** Current while a form is drawn; afterwards another is. */
let drawn = { key: '', code: '' }
beforeEach(async () => {
  app.limits.reset()
  drawn = await makeConsultation(app)
})
const switchToAnother = () => makeConsultation(app)

const actionsOf = (html: string): string[] =>
  [...html.matchAll(/<form\b[^>]*method="post"[^>]*>/g)].map(
    ([tag]) => / action="([^"]*)"/.exec(tag)?.[1] ?? '',
  )
const actionOf = (html: string, ending: string): string =>
  actionsOf(html).find((each) => each.endsWith(ending)) ?? 'no such form'
const page = async (path: string, as = '') => (await app.get(path, as ? { as } : {})).text()

const comments = () =>
  app.rows<{ key: string }>(sql`
    SELECT s.key FROM comments c JOIN consultations s ON s.id = c.consultation_id
    WHERE s.id >= (SELECT id FROM consultations WHERE key = ${drawn.key})`)

const typed = {
  stance: 'partly',
  body: '建议按三年平均认定。',
  kind: 'individual',
  displayName: '朱建国',
  publish: 'yes',
}

describe('what was drawn while one consultation was current', () => {
  it('lands there though another is current when a comment is previewed and sent', async () => {
    const form = await page('/measures/1.1/comment')
    await switchToAnother()
    const preview = await (
      await app.submit(actionOf(form, '/comment'), { ...hiddenFieldsOf(form), ...typed })
    ).text()
    const send = { ...hiddenFieldsOf(preview), step: 'send', answer: answerTo(preview) }
    app.clock.advance(5 * second)
    const sent = await app.submit(actionOf(preview, '/comment'), send)
    expect(sent.headers.get('location')).toMatch(new RegExp(`^/receipts/${drawn.code}-`))
    expect(await comments()).toEqual([{ key: drawn.key }])
  })

  it('lands there though another is current when the preview is sent', async () => {
    const preview = await (await app.submit('/measures/1.1/comment', typed)).text()
    await switchToAnother()
    const send = { ...hiddenFieldsOf(preview), step: 'send', answer: answerTo(preview) }
    app.clock.advance(5 * second)
    await app.submit(actionOf(preview, '/comment'), send)
    expect(await comments()).toEqual([{ key: drawn.key }])
  })

  it('keeps a file with the form that it was chosen in', async () => {
    const form = await page('/measures/1.1/comment')
    expect(form).toContain(`formaction="/c/${drawn.key}/measures/1.1/comment#attachments"`)
    expect(form).not.toContain('formaction="#')
  })

  it('keeps a draft on the device by its consultation, and asks its API', async () => {
    expect(await page('/measures/1.1/comment')).toContain(`data-consultation="${drawn.key}"`)
    expect(await page('/desk/cases')).toContain(`data-consultation="${drawn.key}"`)
  })

  it('follows what the form named', async () => {
    const form = await page('/follow?measure=1.1')
    await switchToAnother()
    const { email } = newFollow()
    await app.submit(actionOf(form, '/follow'), { email, frequency: 'daily', 'subject.all': 'on' })
    const follows = await app.rows(sql`
      SELECT s.key FROM follows f JOIN consultations s ON s.id = f.consultation_id WHERE f.email = ${email}`)
    expect(follows).toEqual([{ key: drawn.key }])
    const manage = await page(`/follow/manage?token=${await tokenFor(app, email)}`)
    expect(manage).toContain(`href="/c/${drawn.key}`)
  })

  describe('of an organisation', () => {
    let firm: Firm
    beforeEach(async () => {
      firm = await makeFirm(app)
    })
    const responses = () =>
      app.rows(sql`
        SELECT s.key, r.state FROM submissions r JOIN consultations s ON s.id = r.consultation_id
        WHERE r.enterprise_id = ${firm.enterpriseId}`)

    it('saves an entry there', async () => {
      const as = firm.drafter.cookie
      const form = await page('/enterprise/response/measures/1.1', as)
      await switchToAnother()
      const fields = { ...hiddenFieldsOf(form), stance: 'suggest', body: '建议公布名单。', clause: '' }
      const saved = await app.submit(actionOf(form, '/measures/1.1'), fields, { as })
      expect(saved.headers.get('location')).toBe(
        `/c/${drawn.key}/enterprise/response?done=saved&place=1.1%3A`,
      )
      expect(await responses()).toEqual([{ key: drawn.key, state: 'drafting' }])
    })

    it('is sent there', async () => {
      const as = firm.approver.cookie
      const { version } = await makeResponse(app, firm, 'in_approval')
      const form = await page('/enterprise/response/approval', as)
      await switchToAnother()
      await app.submit(actionOf(form, '/send'), { version: String(version), publish: 'yes' }, { as })
      expect(await responses()).toEqual([{ key: drawn.key, state: 'sent' }])
      expect(await comments()).toEqual([{ key: drawn.key }])
    })
  })

  it('sends every form of a consultation to its own address', async () => {
    const { publicId } = await makeComment(app)
    const firm = await makeFirm(app)
    await makeResponse(app, firm)
    const reader = await makeParticipant(app)
    const pages = [
      ['/measures/1.1', ''],
      ['/measures/1.1/comment', ''],
      ['/follow', ''],
      [`/comments/${publicId}`, reader.cookie],
      ['/enterprise/response', firm.drafter.cookie],
      ['/enterprise/response/measures/1.1', firm.drafter.cookie],
    ] as const
    const actions = (
      await Promise.all(pages.map(async ([path, as]) => actionsOf(await page(path, as))))
    ).flat()
    expect(actions.length).toBeGreaterThan(5)
    const ofNoConsultation = /^\/(account|enterprise(?!\/response))\b|^\/comments\//
    expect(
      actions.filter((each) => !ofNoConsultation.test(each) && !each.startsWith(`/c/${drawn.key}/`)),
    ).toEqual([])
  })
})

it('lists to staff the changes of the consultation that they work on, whichever is current', async () => {
  const as = await signInAs(app, 'staff')
  await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育三百二十家。' }])
  const before = drawn.key
  await switchToAnother()
  const read = async (base: string) =>
    (
      (await (await app.get(`/api${base}/staff/clause-changes?measure=1.1`, { as })).json()) as {
        items: unknown[]
      }
    ).items
  expect(await read(`/c/${before}`)).toHaveLength(1)
  expect(await read('')).toHaveLength(0)
})
