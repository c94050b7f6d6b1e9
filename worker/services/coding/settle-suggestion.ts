import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingItem } from '../../contract/coding'
import type { Settle } from '../../contract/suggestions'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { isBlindTo } from './blindness'
import { getItem } from './get-item'
import { insertAcceptedTags } from './insert-accepted-tags'
import { isOfPresentText } from './open-suggestions'
import { publishedCodebook } from './read-codebook'

/** Makes a tag of the machine's suggestion, or dismisses it for good; one that is settled already stays as it is. */
export async function settleSuggestion(ctx: ServiceContext, id: number, { to }: Settle): Promise<CodingItem> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [found] = await db.all<{ public_id: string; key: string; is_blind: number; is_current: number }>(sql`
    SELECT c.public_id, o.key, ${isBlindTo(me.id, sql`c.id`)} AS is_blind,
      EXISTS (SELECT 1 FROM codebook_entries e
        WHERE e.codebook_id = ${publishedCodebook(ctx)} AND e.code_id = g.code_id) AS is_current
    FROM tag_suggestions g JOIN comments c ON c.id = g.comment_id JOIN codes o ON o.id = g.code_id
    JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    JOIN suggestion_runs r ON r.id = g.run_id AND r.completed_at IS NOT NULL
    WHERE g.id = ${id} AND c.consultation_id = ${currentConsultation(ctx)}
      AND (g.state <> 'open' OR ${isOfPresentText})`)
  if (!found) throw new AppError('not_found')
  if (found.is_blind) throw new AppError('coded_blind')
  if (to === 'accepted' && !found.is_current) throw invalidField('code', 'code_unknown')

  const isOpen = sql`g.id = ${id} AND g.state = 'open'`
  const entry = { subjectKind: 'comment', subjectId: found.public_id } as const
  const data = { code: found.key, suggestion: id }
  await db.batch([
    ...(to === 'accepted'
      ? [
          insertAcceptedTags(ctx, me, isOpen),
          recordAudit(ctx, { action: 'comment.tagged', ...entry, data }, sql`changes() > 0`),
        ]
      : []),
    db.run(sql`
      UPDATE tag_suggestions AS g SET state = ${to}, settled_by = ${me.id}, settled_at = ${now.getTime()}
      WHERE ${isOpen}`),
    recordAudit(ctx, { action: `suggestion.${to}`, ...entry, data }, sql`changes() > 0`),
  ] as unknown as [ReturnType<typeof recordAudit>])
  return getItem(ctx, found.public_id)
}
