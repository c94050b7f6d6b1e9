import { sql } from 'drizzle-orm'
import type { Hash } from '../../contract/merkle'
import type { HeadView, SealedEntryView } from '../../contract/transparency'
import { type AuditRow, auditColumns, writeEntry } from './entry'
import type { HeadRow } from './read-tree'

export function presentHead({ size, root, sealed_at }: HeadRow): HeadView {
  return { size, root, sealedAt: new Date(sealed_at).toISOString() }
}

export interface SealedRow extends AuditRow {
  position: number
  form: number
  salt: string
  leaf: Hash
}

/** Of `sealed_entries e` and `audit_log a`. */
export const sealedColumns = sql.raw(
  `e.position, e.form, e.salt, e.leaf, ${auditColumns.map((column) => `a.${column}`).join(', ')}`,
)

export async function presentEntry(row: SealedRow): Promise<SealedEntryView> {
  return { index: row.position, entry: await writeEntry(row, row), leaf: row.leaf }
}
