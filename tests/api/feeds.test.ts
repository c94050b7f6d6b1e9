import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../worker/contract/limits'
import { minute } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { makeRevision } from '../support/make-revision'
import { startTestApp } from '../support/test-app'

const app = await startTestApp({ config: { publicOrigin: 'https://yanlu.test' } })
let key = ''

beforeAll(async () => {
  key = (await makeConsultation(app)).key
  await makeReasons(app)
})

const read = async (path: string) => (await app.get(path)).text()
const entriesOf = (xml: string) => xml.split('<entry>').slice(1)

describe('the feed of a measure', () => {
  it('holds what is public of it, escaped, newest first, under ids that stay', async () => {
    const { publicId } = await makeComment(app, { body: '请公布 <名单> & “口径”。\u0001' })
    await makeComment(app, { measure: '2.1', body: '别处的意见。' })
    await makeComment(app, { state: 'private', body: '不公开的意见。' })
    await makeResponse(app, { on: { of: 'measure', key: '1.1' }, text: '将予公布。', state: 'published' })
    const answer = await app.get('/feeds/measures/1.1.atom')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = await answer.text()
    expect(xml).toContain(`<id>tag:yanlu.test,2099-02-27:${key}/measure/1.1</id>`)
    expect(xml).toContain(
      '<link rel="self" type="application/atom+xml" href="https://yanlu.test/feeds/measures/1.1.atom"/>',
    )
    const [newest, older] = entriesOf(xml)
    expect(newest).toContain('<content type="text">将予公布。</content>')
    expect(older).toContain(`<id>tag:yanlu.test,2099-02-27:${key}/comment/${publicId}</id>`)
    expect(older).toContain('<content type="text">请公布 &lt;名单&gt; &amp; “口径”。</content>')
    expect(older).toContain(`href="https://yanlu.test/comments/${publicId}"`)
    expect(xml).not.toMatch(/别处|不公开/)
  })

  it('forgets a comment that is public no more', async () => {
    const { publicId } = await makeComment(app, { measure: '1.2', body: '后来撤回。' })
    expect(await read('/feeds/measures/1.2.atom')).toContain('后来撤回')
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${publicId}`)
    expect(await read('/feeds/measures/1.2.atom')).not.toContain('后来撤回')
  })

  it('leads on to what is older', async () => {
    for (let made = 0; made <= limits.feedEntries; made += 1) await makeComment(app, { measure: '2.1' })
    const first = await read('/feeds/measures/2.1.atom')
    expect(entriesOf(first)).toHaveLength(limits.feedEntries)
    const next = first.match(/rel="next"[^>]*href="https:\/\/yanlu\.test([^"]+)"/)?.[1] ?? ''
    const older = await read(next)
    expect(entriesOf(older)).toHaveLength(2)
    expect(older).not.toContain('rel="next"')
    const ids = [first, older].flatMap((xml) =>
      entriesOf(xml).map((entry) => entry.match(/<id>(.+)<\/id>/)?.[1]),
    )
    expect(new Set(ids).size).toBe(limits.feedEntries + 2)
  })

  it('reads on behind what was hidden, and stops at the end', async () => {
    const hidden = sql`UPDATE comments SET state = 'withdrawn' WHERE state = 'published' AND measure_id = (
      SELECT id FROM measures WHERE key = '2.1' AND consultation_id = (SELECT id FROM consultations WHERE is_current = 1))`
    await app.db.run(hidden)
    const { publicId } = await makeComment(app, { measure: '2.1' })
    for (let made = 0; made <= limits.feedEntries; made += 1) await makeComment(app, { measure: '2.1' })
    await app.db.run(sql`${hidden} AND public_id <> ${publicId}`)
    const xml = await read('/feeds/measures/2.1.atom')
    expect(entriesOf(xml)).toHaveLength(1)
    expect(xml).toContain(publicId)
    expect(xml).not.toContain('rel="next"')
  })

  it('of a measure is linked on its page', async () => {
    const html = await (await app.get('/measures/1.1')).text()
    expect(html).toMatch(/<a href="[^"]*\/feeds\/measures\/1\.1\.atom">Atom 订阅<\/a>/)
  })

  it.each(['/feeds/measures/9.9.atom', '/feeds/measures/1.1.rss', '/feeds/measures/1.1.atom?before=x'])(
    'is not at %s',
    async (path) => expect((await app.get(path)).status).toBe(404),
  )
})

describe('the feeds of the whole consultation', () => {
  it('hold one kind of news each', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.2.1', text: '逐项落实。' }])
    expect(entriesOf(await read('/feeds/answers.atom'))).toHaveLength(1)
    const [entry] = entriesOf(await read('/feeds/revisions.atom'))
    expect(entry).toContain('第 1 句修改为：\n逐项落实。')
    expect(entriesOf(await read('/feeds/results.atom'))).toEqual([])
    expect(await read('/feeds/answers.atom?language=en')).toContain(
      '<title>The department’s answers · Work plan',
    )
  })

  it('are named where readers look for them', async () => {
    expect(await read('/measures/1.1')).toMatch(
      /<link rel="alternate" type="application\/atom\+xml"[^>]*href="\/feeds\/measures\/1\.1\.atom"/,
    )
    expect(await read('/revisions')).toContain('href="/feeds/revisions.atom"')
  })
})

describe('asked again', () => {
  const path = '/feeds/measures/1.1.atom'

  it('answers that nothing changed, by tag or by time, and in full once something did', async () => {
    app.clock.advance(minute)
    const first = await app.get(path)
    const tag = first.headers.get('etag') ?? ''
    const time = first.headers.get('last-modified') ?? ''
    expect([tag, time].every(Boolean)).toBe(true)
    const again = (headers: Record<string, string>) => app.get(path, { headers })
    expect((await again({ 'if-none-match': tag })).status).toBe(304)
    expect((await again({ 'if-modified-since': time })).status).toBe(304)
    await makeComment(app)
    app.clock.advance(minute)
    expect((await again({ 'if-none-match': tag })).status).toBe(200)
    expect((await again({ 'if-modified-since': time })).status).toBe(200)
    expect(
      (await again({ 'if-none-match': '"other"', 'if-modified-since': app.clock.now().toUTCString() }))
        .status,
    ).toBe(200)
  })

  it('promises no time while the second is not over', async () => {
    await makeComment(app)
    expect((await app.get(path)).headers.has('last-modified')).toBe(false)
  })
})
