import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { OwnEnterprise } from '../../worker/contract/enterprises'
import { proveEnterprise } from '../../worker/services/sign-on/prove-enterprise'
import { bodyOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { beforeBatch } from '../support/before-batch'
import { usccOf } from '../support/make-comment'
import { makeColleague, makeEnterprise, makeParticipant } from '../support/make-enterprise'
import { cookiesOf, makeUser, signInAs } from '../support/make-user'
import { type SignOnPerson, startSignOnProvider } from '../support/sign-on-provider'
import { startTestApp } from '../support/test-app'

const site = 'http://localhost'
const provider = await startSignOnProvider([`${site}/account/sign-on/callback`])
const { issuer, clientId, clientSecret } = provider
const app = await startTestApp({ config: { signOn: { issuer, clientId, clientSecret } } })
afterAll(() => provider.stop())
beforeEach(() => app.clock.set(new Date()))

let made = 0
const newFirm = () => {
  made += 1
  return { uscc: usccOf(8000 + made), organization_name: `第${made}电子有限公司` }
}

/** Goes to the provider and to where it sends the browser back. */
async function goToProvider(as = '', next = '/enterprise', from = app, link = '') {
  const start = await from.get(`/account/sign-on?next=${encodeURIComponent(next)}${link}`, { as })
  const kept = cookiesOf(start)
  let address = start.headers.get('location') ?? ''
  const jar = new Map<string, string>()
  while (!address.startsWith(`${site}/`)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const each of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (each.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    address = new URL(location, address).href
  }
  return { kept, back: address.slice(site.length) }
}

async function signOn(sub: string, person: SignOnPerson, as = '', link = as && '&link=yes') {
  provider.signInAs(sub, person)
  const { kept, back } = await goToProvider(as, '/enterprise', app, link)
  const answer = await app.get(back, { as: [as, kept].filter(Boolean).join('; ') })
  const cookie = answer.headers
    .getSetCookie()
    .filter((each) => each.startsWith('yanlu.session_token='))
    .map((each) => each.split(';')[0])
    .join()
  return { answer, cookie, location: answer.headers.get('location') }
}
const enterpriseOf = async (cookie: string) =>
  (await bodyOf<OwnEnterprise>(await app.get('/api/enterprise', { as: cookie }))).enterprise

describe('the provincial sign-on', () => {
  it('makes an account, and its organisation verified with an owner', async () => {
    const firm = newFirm()
    const { cookie, location } = await signOn('a-1', { name: '郭海', email: 'guo@firm.test', ...firm })
    expect(location).toBe('/enterprise')
    const enterprise = await enterpriseOf(cookie)
    expect(enterprise).toMatchObject({
      ...{ uscc: firm.uscc, name: firm.organization_name, state: 'verified', part: 'owner' },
      history: [{ from: 'unverified', to: 'verified', means: 'sign_on', by: '郭海' }],
    })
    expect(enterprise?.members).toMatchObject([{ name: '郭海', email: 'guo@firm.test', isSelf: true }])
    expect(await actionsOn(app, enterprise?.id ?? '')).toEqual([
      'enterprise.registered',
      'enterprise.member_joined',
      'enterprise.verified',
    ])
  })

  it('finds the same account again, and nothing is proven twice', async () => {
    const firm = newFirm()
    const first = await signOn('b-1', { name: '林青', ...firm })
    const again = await signOn('b-1', { name: '林青', ...firm })
    const [one, two] = [await enterpriseOf(first.cookie), await enterpriseOf(again.cookie)]
    expect(two?.members.map(({ id }) => id)).toEqual(one?.members.map(({ id }) => id))
    expect(two?.history).toHaveLength(1)
  })

  it('takes a colleague into a verified enterprise as a drafter', async () => {
    const firm = newFirm()
    await signOn('c-1', { name: '一', ...firm })
    const { cookie } = await signOn('c-2', { name: '二', ...firm })
    expect(await enterpriseOf(cookie)).toMatchObject({ state: 'verified', part: 'drafter' })
  })

  it('gives the enterprise to whoever is proven: those who joined without proof ask anew', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const drafter = await makeColleague(app, enterprise.id, 'drafter')
    const { cookie } = await signOn('d-1', {
      name: '真实',
      uscc: enterprise.uscc,
      organization_name: '真实名称有限公司',
    })
    const proven = await enterpriseOf(cookie)
    expect(proven).toMatchObject({
      id: enterprise.id,
      state: 'verified',
      name: '真实名称有限公司',
      part: 'owner',
    })
    expect(proven?.members).toHaveLength(1)
    expect(proven?.requests.map(({ name }) => name).sort()).toEqual(
      [owner.actor.name, drafter.actor.name].sort(),
    )
    expect(await enterpriseOf(owner.cookie)).toBeNull()
    const removed = await auditOf(app, enterprise.id, 'enterprise.member_changed')
    expect(removed.map(({ data }) => data.member).sort()).toEqual([owner.actor.id, drafter.actor.id].sort())
  })

  it('keeps those whom it proved of this enterprise, and puts out whom it knows of another', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await proveEnterprise(app.context(owner.actor), owner.actor.id, { uscc: enterprise.uscc, name: null })
    await app.db.run(sql`UPDATE enterprises SET state = 'unverified' WHERE id = ${enterprise.id}`)
    const stranger = await makeColleague(app, enterprise.id, 'owner', '外人')
    await app.db.run(sql`
      INSERT INTO credentials (id, user_id, account_id, provider_id, created_at, updated_at)
      VALUES (${stranger.actor.id}, ${stranger.actor.id}, ${`other#${stranger.actor.id}`}, 'sign_on', 0, 0)`)
    const { cookie } = await signOn('d-2', { name: '后来', uscc: enterprise.uscc })
    const proven = await enterpriseOf(cookie)
    expect(proven?.members.map(({ name }) => name).sort()).toEqual([owner.actor.name, '后来'].sort())
    expect(proven?.requests.map(({ name }) => name)).toEqual(['外人'])
    expect(await enterpriseOf(stranger.cookie)).toBeNull()
  })

  it('takes nothing over that was verified meanwhile', async () => {
    const other = await makeEnterprise(app)
    const { actor } = await makeParticipant(app)
    const context = beforeBatch(app.context(actor), 1, () =>
      app.db.run(sql`UPDATE enterprises SET state = 'verified' WHERE id = ${other.enterprise.id}`),
    )
    await proveEnterprise(context, actor.id, { uscc: other.enterprise.uscc, name: '另一名称有限公司' })
    const kept = await enterpriseOf(other.owner.cookie)
    expect(kept).toMatchObject({ name: other.enterprise.name, part: 'owner' })
    expect(kept?.members.map(({ part }) => part)).toEqual(['owner', 'drafter'])
  })

  it('is added to the account that somebody is signed in with, whose enterprise it then proves', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    await makeColleague(app, enterprise.id, 'drafter')
    const { cookie } = await signOn('e-1', { name: '别名', uscc: enterprise.uscc }, owner.cookie)
    const proven = await enterpriseOf(cookie)
    expect(proven).toMatchObject({ state: 'verified', part: 'owner' })
    expect(proven?.members).toHaveLength(2)
    expect(proven?.members.find(({ isSelf }) => isSelf)?.id).toBe(owner.actor.id)
    const later = await signOn('e-1', { name: '别名', uscc: enterprise.uscc })
    expect((await enterpriseOf(later.cookie))?.id).toBe(enterprise.id)
  })

  it('is added to no account by its open session alone, and to none that was left meanwhile', async () => {
    const member = await makeParticipant(app)
    const { cookie } = await signOn('e-2', { name: '路过' }, member.cookie, '')
    expect(await (await app.get('/account', { as: cookie })).text()).toContain('路过')
    const asked = await goToProvider(member.cookie, '/account', app, '&link=yes')
    const left = await app.get(asked.back, { as: asked.kept })
    expect(left.headers.get('location')).toBe('/account/sign-in?notice=failed')
    expect(
      await app.rows(sql`
        SELECT 1 FROM credentials WHERE user_id = ${member.actor.id} AND provider_id = 'sign_on'`),
    ).toEqual([])
  })

  it('never enters an account by its address alone', async () => {
    const taken = await makeUser(app, 'participant')
    const { cookie } = await signOn('f-1', { name: '同址', email: taken.email, email_verified: true })
    const page = await (await app.get('/account', { as: cookie })).text()
    expect(page).toContain('同址')
    expect(page).not.toContain(taken.email)
  })

  it('leaves a member of another enterprise where they are', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const firm = newFirm()
    const { cookie } = await signOn('g-1', { name: '两处', ...firm }, owner.cookie)
    expect((await enterpriseOf(cookie))?.id).toBe(enterprise.id)
    expect(await app.rows(sql`SELECT 1 FROM enterprises WHERE uscc = ${firm.uscc}`)).toEqual([])
  })

  it('proves nothing by a code that is none', async () => {
    const { cookie } = await signOn('h-1', { name: '无码', uscc: '91440101MA00000001' })
    expect(await enterpriseOf(cookie)).toBeNull()
  })

  it('opens no desk', async () => {
    const { cookie } = await signOn('i-1', { name: '参与人' })
    expect((await app.get('/api/staff/cases', { as: cookie })).status).toBe(403)
    expect(await bodyOf(await app.get('/api/auth/get-session', { as: cookie }))).toBeNull()
  })

  it('gives whoever is signed in at the desk an account of its own', async () => {
    const staff = await signInAs(app, 'staff')
    const { cookie } = await signOn('j-1', { name: '另一个' }, staff)
    expect((await app.get('/account', { as: cookie })).status).toBe(200)
    expect((await app.get('/api/staff/cases', { as: staff })).status).toBe(200)
  })
})

describe('what comes back wrong opens nothing', () => {
  const failed = '/account/sign-in?notice=failed'
  const outcome = async (back: string, as: string) => {
    const answer = await app.get(back, { as })
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token')
    return answer.headers.get('location')
  }

  it('without the cookie of the one who began, or with another’s', async () => {
    provider.signInAs('k-1', { name: '甲' })
    const [mine, theirs] = [await goToProvider(), await goToProvider()]
    expect(await outcome(mine.back, '')).toBe(failed)
    expect(await outcome(mine.back, theirs.kept)).toBe(failed)
    expect(await outcome(mine.back, `${mine.kept}x`)).toBe(failed)
  })

  it('with another state, a code that was used, or none', async () => {
    provider.signInAs('k-2', { name: '乙' })
    const { kept, back } = await goToProvider()
    expect(await outcome(back.replace(/state=[^&]+/, 'state=other'), kept)).toBe(failed)
    expect(await outcome(back.replace(/code=[^&]+/, 'code=other'), kept)).toBe(failed)
    expect(await outcome(back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fother.test'), kept)).toBe(failed)
    expect((await app.get(back, { as: kept })).headers.get('location')).toBe('/enterprise')
    expect(await outcome(back, kept)).toBe(failed)
    expect(await outcome('/account/sign-on/callback', kept)).toBe(failed)
  })

  it('after its time', async () => {
    provider.signInAs('k-3', { name: '丙' })
    const { kept, back } = await goToProvider()
    app.clock.advance(3 * 3_600_000)
    expect(await outcome(back, kept)).toBe(failed)
  })

  it('where the provider says no', async () => {
    provider.signInAs('')
    const { kept, back } = await goToProvider()
    expect(back).toContain('error=access_denied')
    expect(await outcome(back, kept)).toBe(failed)
  })
})

describe('a provider that cannot be reached', () => {
  it('is said so at sign-in', async () => {
    const lost = await startTestApp({
      config: { signOn: { issuer: 'http://127.0.0.1:9', clientId, clientSecret } },
    })
    const answer = await lost.get('/account/sign-on')
    expect(answer.headers.get('location')).toBe('/account/sign-in?notice=unavailable')
  })
})

describe('the button', () => {
  it('is there where the sign-on is set up, and nowhere else', async () => {
    expect(await (await app.get('/account/sign-in')).text()).toContain('href="/account/sign-on"')
    const without = await startTestApp()
    expect(await (await without.get('/account/sign-in')).text()).not.toContain('/account/sign-on')
    const member = await makeParticipant(without)
    expect(await (await without.get('/account', { as: member.cookie })).text()).not.toContain(
      '/account/sign-on',
    )
    expect((await without.get('/account/sign-on')).status).toBe(404)
  })
})

describe('a client secret', () => {
  it('goes into the body where the provider asks for it there', async () => {
    const other = await startSignOnProvider([`${site}/account/sign-on/callback`], {
      authMethod: 'client_secret_post',
    })
    try {
      const posted = await startTestApp({
        config: { signOn: { issuer: other.issuer, clientId, clientSecret } },
      })
      posted.clock.set(new Date())
      other.signInAs('l-1', { name: '丁' })
      const { kept, back } = await goToProvider('', '/account', posted)
      expect((await posted.get(back, { as: kept })).headers.get('location')).toBe('/account')
    } finally {
      await other.stop()
    }
  })
})
