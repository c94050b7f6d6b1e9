import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { reasons } from '../../seeds/reasons'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { domainWords } from '../../worker/contract/locales'
import type { Visitor } from '../support/browser-page'
import { lookUp } from '../support/comment-errand'
import { openItem, openRow, queueRow, said, takeEffect } from '../support/desk-errand'
import { enter, switchShortcutsOn, tabTo, walkTo } from '../support/desk-keyboard'
import { startJourney, takeShot } from '../support/journey'
import { sendComment } from '../support/send-comment'

const words = allWords.zh
const t = deskWords.zh
const domain = domainWords.zh
const journey = startJourney()

const of = (decision: string) => reasons.filter((reason) => reason.decision === decision)
/** Short, so that none is similar to another. */
const bodies = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `${name}园区公布指标办法。`)
const [published = '', returned = '', rejected = '', kept = '', contested = '', last = ''] = bodies
const receipts = new Map<string, { publicId: string; queryCode: string }>()
let keyboard: Visitor
let other: Visitor

beforeAll(async () => {
  for (const body of bodies) {
    const consent = { publish: body !== kept }
    receipts.set(
      body,
      await sendComment(journey, '8.1', { body, consent, participant: { kind: 'individual' } }),
    )
  }
  keyboard = await journey.visit({ meets: [401, 404, 409] })
  other = await journey.visit({ meets: [404, 409] })
})

/** Reads the receipt until it says all of that: what a moderator decides can be taken back for a while. */
async function expectOnReceipt(body: string, ...texts: string[]): Promise<Page> {
  const { page } = await journey.visit()
  await lookUp(page, receipts.get(body) ?? { publicId: '', queryCode: '' })
  await page.getByRole('heading', { level: 1, name: words.receipt.title }).waitFor()
  const told = async () => {
    const text = await page.getByRole('main').innerText()
    const missing = texts.filter((each) => !text.includes(each))
    if (missing.length > 0) await page.reload()
    return missing
  }
  await expect.poll(told, { timeout: 30_000, interval: 1000 }).toEqual([])
  return page
}

const panel = (page: Page, name: string) => page.getByRole('form', { name })
async function rejectOffTopic(page: Page): Promise<void> {
  await page.keyboard.press('d')
  await panel(page, domain.decisions.reject).waitFor()
  await page.keyboard.press(String(of('reject').findIndex(({ id }) => id === 'off_topic') + 1))
  await page.keyboard.press('Enter')
  await said(page, t.decision.done.reject)
}

const passwordOf = (email: string) => journey.product.passwords[email] ?? ''

describe('a moderator without a mouse', () => {
  it('is told in words when the password is wrong, and signs in', async () => {
    const { page } = keyboard
    await page.goto('/desk/moderation')
    await tabTo(page, t.signIn.email)
    await page.keyboard.type('moderator@yanlu.test')
    await tabTo(page, t.signIn.password)
    await page.keyboard.type('not the password')
    await page.keyboard.press('Enter')
    await page.getByText(domain.errors.sign_in_failed).waitFor()
    expect(await page.title()).toMatch(/^错误：/)
    await enter(page, 'moderator@yanlu.test', passwordOf('moderator@yanlu.test'))
  })

  it('walks through the queue with J and K', async () => {
    const { page } = keyboard
    const body = () => openItem(page).locator('.item-body').first().innerText()
    const first = await body()
    await page.keyboard.press('j')
    expect(await body()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await body()).toBe(first)
  })

  it('publishes with A, takes it back with U before anybody has seen it, and publishes again', async () => {
    const { page } = keyboard
    await walkTo(page, published)
    await page.keyboard.press('a')
    await said(page, t.decision.done.publish)
    expect(await openItem(page).innerText()).not.toContain(published)
    await page.keyboard.press('u')
    await expect.poll(() => openItem(page).innerText()).toContain(published)
    await expectOnReceipt(published, domain.states.pending)
    await page.keyboard.press('a')
    await queueRow(page, published).waitFor({ state: 'detached' })
  })

  it('returns with R, a reason by its number and a note, and confirms from the note', async () => {
    const { page } = keyboard
    await walkTo(page, returned)
    await page.keyboard.press('r')
    await panel(page, domain.decisions.return).waitFor()
    await page.keyboard.press('3')
    await takeShot(page, 'moderation-return-by-keyboard')
    await tabTo(page, t.decision.note)
    await page.keyboard.type('建议只保留与园区有关的第 1 点，jkard 不是快捷键。')
    await page.keyboard.press('Control+Enter')
    await said(page, t.decision.done.return)
  })

  it('rejects with D only after choosing a reason', async () => {
    const { page } = keyboard
    await walkTo(page, rejected)
    await page.keyboard.press('d')
    await panel(page, domain.decisions.reject).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(t.decision.reasonMissing).waitFor()
    await page.keyboard.press('Escape')
    await panel(page, domain.decisions.reject).waitFor({ state: 'detached' })
    await rejectOffTopic(page)
  })

  it('accepts what its author does not want published', async () => {
    const { page } = keyboard
    await walkTo(page, kept)
    expect(await openItem(page).innerText()).toContain(t.item.notPublicText)
    await page.keyboard.press('a')
    await said(page, t.decision.acceptedPrivate)
  })

  it('has each author read what was decided and why, and a rejection not before a colleague agrees', async () => {
    await takeEffect(keyboard.page)
    await expectOnReceipt(published, domain.states.published)
    await expectOnReceipt(
      returned,
      domain.states.returned,
      of('return')[2]?.zh ?? '',
      '建议只保留与园区有关的第 1 点',
    )
    await expectOnReceipt(kept, domain.states.private, words.receipt.stepPrivate)
    await expectOnReceipt(rejected, domain.states.pending)
    const { page } = other
    await enter(page, 'moderator2@yanlu.test', passwordOf('moderator2@yanlu.test'))
    await page.goto('/desk/moderation?view=second')
    await openRow(page, rejected)
    await page.getByText(t.standing.second).waitFor()
    await rejectOffTopic(page)
  })

  it('shows the public what was published, and nowhere what was only accepted', async () => {
    const { page: reader, meets } = await journey.visit()
    meets.add(404)
    await reader.goto('/measures/8.1')
    expect(await reader.getByRole('main').innerText()).toContain(published)
    expect(await reader.content()).not.toContain(kept)
    await reader.goto(`/search?q=${encodeURIComponent(kept.slice(0, 6))}`)
    expect(await reader.getByRole('main').getByRole('article').count()).toBe(0)
    await reader.goto(`/comments/${receipts.get(kept)?.publicId}`)
    await reader.getByRole('heading', { name: words.error.titles[404] ?? '' }).waitFor()
  })

  it('reads the shortcuts with ? and switches them off', async () => {
    const { page } = keyboard
    await page.keyboard.press('Shift+?')
    const help = page.getByRole('dialog', { name: t.shortcuts.heading })
    await help.getByText(t.shortcuts.rows.reject, { exact: true }).waitFor()
    await page.keyboard.press('j')
    await tabTo(page, t.shortcuts.use)
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    const shown = await openItem(page).innerText()
    for (const key of ['j', 'k', 'a', 'r', 'd', '1', 'Space', 'u', 'e']) await page.keyboard.press(key)
    expect(await openItem(page).innerText()).toBe(shown)
    expect(await page.getByRole('main').getByRole('form').count()).toBe(0)
    await page.getByText(t.shortcuts.off).waitFor()
    await page.reload()
    await page.getByText(t.shortcuts.off).waitFor()
  })
})

describe('two moderators on one comment', () => {
  it('are never both obeyed: the later one is told who decided what, and keeps the typed note', async () => {
    const [early, late] = [other.page, keyboard.page]
    await switchShortcutsOn(late)
    await late.goto('/desk/moderation')
    await walkTo(late, contested)
    await late.keyboard.press('d')
    await late.keyboard.press('1')
    await tabTo(late, t.decision.note)
    await late.keyboard.type('这条说明不应丢失。')
    await early.goto('/desk/moderation')
    await openRow(early, contested)
    await early.keyboard.press('c')
    await early.getByRole('dialog').getByText('王敏').waitFor()
    await early.keyboard.press('Enter')
    await said(early, t.hand.taken(domain.anonymous))
    await early.keyboard.press('a')
    await said(early, t.decision.done.publish)
    await takeEffect(early)
    await late.keyboard.press('Control+Enter')
    const notice = late.getByRole('alert').filter({ hasText: t.notice.titles.lost(domain.anonymous, '') })
    await notice.waitFor()
    const told = await notice.innerText()
    expect(told).toMatch(new RegExp(`何立于 \\d+ 月 \\d+ 日 \\d+:\\d\\d 审核：${domain.decisions.publish}`))
    expect(told).toContain('这条说明不应丢失。')
    await takeShot(late, 'moderation-already-decided')
    await queueRow(late, contested).waitFor({ state: 'detached' })
    await expectOnReceipt(contested, domain.states.published)
  })

  it('have a rejection that both agreed on reach its author, with the reason', async () => {
    await expectOnReceipt(
      rejected,
      domain.states.rejected,
      of('reject').find(({ id }) => id === 'off_topic')?.zh ?? '',
    )
  })

  it('go on with the next comment as if nothing had been', async () => {
    const { page } = other
    await walkTo(page, last)
    await page.keyboard.press('a')
    await said(page, t.decision.done.publish)
    await expectOnReceipt(last, domain.states.published)
  })
})
