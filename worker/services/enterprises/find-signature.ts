import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EnterpriseSize, OrganisationKind } from '../../contract/words'

/** How an organisation signs a comment. */
export interface Signature {
  kind: OrganisationKind
  name: string
  uscc: string
  size: EnterpriseSize | null
  industry: string | null
  city: string | null
}

/** How the organisation that the actor belongs to signs; null for anybody else. */
export async function findSignature({ db, actor }: ServiceContext): Promise<Signature | null> {
  if (actor.kind !== 'user' || actor.role !== 'participant') return null
  const [row] = await db.all<Signature>(sql`
    SELECT e.kind, e.name, e.uscc, e.size, e.industry, e.city FROM enterprise_members m
    JOIN enterprises e ON e.id = m.enterprise_id WHERE m.user_id = ${actor.id}`)
  return row ?? null
}
