import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../worker/contract/limits'
import { domainWords } from '../../worker/contract/locales'
import { makeConsultation } from '../support/make-consultation'
import { makeEnterprise, newRegistration, type TestMember } from '../support/make-enterprise'
import { makeNotice } from '../support/make-notice'
import { makeFirm, makeResponse } from '../support/make-submission'
import { cookiesOf } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'
import { fieldsOf, hiddenFieldsOf } from './html-form'

const app = await startTestApp()
beforeAll(async () => {
  await makeConsultation(app)
  await makeNotice(app)
})

const again = domainWords.zh.errors.signed_in_again
const body = '建议分批公布培育企业名单，“专精特新”优先；\n并说明 <遴选> 标准 & 时间。'
const endSession = ({ actor }: TestMember) =>
  app.db.run(sql`DELETE FROM sessions WHERE user_id = ${actor.id}`)

/** Sends a form without a session, signs in on the page that comes, and follows as a browser does. */
async function sendAndSignIn(path: string, fields: Record<string, string>, who: TestMember) {
  const page = await app.submit(path, fields, { as: who.cookie })
  expect(page.status).toBe(401)
  const hidden = hiddenFieldsOf(await page.text())
  const signIn = { ...hidden, email: who.email, password: who.password }
  const entered = await app.submit('/account/sign-in', signIn)
  expect(entered.status).toBe(307)
  const to = entered.headers.get('location') ?? ''
  return { to, hidden, answer: await app.submit(to, signIn, { as: cookiesOf(entered) }) }
}

describe('a form whose session has ended', () => {
  it('comes back after sign-in with every word, and nothing is written before it is sent again', async () => {
    const firm = await makeFirm(app)
    await makeResponse(app, firm)
    await endSession(firm.drafter)
    const typed = { clause: '', stance: 'support', body, version: '1', planRevision: '1' }
    const path = '/enterprise/response/measures/1.1'
    const { to, answer } = await sendAndSignIn(path, typed, firm.drafter)
    const before = await countRows(app)
    expect(to).toBe(path)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain(again)
    expect(fieldsOf(html)).toMatchObject(typed)
    const [entry] = await app.rows<{ body: string }>(
      sql`SELECT body FROM submission_entries WHERE version = 1 ORDER BY rowid DESC LIMIT 1`,
    )
    expect(entry?.body).not.toBe(body)
    expect(await countRows(app)).toEqual(before)
  })

  it('comes back in the consultation that it was of', async () => {
    const { owner } = await makeEnterprise(app)
    await endSession(owner)
    const [{ key } = { key: '' }] = await app.rows<{ key: string }>(sql`SELECT key FROM consultations`)
    const act = `/c/${key}/enterprise/response/approval`
    const page = await app.submit(act, { version: '1', note: '请看' }, { as: owner.cookie })
    expect(hiddenFieldsOf(await page.text()).act).toBe(act)
  })

  it('keeps what was typed through a wrong password', async () => {
    const { owner } = await makeEnterprise(app)
    await endSession(owner)
    const registration = newRegistration()
    const fields = { uscc: registration.uscc, name: registration.name, kind: 'enterprise', contact: '' }
    const first = hiddenFieldsOf(await (await app.submit('/enterprise/register', fields)).text())
    const wrong = await app.submit('/account/sign-in', {
      ...first,
      email: owner.email,
      password: '错的密码不对',
    })
    expect(wrong.status).toBe(401)
    expect(hiddenFieldsOf(await wrong.text())).toMatchObject({
      act: '/enterprise/register',
      kept: first.kept,
    })
    expect(JSON.parse(first.kept ?? '')).toEqual({
      uscc: registration.uscc,
      name: registration.name,
      kind: 'enterprise',
    })
  })

  it('comes back without a second sign-in where somebody signed in elsewhere', async () => {
    const { owner } = await makeEnterprise(app)
    const kept = JSON.stringify({ name: '孙新名' })
    const answer = await app.submit('/account/name', { kept }, { as: owner.cookie })
    expect(fieldsOf(await answer.text()).name).toBe('孙新名')
    const unsigned = await app.submit('/account/name', { kept })
    expect(hiddenFieldsOf(await unsigned.text())).toMatchObject({ act: '/account/name', kept })
  })

  it('keeps no password', async () => {
    const fields = { current: 'the old secret', password: 'a new and long secret' }
    const answer = await app.submit('/account/change-password', fields)
    expect(answer.headers.get('location')).toBe('/account/sign-in?next=%2Faccount')
    const named = await app.submit('/account/change-password', { ...fields, hint: '提示' })
    expect(await named.text()).not.toContain('secret')
  })

  it('is led to sign-in as before where it holds more than a request can bring again', async () => {
    const field = (length: number) => ({ note: 'a'.repeat(length) })
    const most = limits.keptForm - encodeURIComponent('{"note":""}').length
    expect((await app.submit('/enterprise/verification', field(most))).status).toBe(401)
    expect((await app.submit('/enterprise/verification', field(most + 1))).status).toBe(303)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/enterprise/x',
    '/account',
    '/comments/GX21-AAAA/support',
  ])('leads nowhere else: %s', async (act) => {
    const { owner } = await makeEnterprise(app)
    const signIn = { email: owner.email, password: owner.password, act, kept: '{"a":"b"}' }
    const answer = await app.submit('/account/sign-in', signIn)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account'])
  })

  it('that is no longer what was sent does nothing', async () => {
    const { owner } = await makeEnterprise(app)
    for (const kept of ['', 'no json', '{"a":1}'])
      expect((await app.submit('/enterprise/leave', { kept }, { as: owner.cookie })).status).toBe(303)
  })
})

const entries = /^\/account\/(?:sign-in|sign-up|sign-out|confirm|password|password\/new)$/
const acts = app.app.routes
  .filter(({ method, path }) => method === 'POST' && /^\/(?:enterprise|account)\//.test(path))
  .map(({ path }) => path.replace(':key', '1.1').replace(':number', '1').replace(/:\w+/g, 'x'))
  .filter((path) => !entries.test(path))

const noticed = '/account/notice'

describe('an act that comes back from sign-in', () => {
  it('would take note of the privacy notice if it were sent as such', async () => {
    const { owner } = await makeEnterprise(app)
    const readBy = () => app.rows(sql`SELECT notice_version FROM users WHERE id = ${owner.actor.id}`)
    expect(acts).toContain(noticed)
    await app.submit(noticed, { kept: '{"version":"1"}' }, { as: owner.cookie })
    expect(await readBy()).toEqual([{ notice_version: null }])
    await app.submit(noticed, { version: '1' }, { as: owner.cookie })
    expect(await readBy()).toEqual([{ notice_version: 1 }])
  })

  it.each([...new Set(acts)])('does nothing: %s', async (path) => {
    const firm = await makeFirm(app)
    const response = await makeResponse(app, firm, path.includes('/versions/') ? 'sent' : 'drafting')
    const { enterpriseId, drafter, owner } = firm
    const before = await countRows(app)
    const kept = JSON.stringify({
      ...{ id: drafter.actor.id, from: 'drafter', part: 'none', accept: 'yes', email: 'new@firm.test' },
      ...{
        version: path === noticed ? '1' : String(response.version),
        document: '营业执照',
        note: '请看',
        name: '孙改名',
        publish: 'yes',
      },
      ...{ clause: '', stance: 'support', body, planRevision: '1', token: 'x', uscc: newRegistration().uscc },
    })
    const answer = await app.submit(path, { kept, password: owner.password }, { as: owner.cookie })
    expect([303, 409]).toContain(answer.status)
    expect(answer.headers.get('location') ?? '').not.toContain('done')
    expect(await countRows(app)).toEqual(before)
    const [state] = await app.rows<{ state: string }>(
      sql`SELECT state || version AS state FROM enterprises WHERE id = ${enterpriseId}`,
    )
    expect(state?.state).toBe('unverified1')
  })
})
