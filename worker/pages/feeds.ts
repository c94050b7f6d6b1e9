import type { Context } from 'hono'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import * as v from 'valibot'
import { measureKeySchema } from '../contract/comments'
import { isLanguage } from '../contract/words'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { type FeedSubject, readFeed } from '../services/feeds/read-feed'
import { writeAtom } from '../services/feeds/write-atom'
import { readAddress, withoutEmpty } from './read-input'

const ending = '.atom'
const atomType = 'application/atom+xml; charset=utf-8'
const cacheFor = 'public, max-age=300'

const querySchema = v.strictObject({
  language: v.optional(v.custom<'zh' | 'en'>(isLanguage), 'zh'),
  before: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/), v.transform(Number))),
})

/** For feed readers, in Chinese unless the address says otherwise: they send no cookie. */
export const feedPages = new Hono<HonoEnv>()
  .get('/feeds/measures/:file', etag(), (c) => {
    const file = c.req.param('file')
    if (!file.endsWith(ending)) throw new AppError('not_found')
    return sendFeed(c, { measure: readAddress(measureKeySchema, file.slice(0, -ending.length)) })
  })
  .get('/feeds/answers.atom', etag(), (c) => sendFeed(c, { kind: 'answer' }))
  .get('/feeds/results.atom', etag(), (c) => sendFeed(c, { kind: 'result' }))
  .get('/feeds/revisions.atom', etag(), (c) => sendFeed(c, { kind: 'revision' }))

async function sendFeed(c: Context<HonoEnv>, subject: FeedSubject): Promise<Response> {
  const { language, before } = readAddress(querySchema, withoutEmpty(c.req.query()))
  const feed = await readFeed(c.var.ctx, subject, before)
  const { pathname, origin: asked } = new URL(c.req.url)
  const origin = c.var.deps.config.publicOrigin ?? asked
  const at = (page: number | null | undefined) => {
    const query = new URLSearchParams({
      ...(language === 'en' && { language }),
      ...(page && { before: String(page) }),
    }).toString()
    return `${origin}${pathname}${query && `?${query}`}`
  }
  c.header('cache-control', cacheFor)
  if (isSettled(feed.changedAt, c.var.ctx.now)) {
    c.header('last-modified', feed.changedAt.toUTCString())
    if (isUnchangedSince(c, feed.changedAt)) return c.body(null, 304)
  }
  c.header('content-type', atomType)
  const site = origin + pathname.slice(0, pathname.indexOf('/feeds/'))
  const next = feed.before === null ? null : at(feed.before)
  return c.body(writeAtom(feed, subject, { language, site, self: at(before), next }))
}

/** A time is told in whole seconds: within one, more may still change. */
const isSettled = (changedAt: Date, now: Date) => now.getTime() - changedAt.getTime() > 1000

/** By the time alone; where the reader names a tag, that decides. */
function isUnchangedSince(c: Context<HonoEnv>, changedAt: Date): boolean {
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  const isAsked = c.req.header('if-none-match') === undefined && !Number.isNaN(since)
  return isAsked && Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}
