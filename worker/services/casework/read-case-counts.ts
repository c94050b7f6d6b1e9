import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CaseCounts } from '../../contract/casework'
import { limits } from '../../contract/limits'
import { currentConsultation, measureIds } from '../plan/current'
import { soonBefore } from './rules'

/** The figures beside the list: kept by the writes, but for what the time or whoever asks decides, which is counted up to a limit. */
export async function readCaseCounts(ctx: ServiceContext): Promise<CaseCounts> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const now = ctx.now.getTime()
  const soon = soonBefore(ctx.now).getTime()
  const most = limits.casesCounted
  const [[totals], [own], units] = await db.batch([
    db.all<{ todo: number; done: number }>(sql`
      SELECT coalesce(sum(iif(disposition = '', count, 0)), 0) AS todo,
        coalesce(sum(iif(disposition = '', 0, count)), 0) AS done FROM case_counts
      WHERE measure_id IN ${measureIds(ctx)}`),
    db.all<OwnRow>(sql`
      SELECT count(*) AS todo, coalesce(sum(due_at > ${now} AND due_at <= ${soon}), 0) AS soon,
        coalesce(sum(due_at <= ${now}), 0) AS late,
        (SELECT count(*) FROM (
          SELECT 1 FROM cases INDEXED BY cases_undisposed_by_due
          WHERE is_admissible = 1 AND disposition IS NULL AND due_at IS NOT NULL AND due_at <= ${now}
            AND measure_id IN ${measureIds(ctx)}
          LIMIT ${most})) AS overdue,
        (SELECT count(*) FROM (
          SELECT 1 FROM note_mentions INDEXED BY note_mentions_unread
          WHERE user_id = ${me.id} AND read_at IS NULL LIMIT ${most})) AS mentions
      FROM (
        SELECT due_at FROM cases INDEXED BY cases_undisposed_of_assignee
        WHERE is_admissible = 1 AND disposition IS NULL AND assignee_id IS NOT NULL AND assignee_id = ${me.id}
          AND measure_id IN ${measureIds(ctx)}
        LIMIT ${most})`),
    db.all<UnitRow>(sql`
      SELECT u.key, u.name, u.name_en, coalesce(k.undisposed, 0) AS todo,
        EXISTS (SELECT 1 FROM unit_members WHERE unit_id = u.id AND user_id = ${me.id}) AS is_own
      FROM units u LEFT JOIN case_unit_counts k
        ON k.unit_id = u.id AND k.consultation_id = ${currentConsultation(ctx)} WHERE u.is_active = 1 ORDER BY u.id`),
  ])
  return {
    todo: totals?.todo ?? 0,
    done: totals?.done ?? 0,
    overdue: own?.overdue ?? 0,
    mine: { todo: own?.todo ?? 0, soon: own?.soon ?? 0, overdue: own?.late ?? 0 },
    mentions: own?.mentions ?? 0,
    ownUnits: units.filter(({ is_own }) => is_own === 1).map(({ key }) => key),
    units: units.map(({ key, name, name_en: nameEn, todo }) => ({ key, name, nameEn, todo })),
  }
}

interface OwnRow {
  todo: number
  soon: number
  late: number
  overdue: number
  mentions: number
}

interface UnitRow {
  key: string
  name: string
  name_en: string
  todo: number
  is_own: number
}
