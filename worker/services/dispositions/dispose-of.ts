import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { CaseRef, Dispose } from '../../contract/dispositions'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { isUsable } from '../standard-texts/is-usable'
import { type ClauseChangeRow, clauseChangeColumns, effectiveOf } from './clause-changes'
import { findFaults } from './rules'
import { type CaseSubject, changedMeanwhile, readSubjects, refuseCase } from './subject'
import { isTheirCase } from './whose'

/** What came of it; each refusal is the one that the comment alone would have met. */
export interface Disposed {
  disposed: string[]
  refused: { publicId: string; error: AppError }[]
}

/**
 * Records one disposition for the comments as they were seen, all in one transaction. What changed meanwhile is left as it
 * is and told; a single comment is refused by throwing.
 */
export async function disposeOf(ctx: ServiceContext, input: Dispose): Promise<Disposed> {
  const me = assertRole(ctx, 'staff')
  const faults = findFaults(input)
  if (Object.keys(faults).length > 0) throw new AppError('invalid_input', { fields: faults })
  const cases = [...new Map(input.cases.map((each) => [each.publicId, each])).values()]
  const publicIds = cases.map(({ publicId }) => publicId)
  const changes = [...new Set(input.changes ?? [])]
  const [subjects, named, [usable]] = await ctx.db.batch([
    readSubjects(ctx, me, publicIds),
    ctx.db.all<ClauseChangeRow>(sql`
      SELECT ${clauseChangeColumns} FROM clauses cl JOIN clause_changes h ON h.clause_id = cl.id
      JOIN plan_revisions p ON p.id = h.plan_revision_id AND p.consultation_id = ${currentConsultation}
      WHERE cl.id IN (SELECT clause_id FROM clause_changes
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(changes)})))`),
    ctx.db.all<{ text: number }>(sql`SELECT ${isUsable(input.standardText)} AS text`),
  ])
  const effective = effectiveOf(named).map(({ id }) => id)
  if (!changes.every((id) => effective.includes(id))) throw invalidField('changes', 'text_change_unknown')
  if (usable?.text !== 1) throw invalidField('standardText', 'standard_text_unknown')

  const refused: Disposed['refused'] = []
  const open: CaseRef[] = []
  const subjectOf = byPublicId(subjects)
  for (const each of cases) {
    const error = refuseCase(subjectOf.get(each.publicId), each)
    if (error) refused.push({ publicId: each.publicId, error })
    else open.push(each)
  }
  const disposed = open.length > 0 ? await record(ctx, me, input, { open, changes }) : []
  const beaten = open.filter(({ publicId }) => !disposed.includes(publicId))
  if (beaten.length > 0) refused.push(...(await explain(ctx, me, beaten)))
  if (cases.length === 1 && refused[0]) throw refused[0].error
  return { disposed, refused }
}

/** The update comes last: until then what was seen is still what stands, and the new row is one ahead. */
async function record(
  ctx: ServiceContext,
  me: UserActor,
  { disposition, reason, passedTo, standardText }: Dispose,
  { open, changes }: { open: CaseRef[]; changes: number[] },
): Promise<string[]> {
  const { db, now } = ctx
  const asSeen = sql`
    FROM json_each(${JSON.stringify(open)}) j JOIN comments c ON c.public_id = j.value ->> 'publicId'
    JOIN cases k ON k.comment_id = c.id AND k.disposition_version = j.value ->> 'version'
    WHERE k.is_admissible = 1 AND ${isTheirCase(me)}`
  const isAhead = sql`EXISTS (
    SELECT 1 FROM dispositions d WHERE d.comment_id = cases.comment_id AND d.version = cases.disposition_version + 1)`
  const insert = db.all<{ comment_id: number }>(sql`
    INSERT INTO dispositions (comment_id, version, disposition, reason, passed_to, standard_text_id,
      standard_text_version, disposed_by, disposed_at)
    SELECT k.comment_id, k.disposition_version + 1, ${disposition}, ${reason}, ${passedTo || null},
      ${standardText?.id ?? null}, ${standardText?.version ?? null}, ${me.id}, ${now.getTime()} ${asSeen}
    RETURNING comment_id`)
  const rest: Query[] = [
    db.run(sql`
      INSERT INTO disposition_changes (comment_id, version, clause_change_id)
      SELECT k.comment_id, k.disposition_version + 1, h.value
      FROM json_each(${JSON.stringify(changes)}) h CROSS JOIN (SELECT k.comment_id, k.disposition_version ${asSeen}) k`),
    ...open.map(({ publicId, version }) =>
      recordAudit(
        ctx,
        {
          action: 'comment.disposed',
          subjectKind: 'comment',
          subjectId: publicId,
          data: { disposition, version: version + 1, changes: changes.length },
        },
        sql`EXISTS (SELECT 1 FROM cases JOIN comments c ON c.id = cases.comment_id
          WHERE c.public_id = ${publicId} AND ${isAhead})`,
      ),
    ),
    db.run(sql`
      UPDATE cases SET disposition = ${disposition}, disposition_version = disposition_version + 1
      WHERE comment_id IN (SELECT k.comment_id ${asSeen}) AND ${isAhead}`),
  ]
  const named = db.all<{ id: number; public_id: string }>(sql`
    SELECT id, public_id FROM comments
    WHERE public_id IN (SELECT value ->> 'publicId' FROM json_each(${JSON.stringify(open)}))`)
  const [inserted, names] = await db.batch([insert, named, ...rest])
  const done = new Set(inserted.map(({ comment_id }) => comment_id))
  return names.filter(({ id }) => done.has(id)).map(({ public_id }) => public_id)
}

async function explain(ctx: ServiceContext, me: UserActor, beaten: CaseRef[]): Promise<Disposed['refused']> {
  const subjects = byPublicId(
    await readSubjects(
      ctx,
      me,
      beaten.map(({ publicId }) => publicId),
    ),
  )
  return beaten.map((each) => {
    const subject = subjects.get(each.publicId)
    const error =
      refuseCase(subject, each) ?? (subject ? changedMeanwhile(subject) : new AppError('not_found'))
    return { publicId: each.publicId, error }
  })
}

function byPublicId(subjects: CaseSubject[]): Map<string, CaseSubject> {
  return new Map(subjects.map((subject) => [subject.public_id, subject]))
}
