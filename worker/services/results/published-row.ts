import { type SQL, sql } from 'drizzle-orm'
import type { Overridden, ResultView, Totals } from '../../contract/results'

type Published = Omit<NonNullable<ResultView['result']>, 'measures'>

export interface PublishedRow {
  plan_revision: number
  counts: string
  override_reason: string | null
  overridden: string
  published_at: number
  name: string
}

/** What a consultation ended with, as it was printed on the day. */
export const publishedRow = (consultationId: SQL): SQL => sql`
  SELECT r.*, u.name FROM results r JOIN users u ON u.id = r.published_by
  WHERE r.consultation_id = ${consultationId}`

export function presentPublished(row: PublishedRow): Published {
  return {
    publishedAt: new Date(row.published_at).toISOString(),
    planRevision: row.plan_revision,
    totals: JSON.parse(row.counts) as Totals,
    override:
      row.override_reason === null
        ? null
        : {
            reason: row.override_reason,
            by: row.name,
            overridden: JSON.parse(row.overridden) as Overridden[],
          },
  }
}
