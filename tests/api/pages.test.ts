import { beforeAll, describe, expect, it } from 'vitest'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const assets = {
  fetch: async ({ url }: Request) =>
    url.endsWith('/favicon.svg') ? new Response('<svg/>') : new Response(null, { status: 404 }),
}
const app = await startTestApp({ assets })
let publicId = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  const root = await makeComment(app, {
    clause: '1.1.2',
    body: '按三年平均认定。',
    participant: organisation(6),
  })
  publicId = (
    await makeComment(app, {
      parentId: root.publicId,
      body: '同意<b>这条</b>。',
    })
  ).publicId
})

/** What each page must say, in Chinese and in English. */
const pages: [path: string, zh: string[], en: string[]][] = [
  ['/', ['2099年主要工作安排', '培育壮大制造业企业群', '300家'], ['Work plan for 2099']],
  [
    '/measures/1.1',
    ['培育壮大制造业企业群', '按三年平均认定。', '第6精密制造有限公司'],
    ['Groups of enterprises'],
  ],
  ['/measures/1.1?clause=1.1.2&sort=discussed&kind=', ['第 2 句的意见', '按三年平均认定。'], ['Sentence 2']],
  ['/measures/1.1?kind=institution', ['没有符合筛选条件的意见'], ['No comment matches this filter.']],
  ['/measures/2.1', ['盘活低效用地', '这里还没有公开的意见'], ['推动产业园区提质']],
  ['/measures/1.1/comment', ['写意见', '统一社会信用代码'], ['Unified social credit code']],
  ['/measures/1.1/comment?clause=1.1.2', ['力争新培育专精特新中小企业300家。'], ['Sentence 2']],
  ['/comments/:publicId', ['同意&lt;b>这条&lt;/b>。', '按三年平均认定。'], ['In reply to']],
  ['/search', ['搜索'], ['Search']],
  ['/search?q=专精特新', ['专精特新'], ['专精特新']],
  ['/search?q=量子', ['没有找到“量子”'], ['量子']],
  ['/receipts', ['查询回执', '查询码'], ['Find a receipt']],
  ['/receipts?id=T001-7F3K-92QX', ['value="T001-7F3K-92QX"'], ['value="T001-7F3K-92QX"']],
  ['/desk', ['工作台'], ['desk']],
  ['/desk/queue', ['工作台'], ['desk']],
]

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.get(path.replace(':publicId', publicId), {
    headers,
  })
  return { answer, html: await answer.text() }
}

describe.each(pages)('%s', (path, zh, en) => {
  it('says what it should, in Chinese unless asked otherwise', async () => {
    const { answer, html } = await read(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i)
    const isPersonal = path.startsWith('/receipts')
    expect(answer.headers.get('cache-control')).toBe(isPersonal ? 'no-store' : 'private, no-cache')
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN"/)
    for (const words of zh) expect(html).toContain(words)
  })

  it('says it in English to a browser that prefers it', async () => {
    const { html } = await read(path, {
      'accept-language': 'en-GB,en;q=0.9,zh;q=0.5',
    })
    expect(html).toMatch(/^<!doctype html><html lang="en"/)
    for (const words of en) expect(html).toContain(words)
  })

  it('has one title, one main part and no script of its own in the text', async () => {
    const { answer, html } = await read(path)
    expect(html.match(/<title>[^<]{2,}<\/title>/g)).toHaveLength(1)
    if (!path.startsWith('/desk')) {
      expect(html.match(/<main\b/g)).toHaveLength(1)
      expect(html.match(/<h1\b/g)).toHaveLength(1)
    }
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/json")|\son\w+="/i)
    expect(html).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  })
})

describe('the language', () => {
  it.each([
    ['', 'zh-CN'],
    ['fr-FR,fr;q=0.9', 'zh-CN'],
    ['fr,en;q=0.8', 'en'],
    ['zh-TW,en;q=0.5', 'zh-CN'],
    ['EN', 'en'],
  ])('of a browser that prefers “%s” is %s', async (accepted, lang) => {
    const { html } = await read('/', { 'accept-language': accepted })
    expect(html).toContain(`<html lang="${lang}"`)
  })

  it('that a reader chose comes before the browser’s', async () => {
    const answer = await app.get('/language/en?back=/measures/1.1?sort=oldest')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/measures/1.1?sort=oldest')
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await read('/', { cookie, 'accept-language': 'zh' })).html).toContain('<html lang="en"')
    expect((await read('/', { cookie: 'language=xx' })).html).toContain('<html lang="zh-CN"')
  })

  it('has type as large as a reader chose, on the public pages alone', async () => {
    const answer = await app.get('/text-size/large?back=/measures/1.1')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/measures/1.1'])
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { html } = await read('/measures/1.1', { cookie })
    expect(html).toContain('data-type="large"')
    expect(html).toContain('href="/text-size/standard?back=%2Fmeasures%2F1.1"')
    expect((await read('/desk', { cookie })).html).not.toContain('data-type')
    for (const cookie of ['', 'text-size=huge', 'text-size=standard'])
      expect((await read('/', { cookie })).html).not.toContain('data-type')
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'http://[',
    '',
    'a b',
    '/.//evil.example',
  ])('goes back to no other site, whatever it is told: %j', async (back) => {
    const answer = await app.get(`/language/zh?back=${encodeURIComponent(back)}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/)
  })

  it('of a refusal is the reader’s too', async () => {
    const { answer, html } = await read('/nowhere', {
      'accept-language': 'en',
    })
    expect(answer.status).toBe(404)
    expect(html).toContain('We could not find what you asked for.')
    expect(html).toContain(answer.headers.get('x-request-id'))
  })
})

describe('an asset', () => {
  it('is given where no page has the address', async () => {
    const { answer, html } = await read('/favicon.svg')
    expect(answer.status).toBe(200)
    expect(html).toBe('<svg/>')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is not looked for under the API', async () => {
    expect((await app.get('/api/favicon.svg')).status).toBe(404)
  })
})

describe('a request', () => {
  it('is logged once, without its query', async () => {
    app.logs.length = 0
    const { answer } = await read('/search?q=一个秘密')
    expect(app.logs).toEqual([
      {
        requestId: answer.headers.get('x-request-id'),
        method: 'GET',
        path: '/search',
        status: 200,
        ms: expect.any(Number),
      },
    ])
  })

  it('may ask for the head alone', async () => {
    const answer = await app.request('/measures/1.1', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })
})
