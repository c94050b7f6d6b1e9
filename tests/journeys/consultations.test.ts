import { beforeAll, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { consultationDeskWords } from '../../web/locales/desk/consultations'
import { beijingTimestamp } from '../../worker/contract/beijing-time'
import { expectAccessible } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { fillComment, previewButton, sendButton } from '../support/comment-errand'
import { openItem, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { usccOf } from '../support/make-comment'

const c = consultationDeskWords.zh
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

it('begins a consultation from a pasted document, and is told the line where it cannot be read', async () => {
  const { page } = people.admin
  await page.getByRole('link', { name: c.create }).click()
  await page.getByLabel(c.editor.source).fill(source.replace('二、', '三、'))
  await page.getByRole('button', { name: c.editor.check }).click()
  await page.getByText('序号应为“二、”').waitFor()
  await page.getByLabel(c.editor.source).fill(source)
  await page.getByRole('button', { name: c.editor.check }).click()
  await page.getByText(c.editor.checked('2', '2', '5', '1')).waitFor()
})

it('keeps it as a draft once it has names, days and rules', async () => {
  const { page } = people.admin
  await page.getByLabel(c.editor.title, { exact: true }).fill('2100年工作要点')
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
  await expectAccessible(page)
  await takeShot(page, 'consultation-draft')
})

it('publishes it only with a reason for its short period', async () => {
  const { page } = people.admin
  const publish = async () => {
    await page.getByRole('button', { name: c.editor.publish, exact: true }).click()
    await page.locator('.confirm').getByRole('button').first().click()
  }
  await publish()
  await page.getByRole('alert').waitFor()
  await page.getByLabel(c.editor.short).fill('与预算编制时间衔接。')
  await page.getByRole('button', { name: c.editor.save }).click()
  await page.getByText(c.editor.saved).waitFor()
  await publish()
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
