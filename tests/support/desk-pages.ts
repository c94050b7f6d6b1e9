import type { Page } from 'playwright-core'
import { type DeskWords, deskWords } from '../../web/locales/desk'
import { openItem } from './desk-errand'
import { type EveryPage, languageOf } from './every-page'

const deskWordsOf = async (page: Page): Promise<DeskWords> => deskWords[await languageOf(page)]

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

/** A list that may be empty. */
const settled = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
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
  { name: 'stamped', open: settled('/desk/cases/stamped') },
  { name: 'verification', open: settled('/desk/enterprises') },
  { name: 'offline', open: withHeading('/desk/offline') },
  { name: 'revisions-desk', open: withHeading('/desk/revisions') },
  {
    name: 'own-account',
    async open(page) {
      await page.goto('/desk/account')
      await page.getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'own-account-enrolment',
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
  { name: 'consultations-desk', open: withHeading('/desk/consultations') },
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
