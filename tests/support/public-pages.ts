import type { Page } from 'playwright-core'
import { words as allWords, type Words } from '../../web/locales'
import { fillComment, lookUp, previewButton } from './comment-errand'
import { type EveryPage, languageOf, type Shown } from './every-page'

const to = (path: string) => (page: Page) => page.goto(path)
/** The demonstration's consultation of which the result is published. */
const answered = '/c/2020-digital-services'
const form = '/measures/1.1/comment?clause=1.1.2'
const wordsOf = async (page: Page): Promise<Words> => allWords[await languageOf(page)]

/** The receipt in the short-lived cookie that a look-up leaves, without a second look-up. */
async function openReceipt(page: Page, { returned }: Shown, query = ''): Promise<void> {
  await page.goto(`/receipts/${returned.publicId}${query}`)
  if (!page.url().includes('/receipts?')) return
  await lookUp(page, returned)
  await page.goto(`/receipts/${returned.publicId}${query}`)
}

export const publicPages: EveryPage[] = [
  { name: 'home', open: to('/') },
  { name: 'measure', open: to('/measures/1.1') },
  { name: 'measure-clause', open: to('/measures/1.1?clause=1.1.2') },
  { name: 'measure-filtered', open: to('/measures/1.1?kind=enterprise&sort=discussed') },
  { name: 'measure-empty', open: to('/measures/9.2') },
  { name: 'figures', open: to('/figures') },
  { name: 'comment', open: (page, { reply }) => page.goto(`/comments/${reply}`) },
  { name: 'comment-form', open: to(form) },
  {
    name: 'comment-form-errors',
    async open(page) {
      await page.goto('/measures/1.1/comment')
      await previewButton(page, await wordsOf(page)).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'preview',
    async open(page) {
      await page.goto(form)
      const language = await languageOf(page)
      const filled = { body: '赞成。', stance: 'support', kind: 'individual', displayName: '朱建国' } as const
      await fillComment(page, { ...filled, publish: true, contact: '13800000000' }, language)
      const words = await wordsOf(page)
      await previewButton(page, words).click()
      await page.getByText(words.form.proof.ready).waitFor()
    },
  },
  { name: 'receipt-fresh', open: (page, shown) => openReceipt(page, shown, '?sent') },
  { name: 'receipt-returned', open: (page, shown) => openReceipt(page, shown) },
  {
    name: 'receipt-erase',
    async open(page, shown) {
      await openReceipt(page, shown)
      await page.goto(`/receipts/${shown.returned.publicId}/erase`)
    },
  },
  { name: 'follow', open: to('/follow?measure=1.1') },
  { name: 'consultations', open: to('/consultations') },
  { name: 'account-sign-in', open: to('/account/sign-in') },
  { name: 'account-sign-up', open: to('/account/sign-up') },
  { name: 'account-password', open: to('/account/password') },
  { name: 'receipt-lookup', open: to('/receipts') },
  {
    name: 'receipt-lookup-errors',
    async open(page) {
      await page.goto('/receipts')
      const { receipt } = await wordsOf(page)
      await page.getByRole('main').getByRole('button', { name: receipt.lookup, exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'revisions', open: to('/revisions') },
  { name: 'results', open: to('/results') },
  { name: 'answered-home', open: to(answered) },
  { name: 'answered-results', open: to(`${answered}/results`) },
  { name: 'answered-result', open: to(`${answered}/results/1.2`) },
  { name: 'search', open: to('/search') },
  { name: 'search-hits', open: to('/search?q=装备') },
  { name: 'search-none', open: to('/search?q=鲸') },
  { name: 'transparency', open: to('/transparency') },
  { name: 'open-data', open: to('/open-data') },
  { name: 'policy', open: to('/policy') },
  { name: 'privacy', open: to('/privacy') },
  { name: 'moderation-log', open: to('/moderation-log') },
  { name: 'not-found', open: to('/nothing') },
]

/** What a member of an organisation sees, once signed in. */
export const memberPages: EveryPage[] = [
  { name: 'account', open: to('/account') },
  { name: 'enterprise', open: to('/enterprise') },
  { name: 'account-erase', open: to('/account/erase') },
  { name: 'enterprise-form', open: to('/enterprise/profile') },
  { name: 'response', open: to('/enterprise/response') },
  { name: 'response-entry', open: to('/enterprise/response/measures/7.1') },
]

/** Signs in to an account of an organisation's member. */
export async function signInMember(
  page: Page,
  { password }: Shown,
  email = 'owner@firm.test',
): Promise<void> {
  const { account } = allWords.zh
  await page.goto('/account/sign-in')
  const main = page.getByRole('main')
  await main.getByLabel(account.email).fill(email)
  await main.getByLabel(account.password).fill(password(email))
  await main.getByRole('button', { name: account.signIn.submit, exact: true }).click()
  await page.waitForURL('**/account')
}
