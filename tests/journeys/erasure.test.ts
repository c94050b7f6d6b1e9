import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { words as allWords } from '../../web/locales'
import { handheld, type Visitor } from '../support/browser-page'
import { fillComment, lookUp, previewButton, readReceipt, sendButton } from '../support/comment-errand'
import { decideOpen, openRow, signIn } from '../support/desk-errand'
import { inSteps, startJourney, takeShot } from '../support/journey'

const words = allWords.zh
const journey = startJourney()
inSteps()

const said = '夜班公交站台离厂区太远，希望在北门外增设一处，方便夜班职工。'
const answered = '同意在北门外增设站台，另建议延长末班车时间。'

let author: Visitor
let moderator: Visitor
let receipt = { publicId: '', queryCode: '' }

beforeAll(async () => {
  author = await journey.visit({ ...handheld, meets: [422] })
  moderator = await journey.visit()
  const email = 'moderator2@yanlu.test'
  await signIn(moderator.page, { email, password: journey.product.passwords[email] ?? '' })
})

async function send(visitor: Visitor, address: string, body: string, displayName: string): Promise<void> {
  const { page } = visitor
  await page.goto(address)
  await fillComment(page, { body, stance: 'suggest', kind: 'individual', displayName, publish: true })
  await previewButton(page).click()
  await sendButton(page).click()
  await page.getByRole('heading', { level: 1, name: words.receipt.thanks }).waitFor()
}

describe('an individual who changes their mind', () => {
  it('comments, is published, and is answered by another', async () => {
    await send(author, '/measures/8.2/comment', said, '欧阳文慧')
    receipt = await readReceipt(author.page)
    await openRow(moderator.page, said.slice(0, 12))
    await decideOpen(moderator.page, 'publish')
    const other = await journey.visit(handheld)
    await send(other, `/measures/8.2/comment?parent=${receipt.publicId}`, answered, '路人')
    await openRow(moderator.page, answered.slice(0, 12))
    await decideOpen(moderator.page, 'publish')
    const { page } = author
    await page.goto(`/comments/${receipt.publicId}`)
    await page.getByText(said).first().waitFor()
    await page.getByText(answered).first().waitFor()
  })

  it('takes a copy of all that is kept of it', async () => {
    const { page } = author
    await lookUp(page, receipt)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.ownData.download }).click(),
    ])
    const files = unzipSync(readFileSync(await download.path()))
    const data = JSON.parse(new TextDecoder().decode(files['data.json']))
    expect(data.receipt).toMatchObject({ publicId: receipt.publicId, body: said, state: 'published' })
    expect(Object.keys(files)).toContain('数据说明.txt')
  })

  it('reads what goes and what stays, and is asked for the tick', async () => {
    const { page } = author
    await page.getByRole('link', { name: words.ownData.erase }).tap()
    await page.getByRole('heading', { level: 1, name: words.ownData.eraseTitle }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(handheld.viewport?.width)
    await takeShot(page, 'erase-phone')
    await page.getByRole('button', { name: words.ownData.eraseSend }).tap()
    await page.getByRole('heading', { name: words.form.errorHeading }).waitFor()
    await takeShot(page, 'erase-refused-phone')
  })

  it('has it deleted, and the receipt says so', async () => {
    const { page } = author
    await page.getByRole('checkbox', { name: words.ownData.confirm }).check()
    await page.getByRole('button', { name: words.ownData.eraseSend }).tap()
    const state = page.getByRole('region', { name: words.receipt.state })
    await state.getByText('应您的要求删除').waitFor()
    expect(await page.content()).not.toContain(said)
    expect(await page.getByRole('region', { name: words.receipt.journey }).innerText()).toContain(
      words.receipt.steps.erased,
    )
    await takeShot(page, 'receipt-erased-phone')
  })

  it('is gone from the thread, where its place stands for the reply', async () => {
    const { page } = author
    await page.goto('/measures/8.2')
    await page.getByText(words.ownData.inThread).waitFor()
    await page.getByText(answered).first().waitFor()
    const content = await page.content()
    for (const gone of [said, '欧阳', '欧**']) expect(content).not.toContain(gone)
    await takeShot(page, 'thread-erased-phone')
  })
})
