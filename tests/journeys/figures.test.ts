import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { nameTarget } from '../../web/lib/name-target'
import { words as allWords } from '../../web/locales'
import type { FiguresView, TargetFigure } from '../../worker/contract/figures'
import { domainWords } from '../../worker/contract/locales'
import type { MeasureView } from '../../worker/contract/plan'
import { expectAccessible, expectContrast } from '../support/accessibility'
import { field, fillComment, previewButton, readReceipt, sendButton } from '../support/comment-errand'
import { signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { organisation } from '../support/make-comment'
import { findOverflow } from '../support/page-checks'
import { sendComment, signInDecider } from '../support/send-comment'

const words = allWords.zh
const domain = domainWords.zh
const journey = startJourney()
inSteps()

const measureKey = '7.2'
const firm = organisation(71)
let target: MeasureView['clauses'][number]['targets'][number]
let sent = ''

const read = async <View>(path: string): Promise<View> =>
  (await fetch(`${journey.product.address}${path}`)).json() as Promise<View>
const figureOf = ({ targets }: FiguresView): TargetFigure | undefined =>
  targets.find(({ key }) => key === target.key)

beforeAll(async () => {
  const { clauses } = await read<MeasureView>(`/api/measures/${measureKey}`)
  const [found] = clauses.flatMap(({ targets }) => targets)
  if (!found) throw new Error(`${measureKey} has no target`)
  target = found
})

const chart = (page: Page) => page.getByRole('figure', { name: nameTarget(target) })

describe('a target of the plan', () => {
  it('is answered by a firm from its card, in one go with the comment', async () => {
    const { page } = await journey.visit()
    await page.goto(`/measures/${measureKey}`)
    const answer = words.measure.answerTarget(domain.targetOpinions.too_low, target.quote)
    await page.getByRole('link', { name: answer }).click()
    const question = page.getByRole('group', { name: nameTarget(target) })
    expect(await question.getByRole('radio', { name: domain.targetOpinions.too_low }).isChecked()).toBe(true)
    await field(page, `${words.form.figure}（${target.unit}）`).fill('两千多')
    await field(page, words.form.body).focus()
    await page.getByText(domain.fields.figure_malformed).waitFor()
    await field(page, `${words.form.figure}（${target.unit}）`).fill(String(target.min * 2))
    await field(page, words.form.evidence).fill('本地去年贷款增长 9%。')
    await fillComment(page, {
      body: '授信目标偏低，建议翻一番。',
      stance: 'partly',
      kind: 'enterprise',
      name: firm.name,
      uscc: firm.uscc,
      publish: true,
    })
    await page.getByText(words.form.profile).click()
    await page.getByLabel(words.form.size).selectOption('small')
    await page.getByLabel(words.form.industry).selectOption('C')
    await page.getByLabel(words.form.city).selectOption('4419')
    await takeShot(page, 'figures-form')
    await expectAccessible(page)
    await previewButton(page).click()
    const counted = page.getByRole('region', { name: words.preview.countedHeading })
    const said = await counted.innerText()
    for (const fact of [
      domain.targetOpinions.too_low,
      domain.enterpriseSizes.small,
      '制造业',
      '东莞市',
      '依据：本地去年贷款增长 9%。',
    ])
      expect(said).toContain(fact)
    await takeShot(page, 'figures-preview')
    await expectAccessible(page)
    await page.getByText(words.form.proof.ready).waitFor()
    await sendButton(page).click()
    await page.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
    sent = (await readReceipt(page)).publicId
    expect(await page.getByRole('region', { name: words.preview.countedHeading }).innerText()).toBe(said)
  })

  it('shows in no figure before enough were moderated', async () => {
    expect(figureOf(await read('/api/figures'))?.opinions.n).toBe(0)
    const { page } = await journey.visit()
    await page.goto('/figures')
    await page.getByRole('heading', { level: 1, name: words.figures.title }).waitFor()
    expect(await chart(page).count()).toBe(0)
  })

  it('is answered by four more and published by a moderator', async () => {
    const decide = await signInDecider(journey)
    const more = await Promise.all(
      [1.5, 2, 2, 3].map((times, i) =>
        sendComment(journey, measureKey, {
          body: `同意提高授信目标，理由之${i + 1}。`,
          participant: organisation(72 + i),
          targets: [{ target: target.key, opinion: 'too_low', value: target.min * times }],
        }),
      ),
    )
    for (const publicId of [sent, ...more.map((comment) => comment.publicId)])
      await decide({ publicId, decision: 'publish' })
    await vi.waitFor(async () => expect(figureOf(await read('/api/figures'))?.opinions.n).toBe(5), {
      timeout: 30_000,
      interval: 300,
    })
    expect(figureOf(await read('/api/figures'))?.suggested).toEqual({
      n: 5,
      lowerQuartile: target.min * 2,
      median: target.min * 2,
      upperQuartile: target.min * 2,
    })
  })

  it('shows at the desk, where two sides can be set against each other', async () => {
    const { page } = await journey.visit()
    const email = 'staff@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' }, '/desk/figures')
    await chart(page).getByText('5 · 100%').waitFor()
    await page.getByLabel(words.figures.desk.rows, { exact: true }).selectOption('city')
    await page.getByLabel(words.figures.desk.columns, { exact: true }).selectOption('size')
    const heading = words.figures.desk.caption(words.figures.dimensions.city, words.figures.dimensions.size)
    const table = page.getByRole('table', { name: heading })
    await table.or(page.getByText(words.figures.desk.noTable)).waitFor()
    await expectAccessible(page)
    await page.getByLabel(words.figures.desk.measure, { exact: true }).selectOption(measureKey)
    await page.getByText(words.figures.desk.silenceOfAll).waitFor()
    await takeShot(page, 'figures-desk')
  })

  it('shows in public without scripts, with a table of the same numbers', async () => {
    const { page } = await journey.visit({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    await page.goto(`/measures/${measureKey}`)
    const card = page.getByRole('region', { name: target.indicator })
    expect(await card.innerText()).toContain('5 · 100%')
    await card.getByRole('link', { name: words.figures.toFigures }).click()
    await chart(page).getByText(words.figures.table).click()
    const row = chart(page).getByRole('row', { name: domain.targetOpinions.too_low })
    expect((await row.getByRole('cell').allInnerTexts()).map((text) => text.trim())).toEqual(['5', '100%'])
    expect(await chart(page).getByText(words.figures.notAVote).count()).toBe(1)
    expect(await findOverflow(page)).toEqual([])
    await takeShot(page, 'figures-public')
  })

  it('leaves the public figures readable to everybody', async () => {
    const { page } = await journey.visit()
    await page.goto('/')
    await page.getByRole('link', { name: words.nav.figures }).first().click()
    await page.getByRole('heading', { level: 1, name: words.figures.title }).waitFor()
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
  })
})
