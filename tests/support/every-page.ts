import type { Page } from 'playwright-core'
import { words as allWords, type Words } from '../../web/locales'
import { type DeskWords, deskWords } from '../../web/locales/desk'
import type { ThreadView } from '../../worker/contract/comments'
import type { ReceiptCredentials } from '../../worker/contract/receipts'
import type { Language } from '../../worker/contract/words'
import { fillComment, lookUp, previewButton } from './comment-errand'
import { openItem } from './desk-errand'
import type { Journey } from './journey'
import { sendComment, signInDecider } from './send-comment'

/** What the pages show, made before the first is opened. */
export interface Shown {
  returned: ReceiptCredentials
  reply: string
  password(email: string): string
}

export interface EveryPage {
  name: string
  /** Goes there as a person would; nothing of it depends on the language but what `words` says. */
  open(page: Page, shown: Shown): Promise<unknown>
}

/** What the moderator adds to the comment that is sent back. */
export const note = '请把两件事分开写。'

export async function makeShown(journey: Journey): Promise<Shown> {
  const body = '建议写明申报的截止时间。\n另外，请公布受理窗口的电话。'
  const returned = await sendComment(journey, '7.2', { body })
  const decide = await signInDecider(journey)
  await decide({ publicId: returned.publicId, decision: 'return', reason: 'split_topics', note })
  for (const measure of ['7.1', '5.3', '9.1']) await sendComment(journey, measure, { body })
  const answer = await fetch(`${journey.product.address}/api/measures/1.1/comments?sort=discussed`)
  const { items }: { items: ThreadView[] } = await answer.json()
  const reply = items[0]?.replies[0]?.publicId
  if (!reply) throw new Error('the demo comments hold no reply')
  return { returned, reply, password: (email) => journey.product.passwords[email] ?? '' }
}

const to = (path: string) => (page: Page) => page.goto(path)
const form = '/measures/1.1/comment?clause=1.1.2'

async function languageOf(page: Page): Promise<Language> {
  return (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh'
}
const wordsOf = async (page: Page): Promise<Words> => allWords[await languageOf(page)]
const deskWordsOf = async (page: Page): Promise<DeskWords> => deskWords[await languageOf(page)]

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
  { name: 'search', open: to('/search') },
  { name: 'search-hits', open: to('/search?q=装备') },
  { name: 'search-none', open: to('/search?q=鲸') },
  { name: 'transparency', open: to('/transparency') },
  { name: 'open-data', open: to('/open-data') },
  { name: 'policy', open: to('/policy') },
  { name: 'moderation-log', open: to('/moderation-log') },
  { name: 'not-found', open: to('/nothing') },
]

const openSignIn = async (page: Page) => {
  await page.goto('/desk/sign-in')
  await page.getByRole('heading', { name: (await deskWordsOf(page)).signIn.heading }).waitFor()
}

/** The moderators' page with an item open, on whatever screen. */
async function openModeration(page: Page, query = ''): Promise<void> {
  await page.goto(`/desk/moderation${query}`)
  const rows = page.getByRole('region', { name: (await deskWordsOf(page)).queue.list }).getByRole('listitem')
  await rows.first().waitFor()
  if (!(await openItem(page).isVisible())) await rows.first().getByRole('button').click()
  await openItem(page).waitFor()
}

/** A desk whose content has come: its second heading stands. */
const withHeading = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('main').locator('table, ul, ol, form').first().waitFor()
}

const panelKeys = { publish: 'Shift+A', return: 'r', reject: 'd' }

const panel = (decision: keyof typeof panelKeys): EveryPage => ({
  name: `moderation-${decision}`,
  async open(page) {
    await openModeration(page)
    await page.keyboard.press(panelKeys[decision])
    await page.getByRole('main').getByRole('form').getByRole('radio').first().waitFor()
  },
})

export const signInPages: EveryPage[] = [
  { name: 'sign-in', open: openSignIn },
  {
    name: 'sign-in-errors',
    async open(page) {
      await openSignIn(page)
      await page.getByRole('button', { name: (await deskWordsOf(page)).signIn.submit, exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
]

export const moderationPages: EveryPage[] = [
  {
    name: 'moderation-queue',
    async open(page) {
      await page.goto('/desk/moderation')
      await page
        .getByRole('region', { name: (await deskWordsOf(page)).queue.list })
        .getByRole('listitem')
        .first()
        .waitFor()
    },
  },
  { name: 'moderation', open: (page) => openModeration(page) },
  panel('publish'),
  panel('return'),
  panel('reject'),
  {
    name: 'moderation-pass',
    async open(page) {
      await openModeration(page)
      await page.keyboard.press('t')
      await page.getByRole('main').getByRole('form').getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'moderation-redacting',
    async open(page) {
      await openModeration(page)
      await page.keyboard.press('x')
      await page.keyboard.press('1')
      await page.getByRole('region', { name: (await deskWordsOf(page)).redaction.region }).waitFor()
    },
  },
  {
    name: 'moderation-palette',
    async open(page) {
      await openModeration(page)
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'decided', open: withHeading('/desk/moderation/decided') },
  { name: 'agreement', open: withHeading('/desk/moderation/agreement') },
  { name: 'deadlines', open: withHeading('/desk/deadlines') },
  { name: 'settings', open: withHeading('/desk/settings') },
  {
    name: 'moderation-bulk',
    async open(page) {
      await openModeration(page)
      await page.keyboard.press('Space')
      await page.keyboard.press('r')
      await page.getByRole('dialog').getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'moderation-group',
    async open(page) {
      await openModeration(page, '?signal=similar')
      await page.keyboard.press('g')
      await page.getByRole('list', { name: (await deskWordsOf(page)).group.members }).waitFor()
    },
  },
  {
    name: 'moderation-shortcuts',
    async open(page) {
      await openModeration(page)
      await page.keyboard.press('Shift+?')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'not-allowed',
    async open(page) {
      await page.goto('/desk/staff')
      await page.getByRole('heading', { name: (await deskWordsOf(page)).lacking.heading }).waitFor()
    },
  },
  {
    name: 'desk-not-found',
    async open(page) {
      await page.goto('/desk/nothing')
      await page.getByRole('heading', { name: (await deskWordsOf(page)).missing.heading }).waitFor()
    },
  },
]

/** A case as its screen shows it; on a phone it lies behind its row. */
const openCase = async (page: Page) => {
  await page.goto('/desk/cases')
  const row = page.locator('[data-row]').first()
  await row.waitFor()
  await row.click()
  await page.locator('#case-heading').waitFor()
}

export const staffPages: EveryPage[] = [
  {
    name: 'cases',
    async open(page) {
      await page.goto('/desk/cases')
      await page.locator('[data-row]').first().waitFor()
    },
  },
  { name: 'case', open: openCase },
  {
    name: 'case-assign',
    async open(page) {
      await openCase(page)
      await page.keyboard.press('a')
      await page.getByRole('dialog').getByRole('combobox').first().waitFor()
    },
  },
  {
    name: 'units',
    async open(page) {
      await page.goto('/desk/cases/units')
      await page.getByRole('row').nth(1).waitFor()
    },
  },
  {
    name: 'staff',
    async open(page) {
      await page.goto('/desk/staff')
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'answers',
    async open(page) {
      await page.goto('/desk/answers')
      await page.getByRole('heading', { level: 2 }).waitFor()
    },
  },
  {
    name: 'standard-texts',
    async open(page) {
      await page.goto('/desk/answers/standard-texts')
      await page.getByRole('heading', { level: 2 }).waitFor()
    },
  },
  {
    name: 'publication',
    async open(page) {
      await page.goto('/desk/results')
      await page.getByRole('heading', { level: 2 }).first().waitFor()
    },
  },
  {
    name: 'account',
    async open(page) {
      await page.goto('/desk/account')
      await page.getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'account-enrolment',
    async open(page, { password }) {
      await page.goto('/desk/account')
      const { secondFactor } = (await deskWordsOf(page)).ownAccount
      await page.getByRole('button', { name: secondFactor.turnOn }).click()
      await page.getByLabel(secondFactor.password, { exact: true }).fill(password('staff@yanlu.test'))
      await page.getByRole('button', { name: secondFactor.next }).click()
      await page.getByRole('img', { name: secondFactor.qr }).waitFor()
    },
  },
]

const openPeople = async (page: Page) => {
  await page.goto('/desk/people')
  await page.getByRole('listitem').first().waitFor()
  return (await deskWordsOf(page)).people
}

export const adminPages: EveryPage[] = [
  { name: 'people', open: openPeople },
  {
    name: 'people-invite',
    async open(page) {
      const words = await openPeople(page)
      await page.getByRole('button', { name: words.invite }).click()
      await page.getByRole('button', { name: words.makeLink }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'people-person',
    async open(page) {
      const words = await openPeople(page)
      await page
        .getByRole('button', { name: new RegExp(`^${words.manage}`) })
        .last()
        .click()
      await page.getByRole('button', { name: words.disable }).click()
    },
  },
]
