import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { reasons } from '../../seeds/reasons'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import type { ThreadView } from '../../worker/contract/comments'
import { domainWords } from '../../worker/contract/locales'
import { handheld, type Visitor } from '../support/browser-page'
import {
  choice,
  field,
  fillComment,
  lookUp,
  previewButton,
  previewed,
  readReceipt,
  sendButton,
} from '../support/comment-errand'
import { decideOpen, openItem, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'

const words = allWords.zh
const domain = domainWords.zh
const t = deskWords.zh
const journey = startJourney()
inSteps()

const first = '社区食堂改造后，希望也给沿街小店留出装卸时段。'
const changed = '希望改造期间给沿街小店留出早晨的装卸时段，并提前一周张贴告示。'
const answer = '我们也遇到同样的情况，支持把办理时限写进条文。'
const unclear = reasons.find(({ id }) => id === 'unclear')?.zh ?? ''
const note = '请写明是哪一条街、哪一个时段。'

let individual: Visitor
let moderator: Visitor
let parent: ThreadView
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  individual = await journey.visit({ ...handheld, meets: [422] })
  moderator = await journey.visit()
  const email = 'moderator2@yanlu.test'
  await signIn(moderator.page, { email, password: journey.product.passwords[email] ?? '' })
  const page = await (await fetch(`${journey.product.address}/api/measures/1.1/comments`)).json()
  parent = page.items[0]
})

/** A page that has arrived is no wider than the phone. */
async function expectFit(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading }).first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(handheld.viewport?.width)
}

describe('an individual on a phone', () => {
  it('gets from the plan to a receipt in four steps, each one page', async () => {
    const { page } = individual
    const pages: string[] = []
    page.on('framenavigated', (frame) => pages.push(new URL(frame.url()).pathname))
    await page.goto('/')
    await expectFit(page, words.home.plan)
    await page.getByRole('main').locator('a[href="/measures/8.2"]').tap()
    await page.locator('.measure-title').getByRole('link', { name: words.write, exact: true }).tap()
    await expectFit(page, words.form.title)
    await fillComment(page, { body: first, stance: 'suggest', kind: 'individual', publish: true })
    await previewButton(page).tap()
    await expectFit(page, words.preview.title)
    expect(await previewed(page).innerText()).toContain(domain.anonymous)
    await sendButton(page).tap()
    await expectFit(page, words.receipt.thanks)
    receipt = await readReceipt(page)
    expect(pages.slice(1)).toHaveLength(4)
    page.removeAllListeners('framenavigated')
  })

  it('has what was typed kept within two seconds and given back after a reload', async () => {
    const { page } = individual
    await page.goto('/measures/8.3/comment')
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await fillComment(page, { body: first, stance: 'partly', kind: 'individual', displayName: '朱建国' })
    await page.waitForFunction(
      (name) => Object.values(localStorage).some((draft) => draft.includes(name)),
      '朱建国',
      { timeout: 2_000 },
    )
    await page.reload()
    await page.getByText(/已恢复您/).waitFor()
    expect(await field(page, words.form.body).inputValue()).toBe(first)
    expect(await field(page, words.form.displayName).inputValue()).toBe('朱建国')
    expect(await choice(page, domain.stances.partly).isChecked()).toBe(true)
    await takeShot(page, 'draft-restored-phone')
  })

  it('has nothing kept once the draft is cleared', async () => {
    const { page } = individual
    await page.getByRole('button', { name: words.form.draftClear }).tap()
    await page.getByText(words.form.draftCleared).waitFor()
    expect(await field(page, words.form.body).inputValue()).toBe('')
    await page.reload()
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /draft/.test(key)))).toEqual(
      [],
    )
    expect(await field(page, words.form.body).inputValue()).toBe('')
  })

  it('is counted in characters as people count them', async () => {
    const { page } = individual
    await field(page, words.form.body).fill('𠮷字👨‍👩‍👧')
    await page.getByText(words.form.counted('3', '5,000')).waitFor()
    await field(page, words.form.body).fill('字'.repeat(5_002))
    await page.getByText(words.form.overcounted('2', '5,000')).waitFor()
  })

  it('is named in full only after saying so', async () => {
    const { page } = individual
    await fillComment(page, { body: first, stance: 'suggest', kind: 'individual', displayName: '朱建国' })
    await fillComment(page, { publish: true })
    await previewButton(page).tap()
    expect(await previewed(page).innerText()).toContain('朱**')
    expect(await previewed(page).innerText()).not.toContain('朱建国')
    await page.getByRole('button', { name: words.form.proof.edit }).tap()
    await fillComment(page, { showName: true })
    await previewButton(page).tap()
    await previewed(page).getByText('朱建国').waitFor()
  })

  it('answers a published comment, which stands under it once published', async () => {
    const { page } = individual
    await page.goto(`/comments/${parent.publicId}`)
    await page.getByRole('link', { name: words.comment.replyMain }).tap()
    await page.getByRole('heading', { level: 1, name: words.form.replyTitle }).waitFor()
    const quoted = page.getByRole('region', { name: words.form.replyingTo(parent.author.name ?? '') })
    await quoted.getByText(parent.body).waitFor()
    const [quote, form] = [
      await quoted.boundingBox(),
      await page.getByRole('main').locator('form').boundingBox(),
    ]
    expect((quote?.y ?? Number.NaN) + (quote?.height ?? 0)).toBeLessThanOrEqual(form?.y ?? Number.NaN)
    await fillComment(page, { body: answer, stance: 'support', kind: 'individual', publish: true })
    await previewButton(page).tap()
    await sendButton(page).tap()
    await page.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
    await openRow(moderator.page, answer.slice(0, 12))
    expect(await openItem(moderator.page).innerText()).toContain(parent.body)
    await decideOpen(moderator.page, 'publish')
    await page.goto(`/comments/${parent.publicId}`)
    await page
      .getByRole('region', { name: words.comment.repliesHeading(String(parent.replyCount + 1)) })
      .getByText(answer)
      .waitFor()
  })

  it('is sent back with a reason and a note by the moderator', async () => {
    const { page } = moderator
    await openRow(page, first.slice(0, 12))
    await decideOpen(page, 'return', { reason: unclear, note })
  })

  it('looks the receipt up later elsewhere, reads why, changes the text and sends it again', async () => {
    const { page } = await journey.visit(handheld)
    await lookUp(page, {
      publicId: receipt.publicId.toLowerCase().replaceAll('-', ''),
      queryCode: ` ${receipt.queryCode.toLowerCase().replaceAll('-', ' ')}`,
    })
    const state = page.getByRole('region', { name: words.receipt.state })
    expect(await state.innerText()).toContain(domain.states.returned)
    const journeyText = await page.getByRole('region', { name: words.receipt.journey }).innerText()
    expect(journeyText).toContain(unclear)
    expect(journeyText).toContain(note)
    await takeShot(page, 'receipt-returned-phone')
    await page.getByRole('link', { name: words.receipt.openChange }).tap()
    expect(await field(page, words.form.body).inputValue()).toBe(first)
    await field(page, words.form.body).fill(changed)
    await takeShot(page, 'comment-change-phone')
    await previewButton(page).tap()
    expect(await previewed(page).innerText()).toContain(changed)
    await takeShot(page, 'comment-change-preview-phone')
    await page.getByRole('button', { name: words.receipt.resubmitSend }).tap()
    await page.getByText(words.receipt.changed).waitFor()
    await takeShot(page, 'receipt-changed-phone')
    await page.getByText(words.receipt.stateHints.pending).waitFor()
    individual = { ...individual, page }
  })

  it('is read again beside the text that was sent back, and published', async () => {
    const { page } = moderator
    await openRow(page, changed.slice(0, 12))
    const shown = await openItem(page).innerText()
    for (const text of [t.item.previous, first, changed, t.item.revision(2)]) expect(shown).toContain(text)
    await takeShot(page, 'moderation-resubmitted')
    await decideOpen(page, 'publish', { reason: '您修改后的意见' })
  })

  it('is public in its new text only, and its receipt tells the whole way', async () => {
    const { page } = individual
    await page.reload()
    const steps = page.getByRole('region', { name: words.receipt.journey }).getByRole('listitem')
    const { received, resubmitted, publish, ...sent } = words.receipt.steps
    const names = await steps.getByRole('strong').or(steps.locator('b')).allInnerTexts()
    expect(names).toEqual([received, sent.return, resubmitted, publish])
    await page.getByRole('link', { name: words.receipt.seePublic }).tap()
    expect(await page.getByRole('main').innerText()).toContain(changed)
    expect(await page.content()).not.toContain(first)
    await page.goto('/search?q=社区食堂改造后')
    await page.getByText(words.search.none('社区食堂改造后')).waitFor()
  })
})
