import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import { type CasesQuery, isUndisposedView as isUndisposed } from '../../contract/casework'
import { measureIdOf, measureIds } from '../plan/current'

/** A part of the cases, as SQL over `cases AS k`. */
export interface Part {
  /** Where it is read from, by an index that has it in order. */
  source: SQL
  conditions: SQL[]
  /** Its order: a whole number or two, no two cases alike. */
  place: SQL
  direction: 'ASC' | 'DESC'
}

type Filter = Omit<CasesQuery, 'after' | 'limit'>

/** What a filter means to this member of staff, now. What is to be done comes oldest first, what is done newest first. */
export function partOf(ctx: ServiceContext, me: UserActor, filter: Filter): Part {
  const { view, measure, kind, disposition, mentioned } = filter
  const unit = unitOf(me, filter)
  const conditions = [
    sql.raw('k.is_admissible = 1'),
    ...(isUndisposed(view) ? [sql.raw('k.disposition IS NULL')] : []),
    ...(view === 'done' || disposition ? [sql.raw('k.disposition IS NOT NULL')] : []),
    ...(view === 'mine' ? [sql.raw('k.assignee_id IS NOT NULL'), sql`k.assignee_id = ${me.id}`] : []),
    ...(view === 'overdue' ? [sql.raw('k.due_at IS NOT NULL'), sql`k.due_at <= ${ctx.now.getTime()}`] : []),
    measure ? sql`k.measure_id = ${measureIdOf(ctx, measure)}` : sql`+k.measure_id IN ${measureIds(ctx)}`,
    ...(unit ? [sql`k.unit_id = ${unit}`] : []),
    ...(kind ? [sql`k.participant_kind = ${kind}`] : []),
    ...(disposition ? [sql`k.disposition = ${disposition}`] : []),
  ]
  if (mentioned)
    return {
      source: sql`${mentionedIn(me)} q CROSS JOIN cases k ON k.comment_id = q.comment_id`,
      conditions,
      place: sql.raw(view === 'overdue' ? 'k.due_at, k.comment_id' : 'q.comment_id'),
      direction: isUndisposed(view) ? 'ASC' : 'DESC',
    }
  const index = indexFor(filter)
  return {
    source: sql.raw(`cases k ${index ? `INDEXED BY cases_${index}` : 'NOT INDEXED'}`),
    conditions,
    place: sql.raw(view === 'overdue' ? 'k.due_at, k.comment_id' : 'k.comment_id'),
    direction: isUndisposed(view) ? 'ASC' : 'DESC',
  }
}

/** Named, for SQLite keeps no statistics here to choose by: the narrowest range that the filter gives. */
function indexFor({ view, unit, measure, kind, disposition }: Filter): string | null {
  const hasUnit = unit !== undefined || view === 'unit'
  if (view === 'mine') return 'undisposed_of_assignee'
  if (view === 'overdue') return `undisposed${measure ? '_of_measure' : hasUnit ? '_of_unit' : ''}_by_due`
  if (disposition) return measure ? 'by_disposition_of_measure' : 'by_disposition'
  const standing = isUndisposed(view) ? 'undisposed' : view === 'done' ? 'disposed' : ''
  const owner = measure ? 'of_measure' : hasUnit ? 'of_unit' : kind ? 'of_kind' : ''
  return [standing, owner].filter(Boolean).join('_') || null
}

function unitOf(me: UserActor, { view, unit }: Filter): SQL | null {
  if (unit) return sql`(SELECT id FROM units WHERE key = ${unit})`
  return view === 'unit' ? sql`(SELECT min(unit_id) FROM unit_members WHERE user_id = ${me.id})` : null
}

/** The comments whose notes mention this member of staff and wait to be read. */
const mentionedIn = (me: UserActor): SQL => sql`(
  SELECT DISTINCT n.comment_id FROM note_mentions w INDEXED BY note_mentions_unread
  CROSS JOIN staff_notes n ON n.id = w.note_id
  WHERE w.user_id = ${me.id} AND w.read_at IS NULL AND n.comment_id IS NOT NULL ORDER BY n.comment_id)`
