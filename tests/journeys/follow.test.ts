import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { words } from '../../web/locales'
import { followMailWords } from '../../worker/contract/locales/follow-mail'
import { expectAccessible } from '../support/accessibility'
import { handheld, type Visitor } from '../support/browser-page'
import { inSteps, startJourney, takeShot } from '../support/journey'
import { type MailServer, startMailServer } from '../support/mail-server'
import { newComment } from '../support/make-comment'
import { cookiesOf } from '../support/make-user'

const origin = 'http://yanlu.test'
const address = 'reader@example.test'
const text = '建议公布培育企业名单，并写明 <认定> & “复核”办法。'
const patience = { timeout: 90_000, interval: 200 }
const t = words.zh.follow

const env: Record<string, string> = {
  LOAD_TEST: '1',
  PUBLIC_ORIGIN: origin,
  MAIL_FROM: '言路 <noreply@yanlu.test>',
}
let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
  env.SMTP_URL = `smtp://127.0.0.1:${server.port}`
})
const journey = startJourney(env)
afterAll(() => server.stop())

let reader: Visitor
let cookie = ''
let publicId = ''

/** An address of a mail as the test's product has it. */
const here = (link: string) => link.replace(origin, '')
const mailWith = async (words: string) =>
  vi.waitFor(() => {
    const mail = server.received.find(
      ({ text = '', recipients }) => recipients.includes(address) && text.includes(words),
    )
    if (!mail?.text) throw new Error('not there yet')
    return { ...mail, text: mail.text }
  }, patience)

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(journey.product.address + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', cookie },
  })
}

beforeAll(async () => {
  reader = await journey.visit({ ...handheld })
  const email = 'moderator@yanlu.test'
  cookie = cookiesOf(
    await post('/api/auth/sign-in/email', { email, password: journey.product.passwords[email] }),
  )
})

describe('a reader on a phone', () => {
  inSteps()

  it('follows a measure from its page', async () => {
    const { page } = reader
    await page.goto('/measures/1.1')
    await page.getByRole('link', { name: t.measure }).click()
    await page.getByLabel(t.email).fill(address)
    await page.getByRole('radio', { name: t.frequencies.at_once }).check()
    await expectAccessible(page)
    await takeShot(page, 'follow-phone')
    await page.getByRole('button', { name: t.send }).click()
    await page.getByRole('heading', { level: 1, name: t.sentTitle }).waitFor()
    await expectAccessible(page)
  })

  it('confirms by the link in the mail, with one button', async () => {
    const { page } = reader
    const mail = await mailWith('/follow/manage')
    const link = mail.text.match(/http:\/\/yanlu\.test\/c\/[^/]+\/follow\/manage\S+/)?.[0] ?? ''
    await page.goto(here(link))
    await expectAccessible(page)
    await takeShot(page, 'follow-confirm-phone')
    await page.getByRole('button', { name: t.confirm, exact: true }).click()
    await page.getByText(t.confirmed).waitFor()
    await expectAccessible(page)
    await takeShot(page, 'follow-manage-phone')
  })

  it('is mailed the words of a comment once it is published', async () => {
    const sent = await post('/api/measures/1.1/comments', newComment({ body: text }))
    publicId = (await sent.json()).publicId
    const decided = await post('/api/moderation/decisions', {
      publicId,
      revision: 1,
      decision: 'publish',
    })
    expect(decided.status, await decided.clone().text()).toBe(200)
    const mail = await mailWith(publicId)
    expect(mail.text).toContain(`> ${text}`)
    expect(mail.subject).toContain(followMailWords.zh.newComments('1'))
    expect(server.received.filter(({ recipients }) => recipients.includes(address))).toHaveLength(2)
  })

  it('changes how often in one click', async () => {
    const { page } = reader
    await page.getByRole('button', { name: t.frequencies.weekly }).click()
    await page.getByText(t.saved).waitFor()
    expect(await page.getByRole('button', { name: t.frequencies.weekly }).getAttribute('aria-pressed')).toBe(
      'true',
    )
  })

  it('is followed no more after the one request that a mail program sends', async () => {
    const mail = await mailWith(publicId)
    const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
    const link = here(header.replace(/[<>]/g, ''))
    const { page } = reader
    await page.goto(link)
    await page.getByRole('button', { name: t.end }).waitFor()
    await expectAccessible(page)
    await takeShot(page, 'follow-end-phone')
    const ended = await fetch(journey.product.address + link, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(ended.status).toBe(200)
    reader.meets.add(404)
    await page.goto(link.replace('unsubscribe', 'manage'))
    await page.getByRole('heading', { level: 1, name: words.zh.error.titles[404] ?? '' }).waitFor()
  })
})

describe('a feed', () => {
  it('is XML that a parser takes, with what Atom asks of a feed and of each entry', async () => {
    const { page } = reader
    await page.goto('/measures/1.1')
    const feed = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=alternate][type="application/atom+xml"]')
      const answer = await fetch(link?.href ?? '')
      const xml = new DOMParser().parseFromString(await answer.text(), 'application/xml')
      const textOf = (parent: Element, name: string) =>
        [...parent.children]
          .filter((child) => child.localName === name)
          .map((child) => child.textContent ?? '')
      const root = xml.documentElement
      const entries = [...root.children].filter((child) => child.localName === 'entry')
      return {
        type: answer.headers.get('content-type'),
        namespace: root.namespaceURI,
        errors: xml.querySelectorAll('parsererror').length,
        head: ['id', 'title', 'updated'].map((name) => textOf(root, name).length),
        ids: entries.map((entry) => textOf(entry, 'id')),
        updated: [...textOf(root, 'updated'), ...entries.flatMap((entry) => textOf(entry, 'updated'))],
        authors: entries.map((entry) => textOf(entry, 'author').length),
        contents: entries.flatMap((entry) => textOf(entry, 'content')),
      }
    })
    expect(feed).toMatchObject({
      type: 'application/atom+xml; charset=utf-8',
      namespace: 'http://www.w3.org/2005/Atom',
      errors: 0,
      head: [1, 1, 1],
    })
    expect(feed.contents).toContain(text)
    expect(new Set(feed.ids.flat()).size).toBe(feed.ids.length)
    for (const [id = ''] of feed.ids) expect(id).toMatch(/^tag:yanlu\.test,\d{4}-\d\d-\d\d:\S+$/)
    for (const time of feed.updated) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(feed.authors.every((count) => count === 1)).toBe(true)
  })
})
