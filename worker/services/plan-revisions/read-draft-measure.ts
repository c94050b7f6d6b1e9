import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { AskingOpinion, DraftClause, DraftMeasure } from '../../contract/revisions'
import type { Disposition } from '../../contract/words'
import { AppError } from '../../errors'
import { type AuthorRow, presentAuthorRow } from '../comments/present'
import { textAt } from '../plan/clause-text'
import { currentConsultation, measureIdOf } from '../plan/current'
import { type NamedRow, presentNamed } from '../plan/present'
import { wholeTextColumn } from '../wordings/wording-columns'
import { changedTargets } from './changed-targets'
import { type RevisedClause, readClauses, seenOf } from './read-clauses'

const mostOpinions = 60

/** A measure as the draft has it, each clause beside the opinions, adopted or partly, that ask for changes in it. */
export async function readDraftMeasure(ctx: ServiceContext, key: string): Promise<DraftMeasure> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const id = measureIdOf(ctx, key)
  const [[measure], [draft], opinions] = await db.batch([
    db.all<NamedRow>(sql`SELECT * FROM measures WHERE id = ${id}`),
    db.all<{ number: number }>(sql`
      SELECT number FROM plan_revisions WHERE consultation_id = ${currentConsultation(ctx)} AND published_at IS NULL`),
    db.all<OpinionRow>(sql`
      SELECT c.public_id, ${wholeTextColumn} AS body, c.quote, c.clause_id, c.participant_kind, c.participant_name, c.is_name_public,
        c.is_verified, k.disposition, d.reason, (
          SELECT json_group_array(clause_change_id) FROM disposition_changes
          WHERE comment_id = k.comment_id AND version = k.disposition_version) AS changes
      FROM cases k INDEXED BY cases_asking JOIN comments c ON c.id = k.comment_id
      JOIN dispositions d ON d.comment_id = k.comment_id AND d.version = k.disposition_version
      WHERE k.measure_id = ${id} AND k.is_admissible = 1 AND k.disposition IN ('adopted', 'partly')
      ORDER BY k.comment_id DESC LIMIT ${mostOpinions + 1}`),
  ])
  if (!measure) throw new AppError('not_found')
  const { clauses, published } = await readClauses(ctx, sql`cl.measure_id = ${id}`)
  const shown = clauses.flatMap((clause) => {
    const own = opinions.filter(({ clause_id }) => clause_id === clause.id)
    const drafted = presentClause(clause, published, draft?.number ?? null, own)
    return drafted ? [{ id: clause.id, drafted }] : []
  })
  const placed = new Set(shown.map((each) => each.id))
  return {
    ...presentNamed(measure),
    draft: draft?.number ?? null,
    clauses: shown.map(({ drafted }) => drafted),
    opinions: opinions
      .filter(({ clause_id }) => clause_id === null || !placed.has(clause_id))
      .slice(0, mostOpinions)
      .map(presentOpinion),
    hasMore: opinions.length > mostOpinions,
  }
}

function presentClause(
  clause: RevisedClause,
  published: number,
  draft: number | null,
  opinions: OpinionRow[],
): DraftClause | null {
  const before = textAt(clause, clause.rows, published)
  const text = textAt(clause, clause.rows, draft ?? published)
  if (before === null && text === null) return null
  const row = clause.rows.find(({ revision }) => revision === draft)
  const change = clause.changes.find(({ revision }) => revision === draft)
  return {
    key: clause.key,
    number: clause.number,
    before,
    text,
    change: change
      ? {
          id: change.id,
          kind: change.kind,
          reason: change.reason,
          changedBy: change.changed_by,
          changedAt: new Date(change.changed_at).toISOString(),
          isNamed: change.is_named === 1,
        }
      : null,
    seen: seenOf(row),
    targets: changedTargets(clause, published, draft ?? published),
    opinions: opinions.map(presentOpinion),
  }
}

interface OpinionRow extends AuthorRow {
  public_id: string
  body: string
  quote: string | null
  clause_id: number | null
  disposition: Disposition
  reason: string
  changes: string
}

function presentOpinion(row: OpinionRow): AskingOpinion {
  return {
    publicId: row.public_id,
    author: presentAuthorRow(row),
    body: row.body,
    quote: row.quote,
    disposition: row.disposition,
    reason: row.reason,
    changes: JSON.parse(row.changes) as number[],
  }
}
