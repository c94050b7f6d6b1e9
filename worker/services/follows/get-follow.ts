import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FollowView } from '../../contract/follows'
import { maskEmail } from '../../contract/masks'
import type { FollowFrequency, FollowSubjectKind } from '../../contract/words'
import { AppError } from '../../errors'
import { followsEndAt } from './rules'
import { handleOf } from './token'

interface FollowRow {
  email: string
  frequency: FollowFrequency
  confirmed_at: number | null
  result_at: number | null
  closes_at: number
  key: string
}

interface SubjectRow {
  kind: FollowSubjectKind
  key: string | null
  short_title: string | null
  short_title_en: string | null
  confirmed_at: number | null
}

/** What a link opens: how often, and what of. */
export async function getFollow(ctx: ServiceContext, token: string): Promise<FollowView> {
  const { db } = ctx
  const handle = await handleOfToken(ctx, token)
  const [[row], subjects] = await db.batch([
    db.all<FollowRow>(sql`
      SELECT f.email, f.frequency, f.confirmed_at, c.result_at, c.closes_at, c.key
      FROM follows f JOIN consultations c ON c.id = f.consultation_id WHERE f.handle = ${handle}`),
    db.all<SubjectRow>(sql`
      SELECT s.kind, s.confirmed_at, coalesce(t.key, m.key) AS key, coalesce(t.short_title, m.short_title) AS short_title,
        coalesce(t.short_title_en, m.short_title_en) AS short_title_en
      FROM follows f JOIN follow_subjects s ON s.follow_id = f.id
      LEFT JOIN themes t ON s.kind = 'theme' AND t.id = s.subject_id
      LEFT JOIN measures m ON s.kind = 'measure' AND m.id = s.subject_id
      WHERE f.handle = ${handle} ORDER BY s.kind, s.subject_id`),
  ])
  if (!row) throw new AppError('follow_not_found')
  return {
    consultation: row.key,
    email: maskEmail(row.email),
    frequency: row.frequency,
    isConfirmed: row.confirmed_at !== null,
    subjects: subjects.map(({ kind, key, short_title, short_title_en, confirmed_at }) => ({
      subject: key === null ? kind : `${kind}:${key}`,
      kind,
      title: short_title,
      titleEn: short_title_en,
      isConfirmed: confirmed_at !== null,
    })),
    endsAt: followsEndAt(row)?.toISOString() ?? null,
  }
}

/** The handle of a token; throws `follow_not_found` where this site did not make it. */
export async function handleOfToken(ctx: ServiceContext, token: string): Promise<string> {
  const handle = await handleOf(ctx, token)
  if (handle === null) throw new AppError('follow_not_found')
  return handle
}
