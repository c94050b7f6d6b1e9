import { type SQL, sql } from 'drizzle-orm'
import { assertRole, isRoleAmong, type ServiceContext, type UserActor } from '../../../context'
import type { ExportListView, ExportRecordView } from '../../../contract/exports'
import { limits } from '../../../contract/limits'
import type { ExportAudience, ExportState } from '../../../contract/words'

interface Row {
  id: string
  kind: string
  audience: ExportAudience
  filters: string
  snapshot_at: number
  state: ExportState
  row_count: number
  byte_count: number
  sha256: string | null
  requested_by: string | null
  requester: string | null
  requested_at: number
  ended_at: number | null
}

/** The newest exports, whoever took them. */
export async function listExports(ctx: ServiceContext): Promise<ExportListView> {
  const user = assertRole(ctx, 'staff')
  const rows = await read(ctx, sql`1`)
  return { items: rows.map((row) => present(row, user)) }
}

export async function findExport(ctx: ServiceContext, id: string): Promise<ExportRecordView | null> {
  const user = assertRole(ctx, 'staff')
  const [row] = await read(ctx, sql`e.id = ${id}`)
  return row ? present(row, user) : null
}

function read({ db }: ServiceContext, condition: SQL): Promise<Row[]> {
  return db.all<Row>(sql`
    SELECT e.*, (SELECT name FROM users WHERE id = e.requested_by) AS requester
    FROM exports e WHERE ${condition} ORDER BY e.requested_at DESC, e.rowid DESC LIMIT ${limits.exportsShown}`)
}

function present(row: Row, user: UserActor): ExportRecordView {
  const isMine = row.requested_by === user.id
  return {
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    filters: JSON.parse(row.filters) as ExportRecordView['filters'],
    snapshotAt: new Date(row.snapshot_at).toISOString(),
    state: row.state,
    rows: row.row_count,
    bytes: row.byte_count,
    sha256: row.sha256,
    requestedBy: row.requester,
    isMine,
    mayCancel: row.state === 'running' && (isMine || isRoleAmong(user.role, [])),
    requestedAt: new Date(row.requested_at).toISOString(),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at).toISOString(),
  }
}
