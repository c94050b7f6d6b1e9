import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { BannedWordList } from '../../contract/banned-words'
import type { BannedWordCategory } from '../../contract/words'

/** The words that call for attention, by category. */
export async function listBannedWords(ctx: ServiceContext): Promise<BannedWordList> {
  assertRole(ctx, 'staff', 'senior_moderator')
  const rows = await ctx.db.all<{
    word: string
    category: BannedWordCategory
    added_by: string | null
    added_at: number
  }>(sql`
    SELECT w.word, w.category, u.name AS added_by, w.added_at
    FROM banned_words w LEFT JOIN users u ON u.id = w.added_by ORDER BY w.category, w.word`)
  return {
    items: rows.map(({ word, category, added_by, added_at }) => ({
      word,
      category,
      addedBy: added_by,
      addedAt: new Date(added_at).toISOString(),
    })),
  }
}
