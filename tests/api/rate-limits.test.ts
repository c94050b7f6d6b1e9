import { beforeEach, describe, expect, it } from 'vitest'
import type { LimitName } from '../../worker/hono-env'
import { errorOf } from '../support/answers'
import { newComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)

beforeEach(() => {
  app.limits.reset()
})

const lookup = { publicId: 'T001-0000-0000', queryCode: '0000-0000-0000' }
const limited: [LimitName, string, object | undefined][] = [
  ['SUBMIT_LIMIT', '/api/measures/1.1/comments', newComment()],
  ['LOOKUP_LIMIT', '/api/receipts/lookup', lookup],
  ['LOOKUP_LIMIT', '/api/receipts/resubmit', { ...lookup, body: '一', stance: 'support' }],
  ['SIGN_IN_LIMIT', '/api/auth/sign-in/email', { email: 'x@example.test', password: 'x' }],
  ['SEARCH_LIMIT', '/api/search?q=企业', undefined],
]

const ask = (path: string, json: object | undefined, headers: Record<string, string> = {}) =>
  json ? app.post(path, json, { headers }) : app.get(path, { headers })

describe('a source that comes too often', () => {
  it.each(limited)('is refused by %s on %s, with a sentence and without a row', async (name, path, json) => {
    app.limits.allow(name, 1)
    expect((await ask(path, json)).status).not.toBe(429)
    const before = await countRows(app)
    const answer = await ask(path, json)
    expect(answer.status).toBe(429)
    expect((await errorOf(answer)).message).toBe('操作过于频繁，请一分钟后再试。')
    expect(await countRows(app)).toEqual(before)
  })

  it.each(limited)('does not shut out another one: %s on %s', async (name, path, json) => {
    app.limits.allow(name, 1)
    const from = (address: string) => ask(path, json, { 'x-test-address': address })
    expect((await from('192.0.2.1')).status).not.toBe(429)
    expect((await from('192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.2')).status).not.toBe(429)
  })

  it('is refused before its text is read', async () => {
    app.limits.allow('SUBMIT_LIMIT', 0)
    expect((await app.post('/api/measures/1.1/comments', {})).status).toBe(429)
  })

  it('is told so on the page of the form that it used, and what it typed is kept', async () => {
    app.limits.allow('LOOKUP_LIMIT', 0)
    const answer = await app.submit('/receipts', lookup)
    expect(answer.status).toBe(429)
    const html = await answer.text()
    expect(html).toContain('操作过于频繁，请一分钟后再试。')
    expect(html).toContain('value="T001-0000-0000"')
  })

  it('is told so on the search page', async () => {
    app.limits.allow('SEARCH_LIMIT', 0)
    const answer = await app.get('/search?q=企业')
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('操作过于频繁，请一分钟后再试。')
  })
})

describe('a source', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['10.0.0.1, 192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ])('that the proxy gives as %s counts as %s', async (address, key) => {
    await app.get('/api/search?q=企业', {
      headers: { 'x-test-address': address },
    })
    expect(app.limits.count('SEARCH_LIMIT', key)).toBe(1)
  })

  it('cannot name itself another by a header that the proxy does not set', async () => {
    const headers = {
      'x-forwarded-for': '192.0.2.99',
      'cf-connecting-ip': '192.0.2.98',
    }
    await app.get('/api/search?q=企业', {
      headers: { ...headers, 'x-test-address': '192.0.2.7' },
    })
    expect(app.limits.count('SEARCH_LIMIT', '192.0.2.7')).toBe(1)
  })
})

it('lifts every limit under LOAD_TEST', async () => {
  const loaded = await startTestApp({ config: { isLoadTest: true } })
  await makeConsultation(loaded)
  loaded.limits.allow('SEARCH_LIMIT', 0)
  expect((await loaded.get('/api/search?q=企业')).status).toBe(200)
})
