import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { CaseRef, Dispose } from '../../contract/dispositions'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAuditOfEach } from '../audit/record-each'
import { isUsable } from '../standard-texts/is-usable'
import { type ClauseChangeRow, clauseChangeColumns, effectiveOf } from './clause-changes'
import { findFaults } from './rules'
import { changedMeanwhile, readSubjects, refuseCase } from './subject'
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
  const { subjectOf, changes } = await readGround(ctx, me, input, cases)

  const refused: Disposed['refused'] = []
  const open: CaseRef[] = []
  for (const each of cases) {
    const error = refuseCase(subjectOf.get(each.publicId), each)
    if (error) refused.push({ publicId: each.publicId, error })
    else open.push(each)
  }
  const disposed = open.length > 0 ? await record(ctx, me, input, { open, changes }) : []
  const beaten = open.filter(({ publicId }) => !disposed.includes(publicId))
  if (beaten.length > 0) refused.push(...(await explain(ctx, me, input, beaten)))
  if (cases.length === 1 && refused[0]) throw refused[0].error
  return { disposed, refused }
}

/** The cases as they stand, and the changes that are named; throws where one of those or the standard text is none. */
async function readGround(ctx: ServiceContext, me: UserActor, input: Dispose, cases: CaseRef[]) {
  const ids = [...new Set(input.changes ?? [])]
  const [subjects, rows, [usable]] = await ctx.db.batch([
    readSubjects(
      ctx,
      me,
      cases.map(({ publicId }) => publicId),
    ),
    ctx.db.all<ClauseChangeRow>(sql`
      SELECT ${clauseChangeColumns} FROM clauses cl JOIN clause_changes h ON h.clause_id = cl.id
      JOIN plan_revisions p ON p.id = h.plan_revision_id AND p.consultation_id = ${consultationOf(cases)}
      WHERE cl.id IN (SELECT clause_id FROM clause_changes
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))`),
    ctx.db.all<{ text: number }>(sql`SELECT ${isUsable(input.standardText)} AS text`),
  ])
  const changes = effectiveOf(rows).filter(({ id }) => ids.includes(id))
  if (changes.length < ids.length) throw invalidField('changes', 'text_change_unknown')
  if (usable?.text !== 1) throw invalidField('standardText', 'standard_text_unknown')
  return { subjectOf: new Map(subjects.map((subject) => [subject.public_id, subject])), changes }
}

/** The one that all of these cases belong to, as a subquery for its id; null where there are several. */
const consultationOf = (cases: CaseRef[]): SQL => sql`(
  SELECT iif(count(DISTINCT consultation_id) = 1, max(consultation_id), NULL) FROM comments
  WHERE public_id IN (SELECT value ->> 'publicId' FROM json_each(${JSON.stringify(cases)})))`

/** The update comes last: until then what was seen is still what stands. Versions go on where a new text has none in force. */
async function record(
  ctx: ServiceContext,
  me: UserActor,
  { disposition, reason, passedTo, standardText }: Dispose,
  { open, changes }: { open: CaseRef[]; changes: ClauseChangeRow[] },
): Promise<string[]> {
  const { db, now } = ctx
  const named = JSON.stringify(changes.map(({ id, kind, text }) => ({ id, kind, text })))
  const areStanding = sql`(
    SELECT count(*) FROM json_each(${named}) j JOIN clause_changes h ON h.id = j.value ->> 'id'
      AND h.kind = j.value ->> 'kind' AND h.text IS j.value ->> 'text') = ${changes.length}`
  const asSeen = sql`
    FROM json_each(${JSON.stringify(open)}) j JOIN comments c ON c.public_id = j.value ->> 'publicId'
      AND c.revision = j.value ->> 'revision'
    JOIN cases k ON k.comment_id = c.id AND k.disposition_version = j.value ->> 'version'
    WHERE k.is_admissible = 1 AND ${isTheirCase(me)} AND ${areStanding} AND ${isUsable(standardText)}`
  const latest = (id: string) =>
    sql`(SELECT max(version) FROM dispositions WHERE comment_id = ${sql.raw(id)})`
  const insert = db.all<{ comment_id: number }>(sql`
    INSERT INTO dispositions (comment_id, version, comment_revision, disposition, reason, passed_to, standard_text_id,
      standard_text_version, disposed_by, disposed_at)
    SELECT k.comment_id, coalesce(${latest('k.comment_id')}, 0) + 1, c.revision, ${disposition}, ${reason},
      ${passedTo || null}, ${standardText?.id ?? null}, ${standardText?.version ?? null}, ${me.id}, ${now.getTime()}
      ${asSeen}
    RETURNING comment_id`)
  const rest: Query[] = [
    db.run(sql`
      INSERT INTO disposition_changes (comment_id, version, clause_change_id)
      SELECT k.comment_id, ${latest('k.comment_id')}, h.value ->> 'id'
      FROM json_each(${named}) h CROSS JOIN (SELECT k.comment_id ${asSeen}) k`),
    recordAuditOfEach(
      ctx,
      { action: 'comment.disposed', subjectKind: 'comment' },
      sql`SELECT c.public_id AS subject_id, json_object('disposition', ${disposition}, 'version',
        ${latest('k.comment_id')}, 'revision', c.revision, 'changes', ${changes.length}) AS data ${asSeen}`,
    ),
    db.run(sql`
      UPDATE cases SET disposition = ${disposition}, disposition_version = ${latest('cases.comment_id')}
      WHERE comment_id IN (SELECT k.comment_id ${asSeen})`),
  ]
  const names = db.all<{ id: number; public_id: string }>(sql`
    SELECT id, public_id FROM comments
    WHERE public_id IN (SELECT value ->> 'publicId' FROM json_each(${JSON.stringify(open)}))`)
  const [inserted, found] = await db.batch([insert, names, ...rest])
  const done = new Set(inserted.map(({ comment_id }) => comment_id))
  return found.filter(({ id }) => done.has(id)).map(({ public_id }) => public_id)
}

/** Why nothing was written for these: what they are about was changed between reading and writing. */
async function explain(
  ctx: ServiceContext,
  me: UserActor,
  input: Dispose,
  beaten: CaseRef[],
): Promise<Disposed['refused']> {
  const { subjectOf, changes } = await readGround(ctx, me, input, beaten)
  return beaten.map((each) => {
    const subject = subjectOf.get(each.publicId)
    const error = refuseCase(subject, each)
    if (error || !subject) return { publicId: each.publicId, error: error ?? new AppError('not_found') }
    const isText = changes.length > 0
    return {
      publicId: each.publicId,
      error: isText ? invalidField('changes', 'text_change_unknown') : changedMeanwhile(subject),
    }
  })
}
