import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import { toMatch } from '../search/tokens'
import type { OwnComment } from './own-comment'

/** For a batch: the machine's names of its clusters lose the phrases of this comment that no other public one has. */
export async function eraseFromRuns({ db }: ServiceContext, { id }: OwnComment): Promise<Query[]> {
  const used = await db.all<{ phrase: string }>(sql`
    SELECT DISTINCT p.value AS phrase FROM suggestion_runs r, json_each(r.clusters) k, json_each(k.value, '$.phrases') p
    JOIN (
      SELECT body FROM comments WHERE id = ${id} UNION ALL SELECT body FROM comment_revisions WHERE comment_id = ${id}
      UNION ALL SELECT body FROM comment_originals WHERE comment_id = ${id}
      UNION ALL SELECT text FROM wordings WHERE comment_id = ${id}) t ON instr(lower(t.body), lower(p.value)) > 0
    WHERE r.consultation_id = (SELECT consultation_id FROM comments WHERE id = ${id})`)
  const [first, ...others] = used.map(({ phrase }) =>
    db.all<{ id: number }>(sql`
      SELECT rowid AS id FROM comment_search WHERE comment_search MATCH ${toMatch(phrase) ?? '""'} AND rowid <> ${id} LIMIT 1`),
  )
  if (!first) return []
  const found = await db.batch([first, ...others])
  const own = JSON.stringify(used.filter((_, i) => found[i]?.length === 0).map(({ phrase }) => phrase))
  const left = sql`(
    SELECT json_group_array(value) FROM json_each(k.value, '$.phrases') WHERE value NOT IN (SELECT value FROM json_each(${own})))`
  return [
    db.run(sql`
      UPDATE suggestion_runs SET clusters = (
        SELECT json_group_array(json_set(k.value, '$.phrases', json(${left}))) FROM json_each(clusters) k)
      WHERE consultation_id = (SELECT consultation_id FROM comments WHERE id = ${id}) AND EXISTS (
        SELECT 1 FROM json_each(clusters) k, json_each(k.value, '$.phrases') p
        WHERE p.value IN (SELECT value FROM json_each(${own})))`),
  ]
}
