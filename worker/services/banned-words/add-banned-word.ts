import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { AddBannedWord, BannedWordList } from '../../contract/banned-words'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { listBannedWords } from './list-banned-words'

/** Puts a word on the list, or into another category; it counts for what is submitted from now on. */
export async function addBannedWord(
  ctx: ServiceContext,
  { word, category }: AddBannedWord,
): Promise<BannedWordList> {
  const { id } = assertRole(ctx, 'staff', 'senior_moderator')
  const { db, now } = ctx
  await db.batch([
    db.run(sql`
      INSERT INTO banned_words (word, category, added_by, added_at)
      SELECT ${word}, ${category}, ${id}, ${now.getTime()}
      WHERE (SELECT count(*) FROM banned_words WHERE word <> ${word}) < ${limits.bannedWords}
      ON CONFLICT (word) DO UPDATE SET category = excluded.category, added_by = excluded.added_by,
        added_at = excluded.added_at WHERE category <> excluded.category`),
    recordAudit(
      ctx,
      { action: 'banned_word.added', subjectKind: 'banned_word', subjectId: word, data: { category } },
      sql`changes() > 0`,
    ),
  ])
  const list = await listBannedWords(ctx)
  if (!list.items.some((item) => item.word === word)) throw new AppError('banned_words_full')
  return list
}
