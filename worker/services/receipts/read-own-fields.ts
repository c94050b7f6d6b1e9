import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptView } from '../../contract/receipts'

/** What its author gave with a comment and may see again to change it; for whoever was shown its receipt. */
export interface OwnFields {
  name: string | null
  isNamePublic: boolean
  uscc: string | null
  contact: string
  planRevision: number
  /** False of a reply, and of what somebody replied to. */
  mayMove: boolean
  /** Somebody said that they share its concern. */
  hasSupports: boolean
}

export async function readOwnFields(
  { db }: ServiceContext,
  { publicId }: Pick<ReceiptView, 'publicId'>,
): Promise<OwnFields> {
  const [row] = await db.all<OwnRow>(sql`
    SELECT participant_name, is_name_public, uscc, plan_revision,
      parent_id IS NULL AND reply_count = 0
        AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.parent_id = comments.id AND r.state <> 'published') AS may_move,
      EXISTS (SELECT 1 FROM supports WHERE comment_id = comments.id) AS has_supports,
      coalesce((SELECT value FROM comment_contacts WHERE comment_id = comments.id), '') AS contact
    FROM comments WHERE public_id = ${publicId}`)
  if (!row) throw new Error(`the receipt of ${publicId} has no comment`)
  return {
    name: row.participant_name,
    isNamePublic: row.is_name_public === 1,
    uscc: row.uscc,
    contact: row.contact,
    planRevision: row.plan_revision,
    mayMove: row.may_move === 1,
    hasSupports: row.has_supports === 1,
  }
}

interface OwnRow {
  participant_name: string | null
  is_name_public: number
  uscc: string | null
  plan_revision: number
  may_move: number
  has_supports: number
  contact: string
}
