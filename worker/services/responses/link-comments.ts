import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { LinkComments, ResponseView } from '../../contract/responses'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { getResponse } from './get-response'
import { areStillOpen, commentIdsOf, partLinks, readLinks } from './linkable'
import { changedMeanwhile, readResponseRow } from './take-step'

/**
 * Changes which comments a draft answers: all of what is asked, or nothing. What is public beside a comment stays there; a
 * comment that is added to a public answer shows it from the next release on.
 */
export async function linkComments(
  ctx: ServiceContext,
  id: number,
  { version, link = [], unlink = [] }: LinkComments,
): Promise<ResponseView> {
  const me = assertRole(ctx, 'staff')
  const row = await readResponseRow(ctx, me, id)
  if (row.version !== version) throw await changedMeanwhile(ctx, me, id)
  if (row.is_theirs === 0) throw new AppError('forbidden')
  if (row.state !== 'draft' || row.is_for_measure === 1) throw new AppError('response_step_refused')
  const added = [...new Set(link)]
  const removed = [...new Set(unlink)].filter((publicId) => !added.includes(publicId))
  if (added.length + removed.length === 0) throw invalidField('link', 'required')
  const { refused } = partLinks(await readLinks(ctx, me, added), added)
  if (refused[0]) throw refused[0].error

  const { db } = ctx
  const removable = sql`(
    SELECT count(*) FROM cases WHERE comment_id IN ${commentIdsOf(removed)} AND response_id = ${id}
      AND answered_at IS NULL) = ${removed.length}`
  const isNow = sql`EXISTS (
    SELECT 1 FROM responses WHERE id = ${id} AND state = 'draft' AND version = ${version})
    AND ${areStillOpen(added)} AND ${removable}`
  const [audited] = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'response.linked',
        subjectKind: 'response',
        subjectId: String(id),
        data: { version, linked: added, unlinked: removed },
      },
      isNow,
    ),
    db.run(sql`UPDATE responses SET link_version = link_version + 1 WHERE id = ${id} AND changes() > 0`),
    db.run(sql`
      UPDATE cases SET response_id = CASE WHEN response_id IS NULL THEN ${id} END
      WHERE comment_id IN ${commentIdsOf([...added, ...removed])} AND changes() > 0`),
  ])
  if (audited.rowsAffected === 0) throw new AppError('already_answered')
  return getResponse(ctx, id)
}
