import { type SQL, sql } from 'drizzle-orm'

/** Of `enterprises AS e`: it was handed over after this moment, and this user is none of its people any more. */
const wasPutOut = (moment: string, user: string): string => `(${moment} <= e.handed_over_at AND NOT EXISTS (
  SELECT 1 FROM enterprise_members WHERE user_id = ${user} AND enterprise_id = e.id))`

/** Of `submission_versions AS v`: its organisation was handed over since, and whoever sent it is none of its people any more. */
export const isSentByEarlierPeople: SQL = sql.raw(`EXISTS (
  SELECT 1 FROM submissions r JOIN enterprises e ON e.id = r.enterprise_id
  WHERE r.id = v.submission_id AND ${wasPutOut('v.sent_at', 'v.sent_by')})`)

/** The same of `comments AS c`, by the last version that it counted for. Its code still shows it and changes nothing. */
export const isOfEarlierPeople: SQL = sql`EXISTS (
  SELECT 1 FROM submission_comments earlier JOIN submission_versions v ON v.submission_id = earlier.submission_id
  WHERE earlier.comment_id = c.id AND ${isSentByEarlierPeople} AND v.number = (
    SELECT max(number) FROM submission_versions
    WHERE submission_id = earlier.submission_id AND coalesce(number < earlier.replaced_in, 1)))`

/** Of `attachments AS a` of `enterprises AS e`: whoever brought it was put out since. */
export const isUploadOfEarlierPeople = wasPutOut('a.uploaded_at', 'a.uploaded_by')

/** Of `attachments AS a` of a comment that was sent after a hand-over: it was in the draft before, by people who were put out. */
export const isFileOfEarlierPeople: SQL = sql.raw(`EXISTS (
  SELECT 1 FROM submission_comments s
  JOIN submission_versions v ON v.submission_id = s.submission_id AND v.number = s.first_version
  JOIN submissions r ON r.id = s.submission_id JOIN enterprises e ON e.id = r.enterprise_id
  WHERE s.comment_id = a.comment_id AND v.sent_at > e.handed_over_at AND ${isUploadOfEarlierPeople})`)
