import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { BannedWordList, RemoveBannedWord } from '../../contract/banned-words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { listBannedWords } from './list-banned-words'

/** Takes a word off the list; signals that it has given stay. */
export async function removeBannedWord(
  ctx: ServiceContext,
  { word }: RemoveBannedWord,
): Promise<BannedWordList> {
  assertRole(ctx, 'staff', 'senior_moderator')
  const { db } = ctx
  const [removed] = await db.batch([
    db.run(sql`DELETE FROM banned_words WHERE word = ${word}`),
    recordAudit(
      ctx,
      { action: 'banned_word.removed', subjectKind: 'banned_word', subjectId: word },
      sql`changes() > 0`,
    ),
  ])
  if (removed.rowsAffected === 0) throw new AppError('not_found')
  return listBannedWords(ctx)
}
