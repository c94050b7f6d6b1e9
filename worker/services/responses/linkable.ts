import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import { AppError } from '../../errors'
import { otherUnits } from '../dispositions/subject'
import { isTheirCase } from '../dispositions/whose'

export interface Unlinked {
  publicId: string
  error: AppError
}

interface LinkRow {
  public_id: string
  measure_id: number
  unit_id: number | null
  is_admissible: number
  is_mine: number
  response_id: number | null
}

/** The statement that reads the cases that are to be answered together, the oldest first. */
export function readLinks({ db }: ServiceContext, me: UserActor, publicIds: readonly string[]) {
  return db.all<LinkRow>(sql`
    SELECT c.public_id, k.measure_id, k.unit_id, k.is_admissible, ${isTheirCase(me)} AS is_mine, k.response_id
    FROM json_each(${JSON.stringify([...new Set(publicIds)])}) j JOIN comments c ON c.public_id = j.value
    JOIN cases k ON k.comment_id = c.id ORDER BY k.comment_id`)
}

/** Which of them can be answered, and why not the others: one comment has one answer. */
export function partLinks(rows: LinkRow[], publicIds: readonly string[]) {
  const rowOf = new Map(rows.map((row) => [row.public_id, row]))
  const open: LinkRow[] = []
  const refused: Unlinked[] = []
  for (const publicId of new Set(publicIds)) {
    const row = rowOf.get(publicId)
    const error = refuseLink(row)
    if (error) refused.push({ publicId, error })
    else if (row) open.push(row)
  }
  return { open: rows.filter((row) => open.includes(row)), refused }
}

function refuseLink(row: LinkRow | undefined): AppError | null {
  if (!row) return new AppError('not_found')
  if (row.is_admissible === 0) return new AppError('case_closed')
  if (row.is_mine === 0) return new AppError('forbidden', { detail: otherUnits })
  return row.response_id === null ? null : new AppError('already_answered')
}

/** True while none of these cases has an answer and all are accepted. */
export function areStillOpen(publicIds: readonly string[]): SQL {
  return sql`(
    SELECT count(*) FROM json_each(${JSON.stringify(publicIds)}) j JOIN comments c ON c.public_id = j.value
    JOIN cases k ON k.comment_id = c.id WHERE k.response_id IS NULL AND k.is_admissible = 1) = ${publicIds.length}`
}

/** The ids of these comments, as a subquery. */
export function commentIdsOf(publicIds: readonly string[]): SQL {
  return sql`(
    SELECT c.id FROM json_each(${JSON.stringify(publicIds)}) j JOIN comments c ON c.public_id = j.value)`
}
