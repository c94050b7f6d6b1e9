import { limits } from '../../contract/limits'
import {
  type DataReader,
  type DeletionKey,
  type PersonalDataKey,
  retentionPeriods,
} from '../../contract/privacy'
import { sessionTimes } from '../accounts/find-session'
import { expiredInvitationDays } from '../accounts/invite'

/** Hours after which an upload that was not sent is deleted: a day, and one more so that none goes while it is being sent. */
export const unsentFileHours = 25

export interface Retained {
  key: PersonalDataKey
  /** As table.column. */
  columns: readonly string[]
  readers: readonly DataReader[]
  /** What its period is, in the order in which the words of `contract/locales/privacy-*` name it. */
  numbers: readonly number[]
  /** What deletes it when its time is over; none where it goes with the comment or the account. */
  deletions: readonly DeletionKey[]
}

const {
  contactMonths,
  originalMonths,
  draftMonths,
  joinRequestMonths,
  unusedAccountMonths,
  unusedNoticeDays,
} = retentionPeriods

/** Which personal data are kept, for how long, and who sees them: the notice, the lines beside the fields and the job are of this. */
export const retained: readonly Retained[] = [
  {
    key: 'contact',
    columns: ['comment_contacts.value'],
    readers: ['self', 'moderators', 'staff'],
    numbers: [contactMonths],
    deletions: ['contacts'],
  },
  {
    key: 'displayName',
    columns: ['comments.participant_name'],
    readers: ['everybody_masked', 'self', 'moderators', 'staff'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'opinion',
    columns: [
      ...['comments.body', 'wordings.text', 'submission_versions.content'],
      ...['tag_suggestions.phrase', 'suggestion_runs.clusters'],
    ],
    readers: ['everybody_published', 'self', 'moderators', 'staff'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'earlierTexts',
    columns: [
      ...['comment_revisions.body', 'comment_revisions.targets', 'appeals.text'],
      'target_opinions.evidence',
    ],
    readers: ['self', 'moderators', 'staff'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'original',
    columns: ['comment_originals.body', 'similar_groups.normal_text', 'similar_groups.text_hash'],
    readers: ['senior_moderators'],
    numbers: [originalMonths],
    deletions: ['originals'],
  },
  {
    key: 'note',
    columns: [
      ...['moderation_decisions.note', 'moderation_decisions.internal_note', 'review_opinions.note'],
      ...['review_opinions.internal_note', 'staged_decisions.note', 'staged_decisions.internal_note'],
      ...['reviews.pass_note', 'staff_notes.text'],
    ],
    readers: ['self', 'moderators', 'staff'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'attachment',
    columns: ['attachments.file_name', 'annexes.summary', 'stamped_scans.note', 'stamped_scans.text_sha256'],
    readers: ['self', 'moderators', 'staff'],
    numbers: [unsentFileHours],
    deletions: ['uploads'],
  },
  {
    key: 'follow',
    columns: ['follows.email', 'follows.handle'],
    readers: ['self', 'nobody'],
    numbers: [limits.followPendingDays, limits.followDaysAfterResult, limits.followDaysAfterClosing],
    deletions: ['follows'],
  },
  {
    key: 'account',
    columns: [
      ...['users.email', 'users.image', 'credentials.account_id', 'credentials.password'],
      ...['credentials.access_token', 'credentials.refresh_token', 'credentials.id_token'],
      ...['two_factors.secret', 'two_factors.backup_codes', 'two_factors.used_code'],
    ],
    readers: ['self', 'colleagues', 'staff'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'accountName',
    columns: ['users.name'],
    readers: ['self', 'colleagues', 'staff'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'unusedAccount',
    columns: [],
    readers: ['self'],
    numbers: [unusedAccountMonths, unusedNoticeDays],
    deletions: ['unused_accounts'],
  },
  {
    key: 'session',
    columns: ['sessions.ip_address', 'sessions.user_agent', 'sessions.token'],
    readers: ['self'],
    numbers: [sessionTimes.lasts / 3600],
    deletions: ['sessions'],
  },
  {
    key: 'enterpriseContact',
    columns: ['enterprise_contacts.name', 'enterprise_contacts.value'],
    readers: ['colleagues', 'staff'],
    numbers: [],
    deletions: ['enterprise_contacts'],
  },
  {
    key: 'joining',
    columns: ['join_requests.user_id', 'enterprise_claims.note'],
    readers: ['self', 'colleagues'],
    numbers: [joinRequestMonths],
    deletions: ['join_requests'],
  },
  {
    key: 'link',
    columns: [
      ...['invitations.email', 'invitations.name', 'invitations.token_hash', 'account_links.token_hash'],
      ...['enterprise_invitations.email', 'enterprise_invitations.token_hash'],
      ...['verifications.identifier', 'verifications.value'],
    ],
    readers: ['self', 'colleagues'],
    numbers: [expiredInvitationDays],
    deletions: ['links'],
  },
  {
    key: 'draft',
    columns: [
      'submission_entries.body',
      'submission_entries.targets',
      'submission_entries.wording',
      'submission_entries.annex_summary',
      'submissions.note',
    ],
    readers: ['colleagues'],
    numbers: [draftMonths],
    deletions: ['drafts'],
  },
  {
    key: 'support',
    columns: ['supports.supporter', 'supports.user_id'],
    readers: ['self', 'nobody'],
    numbers: [],
    deletions: [],
  },
  {
    key: 'mail',
    columns: [
      ...['outbox_messages.last_error', 'account_mails.last_error', 'case_reminders.last_error'],
      ...['follow_mails.last_error', 'account_mails.address_hash'],
    ],
    readers: ['nobody'],
    numbers: [limits.sentMailDays],
    deletions: ['messages', 'account_mails', 'reminders', 'follow_mails'],
  },
  {
    key: 'source',
    columns: ['challenge_counts.source', 'upload_counts.source'],
    readers: ['nobody'],
    numbers: [],
    deletions: ['sources'],
  },
  {
    key: 'offline',
    columns: ['offline_records.reference', 'offline_imports.file_name'],
    readers: ['staff'],
    numbers: [],
    deletions: [],
  },
]

/** The row of a key. */
export function retainedAs(key: PersonalDataKey): Retained {
  const found = retained.find((each) => each.key === key)
  if (!found) throw new RangeError(`nothing is kept as ${key}`)
  return found
}
