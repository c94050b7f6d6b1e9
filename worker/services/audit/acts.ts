import { type SQL, sql } from 'drizzle-orm'

/**
 * The acts behind which the data that anybody may have are others than before: open data and the evidence pack are of the
 * state that the last of them left.
 */
export const publicActs = [
  'codebook.published',
  'comment.disposed',
  'comment.pending',
  'comment.private',
  'comment.published',
  'comment.redacted',
  'comment.rejected',
  'comment.restored',
  'comment.resubmitted',
  'comment.returned',
  'comment.submitted',
  'comment.upheld',
  'comment.withdrawn',
  'consultation.imported',
  'measure.units_changed',
  'plan.revision_published',
  'reason.reworded',
  'response.published',
  'result.published',
] as const

/** All others: what is done inside the office, by its people on their own accounts, and what only looks. */
export const officeActs = [
  'banned_word.added',
  'banned_word.removed',
  'case.assigned',
  'codebook.code_added',
  'codebook.code_changed',
  'codebook.code_retired',
  'codebook.codes_ordered',
  'codebook.draft_started',
  'coding_sample.closed',
  'coding_sample.coded',
  'coding_sample.drawn',
  'comment.appealed',
  'comment.opinion',
  'comment.tagged',
  'comment.untagged',
  'comments.exported',
  'contacts.deleted',
  'delay.announced',
  'duty.changed',
  'export.cancelled',
  'mail.retried',
  'note.written',
  'opinions.imported',
  'original.read',
  'plan.clause_changed',
  'plan.revision_started',
  'reason.rules_changed',
  'response.approved',
  'response.linked',
  'response.reviewed',
  'response.sent_back',
  'response.unit_changed',
  'response.written',
  'review.passed',
  'review.taken_over',
  'session.revoked',
  'settings.changed',
  'standard_text.added',
  'standard_text.restored',
  'standard_text.retired',
  'standard_text.reworded',
  'suggestion.accepted',
  'suggestion.dismissed',
  'suggestion_run.completed',
  'suggestion_run.started',
  'unit.member_changed',
  'user.backup_codes_renewed',
  'user.created',
  'user.disabled',
  'user.enabled',
  'user.invitation_revoked',
  'user.invited',
  'user.joined',
  'user.password_changed',
  'user.password_reset',
  'user.password_set',
  'user.reset',
  'user.role_changed',
  'user.second_factor_off',
  'user.second_factor_on',
  'user.second_factor_reset',
  'user.signed_in',
] as const

/** Every act that can go on record: a new one does not compile before it stands in one of the lists. */
export type Act = (typeof publicActs)[number] | (typeof officeActs)[number]

/** Of rows of `audit_log`: whether public data changed. A case given to another unit is one, for the unit is public. */
export const changesPublicData: SQL = sql`(
  action IN (SELECT value FROM json_each(${JSON.stringify(publicActs)}))
  OR (action = 'case.assigned' AND data ->> 'unit' IS NOT NULL))`
