import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { baseOf } from '../../contract/addresses'
import { limits } from '../../contract/limits'
import type { FollowFrequency, FollowSubjectKind, Language } from '../../contract/words'
import { isTold, presentNewsItem, readNewsItems } from '../news/news-items'
import type { Mail } from '../outbox/mailer'
import { composeDigest } from './compose-digest'
import { composeLink } from './compose-link'
import { type Block, writeHtml, writeText } from './mail-blocks'
import { followsAnswers, followsMeasure } from './subjects'
import { tokenOf } from './token'

type InBoth = Record<Language, string>

/** What a mail is for, and where its links lead. */
export interface MailFrame {
  language: Language
  frequency: FollowFrequency
  title: InBoth
  authority: InBoth
  /** Where the pages of its consultation begin. */
  site: string
  manage: string
  end: string
}

export interface SubjectName {
  kind: FollowSubjectKind
  key: string | null
  name: InBoth
}

export interface Composed {
  subject: string
  blocks: Block[]
}

/** A mail to a follower as it reads at this moment, of what is public now; null where nothing is left to tell. */
export async function readFollowMail(
  ctx: ServiceContext,
  mailId: number,
  origin: string,
): Promise<Mail | null> {
  const { db } = ctx
  const [[row], subjects, items, counts] = await db.batch([
    db.all<MailRow>(sql`
      SELECT o.kind, o.mail_key, f.email, f.handle, f.language, f.frequency, f.confirmed_at, c.key,
        c.title, c.title_en, c.authority, c.authority_en
      FROM follow_mails o JOIN follows f ON f.id = o.follow_id JOIN consultations c ON c.id = f.consultation_id
      WHERE o.id = ${mailId}`),
    db.all<SubjectRow>(sql`
      SELECT s.kind, coalesce(t.key, m.key) AS key, coalesce(t.short_title, m.short_title, '') AS name,
        coalesce(t.short_title_en, m.short_title_en, '') AS name_en
      FROM follow_mails o JOIN follow_subjects s ON s.follow_id = o.follow_id AND s.confirmed_at IS NULL
      LEFT JOIN themes t ON s.kind = 'theme' AND t.id = s.subject_id
      LEFT JOIN measures m ON s.kind = 'measure' AND m.id = s.subject_id
      WHERE o.id = ${mailId} ORDER BY s.kind, s.subject_id`),
    readNewsItems(ctx, sql`n.id IN ${newsOf(mailId)}`, {
      ofComment: limits.digestComment,
      ofAnswer: limits.digestAnswer,
    }),
    db.all<{ measure_id: number; count: number }>(sql`
      SELECT m.id AS measure_id, (
        SELECT count(*) FROM news INDEXED BY news_of_measure
        WHERE measure_id = m.id AND kind = 'comment' AND id > o.after_news_id AND id <= o.until_news_id) AS count
      FROM ${digestOf(mailId)} JOIN measures m ON m.consultation_id = f.consultation_id
      WHERE ${followsMeasure(sql.raw('m.id'), sql.raw('m.theme_id'))}`),
  ])
  if (!row) return null
  const token = await tokenOf(ctx, row.handle)
  const site = origin + baseOf(row.key)
  const end = `${site}/follow/unsubscribe?token=${token}`
  const frame: MailFrame = {
    language: row.language,
    frequency: row.frequency,
    title: { zh: row.title, en: row.title_en },
    authority: { zh: row.authority, en: row.authority_en },
    site,
    manage: `${site}/follow/manage?token=${token}`,
    end,
  }
  const composed =
    row.kind === 'link'
      ? composeLink(frame, subjects.map(presentSubject))
      : composeDigest(frame, {
          items: items.map(presentNewsItem).sort((a, b) => a.id - b.id),
          comments: new Map(counts.map(({ measure_id, count }) => [measure_id, count])),
        })
  return (
    composed && {
      key: row.mail_key,
      to: row.email,
      subject: composed.subject,
      text: writeText(composed.blocks),
      html: writeHtml(composed.subject, composed.blocks, row.language),
      unsubscribe: end,
    }
  )
}

const digestOf = (mailId: number): SQL => sql`
  (SELECT * FROM follow_mails WHERE id = ${mailId} AND kind = 'digest') o
  JOIN follows f ON f.id = o.follow_id AND f.confirmed_at IS NOT NULL`

/** The newest comments of each measure, and of all else as much as a mail can hold. */
const newsOf = (mailId: number): SQL => sql`(
  SELECT x.id FROM ${digestOf(mailId)} JOIN measures m ON m.consultation_id = f.consultation_id
  CROSS JOIN news x ON x.id IN (
    SELECT x.id FROM news x INDEXED BY news_of_measure
    WHERE x.measure_id = m.id AND x.kind = 'comment' AND x.id > o.after_news_id AND x.id <= o.until_news_id
      AND ${isTold} ORDER BY x.id DESC LIMIT ${limits.digestItems})
  WHERE ${followsMeasure(sql.raw('m.id'), sql.raw('m.theme_id'))}
  UNION ALL
  SELECT id FROM (
    SELECT x.id FROM ${digestOf(mailId)} CROSS JOIN news x INDEXED BY news_of_consultation
      ON x.consultation_id = f.consultation_id AND x.kind IN ('answer', 'revision', 'result')
      AND x.id > o.after_news_id AND x.id <= o.until_news_id
    LEFT JOIN measures m ON m.id = x.measure_id
    WHERE (x.kind = 'result' OR ${followsMeasure(sql.raw('m.id'), sql.raw('m.theme_id'))}
      OR (x.kind = 'answer' AND ${followsAnswers})) AND ${isTold}
    ORDER BY x.id DESC LIMIT ${limits.digestRead}))`

interface MailRow {
  kind: 'link' | 'digest'
  mail_key: string
  email: string
  handle: string
  language: Language
  frequency: FollowFrequency
  confirmed_at: number | null
  key: string
  title: string
  title_en: string
  authority: string
  authority_en: string
}

interface SubjectRow {
  kind: FollowSubjectKind
  key: string | null
  name: string
  name_en: string
}

const presentSubject = ({ kind, key, name, name_en }: SubjectRow): SubjectName => ({
  kind,
  key,
  name: { zh: name, en: name_en },
})
