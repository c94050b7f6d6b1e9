import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { words as allWords } from '../../web/locales'
import { revisionWords } from '../../web/locales/desk/revisions'
import { domainWords } from '../../worker/contract/locales'
import type { MeasureView } from '../../worker/contract/plan'
import type { ClauseChangeItem } from '../../worker/contract/revisions'
import { expectAccessible } from '../support/accessibility'
import type { Visitor } from '../support/browser-page'
import { fillComment, previewButton, sendButton } from '../support/comment-errand'
import { said, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { sendComment, signInDecider } from '../support/send-comment'

const words = allWords.zh
const w = revisionWords.zh
const { dispositions, errors } = domainWords.zh
const journey = startJourney()
inSteps()

const key = '7.1'
let reader: Visitor
let head: Visitor
let kept = ''
let orphaned = ''
let chosen = ''
let before = ''

const measureNow = async (): Promise<MeasureView> =>
  (await fetch(`${journey.product.address}/api/measures/${key}`)).json()

beforeAll(async () => {
  reader = await journey.visit()
  head = await journey.visit({ viewport: { width: 1440, height: 900 } })
  before = (await measureNow()).clauses[1]?.text ?? ''
})

/** Selects words of a clause as a reader does with the mouse. */
async function selectWords(page: Page, clauseKey: string, passage: string): Promise<void> {
  await page.locator(`[data-clause="${clauseKey}"]`).evaluate((element, chosenWords) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(chosenWords) ?? -1
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + chosenWords.length)
    }
  }, passage)
}

/** What the head of a unit sends who adopts an opinion. */
async function adopt(publicId: string, version: number, change: object): Promise<void> {
  const body = {
    cases: [{ publicId, version, revision: 1 }],
    disposition: 'adopted',
    reason: '意见合理，在条文中修改。',
    ...change,
  }
  const answer = await head.page.evaluate(async (sent) => {
    const { status, ...response } = await fetch('/api/staff/dispositions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: sent,
    }).then(async (given) => ({ status: given.status, text: await given.text() }))
    return `${status} ${response.text}`
  }, JSON.stringify(body))
  expect(answer).toMatch(/^200 /)
}

const shown = (publicId: string) =>
  vi.waitFor(
    async () => expect((await fetch(`${journey.product.address}/api/comments/${publicId}`)).status).toBe(200),
    { timeout: 30_000, interval: 200 },
  )

describe('a reader', () => {
  it('chooses words of the text and comments on them', async () => {
    const { page } = reader
    await page.goto(`/measures/${key}`)
    chosen = (await measureNow()).clauses.find((each) => each.targets.length > 0)?.targets[0]?.quote ?? ''
    const target = (await measureNow()).clauses.find((each) => each.targets.length > 0)?.key ?? ''
    await selectWords(page, target, chosen)
    await page.getByRole('link', { name: words.revisions.offer }).click()
    await page.getByText(words.form.quote).waitFor()
    expect(await page.locator('blockquote', { hasText: chosen }).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    await takeShot(page, 'quote-form')
    await fillComment(page, {
      stance: 'partly',
      body: '这个数建议再高一些。',
      kind: 'individual',
      publish: true,
    })
    await previewButton(page).click()
    await page.getByText(chosen).first().waitFor()
    await page.getByText(words.form.proof.ready).waitFor()
    await sendButton(page).click()
    await page.getByRole('heading', { name: words.receipt.thanks }).waitFor()
    orphaned = (await page.locator('code').first().innerText()).trim()
  })

  it('is read by a moderator, as is one on the whole of another sentence', async () => {
    const { clauses } = await measureNow()
    const other = clauses[0]?.key ?? ''
    ;({ publicId: kept } = await sendComment(journey, key, { clause: other, body: '建议把口径写清楚。' }))
    const decide = await signInDecider(journey)
    for (const publicId of [kept, orphaned]) await decide({ publicId, decision: 'publish' })
    for (const publicId of [kept, orphaned]) await shown(publicId)
  })
})

describe('a head of a unit', () => {
  it('adopts what was asked', async () => {
    const password = journey.product.passwords['head@yanlu.test'] ?? ''
    await signIn(head.page, { email: 'head@yanlu.test', password }, '/desk/revisions')
    for (const publicId of [kept, orphaned]) await adopt(publicId, 0, { isTextUnchanged: true })
  })

  it('starts a draft and amends two sentences beside the opinions that ask for it', async () => {
    const { page } = head
    await page.goto(`/desk/revisions?measure=${key}`)
    await page.getByRole('button', { name: w.start(2) }).click()
    await page.getByText(w.draft(2), { exact: true }).waitFor()
    const { clauses } = await measureNow()
    const first = clauses[0]
    const target = clauses.find((each) => each.targets.length > 0)
    if (!first || !target) throw new Error('the measure has no target')
    const asking = page.getByRole('region', { name: `${w.opinions} ${w.sentence(target.number)}` })
    await asking.getByText(orphaned).waitFor()
    await asking.getByText(dispositions.adopted, { exact: true }).waitFor()

    await page.getByRole('button', { name: `${w.amend} ${w.sentence(first.number)}` }).click()
    const text = page.getByLabel(w.text, { exact: true })
    await text.fill(`${first.text.slice(0, -1)}，明确培育口径。`)
    await expect.poll(() => page.locator('.rev-live ins').innerText()).toContain('明确培育口径')
    await page.reload()
    await page.getByRole('button', { name: `${w.amend} ${w.sentence(first.number)}` }).click()
    await page.getByText(w.restored).waitFor()
    await expect.poll(() => text.inputValue()).toContain('明确培育口径')
    const reread: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.includes('/revision')) reread.push(`${request.method()} ${pathname}`)
    })
    await page.getByRole('button', { name: w.save }).click()
    await said(page, w.saved)
    const desk = '/api/c/2021-work-plan/staff'
    await expect.poll(() => reread).toContain(`GET ${desk}/revisions`)
    await page.waitForLoadState('networkidle')
    expect(reread).toEqual([`POST ${desk}/revision-draft/changes`, `GET ${desk}/revisions`])

    await page.getByRole('button', { name: `${w.amend} ${w.sentence(target.number)}` }).click()
    await text.fill(target.text.replace(chosen, '若干家'))
    await expectAccessible(page)
    await takeShot(page, 'desk-revisions-editing')
    await page.getByRole('button', { name: w.save }).click()
    await page.getByText(w.counts('2', '0', '0')).waitFor()
  })

  it('keeps what a colleague typed on an older state, and shows what stands now', async () => {
    const clerk = (await journey.visit({ meets: [409], viewport: { width: 1440, height: 900 } })).page
    const password = journey.product.passwords['staff@yanlu.test'] ?? ''
    await signIn(clerk, { email: 'staff@yanlu.test', password }, `/desk/revisions?measure=${key}`)
    const { clauses } = await measureNow()
    const first = clauses[0]
    if (!first) throw new Error('the measure has no clause')
    const amend = { name: `${w.amend} ${w.sentence(first.number)}` }
    const text = (page: Page) => page.getByLabel(w.text, { exact: true })
    await clerk.getByRole('button', amend).click()
    await text(clerk).fill(`${first.text.slice(0, -1)}，明确培育口径和程序。`)

    const { page } = head
    await page.getByRole('button', amend).click()
    await text(page).fill(`${first.text.slice(0, -1)}，明确培育口径和名单。`)
    await page.getByRole('button', { name: w.save }).click()
    await said(page, w.saved)

    await clerk.getByRole('button', { name: w.save }).click()
    await clerk.getByText(errors.draft_changed).waitFor()
    await clerk
      .locator('.changed-meanwhile')
      .getByText('明确培育口径和名单', { exact: false })
      .first()
      .waitFor()
    expect(await text(clerk).inputValue()).toContain('明确培育口径和程序')
    await clerk.reload()
    await clerk.getByRole('button', amend).click()
    await clerk.locator('.changed-meanwhile').waitFor()
    await clerk.getByRole('button', { name: w.save }).click()
    await clerk.getByText(w.meanwhile.decide).waitFor()
    await expectAccessible(clerk)
    await takeShot(clerk, 'desk-revisions-meanwhile')
    await clerk.setViewportSize({ width: 390, height: 844 })
    await clerk.emulateMedia({ colorScheme: 'dark' })
    await takeShot(clerk, 'desk-revisions-meanwhile-phone-dark')
    await clerk.getByRole('button', { name: w.meanwhile.keep }).click()
    await clerk.getByRole('button', { name: w.save }).click()
    await said(clerk, w.saved)
  })

  it('says which change each comment led to', async () => {
    const { page } = head
    const { items } = await page.evaluate(async () => {
      const answer = await fetch('/api/staff/clause-changes?measure=7.1')
      return (await answer.json()) as { items: ClauseChangeItem[] }
    })
    expect(items.map(({ kind, isPublished }) => [kind, isPublished])).toEqual([
      ['amend', false],
      ['amend', false],
    ])
    for (const [i, publicId] of [kept, orphaned].entries())
      await adopt(publicId, 1, { changes: [items[i]?.id] })
    await page.reload()
    await page.getByText(w.ledHere).first().waitFor()
    expect(await page.getByText(w.takeBackHint).count()).toBe(2)
    await takeShot(page, 'desk-revisions')
  })

  it('publishes it, the count first', async () => {
    const { page } = head
    await page.getByRole('button', { name: w.publish(2) }).click()
    await page.getByText(w.publishAsk(2, w.counts('2', '0', '0'))).waitFor()
    await expectAccessible(page)
    await takeShot(page, 'desk-revisions-publish')
    await page.getByRole('button', { name: w.publishConfirm }).click()
    await page.getByText(w.noteMissing).waitFor()
    await page.getByLabel(w.note, { exact: true }).fill('据意见写清楚培育口径。')
    await page.getByRole('button', { name: w.publishConfirm }).click()
    await page.getByText(w.lostUnconfirmed).waitFor()
    await page.getByLabel(w.lostConfirm).check()
    await page.getByRole('button', { name: w.publishConfirm }).click()
    await said(page, w.publishedNow(2))
    await page.getByText(w.published(2)).waitFor()
  })

  it('sees which comment lost its place', async () => {
    const { page } = head
    await page.getByRole('link', { name: w.views.orphans }).click()
    await page.getByText(orphaned).waitFor()
    await expectAccessible(page)
    await takeShot(page, 'desk-revisions-orphans')
  })
})

describe('the public', () => {
  it('reads both changes in the text, and the text before', async () => {
    const { page } = reader
    await page.goto(`/measures/${key}`)
    expect(await page.locator('.clause-text ins').count()).toBeGreaterThanOrEqual(2)
    await page
      .getByRole('link', { name: words.revisions.changedIn.amend(2) })
      .first()
      .waitFor()
    await page.locator('.clauses').getByRole('link', { name: orphaned }).waitFor()
    await page.getByText(words.revisions.earlier(1)).first().click()
    await expectAccessible(page)
    await takeShot(page, 'measure-revised')
  })

  it('finds the comment that lost its place under the measure, and it says what it was made on', async () => {
    const { page } = reader
    const orphans = page.getByRole('region', { name: words.revisions.orphans })
    await orphans.getByText(orphaned).waitFor()
    expect(await orphans.locator('mark').innerText()).toBe(chosen)
    const thread = page.getByRole('region', { name: words.thread.whole })
    await thread.locator(`#${kept}`).getByText(words.revisions.madeOn(1)).waitFor()
    await orphans.getByRole('link', { name: orphaned }).click()
    await page.getByText(words.revisions.madeOn(1)).first().waitFor()
    await expectAccessible(page)
    await takeShot(page, 'comment-on-revision-1')
  })

  it('reads the whole of what changed on one page, and revision 1 as it was', async () => {
    const { page } = reader
    await page.goto('/revisions')
    await page.getByRole('heading', { name: words.revisions.title, level: 1 }).waitFor()
    expect(await page.locator('.change').count()).toBe(2)
    await expectAccessible(page)
    await takeShot(page, 'revisions')
    await page.goto(`/measures/${key}?revision=1`)
    await page.getByText(words.revisions.reading(1, 2)).waitFor()
    expect(await page.locator('.clause-text ins').count()).toBe(0)
    expect(await page.locator('.clause-text').nth(1).innerText()).toBe(before)
    await expectAccessible(page)
    await takeShot(page, 'measure-revision-1')
  })
})
