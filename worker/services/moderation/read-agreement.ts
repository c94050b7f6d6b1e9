import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { AgreementView } from '../../contract/moderation/decided'
import type { Decision } from '../../contract/words'

/** For each reason, how often a second person who did not know of the first came to the same decision. */
export async function readAgreement(ctx: ServiceContext): Promise<AgreementView> {
  assertRole(ctx, 'moderator')
  const rows = await ctx.db.all<{
    review_kind: 'second' | 'recheck'
    decision: Decision
    id: string
    zh: string
    en: string
    compared: number
    agreed: number
  }>(sql`
    SELECT a.review_kind, r.decision, r.id, r.zh, r.en, a.compared, a.agreed
    FROM agreement_counts a JOIN reasons r ON r.id = a.reason_id
    ORDER BY a.review_kind DESC, r.decision, r.sort, r.id`)
  return {
    items: rows.map(({ review_kind, decision, id, zh, en, compared, agreed }) => ({
      reviewKind: review_kind,
      decision,
      reason: { id, zh, en },
      compared,
      agreed,
    })),
  }
}
