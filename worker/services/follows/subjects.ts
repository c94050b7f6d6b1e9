import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FollowSubjectKind } from '../../contract/words'
import { invalidField } from '../../errors'

/** A subject as a row holds it. */
export interface Subject {
  kind: FollowSubjectKind
  id: number
}

/** The subjects of an input as rows; throws `invalid_input` where one of them names no theme or measure of the consultation. */
export async function findSubjects(
  { db }: ServiceContext,
  consultation: SQL,
  subjects: readonly string[],
): Promise<Subject[]> {
  const keys = (kind: string) => JSON.stringify(subjects.map(keyOf(kind)).filter((key) => key !== null))
  const [themes, measures] = await db.batch([
    db.all<{ id: number; key: string }>(sql`
      SELECT id, key FROM themes
      WHERE consultation_id = ${consultation} AND key IN (SELECT value FROM json_each(${keys('theme')}))`),
    db.all<{ id: number; key: string }>(sql`
      SELECT id, key FROM measures
      WHERE consultation_id = ${consultation} AND key IN (SELECT value FROM json_each(${keys('measure')}))`),
  ])
  const places = { theme: themes, measure: measures }
  return subjects.map((subject) => {
    const [kind = '', key] = subject.split(':')
    if (kind !== 'theme' && kind !== 'measure') return { kind: kind as FollowSubjectKind, id: 0 }
    const place = places[kind].find((each) => each.key === key)
    if (!place) throw invalidField('subjects', 'measure_unknown')
    return { kind, id: place.id }
  })
}

const keyOf = (kind: string) => (subject: string) =>
  subject.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : null

/** Whether `follows AS f` follows a measure and all that is said of it. */
export const followsMeasure = (measure: SQL, theme: SQL): SQL => sql`EXISTS (
  SELECT 1 FROM follow_subjects WHERE follow_id = f.id AND confirmed_at IS NOT NULL AND (
    kind = 'all' OR (kind = 'theme' AND subject_id = ${theme}) OR (kind = 'measure' AND subject_id = ${measure})))`

/** Whether `follows AS f` follows the department's answers, wherever they stand. */
export const followsAnswers: SQL = sql.raw(`EXISTS (
  SELECT 1 FROM follow_subjects WHERE follow_id = f.id AND confirmed_at IS NOT NULL AND kind = 'answers')`)

/** Whether anything that concerns `follows AS f` became public after what it has seen, up to an entry. The result concerns all. */
export const hasNews = (until: SQL): SQL => {
  const isNew = sql`n.id > f.seen_news_id AND n.id <= ${until}`
  const ofConsultation = sql.raw(
    'news n INDEXED BY news_of_consultation WHERE n.consultation_id = f.consultation_id',
  )
  return sql`(
    EXISTS (SELECT 1 FROM ${ofConsultation} AND n.kind = 'result' AND ${isNew})
    OR EXISTS (SELECT 1 FROM follow_subjects s WHERE s.follow_id = f.id AND s.confirmed_at IS NOT NULL AND CASE s.kind
      WHEN 'all' THEN EXISTS (
        SELECT 1 FROM ${ofConsultation} AND n.kind IN ('comment', 'answer', 'revision') AND ${isNew})
      WHEN 'answers' THEN EXISTS (SELECT 1 FROM ${ofConsultation} AND n.kind = 'answer' AND ${isNew})
      WHEN 'measure' THEN EXISTS (
        SELECT 1 FROM news n INDEXED BY news_of_measure WHERE n.measure_id = s.subject_id AND ${isNew})
      WHEN 'theme' THEN EXISTS (
        SELECT 1 FROM measures m CROSS JOIN news n INDEXED BY news_of_measure ON n.measure_id = m.id
        WHERE m.consultation_id = f.consultation_id AND m.theme_id = s.subject_id AND ${isNew})
      ELSE 0 END))`
}
