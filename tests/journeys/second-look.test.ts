import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { reasons } from '../../seeds/reasons'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import type { AgreementView } from '../../worker/contract/moderation/decided'
import { connect } from '../../worker/local/connect'
import { expectAccessible } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { lookUp } from '../support/comment-errand'
import { openItem, queueRow, said, signIn } from '../support/desk-errand'
import { walkTo } from '../support/desk-keyboard'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { sendComment } from '../support/send-comment'

const words = allWords.zh
const t = deskWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const contested = '建议把技改补贴的门槛降到二百万元，口径写进细则。'
const checked = '建议公布各市的工业用地整备进度。'
const passed = '希望说明“小升规”奖补与省级政策能否叠加。'
const [first = '', , , fourth = ''] = reasons
  .filter(({ decision }) => decision === 'reject')
  .map(({ zh }) => zh)
const [reason = { id: '' }] = reasons.filter(({ decision }) => decision === 'reject')
let before: { compared: number; agreed: number }
const receipts = new Map<string, { publicId: string; queryCode: string }>()
const at = {} as Record<'first' | 'second' | 'third', Visitor>

beforeAll(async () => {
  const client = connect(journey.product.databaseUrl)
  await client.execute('UPDATE consultations SET recheck_percent = 100')
  client.close()
  for (const body of [contested, checked, passed]) {
    const author = { consent: { publish: true }, participant: { kind: 'individual' } } as const
    const { publicId, queryCode } = await sendComment(journey, '3.2', { body, ...author })
    receipts.set(body, { publicId, queryCode })
  }
  const emails = { first: 'moderator', second: 'moderator2', third: 'admin' }
  for (const [who, name] of Object.entries(emails)) {
    const visitor = await journey.visit({ meets: [401, 409, 422] })
    const email = `${name}@yanlu.test`
    await signIn(
      visitor.page,
      { email, password: journey.product.passwords[email] ?? '' },
      '/desk/moderation',
    )
    at[who as keyof typeof at] = visitor
  }
  before = await readAgreement()
})

const receiptOf = (body: string) => receipts.get(body) ?? { publicId: '', queryCode: '' }

async function openView(page: Page, view: string, body: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`/desk/moderation?view=${view}`)
        await page.getByRole('region', { name: t.queue.list }).getByRole('listitem').first().waitFor()
        return queueRow(page, body).count()
      },
      { timeout: 40_000, interval: 1000 },
    )
    .toBeGreaterThan(0)
  await queueRow(page, body).first().click()
  await openItem(page).getByText(body).first().waitFor()
}

async function readReceipt(body: string): Promise<string> {
  const { page } = await journey.visit()
  await lookUp(page, receiptOf(body))
  await page.getByRole('heading', { level: 1, name: words.receipt.title }).waitFor()
  const text = await page.getByRole('main').innerText()
  await page.close()
  return text
}

/** On the reason that the first moderator gives here. */
async function readAgreement(): Promise<{ compared: number; agreed: number }> {
  const answer = await at.third.page.request.get('/api/moderation/agreement')
  const { items }: AgreementView = await answer.json()
  const found = items.find((item) => item.reviewKind === 'second' && item.reason.id === reason.id)
  return found ?? { compared: 0, agreed: 0 }
}

const untilReceipt = (body: string, text: string) =>
  expect.poll(() => readReceipt(body), { timeout: 45_000, interval: 1000 }).toContain(text)

const differing = (page: Page) => page.getByRole('region', { name: t.secondLook.heading })

describe('a rejection', () => {
  it('does not take effect by one moderator', async () => {
    const { page } = at.first
    await walkTo(page, contested)
    await page.keyboard.press('d')
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await said(page, t.decision.done.reject)
    expect(await readReceipt(contested)).toContain(domain.states.pending)
  })

  it('goes to another, who is told nothing of the first opinion', async () => {
    const { page } = at.second
    await openView(page, 'second', contested)
    const shown = await page.getByRole('main').innerText()
    expect(shown).toContain(t.standing.second)
    expect(shown).not.toContain(first)
    expect(await openItem(page).innerText()).not.toContain('王敏')
    expect(await readReceipt(contested)).toContain(domain.states.pending)
    await expectAccessible(page)
  })

  it('shows both opinions beside one another where the second differs', async () => {
    const { page } = at.second
    await page.keyboard.press('a')
    await differing(page).waitFor()
    const shown = await differing(page).innerText()
    expect(shown).toContain('王敏')
    expect(shown).toContain(first)
    expect(shown).toContain(t.secondLook.keepOwn(t.decision.acts.publish))
    await takeShot(page, 'second-look-differs')
    await expectAccessible(page)
    await page.keyboard.press('r')
    expect(await page.getByRole('form').count()).toBe(0)
  })

  it('is final once the second has confirmed it', async () => {
    const { page } = at.second
    await page.keyboard.press('2')
    await said(page, t.decision.done.reject)
    await untilReceipt(contested, domain.states.rejected)
    expect(await readReceipt(contested)).toContain(first)
  })
})

describe('an appeal', () => {
  it('comes to somebody who has not touched it, with the author’s words and the decision', async () => {
    const answer = await fetch(`${journey.product.address}/api/receipts/appeal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...journey.nextAddress() },
      body: JSON.stringify({ ...receiptOf(contested), text: '这条意见针对的正是第二项措施。' }),
    })
    expect(answer.status).toBe(200)
    const { page } = at.third
    await openView(page, 'appeals', contested)
    const card = openItem(page).getByRole('region', { name: t.appeal.heading })
    expect(await card.innerText()).toContain('这条意见针对的正是第二项措施。')
    expect(await card.innerText()).toContain(first)
    await takeShot(page, 'appeal')
    await expectAccessible(page)
  })

  it('is answered in words', async () => {
    const { page } = at.third
    await page.keyboard.press('v')
    const panel = page.getByRole('form', { name: t.decision.acts.restore })
    await panel.waitFor()
    await page.keyboard.press('Control+Enter')
    await panel.getByText(t.decision.noteMissing).waitFor()
    await page.keyboard.type('您的意见与措施有关，现予发布。')
    await page.keyboard.press('Control+Enter')
    await said(page, t.decision.done.restore)
    await untilReceipt(contested, '您的意见与措施有关，现予发布。')
    expect(await readReceipt(contested)).toContain(domain.states.published)
  })
})

describe('a blind re-check', () => {
  it('is only noted, whatever was thought', async () => {
    await walkTo(at.first.page, checked)
    await at.first.page.keyboard.press('a')
    await said(at.first.page, t.decision.done.publish)
    await untilReceipt(checked, domain.states.published)
    const { page } = at.second
    await openView(page, 'recheck', checked)
    expect(await openItem(page).innerText()).toContain(t.standing.recheck)
    expect(await page.getByRole('complementary').innerText()).not.toContain('王敏')
    await page.keyboard.press('d')
    await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    await said(page, t.staged.recorded(domain.anonymous))
    expect(await readReceipt(checked)).toContain(domain.states.published)
    expect(await readReceipt(checked)).not.toContain(fourth)
  })

  it('counts for the agreement, drawn and in figures', async () => {
    const { page } = at.third
    await page.goto('/desk/moderation/agreement')
    const compared = before.compared + 1
    const share = `${Math.round((before.agreed / compared) * 100)}%`
    await page.getByRole('row', { name: `${compared} ${before.agreed} ${share}` }).waitFor()
    await page.getByRole('img', { name: t.agreement.of(String(before.agreed), String(compared)) }).waitFor()
    await takeShot(page, 'agreement')
    await expectAccessible(page)
  })
})

describe('work that is passed on', () => {
  it('reaches the colleague with a word that the author never sees', async () => {
    const { page } = at.first
    await walkTo(page, passed)
    await page.keyboard.press('t')
    const panel = page.getByRole('form', { name: t.pass.act })
    await panel.getByLabel(t.pass.note).fill('您熟悉奖补政策，请您看。')
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    expect(await panel.getByLabel(t.pass.note).inputValue()).toBe('您熟悉奖补政策，请您看。')
    await panel.getByRole('radio', { name: '何立' }).press('Space')
    await page.keyboard.press('Control+Enter')
    await said(page, '何立')
    await openView(at.second.page, 'passed', passed)
    expect(await openItem(at.second.page).innerText()).toContain('您熟悉奖补政策，请您看。')
    expect(await readReceipt(passed)).not.toContain('奖补政策，请')
  })

  it('is decided by one: the other is told who, and keeps what was typed', async () => {
    const { page } = at.second
    await page.keyboard.press('r')
    await page.keyboard.press('2')
    await page.getByLabel(t.decision.note).fill('这句话不应丢失。')
    const third = at.third.page
    await openView(third, 'age', passed)
    await third.keyboard.press('c')
    await third.getByRole('dialog', { name: t.hand.takeHeading }).waitFor()
    await third.keyboard.press('Enter')
    await said(third, t.hand.taken(domain.anonymous))
    await third.keyboard.press('a')
    await said(third, t.decision.done.publish)
    await page.keyboard.press('Control+Enter')
    const notice = page.getByRole('alert').filter({ hasText: '这句话不应丢失。' })
    await notice.waitFor()
    expect(await notice.innerText()).toContain('周宁')
    await takeShot(page, 'moderation-lost')
  })
})
