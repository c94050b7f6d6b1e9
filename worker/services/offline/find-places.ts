import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import type { FieldCode } from '../../contract/errors'
import type { ClauseChangeKind } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { phaseAt } from '../consultations/rules'
import { textAt } from '../plan/clause-text'
import { currentConsultation } from '../plan/current'

/** All that the places and the days of offline opinions are checked against. */
export interface Register {
  consultation: { id: number; key: string; code: string; opensAt: Date; closesAt: Date }
  isResultPublic: boolean
  /** The days on which an opinion may have been received, in Beijing. */
  days: { first: string; last: string; today: string }
  /** Published revisions after the first, oldest first. */
  revisions: { number: number; publishedAt: Date }[]
  measures: Map<string, number>
  clauses: Map<string, RegisteredClause>
}

interface RegisteredClause {
  id: number
  measureId: number
  text: string
  introducedIn: number
  changes: { id: number; revision: number; kind: ClauseChangeKind; text: string | null }[]
}

export interface OfflinePlace {
  measureId: number
  clauseId: number | null
  /** How the clause read in that revision; null where it is on the measure as a whole. */
  reading: string | null
  planRevision: number
}

const dayOf = (moment: Date) => beijingTimestamp(moment).slice(0, 10)

export async function readRegister(ctx: ServiceContext): Promise<Register> {
  const { db, now } = ctx
  const [[consultation], revisions, measures, clauses, changes] = await db.batch([
    db.all<{
      id: number
      key: string
      code: string
      opens_at: number
      closes_at: number
      result_at: number | null
    }>(
      sql`SELECT id, key, code, opens_at, closes_at, result_at FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
    db.all<{ number: number; published_at: number }>(sql`
      SELECT number, published_at FROM plan_revisions
      WHERE consultation_id = ${currentConsultation(ctx)} AND published_at IS NOT NULL ORDER BY number`),
    db.all<{ id: number; key: string }>(
      sql`SELECT id, key FROM measures WHERE consultation_id = ${currentConsultation(ctx)}`,
    ),
    db.all<{ id: number; key: string; measure_id: number; text: string; introduced_in: number }>(sql`
      SELECT cl.id, cl.key, cl.measure_id, cl.text, cl.introduced_in FROM measures m
      JOIN clauses cl ON cl.measure_id = m.id WHERE m.consultation_id = ${currentConsultation(ctx)}`),
    db.all<{
      id: number
      clause_id: number
      revision: number
      kind: ClauseChangeKind
      text: string | null
    }>(sql`
      SELECT h.id, h.clause_id, p.number AS revision, h.kind, h.text FROM plan_revisions p
      JOIN clause_changes h ON h.plan_revision_id = p.id
      WHERE p.consultation_id = ${currentConsultation(ctx)} AND p.published_at IS NOT NULL ORDER BY p.number`),
  ])
  if (!consultation) throw new AppError('not_found')
  const changesOf = groupRows(changes, (row) => row.clause_id)
  const closesAt = new Date(consultation.closes_at)
  const [today, closing] = [dayOf(now), dayOf(new Date(closesAt.getTime() - 1))]
  return {
    consultation: {
      id: consultation.id,
      key: consultation.key,
      code: consultation.code,
      opensAt: new Date(consultation.opens_at),
      closesAt,
    },
    isResultPublic: consultation.result_at !== null,
    days: {
      first: dayOf(new Date(consultation.opens_at)),
      last: closing < today ? closing : today,
      today,
    },
    revisions: revisions.map(({ number, published_at }) => ({ number, publishedAt: new Date(published_at) })),
    measures: new Map(measures.map(({ id, key }) => [key, id])),
    clauses: new Map(
      clauses.map(({ id, key, measure_id, text, introduced_in }) => [
        key,
        { id, measureId: measure_id, text, introducedIn: introduced_in, changes: changesOf.get(id) ?? [] },
      ]),
    ),
  }
}

/** Opinions are taken down from the opening until the result is public, the time after the closing included. */
export function assertRegisterOpen(ctx: ServiceContext, { consultation, isResultPublic }: Register): void {
  if (phaseAt(consultation, ctx.now) === 'not_open') throw new AppError('consultation_not_open')
  if (isResultPublic) throw new AppError('already_published')
}

/** What is wrong with a day of receipt; null where it may be. */
export function checkDay(receivedOn: string, { days }: Register): FieldCode | null {
  if (receivedOn > days.today) return 'received_in_future'
  if (receivedOn > days.last) return 'received_too_late'
  return receivedOn < days.first ? 'received_too_early' : null
}

/**
 * Where an opinion stands, in the revision of the plan that was public when it came in, even if a later one removed its
 * clause.
 */
export function findPlace(
  register: Register,
  measureKey: string,
  clauseKey: string | undefined,
  receivedOn: string,
): OfflinePlace | { field: 'measure' | 'clause'; code: FieldCode } {
  const measureId = register.measures.get(measureKey)
  if (measureId === undefined) return { field: 'measure', code: 'measure_unknown' }
  const planRevision = register.revisions.reduce(
    (last, { number, publishedAt }) => (dayOf(publishedAt) <= receivedOn ? number : last),
    1,
  )
  if (!clauseKey) return { measureId, clauseId: null, reading: null, planRevision }
  const clause = register.clauses.get(clauseKey)
  const text = clause && textAt(clause, clause.changes, planRevision)
  if (!clause || clause.measureId !== measureId || text === null)
    return { field: 'clause', code: 'clause_unknown' }
  return { measureId, clauseId: clause.id, reading: text ?? null, planRevision }
}
