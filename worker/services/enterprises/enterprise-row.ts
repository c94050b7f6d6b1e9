import { sql } from 'drizzle-orm'
import type { ListedEnterprise, VerificationStep } from '../../contract/enterprises'
import type { Industry } from '../../contract/industries'
import type { City } from '../../contract/regions'
import type {
  ContactKind,
  EnterpriseSize,
  EnterpriseState,
  OrganisationKind,
  Ownership,
  VerificationMeans,
} from '../../contract/words'
import { documentColumn, parseDocument } from './document'

export interface EnterpriseRow {
  place: number
  id: string
  uscc: string
  name: string
  kind: OrganisationKind
  size: EnterpriseSize | null
  ownership: Ownership | null
  industry: Industry | null
  city: City | null
  state: EnterpriseState
  state_at: number
  version: number
  created_at: number
}

/** The columns of {@link EnterpriseRow}, of `enterprises e`. */
export const enterpriseColumns = sql.raw(`
  e.rowid AS place, e.id, e.uscc, e.name, e.kind, e.size, e.ownership, e.industry, e.city, e.state, e.state_at, e.version,
  e.created_at`)

export function presentEnterprise(row: EnterpriseRow): Omit<ListedEnterprise, 'members'> {
  const { place: _, state_at, created_at, ...shown } = row
  return {
    ...shown,
    stateAt: new Date(state_at).toISOString(),
    createdAt: new Date(created_at).toISOString(),
  }
}

export interface ContactRow {
  name: string
  kind: ContactKind
  value: string
}

export interface StepRow {
  number: number
  from_state: EnterpriseState
  to_state: EnterpriseState
  means: VerificationMeans
  document: string | null
  file: string | null
  note: string | null
  by: string | null
  is_by_gone: number
  taken_at: number
}

export const stepsOf = (enterpriseId: string) => sql`
  SELECT s.number, s.from_state, s.to_state, s.means, s.document, ${documentColumn(sql`s.attachment_id`)} AS file,
    s.note, u.name AS by, s.actor_id IS NOT NULL AND u.id IS NULL AS is_by_gone, s.taken_at
  FROM verification_steps s LEFT JOIN users u ON u.id = s.actor_id
  WHERE s.enterprise_id = ${enterpriseId} ORDER BY s.number`

export function presentStep(row: StepRow, isOffice: boolean): VerificationStep {
  return {
    number: row.number,
    from: row.from_state,
    to: row.to_state,
    means: row.means,
    document: row.document,
    file: parseDocument(row.file),
    note: row.note,
    by: isOfOffice(row.means) && !isOffice ? null : row.by,
    isByGone: row.is_by_gone === 1 && !isOfOffice(row.means),
    at: new Date(row.taken_at).toISOString(),
  }
}

const isOfOffice = (means: VerificationMeans) => means === 'staff' || means === 'claim'
