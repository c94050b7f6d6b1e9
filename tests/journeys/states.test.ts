import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { words as allWords } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import type { ThreadView } from '../../worker/contract/comments'
import { domainWords } from '../../worker/contract/locales'
import type { PlanView } from '../../worker/contract/plan'
import { connect } from '../../worker/local/connect'
import { type Served, serve } from '../../worker/local/serve'
import { expectAccessible } from '../support/accessibility'
import { handheld, type Visitor } from '../support/browser-page'
import { field, fillComment, previewButton } from '../support/comment-errand'
import { queueRow, signIn } from '../support/desk-errand'
import { type Gate, openGate } from '../support/gate'
import { startJourney, takeShot } from '../support/journey'
import { sendComment } from '../support/send-comment'

const words = allWords.zh
const domain = domainWords.zh
const journey = startJourney()

const requestId = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await takeShot(page, `state-${name}`)
}

describe('a page that is not there', () => {
  it('says so, gives the number to ask with and leads on', async () => {
    const { page } = await journey.visit({ meets: [404] })
    for (const path of ['/nothing', '/measures/9.9', '/measures/x', '/comments/GX21-0000-0000']) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      await heading(page, words.error.titles[404] ?? '')
      expect(await page.getByRole('main').innerText()).toMatch(requestId)
    }
    await look(page, 'not-found')
    await page.getByRole('main').getByRole('link', { name: words.error.toPlan }).click()
    await page.getByRole('heading', { name: words.home.plan }).waitFor()
  })
})

describe('a thread without comments', () => {
  it('invites the first and says of a filter that it selects none', async () => {
    const { page } = await journey.visit()
    await page.goto('/measures/9.4')
    const thread = page.getByRole('region', { name: words.thread.whole })
    await thread.getByText(words.thread.emptyInvite).waitFor()
    await look(page, 'empty-thread')
    await page.goto('/measures/9.4?kind=association')
    await thread.getByRole('link', { name: words.thread.clearFilter }).click()
    await thread.getByText(words.thread.empty).waitFor()
  })
})

describe('a reply at an address of its own', () => {
  it('does not say that it has no answers above the answers that it has', async () => {
    const { page } = await journey.visit()
    const answer = await fetch(`${journey.product.address}/api/measures/1.1/comments?sort=discussed`)
    const { items }: { items: ThreadView[] } = await answer.json()
    const replies = items.flatMap((item) => item.replies)
    const answered = replies.find((reply) => replies.some(({ parentId }) => parentId === reply.publicId))
    await page.goto(`/comments/${answered?.publicId}`)
    await page.getByRole('heading', { name: words.comment.context }).waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain(words.comment.noReplies)
  })
})

describe('somebody who asks too often', () => {
  it('is asked to wait, keeps what was typed, and nobody else has to wait', async () => {
    const extraHTTPHeaders = journey.nextAddress()
    const { page } = await journey.visit({ extraHTTPHeaders, meets: [404, 429] })
    const wrong = { publicId: 'GX21-0000-0000', queryCode: '0000-0000-0000' }
    const ask = (headers: Record<string, string>) =>
      fetch(`${journey.product.address}/receipts`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(wrong),
      })
    await vi.waitFor(
      async () => {
        while ((await ask(extraHTTPHeaders)).status !== 429);
        await page.goto(`/receipts?id=${wrong.publicId}`)
        await field(page, words.receipt.queryCode).fill(wrong.queryCode)
        await page.getByRole('main').getByRole('button', { name: words.receipt.lookup, exact: true }).click()
        await page.getByRole('alert').waitFor()
        expect(await page.getByRole('alert').innerText()).toContain(domain.errors.rate_limited)
      },
      { timeout: 30_000 },
    )
    expect(await page.title()).toMatch(/^错误：/)
    expect(await field(page, words.receipt.publicId).inputValue()).toBe(wrong.publicId)
    await look(page, 'rate-limited')
    expect((await ask(journey.nextAddress())).status).toBe(404)
  })
})

describe('somebody whose connection drops while writing', () => {
  it('is told so, loses nothing and goes on when it is back', async () => {
    const { page, context } = await journey.visit(handheld)
    await page.goto('/measures/2.1/comment')
    await page.getByText(words.form.counted('0', '5,000')).waitFor()
    await fillComment(page, { body: '断网时写的话', stance: 'suggest', kind: 'individual', publish: true })
    await context.setOffline(true)
    await page.getByText(words.form.offline).waitFor()
    await previewButton(page).tap()
    await look(page, 'offline-while-typing')
    expect(await field(page, words.form.body).inputValue()).toBe('断网时写的话')
    await context.setOffline(false)
    await page.getByText(words.form.offline).waitFor({ state: 'detached' })
    await previewButton(page).tap()
    await heading(page, words.preview.title)
  })
})

describe('the database away', () => {
  const owner = mkdtempSync(join(tmpdir(), 'yanlu-served-'))
  let gate: Gate
  let served: Served
  let moderator: Visitor

  beforeAll(async () => {
    await sendComment(journey, '4.1', { body: '数据库恢复以后仍在队列里。' })
    gate = await openGate(journey.product.databaseUrl)
    const secret = 'a secret for tests, thirty-two characters or more'
    const vars = {
      ENVIRONMENT: 'local',
      DATABASE_URL: gate.url,
      APP_SECRET: secret,
      CLIENT_ADDRESS_HEADER: '',
    }
    served = await serve({ port: 0, owner, files: join(owner, 'files'), vars, onLost: () => {} })
    moderator = await journey.visit({ origin: served.address, meets: [503] })
  })
  afterAll(async () => {
    await moderator.context.close()
    await served.stop()
    await gate.shut()
    rmSync(owner, { recursive: true, force: true })
  })

  it('readers get a page that says so, and the plan again once it is back', async () => {
    const { page } = await journey.visit({ origin: served.address, meets: [503] })
    await page.goto('/measures/4.1/comment')
    await fillComment(page, { body: '还没提交的意见', stance: 'suggest', kind: 'individual', publish: true })
    await gate.shut()
    await previewButton(page).click()
    await heading(page, words.error.titles[503] ?? '').finally(() => gate.open())
    const text = await page.getByRole('main').innerText()
    expect(text).toMatch(requestId)
    expect(text).toContain(words.error.draft)
    await look(page, 'database-away')
    await page.goto('/measures/4.1/comment')
    await page.getByText(/已恢复您/).waitFor()
    expect(await field(page, words.form.body).inputValue()).toBe('还没提交的意见')
  })

  it('a moderator is told, and goes on in place once it is back', async () => {
    const { page } = moderator
    const t = deskWords.zh
    const email = 'moderator@yanlu.test'
    await signIn(page, { email, password: journey.product.passwords[email] ?? '' })
    await queueRow(page, '数据库恢复以后').waitFor()
    await gate.shut()
    await page.reload()
    const told = page.getByText(domain.errors.database_unavailable).first()
    await told.waitFor()
    const headers = { 'content-type': 'application/json' }
    const data = { email, password: 'whatever it was' }
    const answer = await page.request.post('/api/auth/sign-in/email', { headers, data })
    await gate.open()
    expect(answer.status()).toBe(503)
    await look(page, 'desk-database-away')
    await page.getByRole('button', { name: t.retry }).first().click()
    await queueRow(page, '数据库恢复以后').waitFor()
    await page.waitForLoadState('networkidle')
  })
})

describe('a consultation', () => {
  const set = async (opensIn: number, closesIn: number) => {
    const client = connect(journey.product.databaseUrl)
    const moment = (hours: number) => Date.now() + hours * 3_600_000
    await client.execute('UPDATE consultations SET opens_at = ?, closes_at = ?', [
      BigInt(moment(opensIn)),
      BigInt(moment(closesIn)),
    ])
    client.close()
  }

  it('that is closed takes no more comments, says since when and stays readable', async () => {
    const { page } = await journey.visit({ meets: [409] })
    await page.goto('/measures/1.1/comment')
    await fillComment(page, { body: '差一分钟没赶上', stance: 'oppose', kind: 'individual', publish: true })
    await set(-800, -1)
    await previewButton(page).click()
    await heading(page, words.form.closedTitle)
    await look(page, 'closed-form')
    await page.goto('/')
    await page.getByRole('heading', { name: words.home.closed }).waitFor()
    await look(page, 'closed-home')
    await page.goto('/measures/1.1')
    await page.getByText(words.thread.closed).waitFor()
    const writing = page.getByRole('main').locator('a[href$="/comment"], a[href*="/comment?"]')
    expect(await writing.count()).toBe(0)
    await look(page, 'closed-measure')
    const plan: PlanView = await (await fetch(`${journey.product.address}/api/plan`)).json()
    expect(plan.consultation.phase).toBe('closed')
  })

  it('that has not begun can be read, and says when it begins', async () => {
    const { page } = await journey.visit()
    await set(30, 800)
    await page.goto('/')
    await page.getByRole('heading', { name: words.home.opening }).waitFor()
    await look(page, 'not-open-home')
    await page.goto('/measures/1.1/comment')
    await heading(page, words.form.notOpenTitle)
    await look(page, 'not-open-form')
  })
})
