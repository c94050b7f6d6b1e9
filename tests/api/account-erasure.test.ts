import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { inviteColleague } from '../../worker/services/enterprises/invite-colleague'
import { keepFile } from '../../worker/services/files/keep-file'
import { sweepFiles } from '../../worker/services/files/sweep-files'
import { requestFollow } from '../../worker/services/follows/request-follow'
import { supportComment } from '../../worker/services/supports/support-comment'
import { errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { day } from '../support/clock'
import { testPassword } from '../support/known-keys'
import { pdfOf } from '../support/make-attachment'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeEnterprise, makeParticipant, type TestMember } from '../support/make-enterprise'
import { makeReasons } from '../support/make-reasons'
import { makeFirm, makeResponse, newEntry } from '../support/make-submission'
import { signInAs } from '../support/make-user'
import { findWords } from '../support/read-everything'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)

beforeEach(async () => {
  await makeConsultation(app)
})

const erase = ({ cookie }: TestMember, more: object = {}) =>
  app.post('/api/own-account/erase', { password: testPassword, confirm: true, ...more }, { as: cookie })
const supportsOf = (publicId: string) =>
  app.rows(sql`SELECT supporter, kind FROM supports WHERE comment_id = (
    SELECT id FROM comments WHERE public_id = ${publicId})`)

describe('the erasure of an account', () => {
  it('leaves no word of its owner anywhere, where they were alone in their enterprise', async () => {
    const word = {
      name: 'Zqxaccountname',
      contact: 'Zqxcontactperson',
      phone: '13977778888',
      file: 'Zqxunsentfile',
    }
    const { owner, enterprise } = await makeEnterprise(app, {
      contactName: word.contact,
      contact: word.phone,
    })
    const email = 'zqxaddress@example.test'
    await app.db.run(sql`
      UPDATE users SET name = ${word.name}, email = ${email}, email_verified = 1 WHERE id = ${owner.actor.id}`)
    const ctx = app.context(owner.actor)
    await requestFollow(app.context(), { email, frequency: 'daily', subjects: ['all'] }, 'zh')
    await keepFile(ctx, { name: `${word.file}.pdf`, bytes: pdfOf(word.file) })
    await app.db.run(
      sql`UPDATE sessions SET user_agent = 'Zqxbrowser', ip_address = 'Zqxplace' WHERE user_id = ${owner.actor.id}`,
    )
    await app.db.run(sql`
      INSERT INTO account_mails (kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at, last_error)
      VALUES ('known', ${owner.actor.id}, '1', 'known.1', 0, 0, 'Zqxmailerror')`)
    const words = [...Object.values(word), 'zqxaddress', 'Zqxbrowser', 'Zqxplace', 'Zqxmailerror']
    const seen = await findWords(app, words)
    for (const column of [
      ...[
        'users.name',
        'users.email',
        'enterprise_contacts.name',
        'enterprise_contacts.value',
        'follows.email',
      ],
      ...['attachments.file_name', 'sessions.user_agent', 'account_mails.last_error'],
    ])
      expect(seen, column).toContain(column)

    expect((await erase(owner)).status).toBe(200)
    app.clock.advance(3 * day)
    await sweepFiles(app.context())
    expect([...(await findWords(app, words))]).toEqual([])
    expect(await app.rows(sql`SELECT name FROM enterprises WHERE id = ${enterprise.id}`)).toEqual([
      { name: enterprise.name },
    ])
    expect(await actionsOn(app, owner.actor.id)).toContain('account.erased')
    expect((await app.get('/api/own-account/data', { as: owner.cookie })).status).toBe(401)
  })

  it('keeps what was sent in an enterprise’s name, from an account that is gone', async () => {
    const firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent')
    await erase(firm.approver)
    const answer = await app.get('/api/enterprise/response/versions/1', { as: firm.owner.cookie })
    expect(await answer.json()).toMatchObject({ sentBy: null, entries: [{}] })
    for (const [language, said, unsaid] of [
      ['zh', '已注销账号', 'Deleted account'],
      ['en', 'Deleted account', '已注销账号'],
    ] as const)
      for (const path of [
        '/enterprise/response',
        '/enterprise/response/versions',
        '/enterprise/response/versions/1',
      ]) {
        const headers = { 'accept-language': language }
        const page = await (await app.get(path, { as: firm.owner.cookie, headers })).text()
        expect(page, path).toContain(said)
        expect(page, path).not.toContain(unsaid)
      }
  })

  it('takes a person’s own support away, and not their enterprise’s', async () => {
    const { publicId } = await makeComment(app)
    const person = await makeParticipant(app)
    await supportComment(app.context(person.actor), publicId)
    const { owner, enterprise } = await makeEnterprise(app, { state: 'verified' })
    await supportComment(app.context(owner.actor), publicId)
    await erase(person)
    await erase(owner)
    expect(await supportsOf(publicId)).toEqual([
      { supporter: `enterprise:${enterprise.id}`, kind: 'enterprise' },
    ])
  })

  it('takes along what was drafted and never sent, where nobody else is left to send it', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const firm = {
      enterpriseId: enterprise.id,
      name: enterprise.name,
      owner,
      drafter: owner,
      approver: owner,
    }
    await makeResponse(app, firm, 'in_approval')
    await erase(owner)
    expect(
      await app.rows(sql`
      SELECT e.id FROM submission_entries e JOIN submissions s ON s.id = e.submission_id
      WHERE s.enterprise_id = ${enterprise.id}`),
    ).toEqual([])
  })
})

describe('it is refused', () => {
  it('with a wrong password and without the tick', async () => {
    const person = await makeParticipant(app)
    const before = await countRows(app)
    expect(await errorOf(await erase(person, { password: 'not the password' }))).toMatchObject({
      fields: { password: expect.any(String) },
    })
    expect((await erase(person, { confirm: false })).status).toBe(422)
    expect(await countRows(app)).toEqual(before)
  })

  it('to the only owner of an enterprise with colleagues, who hands it over first', async () => {
    const firm = await makeFirm(app)
    expect(await errorOf(await erase(firm.owner))).toMatchObject({ code: 'last_owner' })
    const page = await (await app.get('/account/erase', { as: firm.owner.cookie })).text()
    expect(page).toContain('请先把负责人交给一位同事')
    await app.db.run(
      sql`UPDATE enterprise_members SET part = 'owner' WHERE user_id = ${firm.drafter.actor.id}`,
    )
    expect((await erase(firm.owner)).status).toBe(200)
  })

  it('to the office’s people', async () => {
    for (const role of ['moderator', 'staff', 'admin'] as const) {
      const as = await signInAs(app, role)
      const answer = await app.post(
        '/api/own-account/erase',
        { password: testPassword, confirm: true },
        { as },
      )
      expect(answer.status).toBe(403)
    }
  })

  it('without a password where the sign-in is older than a quarter of an hour', async () => {
    const person = await makeParticipant(app)
    await app.db.run(
      sql`UPDATE credentials SET password = NULL, provider_id = 'sign_on' WHERE user_id = ${person.actor.id}`,
    )
    await app.db.run(
      sql`UPDATE sessions SET created_at = created_at - 16 * 60000 WHERE user_id = ${person.actor.id}`,
    )
    expect(await errorOf(await erase(person, { password: '' }))).toMatchObject({ code: 'sign_in_anew' })
    await app.db.run(
      sql`UPDATE sessions SET created_at = created_at + 16 * 60000 WHERE user_id = ${person.actor.id}`,
    )
    expect((await erase(person, { password: '' })).status).toBe(200)
  })
})

describe('the copy of an account', () => {
  it('has what is kept of it and nobody else’s, and is on record', async () => {
    const firm = await makeFirm(app)
    await inviteColleague(app.context(firm.owner.actor), {
      part: 'drafter',
      email: 'colleague@example.test',
    } as never)
    const opinion = { target: '1.1.2.1', opinion: 'too_high', evidence: '去年新增 9 家。' } as const
    await makeResponse(app, firm, 'drafting', [newEntry({ targets: [opinion] })])
    await app.db.run(sql`
      UPDATE submission_entries SET updated_by = ${firm.owner.actor.id}
      WHERE submission_id = (SELECT id FROM submissions WHERE enterprise_id = ${firm.enterpriseId})`)
    const answer = await app.get('/account/data', { as: firm.owner.cookie })
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['data.json', '数据说明.txt', 'README.txt'])
    const text = new TextDecoder().decode(files['data.json'])
    expect(JSON.parse(text)).toMatchObject({
      about: 'account',
      account: [{ name: '孙总', email: firm.owner.email }],
      memberships: [{ name: firm.name, part: 'owner' }],
      enterpriseContact: [{ name: '钱经理' }],
      draftEntries: [{ body: newEntry().body, targets: [opinion] }],
    })
    expect(text).not.toMatch(/吴总|周工|"password"/)
    expect(new TextDecoder().decode(files['数据说明.txt'])).toContain('account：姓名、邮箱和登记时间')
    expect(await actionsOn(app, firm.owner.actor.id)).toContain('own_data.taken')
  })
})
