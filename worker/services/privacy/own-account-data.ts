import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import { recordAudit } from '../audit/record'
import { type OwnArchive, type OwnFile, ownArchive, ownFileColumns } from './own-archive'

type Row = Record<string, string | number | null>

/** What is kept of an account, by the names of its copy. Of an enterprise, what its members are shown; of colleagues nothing. */
const parts: Record<string, (id: string) => SQL> = {
  account: (id) => sql`
    SELECT name, email, email_verified AS isEmailConfirmed, created_at AS createdAt, updated_at AS updatedAt,
      signed_in_at AS signedInAt, notice_version AS noticeVersion FROM users WHERE id = ${id}`,
  waysToSignIn: (id) => sql`
    SELECT provider_id AS provider, created_at AS createdAt, updated_at AS updatedAt FROM credentials WHERE user_id = ${id}`,
  sessions: (id) => sql`
    SELECT ip_address AS ipAddress, user_agent AS userAgent, created_at AS createdAt, expires_at AS expiresAt
    FROM sessions WHERE user_id = ${id} ORDER BY created_at`,
  memberships: (id) => sql`
    SELECT e.name, e.uscc, e.kind, e.state, m.part, m.joined_at AS joinedAt
    FROM enterprise_members m JOIN enterprises e ON e.id = m.enterprise_id WHERE m.user_id = ${id}`,
  enterpriseContact: (id) => sql`
    SELECT c.name, c.kind, c.value FROM enterprise_members m JOIN enterprise_contacts c ON c.enterprise_id = m.enterprise_id
    JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ${id} AND (m.part = 'owner' OR c.name = u.name OR c.value = u.email)`,
  joinRequests: (id) => sql`
    SELECT e.name, r.state, r.asked_at AS askedAt, r.settled_at AS settledAt
    FROM join_requests r JOIN enterprises e ON e.id = r.enterprise_id WHERE r.user_id = ${id} ORDER BY r.asked_at`,
  claims: (id) => sql`
    SELECT e.name, c.state, c.note, c.reason, c.asked_at AS askedAt, c.decided_at AS decidedAt
    FROM enterprise_claims c JOIN enterprises e ON e.id = c.enterprise_id WHERE c.user_id = ${id} ORDER BY c.asked_at`,
  invitationsMade: (id) => sql`
    SELECT part, email, invited_at AS invitedAt, expires_at AS expiresAt
    FROM enterprise_invitations WHERE invited_by = ${id} ORDER BY invited_at`,
  responsesSent: (id) => sql`
    SELECT s.public_id AS publicId, v.number, v.sha256, v.sent_at AS sentAt
    FROM submission_versions v JOIN submissions s ON s.id = v.submission_id WHERE v.sent_by = ${id} ORDER BY v.sent_at`,
  draftEntries: (id) => sql`
    SELECT s.public_id AS publicId, m.key AS measure, e.stance, e.body, e.targets, e.wording,
      e.annex_summary AS annexSummary, e.updated_at AS updatedAt
    FROM submission_entries e JOIN submissions s ON s.id = e.submission_id JOIN measures m ON m.id = e.measure_id
    WHERE e.updated_by = ${id} ORDER BY e.updated_at`,
  verificationSteps: (id) => sql`
    SELECT e.name, s.from_state AS fromState, s.to_state AS toState, s.means, s.document, s.note, s.taken_at AS takenAt
    FROM verification_steps s JOIN enterprises e ON e.id = s.enterprise_id WHERE s.actor_id = ${id} ORDER BY s.taken_at`,
  supports: (id) => sql`
    SELECT c.public_id AS publicId, s.kind, s.supported_at AS supportedAt
    FROM supports s JOIN comments c ON c.id = s.comment_id WHERE s.user_id = ${id} ORDER BY s.supported_at`,
  follows: (id) => sql`
    SELECT n.key AS consultation, f.email, f.language, f.frequency, f.created_at AS createdAt, f.confirmed_at AS confirmedAt,
      (SELECT group_concat(kind || iif(subject_id = 0, '', ' ' || subject_id), ', ') FROM follow_subjects
        WHERE follow_id = f.id) AS subjects
    FROM follows f JOIN consultations n ON n.id = f.consultation_id
    JOIN users u ON u.email = f.email AND u.email_verified = 1 WHERE u.id = ${id}`,
  mails: (id) => sql`
    SELECT kind, created_at AS createdAt, sent_at AS sentAt FROM account_mails WHERE user_id = ${id} ORDER BY id`,
  record: (id) => sql`
    SELECT at, action, subject_kind AS subjectKind FROM audit_log WHERE actor_id = ${id} ORDER BY id`,
}

/** All that is kept of one's own account. Comments hang on their receipts, not on accounts. */
export async function takeAccountData(ctx: ServiceContext): Promise<OwnArchive> {
  const { id } = assertParticipant(ctx)
  const { db } = ctx
  const names = Object.keys(parts)
  const [, ...found] = (await db.batch([
    recordAudit(ctx, { action: 'own_data.taken', subjectKind: 'user', subjectId: id }),
    ...Object.values(parts).map((part) => db.all<Row>(part(id))),
  ] as never)) as Row[][]
  const data = names.map((name, i) => [name, (found[i] ?? []).map(presentRow)] as const)
  const files = await db.all<OwnFile>(sql`
    SELECT ${ownFileColumns} FROM attachments a
    WHERE a.uploaded_by = ${id} AND a.comment_id IS NULL AND (a.entry_id IS NULL OR EXISTS (
      SELECT 1 FROM submission_entries e JOIN submissions s ON s.id = e.submission_id
      JOIN enterprise_members m ON m.enterprise_id = s.enterprise_id WHERE e.id = a.entry_id AND m.user_id = ${id}))
      AND (a.submission_id IS NULL OR EXISTS (
        SELECT 1 FROM submissions s JOIN enterprise_members m ON m.enterprise_id = s.enterprise_id
        WHERE s.id = a.submission_id AND m.user_id = ${id}))
    ORDER BY a.uploaded_at, a.id`)
  return ownArchive(ctx, { about: 'account', data: Object.fromEntries(data), files })
}

const presentRow = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, presentValue(key, value)]))

/** Moments as everywhere else: ISO 8601, UTC. */
function presentValue(key: string, value: Row[string]): unknown {
  if (typeof value === 'number' && /At$|^at$/.test(key)) return new Date(value).toISOString()
  return key === 'targets' ? JSON.parse(String(value)) : value
}
