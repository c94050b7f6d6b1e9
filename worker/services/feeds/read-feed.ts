import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { isTold, type NewsItem, presentNewsItem, readNewsItems } from '../news/news-items'
import { currentConsultation, measureIdOf } from '../plan/current'

/** What a feed is of: all news of a measure, or one kind of news of the whole consultation. */
export type FeedSubject = { measure: string } | { kind: 'answer' | 'result' | 'revision' }

type InBoth = { zh: string; en: string }

export interface Feed {
  consultation: { key: string; title: InBoth; authority: InBoth; opensAt: Date }
  measure: { key: string; name: InBoth } | null
  items: NewsItem[]
  /** Where the next older page begins; null where there is none. */
  before: number | null
  /** The last act on record: nothing in a feed came, changed or went without one. */
  changedAt: Date
}

/** The newest news of a subject, older than an entry where one is given. */
export async function readFeed(
  ctx: ServiceContext,
  subject: FeedSubject,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<Feed> {
  const { db } = ctx
  const isOf = 'measure' in subject ? ofMeasure(ctx, subject.measure) : ofKind(ctx, subject.kind)
  const place = 'measure' in subject ? measureIdOf(ctx, subject.measure) : sql`NULL`
  const [[head], [last], rows] = await db.batch([
    db.all<HeadRow>(sql`
      SELECT c.key, c.title, c.title_en, c.authority, c.authority_en, c.opens_at, m.key AS measure_key,
        m.short_title, m.short_title_en
      FROM consultations c LEFT JOIN measures m ON m.id = ${place} WHERE c.id = ${currentConsultation(ctx)}`),
    db.all<{ at: number }>(sql`SELECT at FROM audit_log ORDER BY id DESC LIMIT 1`),
    readNewsItems(
      ctx,
      sql`n.id IN (SELECT x.id FROM news x ${isOf} AND x.id < ${before} AND ${isTold}
        ORDER BY x.id DESC LIMIT ${limits.feedEntries})
        ORDER BY n.id DESC`,
      { ofComment: limits.body, ofAnswer: limits.response },
    ),
  ])
  if (!head || ('measure' in subject && head.measure_key === null)) throw new AppError('not_found')
  return {
    consultation: {
      key: head.key,
      title: { zh: head.title, en: head.title_en },
      authority: { zh: head.authority, en: head.authority_en },
      opensAt: new Date(head.opens_at),
    },
    measure:
      head.measure_key === null
        ? null
        : { key: head.measure_key, name: { zh: head.short_title, en: head.short_title_en } },
    items: rows.map(presentNewsItem),
    before: rows.length === limits.feedEntries ? (rows.at(-1)?.id ?? null) : null,
    changedAt: new Date(last?.at ?? head.opens_at),
  }
}

const ofMeasure = (ctx: ServiceContext, key: string): SQL =>
  sql`INDEXED BY news_of_measure WHERE measure_id = ${measureIdOf(ctx, key)}`
const ofKind = (ctx: ServiceContext, kind: string): SQL =>
  sql`INDEXED BY news_of_consultation WHERE consultation_id = ${currentConsultation(ctx)} AND kind = ${kind}`

interface HeadRow {
  key: string
  title: string
  title_en: string
  authority: string
  authority_en: string
  opens_at: number
  measure_key: string | null
  short_title: string
  short_title_en: string
}
