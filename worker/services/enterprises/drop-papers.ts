import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { StampState } from '../../contract/words'
import type { Query } from '../../db/client'
import { isOfEarlierPeople, isSentByEarlierPeople } from './is-of-earlier-people'

/**
 * For the batch of a hand-over, once its people are out: what they had stamped. A paper that waits goes, a confirmed one stands for
 * nothing any more.
 */
export function dropPapers({ db }: ServiceContext, enterpriseId: string): Query[] {
  const inState = (state: StampState): SQL => sql`(
    SELECT s.id FROM submissions b JOIN submission_versions v ON v.submission_id = b.id
    JOIN stamped_scans s ON s.submission_id = b.id AND s.revision = v.number
    WHERE b.enterprise_id = ${enterpriseId} AND s.state = ${state} AND ${isSentByEarlierPeople}
    UNION ALL
    SELECT s.id FROM submissions b JOIN submission_comments p ON p.submission_id = b.id
    JOIN comments c ON c.id = p.comment_id JOIN stamped_scans s ON s.comment_id = c.id
    WHERE b.enterprise_id = ${enterpriseId} AND s.state = ${state} AND ${isOfEarlierPeople})`
  return [
    db.run(sql`
      DELETE FROM attachments WHERE id IN (SELECT attachment_id FROM stamped_scans WHERE id IN ${inState('submitted')})`),
    db.run(sql`UPDATE stamped_scans SET state = 'earlier' WHERE id IN ${inState('confirmed')}`),
  ]
}
