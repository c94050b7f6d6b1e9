import { type SQL, sql } from 'drizzle-orm'
import { startOfBeijingDate } from '../../contract/beijing-time'
import type { ExportQuery } from '../../contract/staff'
import type { ExportAudience } from '../../contract/words'
import { wasPublishedAs } from '../comments/is-public'
import type { ExportAbout } from './export-row'

/** Of which comments an export is, as they stood when it began. */
export interface ExportScope {
  consultationId: number
  consultationKey: string
  audience: ExportAudience
  filters: ExportQuery
  /** No comment behind it belongs to the export, however long that takes. */
  lastCommentId: number
  /** Whether this audience may read what was made of the comments: everybody may once the result is public. */
  isDisclosed: boolean
  /** Who of the office it is for: codes of comments that they are coding blind are left out. Null where it is for the public. */
  readerId: string | null
  /** The last entry of the audit log when it began. */
  lastAuditId: number
  about: ExportAbout
}

const day = 86_400_000

/** What an export's comments have in common; `alias` is theirs in the statement. */
export function chosenBy(scope: ExportScope, alias: 'c' | 'r', { isIndexed = true } = {}): SQL {
  const { measure, kind, state, channel, from, to } = scope.filters
  const at = sql.raw(alias)
  const plus = sql.raw(isIndexed ? '' : '+')
  const conditions = [
    sql`+${at}.consultation_id = ${scope.consultationId}`,
    sql`${plus}${at}.id <= ${BigInt(scope.lastCommentId)}`,
    measure && sql`${plus}${at}.measure_id = ${measureOf(scope, measure)}`,
    kind && sql`+${at}.participant_kind = ${kind}`,
    state && sql`+${at}.state = ${state}`,
    channel && sql`+${at}.channel = ${channel}`,
    from && sql`+${at}.created_at >= ${startOfBeijingDate(from).getTime()}`,
    to && sql`+${at}.created_at < ${startOfBeijingDate(to).getTime() + day}`,
    scope.audience === 'public' &&
      sql`(${wasPublishedAs(alias)} AND +coalesce(${at}.decided_at, ${at}.submitted_at) <= ${Date.parse(scope.about.takenAt)})`,
  ].filter((condition): condition is SQL => Boolean(condition))
  return sql.join(conditions, sql` AND `)
}

export const measureOf = ({ consultationId }: ExportScope, key: string): SQL =>
  sql`(SELECT id FROM measures WHERE consultation_id = ${consultationId} AND key = ${key})`
