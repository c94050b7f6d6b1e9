import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { deskWords } from '../../web/locales/desk'
import type { CodingPage } from '../../worker/contract/coding'
import type { SampleView } from '../../worker/contract/coding-samples'
import { expectAccessible } from '../support/accessibility'
import { phone, type Visitor } from '../support/browser-page'
import { said, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'

const t = deskWords.zh
const journey = startJourney()
inSteps()

let first: Visitor
let second: Visitor
const codes = [
  ['X1', '认定口径', '关于认定标准、口径、入库条件的意见。', '请明确新培育企业的认定口径。'],
  ['X2', '资金支持', '关于补贴、贴息、奖补资金和拨付的意见。', '建议提高技改补贴比例。'],
  ['Y1', '用地用能', '关于园区用地、厂房、电价和能源的意见。', '希望增加工业用地指标。'],
] as const
const ours = codes.map(([key]): string => key)

beforeAll(async () => {
  first = await journey.visit({ meets: [401] })
  second = await journey.visit({ meets: [401] })
  for (const [{ page }, email] of [
    [first, 'staff@yanlu.test'],
    [second, 'staff2@yanlu.test'],
  ] as const)
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, '/desk/coding')
})

const read = async <Answer>(page: Page, path: string): Promise<Answer> =>
  (await page.request.get(`/api/staff/coding${path}`)).json()
const text = (page: Page) => page.getByRole('article', { name: t.sorting.text })
const tags = (page: Page) => text(page).getByRole('region', { name: t.coding.tags })

/** Looks at a screen as a phone shows it: nothing may stand beyond its edge. */
async function expectOnPhone({ page }: Visitor, name: string): Promise<void> {
  await page.setViewportSize(phone)
  const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const)
  const [content, window_] = await widths()
  expect(content).toBeLessThanOrEqual(window_)
  await takeShot(page, `${name}-phone`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

describe('a codebook', () => {
  it('is written, checked and published', async () => {
    const { page } = first
    await page.goto('/desk/coding/codebook')
    await page.getByRole('button', { name: t.codebook.startNext }).click()
    await page.getByRole('button', { name: t.codebook.discard }).click()
    await page.getByRole('button', { name: t.people.confirmAct(t.codebook.discard) }).click()
    await said(page, t.codebook.discarded)
    await page.getByRole('button', { name: t.codebook.startNext }).click()
    await page.getByRole('button', { name: t.codebook.discard }).waitFor()
    const retire = page.getByRole('button', { name: /^停用 / })
    for (let left = await retire.count(); left > 0; left -= 1) {
      await retire.first().click()
      await expect.poll(() => retire.count()).toBe(left - 1)
    }
    for (const [key, name, definition, example] of codes) {
      await page.getByRole('button', { name: t.codebook.add }).click()
      const form = page.getByRole('form', { name: t.codebook.add })
      await form.getByLabel(t.codebook.key, { exact: true }).fill(key)
      await form.getByLabel(t.codebook.fields.theme).fill(key.startsWith('X') ? '政策' : '要素')
      await form.getByLabel(t.codebook.fields.name).fill(name)
      await form.getByLabel(t.codebook.fields.definition).fill(definition)
      if (key !== 'Y1') await form.getByLabel(t.codebook.fields.example).fill(example)
      await form.getByRole('button', { name: t.codebook.save }).click()
      await page.getByRole('article', { name: `${key} ${name}` }).waitFor()
    }
    await page.getByText(t.codebook.findings.no_example('Y1 用地用能')).waitFor()
    await page.getByRole('button', { name: t.codebook.edit('用地用能') }).click()
    const form = page.getByRole('form', { name: t.codebook.edit('用地用能') })
    await form.getByLabel(t.codebook.fields.example).fill(codes[2][3])
    await form.getByRole('button', { name: t.codebook.save }).click()
    await page.getByText(t.codebook.lintNone).waitFor()
    await page.getByLabel(t.codebook.note, { exact: true }).fill('初版')
    await expectAccessible(page)
    await takeShot(page, 'coding-draft')
    await page.getByRole('button', { name: t.codebook.publish }).click()
    await said(page, t.codebook.published('2'))
    expect(await page.getByRole('button', { name: t.codebook.add }).count()).toBe(0)
    await expectAccessible(page)
    await takeShot(page, 'coding-codebook')
    await expectOnPhone(first, 'coding-codebook')
  })
})

describe('sorting by keyboard', () => {
  it('tags five comments, one of them by typing and one on a passage, and takes one back', async () => {
    const { page } = first
    await page.goto('/desk/coding')
    await page.getByRole('button', { name: '认定口径 X1' }).waitFor()
    for (const key of ['1', '2', '3']) {
      await page.keyboard.press(key)
      await tags(page)
        .getByText((codes[Number(key) - 1] ?? []).slice(0, 2).join(' '))
        .waitFor()
      await page.keyboard.press('j')
    }
    await page.keyboard.press('/')
    await page.keyboard.type('资金')
    await page.keyboard.press('Enter')
    await tags(page).getByText('X2 资金支持').waitFor()
    await page.keyboard.press('j')
    const chosen = await text(page)
      .locator('.sorting-body')
      .evaluate((body) => {
        const node = body.firstChild as Text
        document.getSelection()?.setBaseAndExtent(node, 1, node, 5)
        return node.data.slice(1, 5)
      })
    await page.keyboard.press('1')
    await tags(page).getByText('X1 认定口径').waitFor()
    expect(await text(page).locator('mark').innerText()).toBe(chosen)
    await takeShot(page, 'coding-sorting')
    await expectAccessible(page)
    await page.keyboard.press('2')
    await tags(page).getByText('X2 资金支持').waitFor()
    await page.keyboard.press('u')
    await said(page, t.sorting.undone)
    expect(await tags(page).getByText('X2 资金支持').count()).toBe(0)
    const { items } = await read<CodingPage>(page, '/comments')
    expect(
      items.slice(0, 5).map((item) => item.tags.map(({ key }) => key).filter((key) => ours.includes(key))),
    ).toEqual([['X1'], ['X2'], ['Y1'], ['X2'], ['X1']])
    expect(items[4]?.tags.find(({ key }) => key === 'X1')).toMatchObject({
      start: 1,
      end: 5,
      by: expect.any(String),
    })
    await page.keyboard.press('k')
    await tags(page).getByText('X2 资金支持').waitFor()
    await expectOnPhone(first, 'coding-sorting')
  })
})

describe('the screen of a case', () => {
  it('has the tags of its comment: put on by typing, taken off again, which is kept', async () => {
    const { page } = first
    const { items } = await read<CodingPage>(page, '/comments')
    const [item] = items
    await page.goto(`/desk/cases?comment=${item?.publicId}`)
    const panel = page.getByRole('region', { name: t.coding.tags })
    await panel.getByText('X1 认定口径').waitFor()
    await panel.getByRole('combobox', { name: t.coding.find }).fill('y1')
    await page.keyboard.press('Enter')
    await panel.getByText('Y1 用地用能').waitFor()
    await panel.getByRole('button', { name: t.coding.remove('用地用能') }).click()
    await panel.getByText(t.coding.removed).click()
    await panel.getByText('Y1 用地用能').waitFor()
    const now = (await read<CodingPage>(page, '/comments')).items[0]
    expect(await panel.getByText('Y1 用地用能').isVisible()).toBe(true)
    expect(now?.tags.map(({ key }) => key).filter((key) => ours.includes(key))).toEqual(['X1'])
    await takeShot(page, 'coding-panel')
    await expectAccessible(page)
  })
})

describe('the machine', () => {
  it('is cancelled without a trace', async () => {
    const { page } = first
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/staff/coding/texts*', async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    await page.goto('/desk/coding/suggestions')
    await page.getByRole('button', { name: t.suggestions.run }).click()
    await page.getByRole('progressbar', { name: t.suggestions.progress }).waitFor()
    await page.getByRole('button', { name: t.suggestions.cancel }).click()
    release()
    await said(page, t.suggestions.cancelled)
    await page.unroute('**/api/staff/coding/texts*')
    await page.getByRole('heading', { name: t.suggestions.empty }).waitFor()
    expect(await read(page, '/suggestion-runs')).toEqual({ run: null })
  })

  it('groups the comments off the main thread and proposes codes, with its seed and parameters shown', async () => {
    const { page } = first
    await page.getByLabel(t.suggestions.seed).fill('42')
    await page.getByLabel(t.suggestions.leastScore).fill('0.05')
    await page.getByRole('button', { name: t.suggestions.run }).click()
    await page.getByRole('heading', { name: t.suggestions.latest }).waitFor()
    expect(await page.getByRole('region', { name: t.suggestions.latest }).innerText()).toContain('种子 42')
    expect(await page.getByRole('list', { name: t.suggestions.phrases }).count()).toBeGreaterThan(1)
    await expectAccessible(page)
    await takeShot(page, 'coding-suggestions')
    await expectOnPhone(first, 'coding-suggestions')
  })

  it('has a cluster accepted after a count, and one suggestion by itself', async () => {
    const { page } = first
    await page
      .getByRole('button', { name: new RegExp(`^${t.suggestions.all.accepted}：`) })
      .first()
      .click()
    const confirmation = page.getByRole('region', { name: t.suggestions.confirm.accepted })
    const asked = await confirmation.innerText()
    const count = Number(/给 (\d+) 条/.exec(asked)?.[1])
    expect(count).toBeGreaterThan(0)
    await takeShot(page, 'coding-confirmation')
    await confirmation.getByRole('button', { name: t.suggestions.confirm.accepted }).click()
    await said(page, t.suggestions.result.accepted(String(count)))
    await page.getByRole('link', { name: t.suggestions.oneByOne }).click()
    await text(page).getByRole('region', { name: t.coding.proposals }).waitFor()
    const before = await tags(page).getByRole('listitem').count()
    await page.keyboard.press('=')
    await expect.poll(() => tags(page).getByRole('listitem').count()).toBe(before + 1)
    expect(await tags(page).innerText()).toContain(t.coding.suggested)
  })
})

describe('double coding', () => {
  it('draws a sample of four for two people', async () => {
    const { page } = first
    await page.goto('/desk/coding/samples')
    const form = page.getByRole('form', { name: t.samples.draw })
    await form.getByLabel(t.samples.size).fill('4')
    const coders = await read<{ items: { id: string; name: string }[] }>(page, '/coders')
    expect(coders.items.length).toBeGreaterThan(1)
    const names = await Promise.all(
      [first, second].map(async ({ page: own }) => {
        const answer = await own.request.get('/api/auth/get-session')
        return ((await answer.json()) as { user: { name: string } }).user.name
      }),
    )
    await form.getByLabel(t.samples.first).selectOption({ label: names[0] ?? '' })
    await form.getByLabel(t.samples.second).selectOption({ label: names[1] ?? '' })
    await form.getByRole('button', { name: t.samples.submit }).click()
    await page.getByRole('article', { name: t.samples.name('1') }).waitFor()
    await expectAccessible(page)
    await takeShot(page, 'coding-samples')
    await expectOnPhone(first, 'coding-samples')
  })

  it('is done by each without seeing the other’s codes or the tags', async () => {
    const given = { first: ['1', '2', '1', ''], second: ['1', '2', '2', ''] }
    for (const [visitor, keys] of [
      [first, given.first],
      [second, given.second],
    ] as const) {
      const { page } = visitor
      await page.goto('/desk/coding/samples')
      await page.getByRole('link', { name: t.samples.code }).click()
      for (const [i, key] of keys.entries()) {
        await text(page)
          .getByText(t.samples.place(String(i + 1), '4'))
          .waitFor()
        expect(await text(page).locator('.coded-tag').count()).toBe(0)
        if (i === 0) {
          await expectAccessible(page)
          await takeShot(page, 'coding-blind')
        }
        if (key) await page.keyboard.press(key)
        await page.keyboard.press('Enter')
      }
      await page.getByRole('heading', { name: t.samples.allDone }).waitFor()
    }
    const { items } = await read<CodingPage>(second.page, '/comments?limit=100')
    const blind = items.filter(({ isBlind }) => isBlind)
    expect(blind.flatMap((item) => item.tags)).toEqual([])
  })

  it('shows κ with its interval and the prevalence once it is closed', async () => {
    const { page } = second
    await page.getByRole('button', { name: t.samples.close }).click()
    await page.getByRole('table').waitFor()
    const row = (name: string) => page.getByRole('row').filter({ hasText: name }).innerText()
    expect((await row('X1 认定口径')).split('\t')).toEqual([
      'X1 认定口径',
      ...['0.50', '−0.23 – 1.00', '75.0%', '37.5%', '−0.25', '0.50', '1', '1', '0', '2'],
    ])
    expect(await row('Y1 用地用能')).toContain(t.samples.undefined)
    expect(await page.getByRole('main').innerText()).toContain(t.samples.extreme('Y1 用地用能'))
    const { items } = await read<{ items: SampleView[] }>(page, '/samples')
    expect(items[0]?.closedAt).not.toBeNull()
    await takeShot(page, 'coding-result')
    await expectAccessible(page)
    await expectOnPhone(second, 'coding-result')
  })
})
