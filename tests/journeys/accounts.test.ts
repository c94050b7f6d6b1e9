import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { enterpriseDeskWords } from '../../web/locales/desk/enterprises'
import { domainWords } from '../../worker/contract/locales'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { desktop, phone, type Visitor } from '../support/browser-page'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { usccOf } from '../support/make-comment'
import { findOverflow, findSmallTargets } from '../support/page-checks'
import { startSignOnProvider } from '../support/sign-on-provider'

const port = await freePort()
const provider = await startSignOnProvider([`http://127.0.0.1:${port}/account/sign-on/callback`])
const { issuer, clientId, clientSecret } = provider
const journey = startJourney({
  PORT: String(port),
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
})
inSteps()
afterAll(() => provider.stop())

const { account, enterprise } = words.zh
const states = domainWords.zh.enterpriseStates
const password = '青石 板桥 夜航船 四月'
const firm = { uscc: usccOf(990_001), name: '珠海长风精密仪器有限公司' }
const own = { uscc: usccOf(990_002), name: '惠州明远电子有限公司' }
let proven: Visitor
let owner: Visitor
let colleague: Visitor
let link = ''

beforeAll(async () => {
  proven = await journey.visit()
  owner = await journey.visit({ javaScriptEnabled: false, meets: [422] })
  colleague = await journey.visit({ javaScriptEnabled: false })
})

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.locator(`#field-${name}`)

/** Nothing for axe in either theme, nothing that sticks out, on a public page nothing too small for a finger, and a picture of each. */
async function look(page: Page, name: string, { isDesk = false } = {}): Promise<void> {
  for (const [size, viewport] of Object.entries({
    wide: desktop,
    phone,
    narrow: { width: 320, height: 700 },
  })) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page)).toEqual([])
    if (size === 'phone' && !isDesk) expect(await findSmallTargets(page, 44)).toEqual([])
    if (size === 'narrow') continue
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await takeShot(page, `${name}-${size}-${colorScheme}`)
      await (colorScheme === 'light' ? expectAccessible(page) : expectContrast(page))
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(desktop)
}

describe('somebody whom the province knows', () => {
  it('signs on, and their enterprise is verified', async () => {
    const { page } = proven
    provider.signInAs('p-1', { name: '江帆', uscc: firm.uscc, organization_name: firm.name })
    await page.goto('/account/sign-in?next=/enterprise')
    await look(page, 'sign-in')
    await page.getByRole('link', { name: account.signIn.signOn }).click()
    await page.getByRole('heading', { level: 1, name: firm.name }).waitFor()
    expect(await page.locator('#verification-heading').innerText()).toBe(states.verified)
    await page.getByText(enterprise.history).click()
    await page.getByText(domainWords.zh.verificationMeans.sign_on).waitFor()
    await look(page, 'enterprise')
    const atProvider = proven.problems.filter((problem) => !problem.startsWith(`asks ${issuer}/`))
    proven.problems.splice(0, proven.problems.length, ...atProvider)
  })

  it('signs a comment with it, which is marked so', async () => {
    const { page } = proven
    await page.goto('/measures/7.1/comment')
    expect(await field(page, 'uscc').inputValue()).toBe(firm.uscc)
    const answer = await page.request.get('/measures/7.1/comment')
    expect(await answer.text()).toContain(`value="${firm.name}"`)
  })
})

describe('an enterprise without scripts', () => {
  it('is registered by whoever signs up', async () => {
    const { page } = owner
    await page.goto('/account/sign-up')
    await field(page, 'name').fill('沈宁')
    await field(page, 'email').fill('shen@firm.test')
    await field(page, 'password').fill(password)
    await button(page, account.signUp.submit).click()
    await page.getByText(account.notices.made).waitFor()
    await field(page, 'email').fill('shen@firm.test')
    await field(page, 'password').fill(password)
    await button(page, account.signIn.submit).click()
    await page.getByRole('link', { name: account.own.register }).click()
    await button(page, enterprise.register).click()
    await page.getByRole('heading', { name: words.zh.form.errorHeading }).waitFor()
    await field(page, 'uscc').fill(own.uscc)
    await field(page, 'name').fill(own.name)
    for (const [name, value] of Object.entries({
      size: 'small',
      ownership: 'private',
      industry: 'C',
      city: '4413',
    }))
      await field(page, name).selectOption(value)
    await field(page, 'contactName').fill('沈宁')
    await field(page, 'contact').fill('0752-2880000')
    await button(page, enterprise.register).click()
    await page.getByText(enterprise.done.registered).waitFor()
  })

  it('asks for verification and makes a link for a colleague', async () => {
    const { page } = owner
    await page.getByText(enterprise.verifyHeading, { exact: true }).click()
    await field(page, 'document').fill('营业执照，证照编号 S0012021')
    await button(page, enterprise.submit).click()
    await page.getByText(enterprise.done.submitted).waitFor()
    await field(page, 'part').selectOption('approver')
    await button(page, enterprise.makeLink).click()
    link = await page.locator('.invitation-link').innerText()
  })

  it('is joined by the colleague, who signs up on the way', async () => {
    const { page } = colleague
    await page.goto(link)
    await page.getByRole('link', { name: account.signUp.title, exact: true }).click()
    await field(page, 'name').fill('许可')
    await field(page, 'email').fill('xu@firm.test')
    await field(page, 'password').fill(password)
    await button(page, account.signUp.submit).click()
    await field(page, 'email').fill('xu@firm.test')
    await field(page, 'password').fill(password)
    await button(page, account.signIn.submit).click()
    await button(page, enterprise.join).click()
    await page.getByText(enterprise.done.joined).waitFor()
    await page.getByText(domainWords.zh.enterpriseParts.approver).first().waitFor()
    expect(await page.getByRole('heading', { name: enterprise.invite }).count()).toBe(0)
  })

  it('is verified by staff, and its members see it', async () => {
    const { page } = await journey.visit({ meets: [401, 422] })
    const staff = { email: 'staff@yanlu.test', password: journey.product.passwords['staff@yanlu.test'] ?? '' }
    await signIn(page, staff)
    const e = enterpriseDeskWords.zh
    await page.getByText(deskWords.zh.moreDesks(undefined), { exact: true }).click()
    await page.getByRole('link', { name: deskWords.zh.deskNames.enterprises }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: own.name })
      .getByRole('button', { name: e.open })
      .click()
    await page.getByRole('button', { name: e.reject }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'verification', { isDesk: true })
    await page.getByRole('button', { name: e.verify }).click()
    await page.getByText(e.done.verified(own.name)).waitFor()
    await colleague.page.reload()
    expect(await colleague.page.locator('#verification-heading').innerText()).toBe(states.verified)
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
