import { fromHex, type Hash, hashOf } from '../../contract/merkle'
import { pickPublic } from './public-data'

/** A row of the audit log as the database has it. */
export interface AuditRow {
  id: number
  at: number
  request_id: string
  actor_kind: string
  actor_id: string | null
  action: string
  subject_kind: string
  subject_id: string
  data: string
}

export const auditColumns = [
  'id',
  'at',
  'request_id',
  'actor_kind',
  'actor_id',
  'action',
  'subject_kind',
  'subject_id',
  'data',
] as const satisfies (keyof AuditRow)[]

/**
 * The text that a row's leaf is the hash of, open to everybody. Whatever is not known to be harmless stands in it only
 * as `row`: the hash of a salt and the whole row.
 */
export async function writeEntry(
  row: AuditRow,
  { form, salt }: { form: number; salt: string },
): Promise<string> {
  const data = pickPublic(form, row.action, readData(row))
  return JSON.stringify({
    form,
    id: row.id,
    at: new Date(row.at).toISOString(),
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: data === null ? null : row.subject_id,
    data,
    row: await commitTo(row, salt),
  })
}

/** Nothing where somebody made it unreadable: the leaf then tells. */
function readData({ data }: AuditRow): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return {}
  }
}

function commitTo(row: AuditRow, salt: string): Promise<Hash> {
  return hashOf(fromHex(salt), JSON.stringify(auditColumns.map((column) => row[column])))
}
