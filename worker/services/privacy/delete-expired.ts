import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { retentionPeriods } from '../../contract/privacy'
import { isUnexpired } from '../accounts/find-session'
import { flood } from '../proofs/rules'
import { deleteInParts, deleteOnRecord } from './delete-on-record'

/** So many groups of like texts are blanked in one batch. */
export const groupsAtOnce = 500

/** True of consultations that closed so many months ago. */
const closedFor = (months: number, { now }: ServiceContext) =>
  sql`unixepoch(closes_at / 1000, 'unixepoch', ${`+${months} months`}) * 1000 < ${now.getTime()}`

/** Deletes the sessions that have ended, with the addresses that they came from. */
export async function deleteEndedSessions(ctx: ServiceContext): Promise<void> {
  await deleteOnRecord(ctx, 'sessions', [sql`sessions WHERE NOT ${isUnexpired}`])
}

/** Deletes what told the sources of challenges and uploads apart, and the proofs that can no longer be used. */
export async function deleteOldSources(ctx: ServiceContext): Promise<void> {
  const now = ctx.now.getTime()
  await deleteOnRecord(ctx, 'sources', [
    sql`challenge_counts WHERE span < ${Math.floor(now / flood.spanMs) - 1}`,
    sql`upload_counts WHERE day < ${Math.floor((now + 28_800_000) / 86_400_000)}`,
    sql`used_proofs WHERE expires_at < ${now}`,
  ])
}

/** Deletes the requests to join an organisation that were settled long ago. */
export async function deleteOldRequests(ctx: ServiceContext): Promise<void> {
  const { joinRequestMonths } = retentionPeriods
  await deleteOnRecord(ctx, 'join_requests', [
    sql`join_requests WHERE settled_at IS NOT NULL
      AND unixepoch(settled_at / 1000, 'unixepoch', ${`+${joinRequestMonths} months`}) * 1000 < ${ctx.now.getTime()}`,
  ])
}

/** Deletes what organisations drafted and never sent, long after closing. What was sent stays, sealed in its version. */
export async function deleteOldDrafts(ctx: ServiceContext): Promise<void> {
  const over = sql`(
    SELECT s.id FROM submissions s JOIN consultations c ON c.id = s.consultation_id
    WHERE s.state <> 'sent' AND ${closedFor(retentionPeriods.draftMonths, ctx)})`
  const entries = sql`submission_entries WHERE submission_id IN ${over}`
  await deleteOnRecord(ctx, 'drafts', [entries], {
    deletes: [
      ctx.db.run(sql`UPDATE submissions SET state = 'drafting', note = NULL WHERE id IN ${over}`),
      ctx.db.run(sql`DELETE FROM ${entries}`),
    ],
  })
}

/**
 * Puts in the place of hidden words, long after closing, the text as it is public; of earlier texts nothing is left. What texts were
 * compared with, hidden words and all, goes too: nothing is compared any more.
 */
export async function deleteOldOriginals(ctx: ServiceContext): Promise<void> {
  const shown = sql`coalesce((
    SELECT body FROM comments c WHERE c.id = comment_id AND c.revision = comment_originals.revision), '')`
  const expired = sql`comment_id IN (
      SELECT c.id FROM consultations s JOIN comments c ON c.consultation_id = s.id
      WHERE ${closedFor(retentionPeriods.originalMonths, ctx)})
    AND body <> ${shown}`
  await deleteOnRecord(ctx, 'originals', [sql`comment_originals WHERE ${expired}`], {
    deletes: [ctx.db.run(sql`UPDATE comment_originals SET body = ${shown} WHERE ${expired}`)],
  })
  await blankGroups(ctx)
}

async function blankGroups(ctx: ServiceContext): Promise<void> {
  const { db } = ctx
  const compared = sql`(
    SELECT g.id FROM consultations s CROSS JOIN similar_groups g INDEXED BY similar_groups_compared
      ON g.text_hash >= s.key || ':' AND g.text_hash < s.key || ';' AND g.normal_text <> ''
    WHERE ${closedFor(retentionPeriods.originalMonths, ctx)} LIMIT ${groupsAtOnce})`
  await deleteInParts(ctx, 'originals', sql`similar_groups WHERE id IN ${compared}`, groupsAtOnce, () => [
    db.run(sql`DELETE FROM similar_bands WHERE group_id IN ${compared}`),
    db.run(sql`
      UPDATE similar_groups SET normal_text = '', text_hash = substr(text_hash, 1, instr(text_hash, ':')) || 'erased ' || id
      WHERE id IN ${compared}`),
  ])
}

/** Deletes the contact persons of organisations that nobody belongs to any more. */
export async function deleteLeftContacts(ctx: ServiceContext): Promise<void> {
  await deleteOnRecord(ctx, 'enterprise_contacts', [
    sql`enterprise_contacts WHERE enterprise_id NOT IN (SELECT enterprise_id FROM enterprise_members)`,
  ])
}
