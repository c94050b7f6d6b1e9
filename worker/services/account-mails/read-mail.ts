import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { retentionPeriods } from '../../contract/privacy'
import type {
  AccountMailKind,
  ClaimState,
  EnterprisePart,
  EnterpriseState,
  JoinState,
  StampRefusal,
  SubmissionStep,
} from '../../contract/words'
import { mailedToken } from '../accounts/link-token'
import { mailedAddress } from '../participants/address'
import { type ConsultationNamed, nameConsultation } from './name-consultation'
import { type DecidedNews, readDecided } from './read-decided'

/** What a mail tells, as it stands when it goes out. */
export type AccountNews =
  | { kind: 'confirm' | 'password'; token: string; until: string }
  | { kind: 'known' }
  | { kind: 'unused'; deletedOn: string }
  | { kind: 'invitation'; token: string; enterprise: string; part: EnterprisePart; by: string }
  | { kind: 'join_asked'; enterprise: string; by: string }
  | { kind: 'join_settled'; enterprise: string; isAccepted: boolean }
  | { kind: 'claim_settled'; enterprise: string; isGranted: boolean; reason: string | null }
  | { kind: 'handed_over'; enterprise: string }
  | ResponseNews
  | StampNews
  | DecidedNews
  | { kind: 'verification'; enterprise: string; isVerified: boolean; note: string | null }

export interface ResponseNews {
  kind: 'response_step'
  enterprise: string
  consultation: { key: string; title: string; titleEn: string; isCurrent: boolean }
  step: SubmissionStep
  /** A colleague by name; null where the account is gone. */
  by: string | null
  note: string | null
  /** Of what was sent. */
  seal: { publicId: string; version: number; sha256: string } | null
}

export interface StampNews {
  kind: 'stamp_settled'
  enterprise: string
  consultation: ResponseNews['consultation']
  version: number
  /** Why it was sent back; null where it was confirmed. */
  refusal: StampRefusal | null
  note: string | null
}

export interface AccountMail {
  to: string
  key: string
  name: string
  news: AccountNews
}

interface MailRow {
  kind: AccountMailKind
  user_id: string | null
  subject_id: string
  dedupe_key: string
  name: string | null
  email: string | null
}

/** A mail as it is to be sent now; null where there is nothing to tell any more, or nowhere to send it. */
export async function readAccountMail(ctx: ServiceContext, id: number): Promise<AccountMail | null> {
  const [row] = await ctx.db.all<MailRow>(sql`
    SELECT m.kind, m.user_id, m.subject_id, m.dedupe_key, u.name, u.email FROM account_mails m
    LEFT JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL WHERE m.id = ${id}`)
  if (!row) return null
  const found = await readNews(ctx, row)
  const to = found?.to ?? (row.email === null ? null : mailedAddress(row.email))
  return found && to ? { to, key: row.dedupe_key, name: row.name ?? '', news: found.news } : null
}

async function readNews(
  ctx: ServiceContext,
  { kind, user_id: userId, subject_id: subject }: MailRow,
): Promise<{ news: AccountNews; to?: string } | null> {
  const now = ctx.now.getTime()
  const one = async <Row>(query: SQL): Promise<Row | undefined> => (await ctx.db.all<Row>(query))[0]
  switch (kind) {
    case 'confirm':
    case 'password': {
      const link = await one<{ expires_at: number }>(sql`
        SELECT expires_at FROM account_links WHERE id = ${subject} AND expires_at > ${now}`)
      if (!link) return null
      const until = beijingTimestamp(link.expires_at).slice(0, 16)
      return { news: { kind, token: await mailedToken(ctx, subject), until } }
    }
    case 'known':
      return { news: { kind } }
    case 'unused': {
      const row = await one<{ told_at: number }>(sql`
        SELECT unused_told_at AS told_at FROM users
        WHERE id = ${subject} AND unused_told_at > coalesce(signed_in_at, created_at)`)
      if (!row) return null
      const end = row.told_at + retentionPeriods.unusedNoticeDays * 86_400_000
      return { news: { kind, deletedOn: beijingTimestamp(end).slice(0, 10) } }
    }
    case 'invitation': {
      const row = await one<{ email: string; enterprise: string; part: EnterprisePart; by: string }>(sql`
        SELECT i.email, e.name AS enterprise, i.part, u.name AS by FROM enterprise_invitations i
        JOIN enterprises e ON e.id = i.enterprise_id JOIN users u ON u.id = i.invited_by
        WHERE i.id = ${subject} AND i.expires_at > ${now}`)
      if (!row) return null
      const { email, ...told } = row
      return { to: email, news: { kind, ...told, token: await mailedToken(ctx, subject) } }
    }
    case 'join_asked':
    case 'join_settled': {
      const row = await one<{ enterprise: string; by: string; state: JoinState }>(sql`
        SELECT e.name AS enterprise, u.name AS by, r.state FROM join_requests r
        JOIN enterprises e ON e.id = r.enterprise_id JOIN users u ON u.id = r.user_id WHERE r.id = ${subject}`)
      if (!row || (kind === 'join_asked') !== (row.state === 'waiting')) return null
      const { enterprise, by, state } = row
      return kind === 'join_asked'
        ? { news: { kind, enterprise, by } }
        : { news: { kind, enterprise, isAccepted: state === 'accepted' } }
    }
    case 'claim_settled':
    case 'handed_over': {
      const row = await one<{ enterprise: string; state: ClaimState; reason: string | null }>(sql`
        SELECT e.name AS enterprise, c.state, c.reason FROM enterprise_claims c
        JOIN enterprises e ON e.id = c.enterprise_id WHERE c.id = ${subject}`)
      if (!row || row.state === 'waiting') return null
      const { enterprise, reason } = row
      return kind === 'handed_over'
        ? { news: { kind, enterprise } }
        : { news: { kind, enterprise, reason, isGranted: row.state === 'granted' } }
    }
    case 'response_step': {
      const news = await readStep(ctx, subject)
      return news && { news }
    }
    case 'stamp_settled': {
      const [id, state = ''] = subject.split('.')
      const news = await readStamp(ctx, Number(id), state)
      return news && { news }
    }
    case 'response_decided': {
      const news = await readDecided(ctx, subject, userId)
      return news && { news }
    }
    case 'verification': {
      const [enterpriseId, number] = subject.split('.')
      const row = await one<{ enterprise: string; to_state: EnterpriseState; note: string | null }>(sql`
        SELECT e.name AS enterprise, s.to_state, s.note FROM verification_steps s
        JOIN enterprises e ON e.id = s.enterprise_id
        WHERE s.enterprise_id = ${enterpriseId} AND s.number = ${Number(number)}`)
      if (!row) return null
      const { enterprise, note } = row
      return { news: { kind, enterprise, note, isVerified: row.to_state === 'verified' } }
    }
  }
}

/** The step that a response stands at; null once it has gone on: then its members are told that. */
async function readStep({ db }: ServiceContext, subject: string): Promise<ResponseNews | null> {
  const [id, version] = subject.split('.')
  const [row] = await db.all<StepRow>(sql`
    SELECT e.name AS enterprise, c.key, c.title, c.title_en, c.is_current, s.step, u.name AS by, s.note,
      s.public_id, v.number, v.sha256
    FROM submissions s JOIN enterprises e ON e.id = s.enterprise_id JOIN consultations c ON c.id = s.consultation_id
    LEFT JOIN users u ON u.id = s.step_by
    LEFT JOIN submission_versions v ON s.step = 'send' AND v.submission_id = s.id
      AND v.number = (SELECT max(number) FROM submission_versions WHERE submission_id = s.id)
    WHERE s.id = ${id} AND s.version = ${Number(version)} AND s.step IS NOT NULL
      AND (s.step <> 'ask' OR s.state = 'in_approval')`)
  if (!row) return null
  const { step, by, note, public_id: publicId, number, sha256 } = row
  const seal = number !== null && sha256 !== null ? { publicId, version: number, sha256 } : null
  return { kind: 'response_step', ...nameConsultation(row), step, by, note, seal }
}

/** What was decided on a stamped paper of a response; null once it was decided otherwise or another paper or version came. */
async function readStamp({ db }: ServiceContext, id: number, state: string): Promise<StampNews | null> {
  const [row] = await db.all<ConsultationNamed & Pick<StampNews, 'version' | 'refusal' | 'note'>>(sql`
    SELECT e.name AS enterprise, c.key, c.title, c.title_en, c.is_current, p.revision AS version, p.refusal, p.note
    FROM stamped_scans p JOIN submissions s ON s.id = p.submission_id JOIN enterprises e ON e.id = s.enterprise_id
    JOIN consultations c ON c.id = s.consultation_id
    WHERE p.id = ${id} AND p.state = ${state}
      AND NOT EXISTS (SELECT 1 FROM stamped_scans WHERE submission_id = p.submission_id AND id > p.id)`)
  if (!row) return null
  const { version, refusal, note } = row
  return { kind: 'stamp_settled', ...nameConsultation(row), version, refusal, note }
}

interface StepRow extends ConsultationNamed {
  step: SubmissionStep
  by: string | null
  note: string | null
  public_id: string
  number: number | null
  sha256: string | null
}
