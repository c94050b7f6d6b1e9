import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { Assign, AssignmentView } from '../../contract/casework'
import { AppError, invalidField } from '../../errors'
import { recordAuditOfEach } from '../audit/record-each'
import { otherUnits } from '../dispositions/subject'
import { isTheirCase } from '../dispositions/whose'
import { moveResponses } from '../responses/move-responses'
import { type AssignmentRow, assignmentColumns, assignmentJoins, presentAssignment } from './assignment'
import { isStaff } from './is-staff'
import { deadlineOf } from './rules'

interface Standing {
  publicId: string
  assignment: AssignmentView
}

/** How the cases stand after it, and which are not for this person to assign. */
export interface Assigned {
  assigned: Standing[]
  missed: Standing[]
  refused: { publicId: string; error: AppError }[]
}

/**
 * Gives cases to a unit, a colleague, or a day by which they are due; what is left out of the input stays. All in one batch: a case
 * that somebody else changed since it was seen, or that is another unit's, is left as it is and named.
 */
export async function assignCases(ctx: ServiceContext, input: Assign): Promise<Assigned> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const wanted = changesOf(ctx, input)
  const asked = JSON.stringify(input.cases)
  const isPossible = sql.join(
    [
      sql`1`,
      ...(wanted.unit ? [wanted.unit.exists] : []),
      ...(wanted.assignee ? [wanted.assignee.exists] : []),
    ],
    sql` AND `,
  )
  const changing = sql`
    json_each(${asked}) j CROSS JOIN comments c ON c.public_id = j.value ->> 'publicId'
    CROSS JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
      AND k.assignment_version = j.value ->> 'version' AND ${isTheirCase(me)} AND ${isPossible}`
  const ids = sql`SELECT k.comment_id FROM ${changing}`
  const [changed, , , , , rows] = await db.batch([
    db.all<{ public_id: string }>(sql`SELECT DISTINCT c.public_id FROM ${changing}`),
    recordAuditOfEach(
      ctx,
      { action: 'case.assigned', subjectKind: 'comment' },
      sql`SELECT DISTINCT c.public_id AS subject_id, ${JSON.stringify(wanted.data)} AS data FROM ${changing}`,
    ),
    ...moveResponses(ctx, { cases: ids, key: input.unit ?? '', id: wanted.unitId }),
    db.run(sql`
      UPDATE cases SET assignment_version = assignment_version + 1, ${sql.join(wanted.sets, sql`, `)}
      WHERE comment_id IN (${ids})`),
    db.all<Row>(sql`
      SELECT c.public_id, ${isTheirCase(me)} AS is_mine, ${assignmentColumns}
      FROM (SELECT DISTINCT value ->> 'publicId' AS public_id FROM json_each(${asked})) j
      CROSS JOIN comments c ON c.public_id = j.public_id
      CROSS JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1 ${assignmentJoins} ORDER BY c.id`),
  ])
  if (rows.length === 0) throw new AppError('not_found')
  if (changed.length === 0) await assertPossible(ctx, input)
  return present(me, rows, new Set(changed.map(({ public_id }) => public_id)))
}

/** What is to be written, and what has to be there for it. */
function changesOf({ now }: ServiceContext, input: Assign) {
  const { unit, assignee, dueOn, dueInDays } = input
  const due =
    dueOn === null ? null : deadlineOf(now, { ...(dueOn && { dueOn }), ...(dueInDays && { dueInDays }) })
  if (due && due <= now) throw invalidField('dueOn', 'date_past')
  const isDueGiven = dueOn !== undefined || dueInDays !== undefined
  const unitId = sql`(SELECT id FROM units WHERE key = ${unit ?? null} AND is_active = 1)`
  const sets: SQL[] = [
    ...(unit === undefined ? [] : [sql`unit_id = ${unitId}`]),
    ...(assignee === undefined ? [] : [sql`assignee_id = ${assignee}`]),
    ...(isDueGiven ? [sql`due_at = ${due?.getTime() ?? null}`] : []),
  ]
  return {
    sets,
    unitId,
    unit: unit ? { exists: sql`${unitId} IS NOT NULL` } : null,
    assignee: assignee
      ? { exists: sql`EXISTS (SELECT 1 FROM users u WHERE u.id = ${assignee} AND ${isStaff})` }
      : null,
    data: {
      ...(unit !== undefined && { unit }),
      ...(assignee !== undefined && { assignee }),
      ...(isDueGiven && { dueAt: due?.toISOString() ?? null }),
    },
  }
}

/** Nothing was changed: is it for what was asked, or were others faster with all of them? */
async function assertPossible({ db }: ServiceContext, { unit, assignee }: Assign): Promise<void> {
  const [found] = await db.all<{ unit: number; assignee: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM units WHERE key = ${unit ?? null} AND is_active = 1) AS unit,
      EXISTS (SELECT 1 FROM users u WHERE u.id = ${assignee ?? null} AND ${isStaff}) AS assignee`)
  if (unit && !found?.unit) throw invalidField('unit', 'unit_unknown')
  if (assignee && !found?.assignee) throw invalidField('assignee', 'colleague_unknown')
}

function present(me: UserActor, rows: Row[], changed: ReadonlySet<string>): Assigned {
  const view = (row: Row) => ({ publicId: row.public_id, assignment: presentAssignment(me, row) })
  const isDone = (row: Row) => changed.has(row.public_id)
  const left = rows.filter((row) => !isDone(row))
  return {
    assigned: rows.filter(isDone).map(view),
    missed: left.filter(({ is_mine }) => is_mine === 1).map(view),
    refused: left
      .filter(({ is_mine }) => is_mine === 0)
      .map(({ public_id: publicId }) => ({
        publicId,
        error: new AppError('forbidden', { detail: otherUnits }),
      })),
  }
}

interface Row extends AssignmentRow {
  public_id: string
  is_mine: number
}
