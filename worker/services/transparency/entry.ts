import { fromHex, type Hash, hashOf } from '../../contract/merkle'

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

/** The form in which rows are sealed now. */
export const currentForm = 1

/**
 * What anybody may see of a row's data, by form. A form that rows were sealed in is never edited, for their leaves
 * rest on it: a key that is to be public from now on needs a new one.
 */
const publicKeys: Record<number, ReadonlySet<string>> = {
  1: new Set(['revision', 'reason', 'measure', 'isReply', 'count']),
}

const publicSubjects: readonly string[] = ['comment', 'consultation']

/**
 * The text that a row's leaf is the hash of, open to everybody. Persons of the office, and whatever is not known to be
 * harmless, stand in it only as `row`: the hash of the salt and the whole row.
 */
export async function writeEntry(
  row: AuditRow,
  { form, salt }: { form: number; salt: string },
): Promise<string> {
  const isPublic = publicSubjects.includes(row.subject_kind)
  return JSON.stringify({
    form,
    id: row.id,
    at: new Date(row.at).toISOString(),
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: isPublic ? row.subject_id : null,
    data: isPublic ? pickPublic(readData(row), publicKeys[form] ?? new Set()) : null,
    row: await commitTo(row, salt),
  })
}

function commitTo(row: AuditRow, salt: string): Promise<Hash> {
  return hashOf(fromHex(salt), JSON.stringify(auditColumns.map((column) => row[column])))
}

/** Null where somebody made it unreadable: the leaf then tells. */
function readData({ data }: AuditRow): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}

/** Numbers, yes or no, and words of a code; nothing that a person could have typed. */
function pickPublic(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => pickPublic(item, keys))
  if (typeof value === 'object' && value !== null) {
    const known = Object.entries(value).filter(([key]) => keys.has(key))
    return Object.fromEntries(known.map(([key, inner]) => [key, pickPublic(inner, keys)]))
  }
  return typeof value === 'string' && !/^[a-z]+(_[a-z]+)*$/.test(value) ? null : value
}
