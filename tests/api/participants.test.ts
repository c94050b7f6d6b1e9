import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { beijingTimestamp } from '../../worker/contract/beijing-time'
import { deleteOldAccountMails } from '../../worker/services/account-mails/delete-old-account-mails'
import { deliverAccountMails } from '../../worker/services/account-mails/deliver-account-mails'
import { inviteColleague } from '../../worker/services/enterprises/invite-colleague'
import { type Mail, MailError } from '../../worker/services/outbox/mailer'
import { errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { day, hour, minute } from '../support/clock'
import { testPassword } from '../support/known-keys'
import { makeEnterprise, makeParticipant, newRegistration } from '../support/make-enterprise'
import { makeJoinRequest } from '../support/make-joining'
import { cookiesOf, makeUser, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const origin = 'http://localhost'
const mail = { url: 'smtp://mail.example.test', from: 'noreply@example.test' }
const app = await startTestApp({ config: { mail, publicOrigin: origin } })
const unmailed = await startTestApp()

beforeEach(() => app.db.run(sql`DELETE FROM account_mails`))

let made = 0
const newAddress = () => {
  made += 1
  return `person-${made}@firm.test`
}
const signUp = (email: string, to = app, password = testPassword) =>
  to.submit('/account/sign-up', { name: '赵敏', email, password })
const signIn = (email: string, to = app, password = testPassword) =>
  to.submit('/account/sign-in', { email, password })

/** What goes out now. */
async function delivered(options: { origin: string | null } = { origin }): Promise<Mail[]> {
  const mails: Mail[] = []
  await deliverAccountMails(app.context(), { send: async (each) => void mails.push(each) }, options)
  return mails
}
const linkIn = (each: Mail | undefined) => /http:\/\/localhost(\/\S+)/.exec(each?.text ?? '')?.[1] ?? ''
const tokenIn = (each: Mail | undefined) => new URL(linkIn(each), origin).searchParams.get('token') ?? ''
const userOf = async (email: string) => {
  const [row] = await app.rows<{ id: string; email_verified: number; role: string }>(
    sql`SELECT id, email_verified, role FROM users WHERE email = ${email}`,
  )
  return row
}

describe('signing up, where links are mailed', () => {
  it.each(['zh', 'en'] as const)(
    'says what the link takes: a button, then signing in (%s)',
    async (language) => {
      const { confirm, signIn: entry } = words[language].account
      const headers = { 'accept-language': language }
      const fields = { name: '赵敏', email: newAddress(), password: testPassword }
      const asked = await (await app.get('/account/sign-up', { headers })).text()
      const told = await (await app.submit('/account/sign-up', fields, { headers })).text()
      const [sent] = await delivered()
      expect(await (await app.get(linkIn(sent), { headers })).text()).toContain(`>${confirm.submit}<`)
      for (const text of [asked, told, sent?.text ?? ''])
        expect(text).toMatch(new RegExp(`[“”]${confirm.submit}[“”]`))
      for (const text of [told, sent?.text ?? ''])
        expect(text.toLowerCase()).toContain(entry.title.toLowerCase())
      expect(told).not.toContain('打开后即可登录')
    },
  )

  it('makes an account that works once its address is confirmed by the link', async () => {
    const email = newAddress()
    const answer = await signUp(email)
    expect(await answer.text()).toContain('请查收邮件')
    const [sent, ...others] = await delivered()
    expect([sent?.to, others]).toEqual([email, []])
    expect(linkIn(sent)).toMatch(/^\/account\/confirm\?token=[0-9a-f]{64}$/)
    expect(await (await app.get(linkIn(sent))).text()).toContain('确认邮箱')
    expect((await userOf(email))?.email_verified).toBe(0)
    const confirmed = await app.submit('/account/confirm', { token: tokenIn(sent) })
    expect(confirmed.headers.get('location')).toBe('/account/sign-in?notice=confirmed')
    const entered = await signIn(email)
    expect(entered.headers.get('location')).toBe('/account')
    const page = await (await app.get('/account', { as: cookiesOf(entered) })).text()
    expect(page).toContain(email)
    const user = await userOf(email)
    expect(user).toMatchObject({ email_verified: 1, role: 'participant' })
    expect(await actionsOn(app, user?.id ?? '')).toEqual([
      'participant.signed_up',
      'participant.email_confirmed',
      'user.signed_in',
    ])
  })

  it('lets nobody in before, and mails the same link once more to whoever has the password', async () => {
    const email = newAddress()
    await signUp(email)
    const [first] = await delivered()
    const refused = await signIn(email)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('确认邮件已重新发出')
    expect(cookiesOf(refused)).not.toContain('session_token')
    const [second] = await delivered()
    expect(tokenIn(second)).toBe(tokenIn(first))
    expect(second?.key).not.toBe(first?.key)
    expect((await app.submit('/account/confirm', { token: tokenIn(first) })).status).toBe(303)
    expect((await app.submit('/account/confirm', { token: tokenIn(second) })).status).toBe(404)
    await signIn(email, app, 'a wrong password indeed')
    expect(await delivered()).toEqual([])
  })

  it('answers alike whether the address is known or not, and tells its owner by mail', async () => {
    const known = await makeUser(app, 'participant')
    const office = await makeUser(app, 'staff')
    const fresh = newAddress()
    const answers = []
    for (const email of [known.email, office.email, fresh]) {
      const answer = await signUp(email)
      answers.push([answer.status, (await answer.text()).replace(/<time[^>]*>/g, '')])
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect((await delivered()).map(({ to }) => to).sort()).toEqual([known.email, fresh].sort())
    await signUp(known.email)
    expect(await delivered()).toEqual([])
    expect((await signIn(known.email)).status).toBe(303)
  })

  it('keeps neither a token nor a password', async () => {
    const email = newAddress()
    await signUp(email)
    const [sent] = await delivered()
    const rows = await Promise.all(
      ['account_links', 'account_mails', 'users', 'credentials', 'audit_log'].map((table) =>
        app.rows<object>(sql`SELECT * FROM ${sql.raw(table)}`),
      ),
    )
    expect(JSON.stringify(rows)).not.toContain(tokenIn(sent))
    expect(JSON.stringify(rows)).not.toContain(testPassword)
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ password: 'elf letters' }, 'password'],
  ])('refuses %j', async (change, field) => {
    const before = await countRows(app)
    const answer = await app.submit('/account/sign-up', {
      ...{ name: '赵敏', email: newAddress(), password: testPassword },
      ...change,
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`href="#field-${field}"`)
    expect(await countRows(app)).toEqual(before)
  })
})

describe('signing up, where no mail is sent', () => {
  it('makes an account that works at once and says that it is unconfirmed', async () => {
    const email = newAddress()
    expect(await (await unmailed.get('/account/sign-up')).text()).toContain('邮箱暂不确认')
    const answer = await signUp(email, unmailed)
    expect(answer.headers.get('location')).toBe('/account/sign-in?notice=made')
    const entered = await signIn(email, unmailed)
    expect(await (await unmailed.get('/account', { as: cookiesOf(entered) })).text()).toContain('未确认')
  })

  it('answers alike for an address that is known', async () => {
    const { email } = await makeUser(unmailed, 'participant')
    const answer = await signUp(email, unmailed, 'another long password')
    expect(answer.headers.get('location')).toBe('/account/sign-in?notice=made')
    expect((await signIn(email, unmailed, 'another long password')).status).toBe(401)
    expect((await signIn(email, unmailed)).status).toBe(303)
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => app.submit('/account/password', { email })
  const choose = (token: string, password: string) => app.submit('/account/password/new', { token, password })

  it('is set anew by a link, once; all sessions end', async () => {
    const member = await makeParticipant(app)
    await ask(member.email)
    const [sent] = await delivered()
    expect((await app.get(linkIn(sent))).status).toBe(200)
    const done = await choose(tokenIn(sent), 'a new and long password')
    expect(done.headers.get('location')).toBe('/account/sign-in?notice=password')
    expect((await app.get('/account', { as: member.cookie })).status).toBe(303)
    expect((await signIn(member.email)).status).toBe(401)
    expect((await signIn(member.email, app, 'a new and long password')).status).toBe(303)
    expect((await choose(tokenIn(sent), 'yet another password')).status).toBe(404)
  })

  it('takes an account back from whoever made it with somebody else’s address', async () => {
    const email = newAddress()
    await signUp(email, app, 'the password of a stranger')
    await delivered()
    await ask(email)
    const [sent] = await delivered()
    await choose(tokenIn(sent), 'the password of the owner')
    expect((await signIn(email, app, 'the password of a stranger')).status).toBe(401)
    expect((await signIn(email, app, 'the password of the owner')).status).toBe(303)
  })

  it('is answered alike for addresses that are not known, and mails nothing there or to the office', async () => {
    const { email } = await makeUser(app, 'staff')
    const answers = []
    for (const each of [newAddress(), email, (await makeUser(app, 'participant')).email])
      answers.push(await (await ask(each)).text())
    expect(new Set(answers).size).toBe(1)
    expect(await delivered()).toHaveLength(1)
  })

  it('has two hours', async () => {
    const { email } = await makeUser(app, 'participant')
    await ask(email)
    const [sent] = await delivered()
    app.clock.advance(2 * hour)
    expect((await app.get(linkIn(sent))).status).toBe(404)
    expect((await choose(tokenIn(sent), 'a new and long password')).status).toBe(404)
  })

  it('is asked for in another’s name without a flood of mails, and without keeping them from a link', async () => {
    const { email } = await makeUser(app, 'participant')
    const got: { at: number; mail: Mail }[] = []
    for (let asked = 0; asked < 60; asked += 1) {
      await ask(email)
      for (const each of await delivered()) got.push({ at: app.clock.now().getTime(), mail: each })
      const last = got.at(-1)?.mail
      expect((await app.get(linkIn(last))).status, `asked ${asked + 1} times`).toBe(200)
      app.clock.advance(50 * minute)
    }
    const inADay = got.map(({ at }) => got.filter((each) => each.at >= at && each.at < at + day).length)
    expect(Math.max(...inADay)).toBe(3)
    expect(got.length).toBeLessThanOrEqual(3 * 3)
  })

  it('is mailed again once the link was used, however many went before', async () => {
    const { email } = await makeUser(app, 'participant')
    for (let asked = 0; asked < 5; asked += 1) await ask(email)
    const sent = await delivered()
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(tokenIn)).size).toBe(1)
    await choose(tokenIn(sent[0]), 'a new and long password')
    await ask(email)
    const [next] = await delivered()
    expect(tokenIn(next)).not.toBe(tokenIn(sent[0]))
    expect((await choose(tokenIn(next), 'yet another password')).status).toBe(303)
  })

  it('says in the mail until when its link works', async () => {
    const { email } = await makeUser(app, 'participant')
    await ask(email)
    const [sent] = await delivered()
    const until = beijingTimestamp(app.clock.now().getTime() + 2 * hour).slice(0, 16)
    expect(sent?.text).toContain(`北京时间 ${until} 前有效`)
  })

  it('tells whoever gets no mail that they cannot set it by themselves', async () => {
    expect(await (await unmailed.get('/account/password')).text()).toContain('请联系主管部门')
  })
})

describe('each at their own door', () => {
  it('a participant is told so at the desk, and no session is opened', async () => {
    const { email, password } = await makeUser(app, 'participant')
    const answer = await app.post('/api/auth/sign-in/email', { email, password })
    expect((await errorOf(answer)).code).toBe('participant_account')
    const [left] = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = ${email}`)
    expect(left?.count).toBe(0)
  })

  it('one of the office is told so at the public door, and no session is opened', async () => {
    const { email, password } = await makeUser(app, 'moderator')
    const answer = await signIn(email, app, password)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('工作人员账号')
    expect(cookiesOf(answer)).not.toContain('session_token')
  })

  it('one of the office who is signed in is led to the desk', async () => {
    const as = await signInAs(app, 'staff')
    const account = await app.get('/account', { as })
    expect(account.headers.get('location')).toBe('/account/sign-in?next=%2Faccount')
    expect(await (await app.get('/account/sign-in', { as })).text()).toContain('href="/desk"')
  })

  it('a disabled account is let in nowhere', async () => {
    const { email, cookie } = await makeParticipant(app)
    await app.db.run(sql`UPDATE users SET disabled_at = 1 WHERE email = ${email}`)
    expect((await signIn(email)).status).toBe(403)
    expect((await app.get('/account', { as: cookie })).status).toBe(303)
  })

  it('is guessed at no faster than the desk', async () => {
    app.limits.allow('SIGN_IN_LIMIT', 2)
    const headers = { 'x-test-address': '203.0.113.78' }
    const guess = async () =>
      (await app.submit('/account/sign-in', { email: 'a@b.test', password: 'x' }, { headers })).status
    expect([await guess(), await guess(), await guess()]).toEqual([401, 401, 429])
    app.limits.reset()
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '\t//evil.example', ''])(
    'leads nowhere else: %j',
    async (next) => {
      const { email, password } = await makeUser(app, 'participant')
      const answer = await app.submit('/account/sign-in', { email, password, next })
      expect(answer.headers.get('location')).toBe('/account')
    },
  )

  it('signs out', async () => {
    const { cookie } = await makeParticipant(app)
    const answer = await app.submit('/account/sign-out', {}, { as: cookie })
    expect(answer.headers.get('location')).toBe('/')
    expect((await app.get('/account', { as: cookie })).status).toBe(303)
  })
})

describe('the head of the public pages', () => {
  it('leads to sign-in, or to the account, without asking the database', async () => {
    const { cookie } = await makeParticipant(app)
    expect(await (await app.get('/account/password')).text()).toContain('href="/account/sign-in"')
    const page = await app.get('/account/password', { as: cookie })
    expect(await page.text()).toContain('href="/account">我的')
    const strange = await app.get('/account/password', { as: 'yanlu.session_token=nonsense' })
    expect(await strange.text()).toContain('href="/account">我的')
    expect((await app.get('/account', { as: 'yanlu.session_token=nonsense' })).status).toBe(303)
  })
})

describe('one’s own account', () => {
  it('keeps a name that was refused, and the form open that was', async () => {
    const { cookie: as } = await makeParticipant(app)
    const name = '赵'.repeat(200)
    const refused = await (await app.submit('/account/name', { name }, { as })).text()
    expect(refused).toContain(`value="${name}"`)
    expect(refused).toMatch(/<details open[^>]*><summary>修改姓名/)
    const wrong = { current: 'not the password', password: 'a new and long password' }
    const other = await (await app.submit('/account/change-password', wrong, { as })).text()
    expect(other).toMatch(/<details open[^>]*><summary>修改密码/)
    expect(other).not.toMatch(/<details open[^>]*><summary>修改姓名/)
  })

  it('changes its name and its password, and other sessions end with the latter', async () => {
    const member = await makeParticipant(app)
    await app.submit('/account/name', { name: '赵小敏' }, { as: member.cookie })
    expect(await (await app.get('/account', { as: member.cookie })).text()).toContain('赵小敏')
    const other = cookiesOf(await signIn(member.email))
    const wrong = { current: 'not the password', password: 'a new and long password' }
    expect((await app.submit('/account/change-password', wrong, { as: member.cookie })).status).toBe(422)
    const right = { current: testPassword, password: 'a new and long password' }
    expect((await app.submit('/account/change-password', right, { as: member.cookie })).status).toBe(303)
    expect((await app.get('/account', { as: other })).status).toBe(303)
    expect((await app.get('/account', { as: member.cookie })).status).toBe(200)
  })

  it('is nowhere among the people of the office', async () => {
    const { actor, email } = await makeUser(app, 'participant')
    const as = await signInAs(app, 'admin')
    expect(await (await app.get('/api/admin/people', { as })).text()).not.toContain(email)
    for (const act of ['disable', 'reset', 'enable'])
      expect((await app.post(`/api/admin/people/${act}`, { id: actor.id }, { as })).status).toBe(404)
    const change = { id: actor.id, role: 'staff' }
    expect((await app.post('/api/admin/people/role', change, { as })).status).toBe(404)
  })
})

describe('the mails', () => {
  it('tell owners who asks, and whoever asked what came of it, in both languages', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const { member } = await makeJoinRequest(app, enterprise)
    const [asked] = await delivered()
    expect(asked).toMatchObject({ to: owner.email })
    expect(asked?.subject).toBe(
      `有人申请加入“${enterprise.name}” / Somebody asks to join “${enterprise.name}”`,
    )
    expect(asked?.text).toContain(`${member.actor.name}申请加入`)
    expect(linkIn(asked)).toBe('/enterprise')
  })

  it('carry a colleague’s link, and nothing where the site does not know its own address', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const input = { part: 'drafter', email: newAddress() } as const
    const { token } = await inviteColleague(app.context(owner.actor), input)
    const [sent] = await delivered()
    expect(sent).toMatchObject({ to: input.email })
    expect(tokenIn(sent)).toBe(token)
    expect(await (await app.get(linkIn(sent))).text()).toContain(enterprise.name)
    await inviteColleague(app.context(owner.actor), { part: 'drafter', email: newAddress() })
    expect(await delivered({ origin: null })).toEqual([])
  })

  it('wait while the server takes nothing, and are given up where it takes them never', async () => {
    await signUp(newAddress())
    const failing = (trouble: 'unreachable' | 'refused') =>
      deliverAccountMails(
        app.context(),
        {
          send: async () => {
            throw new MailError(trouble, 'E')
          },
        },
        { origin },
      )
    await failing('unreachable')
    expect(await delivered()).toEqual([])
    app.clock.advance(minute)
    await failing('refused')
    app.clock.advance(hour)
    expect(await delivered()).toEqual([])
  })

  it('are forgotten after a month, with links that nobody followed', async () => {
    await signUp(newAddress())
    app.clock.advance(31 * day)
    await deleteOldAccountMails(app.context())
    expect(await app.rows(sql`SELECT 1 FROM account_mails UNION ALL SELECT 1 FROM account_links`)).toEqual([])
  })
})

describe('the pages of an organisation', () => {
  it('lead through registration, a taken code and a request without scripts', async () => {
    const [owner, other] = [await makeParticipant(app), await makeParticipant(app)]
    const fields = newRegistration() as unknown as Record<string, string>
    const registered = await app.submit('/enterprise/register', fields, { as: owner.cookie })
    expect(registered.headers.get('location')).toBe('/enterprise?done=registered')
    const taken = await app.submit('/enterprise/register', fields, { as: other.cookie })
    expect(taken.status).toBe(409)
    expect(await taken.text()).toContain('申请加入')
    await app.submit('/enterprise/join', { uscc: fields.uscc ?? '' }, { as: other.cookie })
    expect(await (await app.get('/enterprise', { as: other.cookie })).text()).toContain('已向')
    expect(await (await app.get('/enterprise', { as: owner.cookie })).text()).toContain('加入申请')
  })

  it('show a colleague’s link this once', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const page = await app.submit('/enterprise/invitations', { part: 'drafter' }, { as: owner.cookie })
    const [link = ''] =
      /(?<=http:\/\/localhost)\/enterprise\/invitation\?token=[0-9a-f]{64}/.exec(await page.text()) ?? []
    expect(await (await app.get(link)).text()).toContain(enterprise.name)
    expect(await (await app.get('/enterprise', { as: owner.cookie })).text()).not.toContain('token=')
    expect(page.headers.get('cache-control')).toBe('no-store')
  })
})
