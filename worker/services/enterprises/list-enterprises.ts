import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { EnterpriseList, EnterpriseQuery } from '../../contract/enterprises'
import { limits } from '../../contract/limits'
import { parseCursor, takePage } from '../paging/cursor'
import { type EnterpriseRow, enterpriseColumns, presentEnterprise } from './enterprise-row'

const shown = limits.casesShown

/** The enterprises, with what waits for a decision in the order of its coming; all others the latest first. */
export async function listEnterprises(
  ctx: ServiceContext,
  { state, after }: EnterpriseQuery,
): Promise<EnterpriseList> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const cursor = parseCursor(after, 2)
  const isQueue = state === 'submitted'
  const [step, order] = isQueue ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`]
  const isOf =
    state === 'claimed'
      ? sql`e.id IN (SELECT enterprise_id FROM enterprise_claims WHERE state = 'waiting')`
      : state
        ? sql`e.state = ${state}`
        : sql`1`
  const index = state && state !== 'claimed' ? sql`enterprises_by_state` : sql`enterprises_by_time`
  const [rows, [counted], [claims]] = await db.batch([
    db.all<EnterpriseRow & { members: number }>(sql`
      SELECT ${enterpriseColumns},
        (SELECT count(*) FROM enterprise_members m WHERE m.enterprise_id = e.id) AS members
      FROM enterprises e INDEXED BY ${index}
      WHERE ${isOf}
        ${cursor ? sql`AND (e.state_at, e.rowid) ${step} (${cursor[0]}, ${cursor[1]})` : sql``}
      ORDER BY e.state_at ${order}, e.rowid ${order} LIMIT ${shown + 1}`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM (
        SELECT 1 FROM enterprises INDEXED BY enterprises_by_state WHERE state = 'submitted'
        LIMIT ${limits.casesCounted})`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM (
        SELECT 1 FROM enterprise_claims INDEXED BY enterprise_claims_waiting WHERE state = 'waiting'
        LIMIT ${limits.casesCounted})`),
  ])
  return {
    ...takePage(
      rows,
      shown,
      ({ members, ...row }) => ({ ...presentEnterprise(row), members }),
      (row) => [row.state_at, row.place],
    ),
    waiting: counted?.count ?? 0,
    claimed: claims?.count ?? 0,
  }
}
