import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { desktop, phone, type Visitor } from '../support/browser-page'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { codeOf } from '../support/make-people'
import { findOverflow } from '../support/page-checks'

const t = deskWords.zh
const domain = domainWords.zh
const words = t.ownAccount.secondFactor
const journey = startJourney({ REQUIRE_SECOND_FACTOR: '1' })
inSteps()

const member = { name: '林溪', email: 'linxi@yanlu.test', password: '青石 板桥 夜航船 四月' }
const fresh = '白鹭 灯塔 芒种 八千里'
let admin: Visitor
let colleague: Visitor
let link = ''
let uri = ''
let codes: string[] = []

beforeAll(async () => {
  admin = await journey.visit({ meets: [401, 409, 422], permissions: ['clipboard-read', 'clipboard-write'] })
  colleague = await journey.visit({ meets: [401, 404, 422] })
})

const accountOf = (email: string) => ({ email, password: journey.product.passwords[email] ?? '' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()
const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first()

/** Nothing for axe in either theme, nothing that sticks out at either size, and a picture of each. */
async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ wide: desktop, phone })) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page)).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await takeShot(page, `${name}-${size}-${colorScheme}`)
      await (colorScheme === 'light' ? expectAccessible(page) : expectContrast(page))
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(desktop)
}

/** From the button to the picture; answers what the authenticator then holds. */
async function scan(page: Page, password: string): Promise<string> {
  await button(page, words.turnOn).click()
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await button(page, words.next).click()
  await page.getByRole('img', { name: words.qr }).waitFor()
  const key = await page.getByText(/^([A-Z2-7]{1,4} ?){10,}$/).innerText()
  return `otpauth://totp/Yanlu?secret=${key.replace(/\s/g, '')}`
}

async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel(words.code, { exact: true }).fill(code)
  await button(page, words.confirm).click()
}

describe('an administrator', () => {
  it('reaches no desk before two-step verification is on, where it is required', async () => {
    const { page } = admin
    const account = accountOf('admin@yanlu.test')
    await signIn(page, account, '/desk/people')
    await page.getByRole('heading', { name: t.ownAccount.required }).waitFor()
    expect(await page.getByRole('navigation', { name: t.nav }).count()).toBe(0)
    expect((await page.request.get('/api/admin/people')).status()).toBe(403)
    await look(page, 'account-required')
    await confirm(page, codeOf(await scan(page, account.password)))
    await button(page, words.kept).click()
    await page.getByRole('heading', { name: t.ownAccount.required }).waitFor({ state: 'detached' })
  })

  it('invites a colleague by a link that is shown once', async () => {
    const { page } = admin
    await page.getByText(t.moreDesks(undefined), { exact: true }).click()
    await page.getByRole('link', { name: t.deskNames.people, exact: true }).click()
    await page.getByRole('heading', { name: t.people.heading, level: 1 }).waitFor()
    await rowOf(page, 'moderator@yanlu.test').waitFor()
    await look(page, 'people')
    await button(page, t.people.invite).click()
    await button(page, t.people.makeLink).click()
    await page.getByRole('alert').getByText(t.people.nameMissing).waitFor()
    await look(page, 'people-invite-errors')
    await page.getByLabel(t.people.name).fill(member.name)
    await page.getByLabel(t.people.email).fill(member.email)
    await page.getByRole('radio', { name: domain.roles.senior_moderator }).check()
    await button(page, t.people.makeLink).click()
    const shown = page.getByRole('region', { name: t.people.link.join(member.name) })
    link = await shown.getByLabel(t.people.link.label).inputValue()
    expect(link).toMatch(/\/desk\/invitation#[0-9a-f]{64}$/)
    await button(page, t.copyText.copy).click()
    await told(page, t.copyText.copied)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await look(page, 'people-link')
    await page.reload()
    await rowOf(page, member.email).getByText(t.people.revoke).waitFor()
    expect(await page.content()).not.toContain(link.split('#')[1])
  })
})

describe('the colleague', () => {
  it('joins by the link with a password of their own', async () => {
    const { page } = colleague
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`))
    await page.goto(link)
    await page.getByRole('heading', { name: t.invitation.heading.join }).waitFor()
    expect(await page.getByLabel(t.invitation.email).inputValue()).toBe(member.email)
    await page.getByLabel(t.invitation.password, { exact: true }).fill('too short')
    await button(page, t.invitation.submit.join).click()
    await page.getByRole('alert').getByText(domain.fields.password_too_short).waitFor()
    await look(page, 'invitation-errors')
    await page.getByLabel(t.invitation.password, { exact: true }).fill(member.password)
    await button(page, t.invitation.submit.join).click()
    await page.getByRole('heading', { name: t.ownAccount.required }).waitFor()
    expect(asked.filter((line) => line.includes(link.split('#')[1] ?? ''))).toEqual([])
  })

  it('finds the link used up', async () => {
    const { page } = await journey.visit({ meets: [404] })
    await page.goto(link)
    await page.getByRole('heading', { name: t.invitation.invalid }).waitFor()
    await look(page, 'invitation-used')
  })

  it('turns two-step verification on, by a wrong code and then the right one', async () => {
    const { page } = colleague
    await button(page, words.turnOn).click()
    await page.getByLabel(words.password, { exact: true }).fill('not the password')
    await button(page, words.next).click()
    await page.getByRole('alert').getByText(domain.fields.password_wrong).waitFor()
    await button(page, words.cancel).click()
    uri = await scan(page, member.password)
    await look(page, 'account-enrolment')
    await confirm(page, '12345')
    await page.getByRole('alert').getByText(domain.fields.code_wrong).waitFor()
    await confirm(page, codeOf(uri))
    await page.getByRole('heading', { name: words.codesHeading }).waitFor()
    codes = await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{5}-\w{5}$/ })
      .allInnerTexts()
    expect(codes).toHaveLength(10)
    await look(page, 'account-backup-codes')
    await button(page, words.kept).click()
    await page.getByText(words.onText('10')).waitFor()
    expect(await page.content()).not.toContain(codes[0])
  })

  it('reaches the desks of their role, and no other', async () => {
    const { page } = colleague
    const desks = page.getByRole('navigation', { name: t.nav })
    expect(await desks.getByRole('link', { name: t.deskNames.people, exact: true }).count()).toBe(0)
    await desks.getByRole('link', { name: t.deskNames.moderation, exact: true }).click()
    await page.getByRole('region', { name: t.queue.list }).waitFor()
    await page.goto('/desk/people')
    await page.getByRole('heading', { name: t.lacking.heading }).waitFor()
    await page.getByRole('link', { name: new RegExp(member.name) }).click()
    await page.getByRole('heading', { name: t.ownAccount.heading }).waitFor()
  })

  it('signs out and in again, with the code after the password', async () => {
    const { page } = colleague
    await journey.moveOn(colleague)
    await button(page, t.signOut).click()
    await page.getByLabel(t.signIn.email).fill(member.email)
    await page.getByLabel(t.signIn.password, { exact: true }).fill(member.password)
    await button(page, t.signIn.submit).click()
    await page.getByRole('heading', { name: t.secondStep.heading }).waitFor()
    expect((await page.request.get('/api/moderation/queue')).status()).toBe(401)
    await look(page, 'second-step')
    await page.getByLabel(t.secondStep.code, { exact: true }).fill('12 34 5')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText(domain.errors.second_factor_failed).waitFor()
    await page.getByLabel(t.secondStep.code, { exact: true }).fill(codeOf(uri))
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: t.queue.list }).waitFor()
  })

  it('signs in elsewhere with a backup code, sees that device and ends it', async () => {
    const elsewhere = await journey.visit({ meets: [401] })
    await elsewhere.page.goto('/desk/account')
    await elsewhere.page.getByLabel(t.signIn.email).fill(member.email)
    await elsewhere.page.getByLabel(t.signIn.password, { exact: true }).fill(member.password)
    await elsewhere.page.keyboard.press('Enter')
    await button(elsewhere.page, t.secondStep.useBackup).click()
    await elsewhere.page.getByLabel(t.secondStep.backupCode).fill(codes[3] ?? '')
    await elsewhere.page.keyboard.press('Enter')
    await elsewhere.page.getByText(words.onText('9')).waitFor()

    const { page } = colleague
    await page.goto('/desk/account')
    const others = page.getByRole('button', { name: new RegExp(t.ownAccount.sessions.endNamed('.*')) })
    await others.first().waitFor()
    expect(await others.count()).toBe(1)
    await look(page, 'account-sessions')
    await others.click()
    await told(page, t.ownAccount.sessions.ended)
    await elsewhere.page.reload()
    await elsewhere.page.getByRole('heading', { name: t.signIn.heading }).waitFor()
  })

  it('changes the password', async () => {
    const { page } = colleague
    await journey.moveOn(colleague)
    const form = t.ownAccount.password
    await button(page, form.change).click()
    await page.getByLabel(form.current, { exact: true }).fill(member.password)
    await page.getByLabel(form.fresh, { exact: true }).fill(fresh)
    await button(page, form.save).click()
    await told(page, form.done)
  })
})

describe('the administrator again', () => {
  it('sees the second factor, and disables the colleague, who is thrown out at once', async () => {
    const { page } = admin
    await page.goto('/desk/people')
    const row = rowOf(page, member.email)
    await row.getByText(t.people.withSecondFactor).waitFor()
    await button(page, t.people.manageName(member.name)).click()
    await look(page, 'people-person')
    await button(page, t.people.disable).click()
    await page.getByText(t.people.confirm.disable(member.name)).waitFor()
    await look(page, 'people-confirm')
    await page.keyboard.press('Escape')
    await button(page, t.people.disable).click()
    await page.keyboard.press('Enter')
    await told(page, t.people.done.disabled(member.name))

    const out = colleague.page
    await out.goto('/desk/moderation')
    await out.getByRole('heading', { name: t.signIn.heading }).waitFor()
    colleague.meets.add(403)
    await out.getByLabel(t.signIn.email).fill(member.email)
    await out.getByLabel(t.signIn.password, { exact: true }).fill(fresh)
    await out.keyboard.press('Enter')
    await out.getByRole('alert').getByText(domain.errors.account_disabled).waitFor()
  })

  it('resets: the colleague chooses a new password by a link, and still needs the code', async () => {
    const { page } = admin
    await button(page, t.people.enable).click()
    await told(page, t.people.done.enabled(member.name))
    await button(page, t.people.reset).click()
    await button(page, t.people.confirmAct(t.people.reset)).click()
    const shown = page.getByRole('region', { name: t.people.link.reset(member.name) })
    const reset = await shown.getByLabel(t.people.link.label).inputValue()
    await rowOf(page, member.email).getByText(t.people.awaitsPassword).waitFor()

    const out = colleague.page
    await out.goto(reset)
    await out.getByRole('heading', { name: t.invitation.heading.reset }).waitFor()
    await out.getByLabel(t.invitation.password, { exact: true }).fill('灯塔 夜航船 板桥 八千里')
    await button(out, t.invitation.submit.reset).click()
    await out.getByLabel(t.secondStep.code, { exact: true }).waitFor()
  })

  it('cannot disable the last administrator', async () => {
    const { page } = admin
    await page.goto('/desk/people')
    const own = page.getByRole('listitem').filter({ hasText: t.people.you })
    await own.getByRole('button', { name: new RegExp(t.people.manage) }).click()
    await own.getByRole('button', { name: t.people.disable }).click()
    await button(page, t.people.confirmAct(t.people.disable)).click()
    await page.getByRole('alert').getByText(domain.errors.last_admin).waitFor()
    await look(page, 'people-last-admin')
  })
})
