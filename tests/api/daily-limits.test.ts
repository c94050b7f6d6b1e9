import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileLimits } from '../../worker/contract/files'
import { domainWords } from '../../worker/contract/locales'
import { inviteColleague } from '../../worker/services/enterprises/invite-colleague'
import { errorOf } from '../support/answers'
import { makeUpload, pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeConsultation } from '../support/make-consultation'
import { makeEnterprise } from '../support/make-enterprise'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
beforeAll(() => makeConsultation(app))

const day = 86_400_000
const mails = async (kind: string) =>
  (await app.rows<{ id: string }>(sql`SELECT subject_id AS id FROM account_mails WHERE kind = ${kind}`))
    .length

describe('mails to one address', () => {
  beforeEach(() => app.db.run(sql`DELETE FROM account_mails`))

  it('with a link to a new password are three a day; the answer is the same, and the last link stays', async () => {
    const { email, actor } = await makeUser(app, 'participant')
    const ask = async () => (await app.submit('/account/password', { email })).text()
    const link = () => app.rows(sql`SELECT id FROM account_links WHERE user_id = ${actor.id}`)
    const first = await ask()
    await ask()
    await ask()
    const last = await link()
    expect(await ask()).toBe(first)
    expect(await mails('password')).toBe(3)
    expect(await link()).toEqual(last)
    app.clock.advance(day + 1)
    expect(await ask()).toBe(first)
    expect(await mails('password')).toBe(4)
  })

  it('with an invitation are three a day, whoever invites; the links are told all the same', async () => {
    const tokens = new Set<string>()
    for (let i = 0; i < 4; i += 1) {
      const { owner } = await makeEnterprise(app)
      const email = i % 2 ? 'Zhou@firm.test' : 'zhou@firm.test'
      tokens.add((await inviteColleague(app.context(owner.actor), { part: 'drafter', email })).token)
    }
    expect(tokens.size).toBe(4)
    expect(await mails('invitation')).toBe(3)
    const { owner } = await makeEnterprise(app)
    await inviteColleague(app.context(owner.actor), { part: 'drafter', email: 'other@firm.test' })
    expect(await mails('invitation')).toBe(4)
  })

  it('to confirm it are three a day', async () => {
    const { startTestApp: start } = await import('../support/test-app')
    const mailed = await start({
      config: {
        mail: { url: 'smtp://127.0.0.1:1', from: 'a@b.test' } as never,
        publicOrigin: 'http://localhost',
      },
    })
    await makeConsultation(mailed)
    const fields = { name: '赵敏', email: 'zhao@firm.test', password: 'a long enough password' }
    await mailed.submit('/account/sign-up', fields)
    for (let i = 0; i < 4; i += 1) {
      const answer = await mailed.submit('/account/sign-in', fields)
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain(domainWords.zh.errors.email_unconfirmed)
    }
    expect(await mailed.rows(sql`SELECT 1 FROM account_mails WHERE kind = 'confirm'`)).toHaveLength(3)
  })
})

describe('uploads', () => {
  const bring = (address: string) =>
    app.request('/api/attachments', {
      method: 'POST',
      body: uploadOf('测算.pdf', pdfOf('测算')),
      headers: { 'x-test-address': address },
    })
  const counted = (change: ReturnType<typeof sql>) => app.db.run(sql`UPDATE upload_counts SET ${change}`)

  it.each([
    ['files', sql`files = ${fileLimits.filesADay}`],
    ['bytes', sql`bytes = ${fileLimits.bytesADay}`],
  ])('of one source are so many %s a day, and no other source pays for it', async (_, full) => {
    await app.db.run(sql`DELETE FROM upload_counts`)
    expect((await bring('203.0.113.1')).status).toBe(201)
    await counted(full)
    const shelf = app.files.files.size
    const refused = await errorOf(await bring('203.0.113.1'))
    expect(refused).toMatchObject({ code: 'uploads_full', message: domainWords.zh.errors.uploads_full })
    expect(app.files.files.size).toBe(shelf)
    expect((await bring('203.0.113.2')).status).toBe(201)
    app.clock.advance(day)
    expect((await bring('203.0.113.1')).status).toBe(201)
  })

  it('count a confidential annex like every other', async () => {
    await app.db.run(sql`DELETE FROM upload_counts`)
    const secret = () =>
      app.request('/api/attachments', {
        method: 'POST',
        body: uploadOf('成本.pdf', pdfOf('成本'), { confidential: 'yes' }),
        headers: { 'x-test-address': '203.0.113.4' },
      })
    expect((await secret()).status).toBe(201)
    await counted(sql`bytes = ${fileLimits.bytesADay}`)
    expect((await errorOf(await secret())).code).toBe('uploads_full')
  })

  it('keep the name of no source', async () => {
    await bring('203.0.113.77')
    const rows = await app.rows<{ source: string }>(sql`SELECT source FROM upload_counts`)
    expect(JSON.stringify(rows)).not.toContain('203.0.113')
  })

  it('end where too much lies unsent, first for those who brought most of it, which the form says too, and goes on without', async () => {
    const { id } = await makeUpload(app)
    await app.db.run(sql`UPDATE attachments SET size = ${fileLimits.unsentBytes} WHERE id = ${id}`)
    await app.db.run(sql`DELETE FROM upload_counts`)
    expect((await bring('203.0.113.8')).status).toBe(201)
    await counted(sql`bytes = ${fileLimits.fairBytes}`)
    expect((await errorOf(await bring('203.0.113.8'))).code).toBe('uploads_full')
    expect((await bring('203.0.113.9')).status).toBe(201)
    const counts = () => app.rows(sql`SELECT source, files, bytes FROM upload_counts ORDER BY source`)
    const before = await counts()
    await app.db.run(sql`UPDATE attachments SET size = ${4 * fileLimits.unsentBytes} WHERE id = ${id}`)
    for (const address of ['203.0.113.9', '203.0.113.10'])
      expect((await errorOf(await bring(address))).code).toBe('uploads_full')
    expect(await counts(), 'nobody pays for what was not taken').toEqual(before)
    const form = await upload(
      app,
      '/measures/1.1/comment',
      uploadOf('测算.pdf', pdfOf('测算'), { step: 'attach', body: '建议公布名单。' }),
    )
    expect(form.status).toBe(429)
    const page = await form.text()
    expect(page).toContain(domainWords.zh.errors.uploads_full)
    expect(page).toContain('建议公布名单。')
    await app.db.run(sql`UPDATE attachments SET size = 10 WHERE id = ${id}`)
    expect((await bring('203.0.113.9')).status).toBe(201)
  })
})
