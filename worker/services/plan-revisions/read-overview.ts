import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DraftView, RevisionsOverview } from '../../contract/revisions'
import { clauseChangeKinds } from '../../contract/words'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { type NamedRow, presentNamed, tally } from '../plan/present'
import { changedTargets } from './changed-targets'
import { draftState } from './find-draft'
import { readClauses } from './read-clauses'

/** The revisions of the plan, what the draft changes, and where opinions ask for changes. */
export async function readOverview(ctx: ServiceContext): Promise<RevisionsOverview> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const [[consultation], revisions, measures, [head]] = await db.batch([
    db.all<{ plan_revision: number }>(
      sql`SELECT plan_revision FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
    db.all<RevisionRow>(sql`
      SELECT p.number, p.note, p.created_at, p.published_at, c.name AS created_by, u.name AS published_by,
        ${draftState} AS state
      FROM plan_revisions p JOIN users c ON c.id = p.created_by LEFT JOIN users u ON u.id = p.published_by
      WHERE p.consultation_id = ${currentConsultation(ctx)} ORDER BY p.number DESC`),
    db.all<NamedRow & { id: number; asking: number }>(sql`
      SELECT m.*, (
        SELECT coalesce(sum(count), 0) FROM case_counts
        WHERE measure_id = m.id AND disposition IN ('adopted', 'partly')) AS asking
      FROM measures m WHERE m.consultation_id = ${currentConsultation(ctx)} ORDER BY m.theme_id, m.number`),
    db.all<{ is_head: number }>(sql`SELECT ${isHeadOf(me.id)} AS is_head`),
  ])
  if (!consultation) throw new AppError('not_found')
  const { clauses } = await readClauses(
    ctx,
    sql`cl.id IN (SELECT clause_id FROM clause_changes) AND cl.measure_id IN (
      SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`,
  )
  const changes = clauses.flatMap((clause) =>
    clause.changes.map(({ revision, kind }) => ({ measureId: clause.measureId, revision, kind })),
  )
  const draft = revisions.find(({ published_at }) => published_at === null)
  const drafted = changes.filter(({ revision }) => revision === draft?.number)
  return {
    published: consultation.plan_revision,
    mayPublish: me.role === 'admin' || head?.is_head === 1,
    draft: draft
      ? {
          ...presentDraft(draft),
          targets: clauses.flatMap((clause) =>
            changedTargets(clause, consultation.plan_revision, draft.number),
          ),
          counts: tally(clauseChangeKinds, (kind) => drafted.filter((each) => each.kind === kind).length),
        }
      : null,
    revisions: revisions.flatMap(({ number, note, published_at, published_by }) =>
      published_at === null
        ? []
        : [
            {
              number,
              note,
              publishedAt: new Date(published_at).toISOString(),
              publishedBy: published_by,
              changes: changes.filter(({ revision }) => revision === number).length,
            },
          ],
    ),
    measures: measures.map((measure) => ({
      ...presentNamed(measure),
      changes: drafted.filter(({ measureId }) => measureId === measure.id).length,
      asking: measure.asking,
    })),
  }
}

export const isHeadOf = (userId: string) =>
  sql`EXISTS (SELECT 1 FROM unit_members WHERE user_id = ${userId} AND is_head = 1)`

export async function isHead({ db }: ServiceContext, userId: string): Promise<boolean> {
  const [row] = await db.all<{ is_head: number }>(sql`SELECT ${isHeadOf(userId)} AS is_head`)
  return row?.is_head === 1
}

interface RevisionRow {
  number: number
  note: string
  created_at: number
  published_at: number | null
  created_by: string
  published_by: string | null
  state: string
}

function presentDraft({
  number,
  note,
  created_by,
  created_at,
  state,
}: RevisionRow): Omit<DraftView, 'counts' | 'targets'> {
  return { number, note, createdBy: created_by, createdAt: new Date(created_at).toISOString(), seen: state }
}
