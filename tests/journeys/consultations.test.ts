import { beforeAll, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { consultationDeskWords } from '../../web/locales/desk/consultations'
import { beijingTimestamp } from '../../worker/contract/beijing-time'
import { zh } from '../../worker/contract/locales/zh'
import { expectAccessible } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { fillComment, previewButton, sendButton } from '../support/comment-errand'
import { openItem, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { usccOf } from '../support/make-comment'

const c = consultationDeskWords.zh
const t = deskWords.zh
const journey = startJourney()
inSteps()

const source = `2100年工作要点

一、支持企业创新
（一）建设创新平台
1. 新建省级创新平台10个以上。
2. 完善评价办法。
二、优化营商环境
（一）精简办事流程。推行一网通办。
`
const key = '2100-work-plan'
const day = 86_400_000
const inDays = (days: number) => beijingTimestamp(Date.now() + days * day).slice(0, 10)
const people = {} as Record<'admin' | 'reader', Visitor>

beforeAll(async () => {
  people.admin = await journey.visit({ meets: [422] })
  const email = 'admin@yanlu.test'
  await signIn(
    people.admin.page,
    { email, password: journey.product.passwords[email] ?? '' },
    '/desk/consultations',
  )
  people.reader = await journey.visit()
})

it('begins a consultation from a pasted document, and is led to every line that cannot be read', async () => {
  const { page } = people.admin
  const text = page.getByLabel(c.editor.source)
  await page.getByRole('link', { name: c.create }).click()
  await text.fill(source.replace('二、', '三、').replace('完善评价办法。', '完善评价办法'))
  await page.getByRole('button', { name: c.editor.check }).click()
  await page.getByText('没有以句号结尾').waitFor()
  await page.getByText('序号应为“二、”').waitFor()
  await takeShot(page, 'consultation-problems')
  await page.getByRole('button', { name: c.editor.line('7') }).click()
  const chosen = await text.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  )
  expect(chosen).toBe('三、优化营商环境')
  await text.fill(source)
  await page.getByRole('button', { name: c.editor.check }).click()
  await page.getByText(c.editor.checked('2', '2', '3', '1')).waitFor()
  await page.getByText('推行一网通办。').last().waitFor()
})

it('loses nothing that was typed: leaving is asked about, and the words are there again', async () => {
  const { page } = people.admin
  await page.getByLabel(c.editor.title, { exact: true }).fill('2100年工作要点')
  const asked = page.waitForEvent('dialog')
  const left = page.getByRole('link', { name: c.back }).click()
  const dialog = await asked
  expect(dialog.message()).toBe(c.editor.leave)
  await dialog.dismiss()
  await left
  expect(new URL(page.url()).search).toBe('?draft=new')
  await page.reload()
  await page.getByText(c.editor.recalled).waitFor()
  expect(await page.getByLabel(c.editor.title, { exact: true }).inputValue()).toBe('2100年工作要点')
  expect(await page.getByLabel(c.editor.source).inputValue()).toBe(source)
  await page.getByRole('button', { name: c.editor.check }).click()
  await page.getByText(c.editor.checked('2', '2', '3', '1')).waitFor()
})

it('keeps it as a draft once it has names, days and rules, at an address of its own', async () => {
  const { page } = people.admin
  await page.getByLabel(c.editor.authority, { exact: true }).fill('某省工业和信息化厅')
  await page.getByLabel(c.editor.key).fill(key)
  await page.getByLabel(c.editor.code).fill('GZ00')
  await page.getByLabel(c.editor.opensOn).fill(inDays(0))
  await page.getByLabel(c.editor.closesOn).fill(inDays(9))
  await page.getByLabel(c.editor.participantOptions.organisations).check()
  await page.getByLabel(c.editor.moderationOptions.after).check()
  await page.getByLabel(`1.1 ${c.editor.shortZh}`).fill('创新平台')
  await page.getByRole('button', { name: c.editor.save }).click()
  await page.getByText(c.editor.saved).waitFor()
  expect(new URL(page.url()).search).toBe(`?draft=${key}`)
  await expectAccessible(page)
  await takeShot(page, 'consultation-draft')
  await page.reload()
  expect(await page.getByLabel(c.editor.code).inputValue()).toBe('GZ00')
  expect(await page.getByText(c.editor.recalled).count()).toBe(0)
})

it('says before anything is confirmed that a reason for the short period is missing, and where', async () => {
  const { page } = people.admin
  await page.getByLabel(c.editor.titleEn, { exact: true }).fill('Plan of 2100')
  await page.getByRole('button', { name: c.editor.save }).click()
  await page.getByText(c.editor.saved).waitFor()
  await page.getByRole('button', { name: c.editor.publish, exact: true }).click()
  const link = page.getByRole('alert').getByRole('link', { name: c.editor.short })
  await link.waitFor()
  expect(await page.locator('.confirm').count()).toBe(0)
  expect(await page.getByText(c.editor.saved).count()).toBe(0)
  await takeShot(page, 'consultation-reason-missing')
  await link.click()
  await page.keyboard.type('与预算编制时间衔接。')
  expect(await page.getByLabel(c.editor.short).inputValue()).toBe('与预算编制时间衔接。')
  await page.getByLabel(c.editor.shortEnglish).fill('It goes with the budget.')
  await page.getByRole('button', { name: c.editor.save }).click()
  await page.getByText(c.editor.saved).waitFor()
})

it('gives back what another tab had overtaken, and leads to sign-in where the session is over', async () => {
  const { page } = people.admin
  const colleague = await journey.visit({ meets: [401, 409] })
  const second = colleague.page
  const email = 'admin@yanlu.test'
  const password = journey.product.passwords[email] ?? ''
  const title = second.getByLabel(c.editor.titleEn, { exact: true })
  const save = second.getByRole('button', { name: c.editor.save })
  second.on('dialog', (dialog) => void dialog.accept())
  await signIn(second, { email, password }, `/desk/consultations?draft=${key}`)
  await title.fill('Words of the second tab')
  await page.getByLabel(c.editor.titleEn, { exact: true }).fill('Plan of the year 2100')
  await page.getByRole('button', { name: c.editor.save }).click()
  await page.getByText(c.editor.saved).waitFor()
  await save.click()
  await second.getByText(zh.errors.consultation_draft_changed).waitFor()
  await second.reload()
  await second.getByText(c.editor.otherVersion).waitFor()
  expect(await title.inputValue()).toBe('Plan of the year 2100')
  await second.getByRole('button', { name: c.editor.takeOther }).click()
  expect(await title.inputValue()).toBe('Words of the second tab')
  expect(await second.getByText(c.editor.otherVersion).count()).toBe(0)

  await colleague.context.clearCookies()
  await second.getByRole('button', { name: c.editor.check }).click()
  await save.click()
  await second.getByText(c.editor.signedOut).nth(1).waitFor()
  await expectAccessible(second)
  await takeShot(second, 'consultation-signed-out')
  await second.getByRole('link', { name: c.editor.signInAgain }).first().click()
  await second.getByLabel(t.signIn.email).fill(email)
  await second.getByLabel(t.signIn.password, { exact: true }).fill(password)
  await second.getByRole('button', { name: t.signIn.submit, exact: true }).click()
  await second.getByText(c.editor.recalled).waitFor()
  expect(await title.inputValue()).toBe('Words of the second tab')
  await save.click()
  await second.getByText(c.editor.saved).waitFor()
  await page.reload()
  await page.getByText(c.editor.saveFirst).waitFor({ state: 'detached' })
})

it('shows colleagues, and nobody else, the pages as readers will have them', async () => {
  const { page, context } = people.admin
  const [draft] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: c.preview, exact: true }).click(),
  ])
  const { mark } = words.zh.draft
  const look = async (name: string) => {
    await draft.getByText(mark).waitFor()
    await expectAccessible(draft)
    await takeShot(draft, `draft-${name}`)
  }
  await look('home')
  await draft.getByRole('link', { name: words.zh.nav.consultations }).first().click()
  await look('list')
  await draft.getByRole('link', { name: '2100年工作要点' }).click()
  await draft.getByRole('link', { name: /建设创新平台/ }).click()
  await look('measure')
  expect(new URL(draft.url()).pathname).toBe(`/drafts/${key}/measures/1.1`)
  await draft.getByRole('link', { name: words.zh.write }).first().click()
  await look('form')
  expect(await draft.locator('textarea:enabled, input[type="radio"]:enabled').count()).toBe(0)
  const address = draft.url()
  await draft.setViewportSize({ width: 390, height: 844 })
  await takeShot(draft, 'draft-form-handheld')
  await draft.emulateMedia({ colorScheme: 'dark' })
  await look('form-handheld-dark')
  await draft.close()

  const { page: stranger } = await journey.visit({ meets: [404] })
  const answer = await stranger.goto(address)
  expect(answer?.status()).toBe(404)
  expect(await stranger.getByText(mark).count()).toBe(0)
  await stranger.close()
})

it('publishes it once the days are confirmed as they are printed', async () => {
  const { page } = people.admin
  await page.getByRole('button', { name: c.editor.publish, exact: true }).click()
  const [year, month, date] = inDays(9).split('-').map(Number)
  await page.locator('.confirm').getByText(`${year} 年 ${month} 月 ${date} 日 24:00`).waitFor()
  await takeShot(page, 'consultation-confirm')
  await page.locator('.confirm').getByRole('button').first().click()
  await page
    .getByRole('status')
    .filter({ hasText: /^已发布：.*2100年工作要点/ })
    .waitFor()
  await page.getByRole('heading', { name: c.all }).waitFor()
  await page.getByRole('heading', { name: /2100年工作要点/ }).waitFor()
  await expectAccessible(page)
  await takeShot(page, 'consultations-at-the-desk')
})

it('is in the list of all, from where its pages keep their address', async () => {
  const { page } = people.reader
  await page.goto('/consultations')
  await expectAccessible(page)
  await takeShot(page, 'consultations')
  await page.getByRole('link', { name: '2100年工作要点' }).click()
  await page.getByText(words.zh.consultations.shortPeriod).waitFor()
  await page.getByText('与预算编制时间衔接。').waitFor()
  await page.getByRole('link', { name: /建设创新平台/ }).click()
  expect(new URL(page.url()).pathname).toBe(`/c/${key}/measures/1.1`)
  await page.goto(`/c/${key}/measures/1.1/comment`)
  expect(await page.locator('input[name="kind"]').count()).toBe(3)
})

it('has a desk of its own, which the choice in the head leads to', async () => {
  const { page } = people.admin
  await page.goto('/desk/moderation')
  await page.locator('.bar-choice select').selectOption({ label: '2100年工作要点' })
  await page.waitForURL(`**/c/${key}/desk/moderation`)
  await page.getByRole('link', { name: '办件台' }).click()
  await page.waitForURL(`**/c/${key}/desk/cases`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await takeShot(page, 'desk-of-another-consultation')
})

it('has an opinion public at once, marked until a moderator confirms it', async () => {
  const { page } = people.reader
  await expectAccessible(page)
  await takeShot(page, 'form-public-at-once')
  await fillComment(page, {
    stance: 'suggest',
    body: '建议同时公布平台的评价结果。',
    kind: 'enterprise',
    name: '南海精密模具有限公司',
    uscc: usccOf(7),
    publish: true,
  })
  await previewButton(page).click()
  await page.getByText(words.zh.publishedFirst.preview).waitFor()
  await takeShot(page, 'preview-public-at-once')
  await sendButton(page).click()
  await page.getByText(words.zh.publishedFirst.nextSteps(0, '')[1] ?? '').waitFor()
  await expectAccessible(page)
  await takeShot(page, 'receipt-public-at-once')
  const handheld = await journey.visit({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  for (const visitor of [people.reader, handheld]) {
    await visitor.page.goto(`/c/${key}/measures/1.1`)
    await visitor.page.getByText(words.zh.publishedFirst.mark, { exact: true }).waitFor()
    await expectAccessible(visitor.page)
  }
  await takeShot(page, 'thread-public-at-once')
  await takeShot(handheld.page, 'thread-public-at-once-handheld-dark')
  await handheld.page.goto(`/c/${key}/policy`)
  await takeShot(handheld.page, 'policy-public-at-once-handheld-dark')

  const desk = people.admin.page
  await desk.goto(`/c/${key}/desk/moderation`)
  await openRow(desk, '建议同时公布平台的评价结果')
  await openItem(desk).getByText(deskWords.zh.item.unconfirmed).waitFor()
  await expectAccessible(desk)
  await takeShot(desk, 'item-public-at-once')
  await desk.keyboard.press('a')
  await expect
    .poll(
      async () => {
        await page.goto(`/c/${key}/measures/1.1`)
        return page.getByText(words.zh.publishedFirst.mark, { exact: true }).count()
      },
      { timeout: 40_000, interval: 2000 },
    )
    .toBe(0)
  await page.getByText('建议同时公布平台的评价结果。').waitFor()
})
