import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { placesIn } from '../../contract/whole-text'
import type { Query } from '../../db/client'
import { textReadAt } from '../plan/clause-text'
import { sketchText } from '../similarity/sketch'
import { comparedText } from '../wordings/weigh-wording'
import type { OwnComment } from './own-comment'

interface TextRow {
  body: string
  text: string | null
  base: string | null
}

interface GroupRow {
  id: number
  text_hash: string
  /** Another that is in it, if there is one, and its whole text. */
  other_id: number | null
  other: string | null
  other_text: string | null
  other_base: string | null
}

/** For a batch: groups of like texts that began with this comment's words go on with those of another that is in them, or with none. */
export async function eraseFromGroups(
  ctx: ServiceContext,
  { id, consultation_key: consultation }: OwnComment,
): Promise<Query[]> {
  const { db } = ctx
  const texts = await db.all<TextRow>(sql`
    SELECT r.body, w.text, ${textReadAt(sql`c.plan_revision`)} AS base FROM comments c
    JOIN (
      SELECT body, revision FROM comments WHERE id = ${id}
      UNION ALL SELECT body, revision FROM comment_revisions WHERE comment_id = ${id}
      UNION ALL SELECT body, revision FROM comment_originals WHERE comment_id = ${id}) r
    LEFT JOIN comment_revisions v ON v.comment_id = c.id AND v.revision = r.revision
    LEFT JOIN clauses cl ON cl.id = iif(v.comment_id IS NULL, c.clause_id, v.clause_id) LEFT JOIN wordings w ON w.comment_id = c.id AND w.revision = r.revision
    WHERE c.id = ${id}`)
  const hashes = await Promise.all(texts.flatMap(asCompared).map((row) => hashOf(consultation, row)))
  const groups = await db.all<GroupRow>(sql`
    SELECT g.id, g.text_hash, c.id AS other_id, coalesce(o.body, c.body) AS other, w.text AS other_text,
      ${textReadAt(sql`c.plan_revision`)} AS other_base
    FROM similar_groups g LEFT JOIN comments c ON c.id = (
      SELECT id FROM comments WHERE similar_group_id = g.id AND id <> ${id} AND erased_at IS NULL ORDER BY id LIMIT 1)
    LEFT JOIN comment_originals o ON o.comment_id = c.id AND o.revision = c.revision
    LEFT JOIN clauses cl ON cl.id = c.clause_id LEFT JOIN wordings w ON w.comment_id = c.id AND w.revision = c.revision
    WHERE g.text_hash IN (SELECT value FROM json_each(${JSON.stringify(hashes.map(({ hash }) => hash))}))
      OR g.id = (SELECT similar_group_id FROM comments WHERE id = ${id})`)
  return (await Promise.all(groups.map((group) => rewrite(ctx, consultation, group)))).flat()
}

async function rewrite({ db }: ServiceContext, consultation: string, group: GroupRow): Promise<Query[]> {
  const { id, other, other_text: text, other_base: base } = group
  if (other === null)
    return [
      db.run(sql`DELETE FROM similar_bands WHERE group_id = ${id}`),
      db.run(sql`
        UPDATE similar_groups SET normal_text = '', text_hash = ${`${consultation}:erased ${id}`} WHERE id = ${id}`),
    ]
  const { hash, normal } = await hashOf(consultation, { body: other, text, base })
  if (hash === group.text_hash) return []
  return [
    db.run(sql`
      UPDATE OR IGNORE similar_groups SET normal_text = '', text_hash = ${`${consultation}:erased ${id}`} WHERE id = ${id}`),
    db.run(sql`
      UPDATE OR IGNORE similar_groups SET normal_text = ${normal}, text_hash = ${hash} WHERE id = ${id}
        AND EXISTS (SELECT 1 FROM comments WHERE id = ${group.other_id} AND similar_group_id = ${id} AND erased_at IS NULL)`),
  ]
}

/** An original is the whole text; what is compared is it without the summary of an annex, with its wording or without. */
function asCompared(row: TextRow): TextRow[] {
  const splits = [true, false].flatMap((summary) =>
    [true, false].map((hasWording) => {
      const { body, wording } = placesIn(row.body, { wording: hasWording, summary })
      const text = wording && row.body.slice(wording.start, wording.end)
      return { body: row.body.slice(body.start, body.end), text, base: row.base }
    }),
  )
  return [row, ...splits]
}

const hashOf = (consultation: string, { body, text, base }: TextRow) =>
  sketchText(
    consultation,
    comparedText({ body, wording: text !== null && base !== null ? { text, base } : null }),
  )
