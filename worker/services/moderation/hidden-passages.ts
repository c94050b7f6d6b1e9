import { sql } from 'drizzle-orm'
import type { Redaction } from '../../contract/redaction'

/** As JSON, the passages that are hidden in the text of `comments AS c` as it stands: those that were chosen last; of an erased one none. */
export const hiddenPassagesText = `(
  SELECT json_group_array(json_object('start', start_offset, 'end', end_offset, 'reason', reason)) FROM (
    SELECT start_offset, end_offset, reason FROM redactions WHERE decision_id = (
      SELECT p.decision_id FROM redactions p JOIN moderation_decisions y ON y.id = p.decision_id
      WHERE p.comment_id = c.id AND p.revision = c.revision AND c.erased_at IS NULL ORDER BY y.decided_at DESC LIMIT 1)
    ORDER BY number))`
export const hiddenPassages = sql.raw(hiddenPassagesText)

export const parsePassages = (json: string): Redaction[] => JSON.parse(json)
