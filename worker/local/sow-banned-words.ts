import { sql } from 'drizzle-orm'
import { bannedWords } from '../../seeds/banned-words'
import type { ServiceContext } from '../context'

/** Fills the list of words where nobody has touched it yet: what staff took off does not come back. */
export async function sowBannedWords({ db, now }: ServiceContext): Promise<void> {
  const rows = Object.entries(bannedWords).flatMap(([category, words]) =>
    words.map((word) => ({ word, category })),
  )
  await db.run(sql`
    INSERT INTO banned_words (word, category, added_at)
    SELECT value ->> 'word', value ->> 'category', ${now.getTime()} FROM json_each(${JSON.stringify(rows)})
    WHERE NOT EXISTS (SELECT 1 FROM banned_words)
      AND NOT EXISTS (SELECT 1 FROM audit_log WHERE subject_kind = 'banned_word')`)
}
