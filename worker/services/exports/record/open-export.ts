import { type SQL, sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../../context'
import type { ExportAudience, ExportState } from '../../../contract/words'
import { recordAudit } from '../../audit/record'
import type { ReadPage } from '../reading/pages'
import { openSha256 } from '../sha256'
import { ExportCancelled } from './export-cancelled'

export interface NewExport {
  kind: string
  audience: ExportAudience
  filters: object
  /** Of when the data are. */
  snapshotAt: Date
}

export interface ExportRecord {
  id: string
  /** Reads for the export, and stops it once it was cancelled. */
  read: ReadPage
  /** So many rows more were sent. */
  count(rows: number): Promise<void>
  /**
   * Passes the file on and writes down how it ended: whole, broken off, or left by its reader. `lastWords` stand at the end
   * of what is broken off, for a server may end it as politely as a whole one.
   */
  follow(file: AsyncIterable<Uint8Array>, lastWords?: Uint8Array): AsyncGenerator<Uint8Array, void, void>
  /** Resolves when the end is written down. */
  ended: Promise<void>
}

/** Between two notes of how far an export is, in milliseconds. */
const noteEvery = 1000

/**
 * Opens the record of an export, with its row in the audit log where somebody of the office asks. `clock` is the time as it
 * passes: an export outlives its request's `now`. Where `unless` holds, nothing is written and only the sending is watched.
 */
export async function openExport(
  ctx: ServiceContext,
  { kind, audience, filters, snapshotAt }: NewExport,
  clock: () => Date,
  unless: SQL = sql`0`,
): Promise<ExportRecord> {
  const { db, actor, now } = ctx
  const id = newId(ctx)
  const by = actor.kind === 'user' ? actor.id : null
  const start = db.run(sql`
    INSERT INTO exports (id, kind, audience, filters, snapshot_at, requested_by, requested_at, seen_at)
    SELECT ${id}, ${kind}, ${audience}, ${JSON.stringify(filters)}, ${snapshotAt.getTime()}, ${by}, ${now.getTime()},
      ${now.getTime()} WHERE NOT (${unless})`)
  const audit = { action: 'comments.exported', subjectKind: 'export', subjectId: id } as const
  await (by === null
    ? start
    : db.batch([start, recordAudit(ctx, { ...audit, data: { kind, audience, ...filters } })]))

  const progress = { rows: 0, bytes: 0, notedAt: now.getTime() }
  const hash = openSha256()
  let settle = () => {}
  const ended = new Promise<void>((resolve) => {
    settle = resolve
  })

  /** True while the export runs, or is not on record at all. */
  const write = async (state: ExportState, sha256: string | null = null): Promise<boolean> => {
    const at = clock().getTime()
    const rows = await db.all<{ state: ExportState }>(sql`
      UPDATE exports SET state = ${state}, row_count = ${progress.rows}, byte_count = ${progress.bytes},
        sha256 = ${sha256}, seen_at = ${at}, ended_at = ${state === 'running' ? null : at}
      WHERE id = ${id} AND state = 'running' RETURNING state`)
    progress.notedAt = at
    return rows.length > 0 || (await stateOf(ctx, id)) === undefined
  }
  const end = async (state: ExportState, sha256: string | null = null): Promise<void> => {
    const isNoted = await write(state, sha256)
    if (state === 'done' && !isNoted) throw new ExportCancelled()
  }

  return {
    id,
    ended,
    read: async <Row>(query: SQL) => {
      const [rows, [found]] = await db.batch([
        db.all<Row>(query),
        db.all<{ state: ExportState }>(sql`SELECT state FROM exports WHERE id = ${id}`),
      ])
      if (found && found.state !== 'running') throw new ExportCancelled()
      return rows
    },
    count: async (rows) => {
      progress.rows += rows
      if (clock().getTime() - progress.notedAt < noteEvery) return
      if (!(await write('running'))) throw new ExportCancelled()
    },
    async *follow(file, lastWords) {
      let state: ExportState = 'cancelled'
      try {
        for await (const bytes of file) {
          progress.bytes += bytes.length
          hash.add(bytes)
          yield bytes
        }
        await end('done', hash.end())
        state = 'done'
      } catch (error) {
        state = error instanceof ExportCancelled ? 'cancelled' : 'failed'
        if (lastWords) yield lastWords
        throw error
      } finally {
        // What cannot be written down now is closed later, by endSilentExports.
        if (state !== 'done') await end(state).catch(() => {})
        settle()
      }
    },
  }
}

async function stateOf({ db }: ServiceContext, id: string): Promise<ExportState | undefined> {
  const [found] = await db.all<{ state: ExportState }>(sql`SELECT state FROM exports WHERE id = ${id}`)
  return found?.state
}
