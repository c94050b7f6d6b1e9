import { type SQL, sql } from 'drizzle-orm'
import { erasedText } from '../../contract/erasures'

export interface ErasedTable {
  table: string
  /** The column that tells whose row it is; `comment_id` where nothing else is said. */
  of?: string
  /** What its columns hold afterwards; the row itself goes where there is nothing of it to keep. */
  set?: Record<string, SQL>
  /** Which of the rows alone. */
  only?: SQL
}

const nothing = sql`NULL`
const mark = sql`${erasedText}`

/**
 * All that holds a participant's words, or words about them, and hangs on a comment: what an erasure makes of it, in this order.
 * A new column of that kind goes in here; a test reads every column of the database.
 */
export const erasedWords: readonly ErasedTable[] = [
  {
    table: 'comments',
    of: 'id',
    set: {
      body: mark,
      participant_name: sql`iif(participant_kind = 'individual', NULL, participant_name)`,
      is_name_public: sql`iif(participant_kind = 'individual', 0, is_name_public)`,
    },
  },
  { table: 'comment_revisions', set: { body: mark, targets: nothing } },
  { table: 'target_opinions', set: { evidence: nothing } },
  { table: 'comment_originals' },
  { table: 'wordings' },
  { table: 'comment_contacts' },
  {
    table: 'participant_profiles',
    only: sql`comment_id IN (SELECT id FROM comments WHERE participant_kind = 'individual')`,
  },
  { table: 'appeals', set: { text: mark } },
  { table: 'moderation_decisions', set: { note: nothing, internal_note: nothing } },
  { table: 'review_opinions', set: { note: nothing, internal_note: nothing } },
  { table: 'staged_decisions' },
  { table: 'comment_signals' },
  { table: 'reviews' },
  { table: 'staff_notes', set: { text: mark } },
  { table: 'tag_suggestions', set: { phrase: sql`''` } },
  { table: 'offline_records', set: { reference: nothing } },
  { table: 'outbox_messages' },
  { table: 'stamped_scans' },
  { table: 'annexes' },
  { table: 'attachments' },
]

/**
 * The same of an account: what goes with it. Whatever else names it holds its id alone, which then is nobody's; what was sent in an
 * enterprise's name stays the enterprise's.
 */
export const erasedAccountRows: readonly ErasedTable[] = [
  { table: 'supports', of: 'user_id', only: sql`supporter = 'user:' || user_id` },
  { table: 'enterprise_invitations', of: 'invited_by' },
  { table: 'enterprise_members', of: 'user_id' },
  { table: 'join_requests', of: 'user_id' },
  { table: 'enterprise_claims', of: 'user_id' },
  { table: 'account_mails', of: 'user_id' },
  { table: 'account_links', of: 'user_id' },
  { table: 'two_factors', of: 'user_id' },
  { table: 'sessions', of: 'user_id' },
  { table: 'credentials', of: 'user_id' },
  { table: 'users', of: 'id' },
]

/** The statement for one of them, of the rows whose key is `owner`, where `when` holds. */
export function eraseIn({ table, of = 'comment_id', set, only }: ErasedTable, owner: SQL, when: SQL): SQL {
  const rows = sql`${sql.raw(of)} = ${owner} AND ${only ?? sql`1`} AND ${when}`
  if (!set) return sql`DELETE FROM ${sql.raw(table)} WHERE ${rows}`
  const columns = Object.entries(set).map(([column, value]) => sql`${sql.raw(column)} = ${value}`)
  return sql`UPDATE ${sql.raw(table)} SET ${sql.join(columns, sql`, `)} WHERE ${rows}`
}
