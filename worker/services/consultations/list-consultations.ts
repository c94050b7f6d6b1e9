import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ConsultationItem, ConsultationList } from '../../contract/consultations'
import { countStanding } from '../comments/count-standing'
import { type ConsultationRow, presentConsultation } from '../plan/present'

interface ItemRow extends ConsultationRow {
  measures: number
  received: number
  published: number
}

/** All consultations with their sums, those that close last first. */
export async function readItems({ db, now }: ServiceContext): Promise<ConsultationItem[]> {
  const rows = await db.all<ItemRow>(sql`
    SELECT s.*, (SELECT count(*) FROM measures WHERE consultation_id = s.id) AS measures,
      (SELECT coalesce(sum(count), 0) FROM received_counts WHERE consultation_id = s.id) AS received,
      (SELECT coalesce(sum(count), 0)
        FROM (${countStanding(sql`SELECT id FROM measures WHERE consultation_id = s.id`)})) AS published
    FROM consultations s INDEXED BY consultations_by_closing ORDER BY s.closes_at DESC, s.id DESC`)
  return rows.map((row) => ({
    ...presentConsultation(row, now),
    measures: row.measures,
    received: row.received,
    published: row.published,
  }))
}

/** What is open, what will be, what is closed, and what has its result. */
export async function listConsultations(ctx: ServiceContext): Promise<ConsultationList> {
  const items = await readItems(ctx)
  const isAnswered = ({ resultAt }: ConsultationItem) => resultAt !== null
  const inPhase = (phase: ConsultationItem['phase']) =>
    items.filter((item) => item.phase === phase && !isAnswered(item))
  return {
    open: inPhase('open').reverse(),
    upcoming: inPhase('not_open').sort((a, b) => a.opensAt.localeCompare(b.opensAt)),
    closed: inPhase('closed'),
    answered: items.filter(isAnswered),
  }
}
