import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { privacyWords } from '../../worker/contract/locales/privacy'
import type { NoticeContent, PrivacyDesk } from '../../worker/contract/privacy'
import { addVersion } from '../../worker/services/privacy/publish-notice'
import { hashOfNotice } from '../../worker/services/privacy/write-notice'
import { day } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeEnterprise, makeParticipant, newRegistration } from '../support/make-enterprise'
import { makeFollow } from '../support/make-follow'
import { makeNotice, newNotice } from '../support/make-notice'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let admin = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  admin = await signInAs(app, 'admin')
})

const page = async (path: string, language = 'zh') => {
  const answer = await app.get(path, { headers: { 'accept-language': language } })
  return { status: answer.status, html: await answer.text() }
}
const publish = async (change = {}) =>
  app.post('/api/admin/privacy/notices', await newNotice(app, change), { as: admin })
const desk = async () => (await (await app.get('/api/admin/privacy', { as: admin })).json()) as PrivacyDesk
const notices = () =>
  app.rows<{ version: number; content: string; sha256: string }>(
    sql`SELECT version, content, sha256 FROM privacy_notices ORDER BY version`,
  )

describe('the privacy notice', () => {
  it('is not there before its first version', async () => {
    expect((await page('/privacy')).status).toBe(404)
    expect(await desk()).toMatchObject({ versions: [], isOutdated: true })
  })

  it('is published with the site, once as long as nothing changes', async () => {
    await makeNotice(app)
    await makeNotice(app)
    const [first, ...others] = await notices()
    expect(others).toEqual([])
    expect(first?.version).toBe(1)
    expect(first?.sha256).toBe(await hashOfNotice(JSON.parse(first?.content ?? '{}') as NoticeContent))
  })

  it('says of each kind of data what it is for, for how long and who sees it, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { html } = await page('/privacy', language)
      for (const { what, purpose } of Object.values(privacyWords[language].data)) {
        expect(html).toContain(what.replaceAll('’', '’'))
        expect(html).toContain(purpose)
      }
      expect(html).toContain(language === 'zh' ? '征集截止后 12 个月' : '12 months after closing')
      expect(html).not.toMatch(/<script(?![^>]*application\/json)[^>]*privacy/)
      for (const way of ['/receipts', '/account/data', '/account/erase'])
        expect(html).toContain(`href="${way}"`)
    }
  })

  it('says who sees what is public and what is not, and until when a comment can be withdrawn', async () => {
    const { html } = await page('/privacy')
    const rowOf = (key: string) =>
      new RegExp(`<tr id="data-${key}">.*?</tr>`, 's').exec(html)?.[0].replace(/<[^>]*>/g, ' ') ?? ''
    expect(rowOf('opinion')).toContain('任何人（只限已公开的意见）、本人、审核员、主管部门办理人员')
    expect(rowOf('displayName')).toContain('未经同意只显示首字')
    expect(rowOf('earlierTexts')).toContain('本人、审核员、主管部门办理人员')
    expect(rowOf('earlierTexts')).not.toContain('任何人')
    expect(html).toContain('通过之后不能撤回，可以在回执页申请删除其中的内容')
  })

  it('is linked at the foot of every page and beside the forms', async () => {
    for (const path of ['/', '/measures/1.1', '/measures/1.1/comment', '/account/sign-up', '/follow'])
      expect((await page(path)).html).toContain('href="/privacy"')
    const notice = (await page('/privacy')).html
    for (const path of ['/measures/1.1/comment', '/account/sign-up']) {
      const [, row = 'none'] = /href="\/privacy#([\w-]+)"/.exec((await page(path)).html) ?? []
      expect(notice, path).toContain(`<tr id="${row}"`)
    }
  })

  it('gets a new version from an administrator; the earlier one stays as it was and says that it is old', async () => {
    const before = await page('/privacy?version=1')
    app.clock.advance(day)
    expect((await publish()).status).toBe(200)
    const { html } = await page('/privacy')
    expect(html).toContain('联系电话：020-0000。')
    expect(html).toContain('补充了联系电话。')
    const old = await page('/privacy?version=1')
    expect(old.status).toBe(200)
    expect(old.html).toContain('这是先前的第 1 版')
    expect(old.html).not.toContain('联系电话：020-0000。')
    expect(before.html).not.toContain('这是先前的第 1 版')
    const [act] = await app.rows<{ subject_id: string; data: string }>(
      sql`SELECT subject_id, data FROM audit_log WHERE action = 'privacy_notice.published' ORDER BY id DESC LIMIT 1`,
    )
    expect(act?.subject_id).toBe('2')
    expect(JSON.parse(act?.data ?? '{}')).toEqual({ sha256: (await notices())[1]?.sha256 })
  })

  it('keeps what an administrator added when the site changes it', async () => {
    await makeNotice(app)
    expect(await notices()).toHaveLength(2)
    expect((await desk()).addition).toEqual({ zh: '联系电话：020-0000。', en: 'Telephone: 020-0000.' })
  })

  it('is not published over a version that was not seen, nor without a sentence on what changed', async () => {
    const stale = await publish({ version: 1 })
    expect([stale.status, (await stale.json()).error.code]).toEqual([409, 'notice_changed'])
    const silent = await publish({ changeZh: ' ' })
    expect([silent.status, Object.keys((await silent.json()).error.fields)]).toEqual([422, ['changeZh']])
    expect(await notices()).toHaveLength(2)
  })

  it('never changes once it is published', async () => {
    await expect(app.db.run(sql`UPDATE privacy_notices SET content = '{}'`)).rejects.toThrow()
    await expect(app.db.run(sql`DELETE FROM privacy_notices`)).rejects.toThrow()
    await expect(
      app.db.run(sql`INSERT OR REPLACE INTO privacy_notices SELECT * FROM privacy_notices WHERE version = 1`),
    ).rejects.toThrow()
  })

  it('is not found under a version that there never was', async () => {
    for (const version of ['0', '3', 'x', '1e3'])
      expect((await page(`/privacy?version=${version}`)).status).toBe(404)
  })
})

describe('the version that was in force', () => {
  it('stays with comment, contact person and follow, whatever comes after', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'pending', contact: '13800138000' })
    const { enterprise } = await makeEnterprise(app)
    await makeFollow(app, { email: 'told@example.test' })
    await app.submit('/account/sign-up', {
      name: '赵敏',
      email: 'told@firm.test',
      password: 'a long enough password',
    })
    await publish({ changeZh: '第三版。' })
    const [stored] = await app.rows<Record<string, number>>(sql`
      SELECT (SELECT notice_version FROM comments WHERE public_id = ${publicId}) AS comment,
        (SELECT notice_version FROM enterprise_contacts WHERE enterprise_id = ${enterprise.id}) AS contact,
        (SELECT notice_version FROM follows WHERE email = 'told@example.test') AS follow,
        (SELECT notice_version FROM users WHERE email = 'told@firm.test') AS account`)
    expect(stored).toEqual({ comment: 2, contact: 2, follow: 2, account: 2 })
    const receipt = await (await app.post('/api/receipts/lookup', { publicId, queryCode })).json()
    expect(receipt.noticeVersion).toBe(2)
  })

  it('follows a contact person who is changed', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await publish({ changeZh: '又一版。' })
    const { uscc: _, ...profile } = newRegistration({ name: enterprise.name })
    const answer = await app.post('/api/enterprise/profile', { ...profile, version: 1 }, { as: owner.cookie })
    expect(answer.status).toBe(200)
    const [row] = await app.rows<{ notice_version: number }>(
      sql`SELECT notice_version FROM enterprise_contacts WHERE enterprise_id = ${enterprise.id}`,
    )
    expect(row?.notice_version).toBe((await notices()).length)
  })
})

describe('the version that was shown', () => {
  const hidden = /name="noticeVersion" value="(\d+)"/
  const drawnWith = async (path: string, as?: string) =>
    hidden.exec(await (await app.get(path, as === undefined ? {} : { as })).text())?.[1]
  const storedOf = async (column: SQL) =>
    (await app.rows<{ version: number }>(sql`SELECT notice_version AS version FROM ${column}`))[0]?.version

  it('stays with what a form sent that was drawn before the next one, through its preview too', async () => {
    const before = (await notices()).length
    const { cookie } = await makeParticipant(app)
    const forms = ['/measures/1.1/comment', '/account/sign-up']
    for (const path of forms) expect(await drawnWith(path), path).toBe(String(before))
    expect(await drawnWith('/enterprise/register', cookie)).toBe(String(before))
    const shown = { noticeVersion: String(before) }
    await publish({ changeZh: '写的时候又有一版。' })
    expect(await drawnWith('/account/sign-up')).toBe(String(before + 1))

    const preview = await app.submit('/measures/1.1/comment', {
      ...{ body: '草稿写了很久。', stance: 'suggest', kind: 'individual', publish: 'yes', step: 'preview' },
      ...shown,
    })
    expect(hidden.exec(await preview.text())?.[1]).toBe(String(before))
    const sent = await makeComment(app, { state: 'pending', noticeVersion: before })
    expect(await storedOf(sql`comments WHERE public_id = ${sent.publicId}`)).toBe(before)

    const password = 'a long enough password'
    await app.submit('/account/sign-up', { name: '钱进', email: 'slow@firm.test', password, ...shown })
    expect(await storedOf(sql`users WHERE email = 'slow@firm.test'`)).toBe(before)
    await makeFollow(app, { email: 'slow@example.test', noticeVersion: before })
    expect(await storedOf(sql`follows WHERE email = 'slow@example.test'`)).toBe(before)
    const { uscc, ...profile } = newRegistration({})
    await app.post('/api/enterprise', { uscc, ...profile, noticeVersion: before }, { as: cookie })
    expect(
      await storedOf(
        sql`enterprise_contacts WHERE enterprise_id = (SELECT id FROM enterprises WHERE uscc = ${uscc})`,
      ),
    ).toBe(before)
  })

  it('is the one in force where none is named, or one that there never was', async () => {
    const present = (await notices()).length
    for (const change of [{}, { noticeVersion: present + 7 }]) {
      const { publicId } = await makeComment(app, { state: 'pending', ...change })
      expect(await storedOf(sql`comments WHERE public_id = ${publicId}`)).toBe(present)
    }
  })
})

describe('somebody with an account', () => {
  it('is told of a new version until they say that they saw it', async () => {
    const { cookie } = await makeParticipant(app)
    const version = (await notices()).length
    const own = async () => (await app.get('/account', { as: cookie })).text()
    expect(await own()).toContain(`隐私告知已更新为第 ${version} 版。`)
    expect(
      (await app.submit('/account/notice', { version: String(version + 1) }, { as: cookie })).status,
    ).toBe(303)
    expect(await own()).toContain('隐私告知已更新')
    await app.submit('/account/notice', { version: String(version) }, { as: cookie })
    expect(await own()).not.toContain('隐私告知已更新')
    await publish({ changeZh: '再一版。' })
    expect(await own()).toContain(`隐私告知已更新为第 ${version + 1} 版。`)
  })
})

describe('the line beside a field', () => {
  it('is of the same words as the notice', async () => {
    const { data, beside } = privacyWords.zh
    const form = (await page('/measures/1.1/comment')).html
    expect(form).toContain(beside(data.contact.purpose, data.contact.period(12)))
    expect(form).toContain(beside(data.displayName.purpose, data.displayName.period()))
    const signUp = (await page('/account/sign-up')).html
    expect(signUp).toContain(beside(data.account.purpose, data.account.period()))
    expect(signUp).toContain(beside(data.accountName.purpose, data.accountName.period()))
  })

  it('says for how long this consultation keeps a contact', async () => {
    expect((await setMonths(6)).status).toBe(200)
    expect((await page('/measures/1.1/comment')).html).toContain('征集截止后 6 个月')
    expect((await page('/measures/1.1/comment', 'en')).html).toContain('6 months after closing')
  })
})

const setMonths = (contactMonths: number) =>
  app.post('/api/admin/privacy/contact-months', { contactMonths }, { as: admin })

describe('the period for contacts', () => {
  it('is shortened and never prolonged once somebody left one', async () => {
    const longer = await setMonths(12)
    expect([longer.status, (await longer.json()).error.code]).toEqual([409, 'contact_period_promised'])
    expect((await setMonths(3)).status).toBe(200)
    expect((await desk()).contactMonths).toBe(3)
  })

  it('is set freely before that', async () => {
    await app.db.run(sql`DELETE FROM comment_contacts`)
    expect((await setMonths(24)).status).toBe(200)
    for (const wrong of [0, 37, 1.5]) expect((await setMonths(wrong)).status).toBe(422)
    const [act] = await app.rows<{ data: string }>(
      sql`SELECT data FROM audit_log WHERE action = 'settings.changed' ORDER BY id DESC LIMIT 1`,
    )
    expect(act?.data).toBe('{"contactMonths":[3,24]}')
  })
})

describe('a notice whose words the site has changed', () => {
  it('is published anew by the deployment, which says so, once', async () => {
    const [last] = (await notices()).slice(-1)
    const old = JSON.parse((last?.content ?? '').replaceAll('任何人（只限已公开的意见）', '任何人'))
    const told = { changeZh: '更早的一版。', changeEn: 'An earlier one.', by: null }
    await app.db.batch(await addVersion(app.context(), last?.version ?? 0, old, told))
    await makeNotice(app)
    await makeNotice(app)
    const after = await notices()
    expect(after).toHaveLength((last?.version ?? 0) + 2)
    expect(after.at(-1)?.content).toBe(last?.content)
    const { html } = await page('/privacy')
    expect(html).toContain(privacyWords.zh.changedWithSite)
    expect(html).toContain('任何人（只限已公开的意见）')
  })
})
