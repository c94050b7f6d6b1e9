import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ClauseChangeItem } from '../../contract/revisions'
import { currentConsultation, measureIdOf } from '../plan/current'
import { readClauses } from './read-clauses'

/** The changes that a disposition can name, those of the draft included, in the order of the plan; newest revision first. */
export async function listClauseChanges(
  ctx: ServiceContext,
  { measure }: { measure?: string | undefined } = {},
): Promise<{ items: ClauseChangeItem[] }> {
  assertRole(ctx, 'staff')
  const place = measure
    ? sql`cl.measure_id = ${measureIdOf(ctx, measure)}`
    : sql`cl.measure_id IN (SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`
  const { clauses, published } = await readClauses(ctx, place)
  const items = clauses.flatMap((clause) =>
    clause.changes.map(({ id, revision, kind, text }) => ({
      id,
      revision,
      clauseKey: clause.key,
      kind,
      text,
      isPublished: revision <= published,
    })),
  )
  return { items: items.sort((a, b) => b.revision - a.revision) }
}
