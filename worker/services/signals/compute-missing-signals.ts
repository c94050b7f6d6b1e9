import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ParticipantKind } from '../../contract/words'
import type { Query } from '../../db/client'
import { beginGroup, groupColumns } from '../similarity/place-text'
import { writeAssessed } from './assess-text'
import { noteSignals } from './note-signals'

/**
 * Gives signals and a group to comments that wait and have none, for they came in before there were any; oldest first, at
 * most `limit`. Answers how many it has read: below `limit`, all are done. Where there is nothing to do it costs one read
 * of an empty index.
 */
export async function computeMissingSignals(ctx: ServiceContext, limit = 50): Promise<number> {
  const rows = await ctx.db.all<Row>(sql`
    SELECT public_id, revision, body, participant_kind, participant_name,
      (SELECT key FROM consultations WHERE id = consultation_id) AS consultation
    FROM comments INDEXED BY comments_without_group
    WHERE state = 'pending' AND similar_group_id IS NULL ORDER BY id LIMIT ${limit}`)
  for (const row of rows) await computeSignals(ctx, row)
  return rows.length
}

interface Row {
  public_id: string
  revision: number
  body: string
  participant_kind: ParticipantKind
  participant_name: string | null
  consultation: string
}

async function computeSignals(
  ctx: ServiceContext,
  { public_id, revision, body, ...row }: Row,
): Promise<void> {
  const { db } = ctx
  const isThis = sql`
    public_id = ${public_id} AND revision = ${revision} AND state = 'pending' AND similar_group_id IS NULL`
  const text = {
    consultation: row.consultation,
    body,
    wording: null,
    author: { kind: row.participant_kind, name: row.participant_name },
  }
  await writeAssessed(ctx, text, ({ signals, placement, isLast }) => {
    const { similarGroupId, similarity } = groupColumns(placement)
    const when = sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`
    const writes: [Query, ...Query[]] = [
      db.run(sql`
        UPDATE comments SET similar_group_id = ${similarGroupId}, similarity = ${similarity} WHERE ${isThis}`),
    ]
    writes.unshift(
      ...noteSignals(ctx, signals, { isThis, revision }),
      ...beginGroup(ctx, placement, { isLast, when }),
    )
    return db.batch(writes)
  })
}
