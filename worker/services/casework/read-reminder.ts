import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { isStaff } from './is-staff'
import { soonBefore } from './rules'

/** Cases that a mail names; of the rest it gives the number. */
const named = 20

export interface ReminderNews {
  name: string
  due: number
  overdue: number
  /** Where the cases are, those with the most first. */
  consultations: { key: string; title: { zh: string; en: string }; count: number }[]
  cases: { publicId: string; measure: { zh: string; en: string }; dueAt: Date; isOverdue: boolean }[]
}

/** What a colleague is to be reminded of as it stands now, and where; null where nothing is left of it, or of them. */
export async function readReminder(
  { db, now }: ServiceContext,
  userId: string,
): Promise<{ to: string; news: ReminderNews } | null> {
  const isDue = sql`
    k.is_admissible = 1 AND k.disposition IS NULL AND k.assignee_id IS NOT NULL AND k.assignee_id = ${userId}
      AND k.due_at <= ${soonBefore(now).getTime()}`
  const [[person], rows, places] = await db.batch([
    db.all<PersonRow>(sql`
      SELECT u.name, u.email, coalesce(sum(k.due_at > ${now.getTime()}), 0) AS due,
        coalesce(sum(k.due_at <= ${now.getTime()}), 0) AS overdue
      FROM users u LEFT JOIN cases k INDEXED BY cases_undisposed_of_assignee ON ${isDue}
      WHERE u.id = ${userId} AND ${isStaff} GROUP BY u.id`),
    db.all<DueRow>(sql`
      SELECT c.public_id, m.short_title, m.short_title_en, k.due_at
      FROM cases k INDEXED BY cases_undisposed_of_assignee
      JOIN comments c ON c.id = k.comment_id JOIN measures m ON m.id = k.measure_id
      WHERE ${isDue} ORDER BY k.due_at, k.comment_id LIMIT ${named}`),
    db.all<PlaceRow>(sql`
      SELECT s.key, s.title, s.title_en, count(*) AS count FROM cases k INDEXED BY cases_undisposed_of_assignee
      JOIN measures m ON m.id = k.measure_id JOIN consultations s ON s.id = m.consultation_id
      WHERE ${isDue} GROUP BY s.id ORDER BY count(*) DESC, s.id DESC`),
  ])
  if (!person || rows.length === 0) return null
  const { name, due, overdue } = person
  const cases = rows.map((row) => ({
    publicId: row.public_id,
    measure: { zh: row.short_title, en: row.short_title_en },
    dueAt: new Date(row.due_at),
    isOverdue: row.due_at <= now.getTime(),
  }))
  const consultations = places.map(({ key, title, title_en, count }) => ({
    key,
    title: { zh: title, en: title_en },
    count,
  }))
  return { to: person.email, news: { name, due, overdue, consultations, cases } }
}

interface PersonRow {
  name: string
  email: string
  due: number
  overdue: number
}

interface PlaceRow {
  key: string
  title: string
  title_en: string
  count: number
}

interface DueRow {
  public_id: string
  short_title: string
  short_title_en: string
  due_at: number
}
