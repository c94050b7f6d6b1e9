import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { ClauseChangeInput, DraftMeasure } from '../../contract/revisions'
import type { ClauseChangeKind } from '../../contract/words'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { textAt } from '../plan/clause-text'
import { measureIdOf, revisionName } from '../plan/current'
import { type Draft, findDraftOrThrow } from './find-draft'
import { isNamed, type RevisedClause, readClauses, seenOf } from './read-clauses'
import { readDraftMeasure } from './read-draft-measure'
import { measureKeyOf, nextStanding, standingOf } from './rules'

/**
 * Amends, adds, removes or takes back in the draft, on the state that was seen; the text is kept as typed. A change that a
 * disposition in force names is not taken back: `change_in_use`.
 */
export async function changeClause(ctx: ServiceContext, input: ClauseChangeInput): Promise<DraftMeasure> {
  const me = assertRole(ctx, 'staff')
  const measureKey = measureKeyOf(input)
  const draft = await findDraftOrThrow(ctx)
  if (input.act === 'add') await add(ctx, me, draft, input)
  else await change(ctx, me, draft, input)
  return readDraftMeasure(ctx, measureKey)
}

async function add(
  ctx: ServiceContext,
  me: UserActor,
  draft: Draft,
  { measure, text, reason }: Extract<ClauseChangeInput, { act: 'add' }>,
): Promise<void> {
  const { db, now } = ctx
  const [added] = await db.batch([
    db.run(sql`
      INSERT INTO clauses (measure_id, key, number, text, introduced_in)
      SELECT m.id, m.key || '.' || n.next, n.next, ${text}, p.number
      FROM measures m JOIN plan_revisions p ON p.id = ${draft.id} AND p.published_at IS NULL
      JOIN (SELECT coalesce(max(number), 0) + 1 AS next FROM clauses WHERE measure_id = ${measureIdOf(ctx, measure)}) n
      WHERE m.id = ${measureIdOf(ctx, measure)}`),
    db.run(sql`
      INSERT INTO clause_changes (plan_revision_id, clause_id, kind, text, reason, changed_by, changed_at)
      SELECT ${draft.id}, last_insert_rowid(), 'add', ${text}, ${reason}, ${me.id}, ${now.getTime()}
      WHERE changes() > 0`),
    audited(ctx, draft, measure, 'add'),
  ])
  if (added.rowsAffected === 0) throw new AppError('not_found')
}

async function change(
  ctx: ServiceContext,
  me: UserActor,
  draft: Draft,
  input: Exclude<ClauseChangeInput, { act: 'add' }>,
): Promise<void> {
  const place = sql`cl.measure_id = ${measureIdOf(ctx, measureKeyOf(input))} AND cl.key = ${input.clause}`
  const { clauses, published } = await readClauses(ctx, place)
  const [clause] = clauses
  if (!clause) throw new AppError('not_found')
  const before = textAt(clause, clause.rows, published)
  const standing = standingOf(before, textAt(clause, clause.rows, draft.number))
  if (standing === 'gone') throw new AppError('not_found')
  const row = clause.rows.find(({ revision }) => revision === draft.number)
  const next = nextStanding[standing][input.act]
  if (seenOf(row) !== input.seen || next === null) throw new AppError('draft_changed')
  if (input.act === 'take_back' && row?.is_named) throw new AppError('change_in_use')
  if (input.act === 'amend' && input.text === before) throw invalidField('text', 'text_unchanged')
  const writes =
    input.act === 'take_back'
      ? takeBack(ctx, me, draft, clause, before, input.seen)
      : keep(ctx, me, draft, clause, {
          kind: input.act === 'remove' ? 'remove' : next === 'added' ? 'add' : 'amend',
          text: input.act === 'remove' ? null : input.text,
          reason: input.reason,
          seen: input.seen,
        })
  const [written] = await ctx.db.batch(writes)
  if ((written as { rowsAffected: number }).rowsAffected > 0) return
  throw new AppError(
    input.act === 'take_back' && (await isNamedNow(ctx, row?.id)) ? 'change_in_use' : 'draft_changed',
  )
}

interface Kept {
  kind: ClauseChangeKind
  text: string | null
  reason: string
  seen: string
}

/** One row for each clause of a revision, its id kept whatever becomes of it: dispositions name it. */
function keep(
  ctx: ServiceContext,
  me: UserActor,
  draft: Draft,
  clause: RevisedClause,
  { kind, text, reason, seen }: Kept,
): [Query, ...Query[]] {
  const { db, now } = ctx
  return [
    db.run(sql`
      INSERT INTO clause_changes (plan_revision_id, clause_id, kind, text, reason, changed_by, changed_at)
      SELECT p.id, ${clause.id}, ${kind}, ${text}, ${reason}, ${me.id}, ${now.getTime()} FROM plan_revisions p
      WHERE p.id = ${draft.id} AND p.published_at IS NULL AND coalesce((
        SELECT id || '.' || changed_at FROM clause_changes
        WHERE plan_revision_id = p.id AND clause_id = ${clause.id}), '') = ${seen}
      ON CONFLICT (plan_revision_id, clause_id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
        reason = excluded.reason, changed_by = excluded.changed_by,
        changed_at = max(excluded.changed_at, changed_at + 1)`),
    audited(ctx, draft, clause.key, kind),
    ...(kind === 'add'
      ? [
          db.run(sql`
            UPDATE clauses SET text = ${text} WHERE id = ${clause.id} AND introduced_in = ${draft.number}
              AND changes() > 0`),
        ]
      : []),
  ]
}

/** A change that was named once, though by no disposition in force, stays as a row that changes nothing. */
function takeBack(
  ctx: ServiceContext,
  me: UserActor,
  draft: Draft,
  clause: RevisedClause,
  before: string | null,
  seen: string,
): [Query, ...Query[]] {
  const { db, now } = ctx
  const isSeen = sql`plan_revision_id = ${draft.id} AND clause_id = ${clause.id} AND id || '.' || changed_at = ${seen}`
  const wasNamed = sql`EXISTS (SELECT 1 FROM disposition_changes WHERE clause_change_id = clause_changes.id)`
  const isFree = sql`NOT EXISTS (SELECT 1 FROM clause_changes h WHERE h.plan_revision_id = ${draft.id}
    AND h.clause_id = ${clause.id} AND ${isNamed})`
  return [
    db.run(sql`
      UPDATE clause_changes SET kind = ${before === null ? 'remove' : 'amend'}, text = ${before}, reason = '',
        changed_by = ${me.id}, changed_at = max(${now.getTime()}, changed_at + 1)
      WHERE ${isSeen} AND ${isFree}`),
    audited(ctx, draft, clause.key, 'take_back'),
    db.run(sql`
      DELETE FROM clause_changes WHERE plan_revision_id = ${draft.id} AND clause_id = ${clause.id}
        AND changes() > 0 AND NOT ${wasNamed}`),
    db.run(sql`
      DELETE FROM clauses WHERE id = ${clause.id} AND introduced_in = ${draft.number} AND changes() > 0
        AND NOT EXISTS (SELECT 1 FROM clause_changes WHERE clause_id = clauses.id)`),
  ]
}

async function isNamedNow({ db }: ServiceContext, id = 0): Promise<boolean> {
  const [found] = await db.all<{ found: number }>(
    sql`SELECT ${isNamed} AS found FROM clause_changes h WHERE h.id = ${id}`,
  )
  return found?.found === 1
}

function audited(ctx: ServiceContext, { number }: Draft, place: string, act: string): Query {
  return recordAudit(
    ctx,
    {
      action: 'plan.clause_changed',
      subjectKind: 'plan_revision',
      subjectId: revisionName(ctx, number),
      data: { place, act },
    },
    sql`changes() > 0`,
  )
}
