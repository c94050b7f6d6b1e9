import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { DeletionKey } from '../../contract/privacy'
import type { Query } from '../../db/client'
import type { Act } from '../audit/acts'
import type { AuditEntry } from '../audit/record'
import { recordAuditOfEach } from '../audit/record-each'

interface Recorded {
  action: Act
  subjectKind: AuditEntry['subjectKind']
  subjectId: string
}

/**
 * Deletes what each of `expired` says behind `DELETE FROM`, and puts on record how many rows that were: a row of `retention_runs`
 * even for none, an audit row for some. All of it is one batch. Answers the number.
 */
export async function deleteOnRecord(
  ctx: ServiceContext,
  key: DeletionKey,
  expired: readonly SQL[],
  {
    act = { action: 'personal_data.deleted', subjectKind: 'retention', subjectId: key },
    counted = expired,
    deletes = expired.map((rows) => ctx.db.run(sql`DELETE FROM ${rows}`)),
  }: { act?: Recorded; counted?: readonly SQL[]; deletes?: readonly Query[] } = {},
): Promise<number> {
  const count = sql`(${sql.join(
    counted.map((rows) => sql`(SELECT count(*) FROM ${rows})`),
    sql` + `,
  )})`
  const [[found]] = await ctx.db.batch([
    ctx.db.all<{ deleted: number }>(sql`SELECT ${count} AS deleted`),
    recordAuditOfEach(
      ctx,
      act,
      sql`SELECT ${act.subjectId} AS subject_id, json_object('count', n) AS data FROM (SELECT ${count} AS n) WHERE n > 0`,
    ),
    recordRun(ctx, key, count),
    ...deletes,
  ])
  return found?.deleted ?? 0
}

/** The statement that puts a run of the job on record; two at the same moment are one. */
export const recordRun = (ctx: ServiceContext, key: DeletionKey, deleted: SQL) =>
  ctx.db.run(sql`
    INSERT INTO retention_runs (key, at, deleted) VALUES (${key}, ${ctx.now.getTime()}, ${deleted})
    ON CONFLICT (key, at) DO UPDATE SET deleted = deleted + excluded.deleted`)

/** The same a part at a time, so that no other write waits long: `expired` takes at most so many rows. */
export async function deleteInParts(
  ctx: ServiceContext,
  key: DeletionKey,
  expired: SQL,
  atOnce: number,
  deletes: () => Query[] = () => [ctx.db.run(sql`DELETE FROM ${expired}`)],
): Promise<void> {
  for (let deleted = atOnce; deleted === atOnce; )
    deleted = await deleteOnRecord(ctx, key, [expired], { deletes: deletes() })
}
