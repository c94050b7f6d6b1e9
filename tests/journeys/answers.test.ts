import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { words } from '../../web/locales'
import { answerDeskWords } from '../../web/locales/desk/answers'
import { domainWords } from '../../worker/contract/locales'
import { expectAccessible } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { lookUp } from '../support/comment-errand'
import { said, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { sendComment, signInDecider } from '../support/send-comment'

const a = answerDeskWords.zh
const { label } = words.zh.answer
const { dispositions } = domainWords.zh
const journey = startJourney()
inSteps()

const measure = '1.4'
const body = '建议在培育名单中单列模具、铸造等基础工艺企业，并公布评审口径。'
const first = '已采纳。评审口径随申报通知一并公布。'
const second = '已采纳。评审口径已于本月公布，基础工艺企业单列。'
const people = {} as Record<'clerk' | 'colleague' | 'head' | 'reader', Visitor>
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  receipt = await sendComment(journey, measure, { body })
  const decide = await signInDecider(journey)
  await decide({ publicId: receipt.publicId, decision: 'publish' })
  const shown = `${journey.product.address}/api/comments/${receipt.publicId}`
  await vi.waitFor(async () => expect((await fetch(shown)).status).toBe(200), {
    timeout: 30_000,
    interval: 200,
  })
  const emails = { clerk: 'staff', colleague: 'staff2', head: 'head' } as const
  for (const [name, email] of Object.entries(emails) as [keyof typeof emails, string][]) {
    people[name] = await journey.visit({ meets: [422] })
    const account = {
      email: `${email}@yanlu.test`,
      password: journey.product.passwords[`${email}@yanlu.test`] ?? '',
    }
    await signIn(people[name].page, account, '/desk/answers')
  }
  people.reader = await journey.visit()
})

const permalink = () => `/comments/${receipt.publicId}`
const panel = (page: Page, heading: string) =>
  page.locator('section.handling').filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
async function openCase(page: Page) {
  await page.goto(`/desk/cases?view=all&comment=${receipt.publicId}`)
  await panel(page, a.answer.heading).waitFor()
  return panel(page, a.answer.heading)
}
/** Opens the answer to the comment at the answer desk. */
async function openAnswer(page: Page, text: string) {
  await page.goto('/desk/answers')
  await page.getByRole('region', { name: a.desk.list }).getByRole('button').filter({ hasText: text }).click()
  const pane = page.getByRole('region', { name: a.answer.heading, exact: true })
  await pane.getByText(text).first().waitFor()
  return pane
}
async function release(page: Page) {
  await page.goto('/desk/answers')
  await page.getByRole('button', { name: a.release.all }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(a.release.counted('1', '1')).waitFor()
  await dialog.getByRole('button', { name: a.release.confirm('1') }).click()
  await said(page, a.release.done('1'))
}

describe('a disposition', () => {
  it('is recorded by the unit, with what the text needs, and what is typed outlives a reload', async () => {
    const { page } = people.clerk
    await openCase(page)
    const form = panel(page, a.disposition.heading)
    await form.getByRole('radio', { name: dispositions.adopted, exact: true }).check()
    await form.getByLabel(a.disposition.reason).fill('评审口径应当公开。')
    await page.reload()
    await expect.poll(() => form.getByLabel(a.disposition.reason).inputValue()).toBe('评审口径应当公开。')
    await form.getByRole('button', { name: a.disposition.record }).click()
    await form.getByText(domainWords.zh.fields.text_change_required).waitFor()
    await form.getByLabel(a.disposition.unchanged).check()
    await form.getByLabel(a.disposition.reason).press('Control+Enter')
    await said(page, a.disposition.done)
    await form.getByText('评审口径应当公开。').waitFor()
    await takeShot(page, 'case-disposition')
    await expectAccessible(page)
  })
})

describe('an answer', () => {
  it('is written, and by its writer neither reviewed nor shown', async () => {
    const { page } = people.clerk
    const form = await openCase(page)
    await form.getByRole('button', { name: a.answer.write }).click()
    await form.getByLabel(a.answer.text).fill(first)
    await form.getByRole('button', { name: a.answer.save }).click()
    await form.getByText(a.answer.ownDraft).waitFor()
    expect(await form.getByRole('button', { name: a.answer.acts.review }).count()).toBe(0)
    const { page: reading } = people.reader
    await reading.goto(permalink())
    expect(await reading.getByText(label).count()).toBe(0)
    await takeShot(page, 'case-answer')
    expect(await page.getByText(a.answer.kept).count()).toBe(0)
  })

  it('is reviewed by a colleague and approved by the head', async () => {
    const colleague = await openAnswer(people.colleague.page, first)
    await colleague.getByRole('button', { name: a.answer.acts.review }).click()
    await said(people.colleague.page, a.answer.done.review)
    expect(await colleague.getByRole('button', { name: a.answer.acts.approve }).count()).toBe(0)
    const head = await openAnswer(people.head.page, first)
    await expectAccessible(people.head.page)
    await takeShot(people.head.page, 'answers-desk')
    await head.getByLabel(a.answer.note).fill('口径再核。')
    await head.getByLabel(a.answer.note).press('Control+Enter')
    await people.head.page.waitForTimeout(500)
    await head.getByRole('button', { name: a.answer.acts.approve }).click()
    await said(people.head.page, a.answer.done.approve)
  })

  it('is made public with its set, and stands beside the comment for everybody', async () => {
    await release(people.head.page)
    const { page } = people.reader
    await page.goto(permalink())
    const answer = page.locator('.answer')
    await answer.getByText(label).waitFor()
    expect(await answer.innerText()).toContain(first)
    await expectAccessible(page)
    await page.goto(`/measures/${measure}`)
    await page.locator('.answer').getByText(first).waitFor()
    await takeShot(page, 'answer-in-thread')
  })

  it('gets a second version, and the first stays to be read with its date', async () => {
    const { page } = people.clerk
    const another = await openAnswer(people.head.page, first)
    await another.getByRole('button', { name: a.answer.newVersion }).click()
    await another.getByLabel(a.answer.text).fill('已采纳。名单按行业单列。')
    const form = await openCase(page)
    await form.getByRole('button', { name: a.answer.newVersion }).click()
    await form.getByLabel(a.answer.text).fill(second)
    await form.getByRole('button', { name: a.answer.saveVersion }).click()
    await said(page, a.answer.done.write)

    const late = await openAnswer(people.head.page, second)
    await late.getByText(a.answer.meanwhile(2)).waitFor()
    expect(await late.getByLabel(a.answer.text).inputValue()).toBe('已采纳。名单按行业单列。')
    await late.getByRole('button', { name: a.answer.saveVersion }).click()
    await late.getByText(a.answer.decide).waitFor()
    await takeShot(people.head.page, 'answer-meanwhile')
    await expectAccessible(people.head.page)
    await late.getByRole('button', { name: a.answer.dropMine }).click()
    await late.getByText(a.answer.meanwhile(2)).waitFor({ state: 'detached' })
    const { page: reading } = people.reader
    await reading.goto(permalink())
    expect(await reading.locator('.answer').innerText()).toContain(first)

    await (await openAnswer(people.colleague.page, second))
      .getByRole('button', { name: a.answer.acts.review })
      .click()
    await said(people.colleague.page, a.answer.done.review)
    await (await openAnswer(people.head.page, second))
      .getByRole('button', { name: a.answer.acts.approve })
      .click()
    await said(people.head.page, a.answer.done.approve)
    await release(people.head.page)

    await reading.goto(permalink())
    const answer = reading.locator('.answer')
    await answer.getByText(second).waitFor()
    await answer.getByText(words.zh.answer.earlier(1)).click()
    await answer.getByText(first).waitFor()
    await takeShot(reading, 'answer-with-history')
    await expectAccessible(reading)
  })

  it('is read by the author on the receipt', async () => {
    const { page } = people.reader
    await lookUp(page, receipt)
    const answer = page.getByRole('region', { name: words.zh.answer.heading, exact: true })
    await answer.getByText(second).waitFor()
    await takeShot(page, 'receipt-with-answer')
    await expectAccessible(page)
  })
})

describe('standard texts', () => {
  it('are kept, inserted and found again where they were used', async () => {
    const { page } = people.clerk
    await page.goto('/desk/answers/standard-texts')
    await page.getByRole('button', { name: a.standard.add, exact: true }).click()
    await page.getByLabel(a.standard.titleLabel).fill('已体现')
    await page.getByLabel(a.standard.textLabel).fill('您的意见在本条中已经体现。')
    await page.getByRole('button', { name: a.standard.save, exact: true }).click()
    await said(page, a.standard.saved)
    const form = await openCase(page)
    await form.getByRole('button', { name: a.answer.newVersion }).click()
    await form.getByLabel(a.standard.pick).selectOption({ label: '已体现' })
    await expect
      .poll(() => form.getByLabel(a.answer.text).inputValue())
      .toBe(`${second}\n您的意见在本条中已经体现。`)
    await form.getByRole('button', { name: a.answer.saveVersion }).click()
    await said(page, a.answer.done.write)
    await page.goto('/desk/answers/standard-texts')
    await page.getByRole('button', { name: `${a.standard.showUses} 已体现` }).click()
    await page.getByText(a.standard.worded(1)).waitFor()
    await takeShot(page, 'standard-texts')
    await expectAccessible(page)
  })
})
