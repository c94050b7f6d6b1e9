import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import type { OwnAnnex } from '../../contract/annexes'
import type { FileView } from '../../contract/files'
import type { TargetOpinionInput } from '../../contract/opinions'
import type { SealedContent, SealedEntry } from '../../contract/submissions'
import type { Stance, SubmissionState, SubmissionStep } from '../../contract/words'
import { AppError } from '../../errors'
import { entryAnnexColumn, parseAnnex } from '../annexes/annex-row'
import { findMembership, type Membership } from '../enterprises/membership'
import { entryFilesColumn, parseFiles } from '../files/file-row'
import type { TargetAnswer } from '../opinions/check-targets'
import { textReadAt } from '../plan/clause-text'
import { currentConsultation } from '../plan/current'
import type { ConsultationRow } from '../plan/present'
import type { Written } from '../wordings/weigh-wording'
import { parseContent, sealFile } from './seal-version'

/** The membership of whoever asks; to anybody outside an enterprise there is no response: `not_found`. */
export async function getResponseMembership(ctx: ServiceContext): Promise<Membership> {
  assertParticipant(ctx)
  const membership = await findMembership(ctx)
  if (!membership) throw new AppError('not_found')
  return membership
}

/** The response of an enterprise to the consultation that is meant, as a subquery for its id. */
export const submissionOf = (ctx: ServiceContext, { enterpriseId }: Membership): SQL => sql`(
  SELECT id FROM submissions
  WHERE enterprise_id = ${enterpriseId} AND consultation_id = ${currentConsultation(ctx)})`

export interface SubmissionRow {
  id: string
  public_id: string
  state: SubmissionState
  version: number
  step: SubmissionStep | null
  note: string | null
  step_by: string | null
  step_at: number | null
}

interface EntryRow {
  id: string
  measure_id: number
  clause_id: number | null
  measure_key: string
  title: string
  clause_key: string | null
  clause_text: string | null
  stance: Stance
  body: string
  targets: string
  wording: string | null
  files: string
  annex: string | null
  /** Files that no comment carries yet. */
  brings_files: number
  plan_revision: number
  version: number
  updated_by: string | null
  updated_at: number
}

interface AnsweredTarget {
  id: number
  key: string
  quote: string
  indicator: string
  unit: string
}

/** A row of the draft with what would be sent of it. */
export interface DraftEntry {
  row: EntryRow
  sealed: SealedEntry
  answers: TargetAnswer[]
  files: FileView[]
  annex: OwnAnnex | null
}

export interface Standing {
  membership: Membership
  consultation: ConsultationRow & { id: number; code: string; review_days: number }
  submission: SubmissionRow | null
  entries: DraftEntry[]
  /** The version that counts. */
  last: SealedContent | null
}

/** All that a response stands on, in one read. */
export async function readStanding(ctx: ServiceContext): Promise<Standing> {
  const membership = await getResponseMembership(ctx)
  const { db } = ctx
  const own = submissionOf(ctx, membership)
  const [[consultation], [submission], rows, targets, [last]] = await db.batch([
    db.all<Standing['consultation']>(sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`),
    db.all<SubmissionRow>(sql`
      SELECT s.id, s.public_id, s.state, s.version, s.step, s.note, u.name AS step_by, s.step_at
      FROM submissions s LEFT JOIN users u ON u.id = s.step_by WHERE s.id = ${own}`),
    db.all<EntryRow>(sql`
      SELECT e.id, e.measure_id, e.clause_id, m.key AS measure_key, m.title, cl.key AS clause_key,
        ${textReadAt(sql`e.plan_revision`)} AS clause_text, e.stance, e.body, e.targets, e.wording,
        ${entryFilesColumn}, ${entryAnnexColumn},
        EXISTS (SELECT 1 FROM attachments WHERE entry_id = e.id AND comment_id IS NULL) AS brings_files, e.plan_revision, e.version, u.name AS updated_by, e.updated_at
      FROM submission_entries e JOIN measures m ON m.id = e.measure_id LEFT JOIN clauses cl ON cl.id = e.clause_id
      LEFT JOIN users u ON u.id = e.updated_by WHERE e.submission_id = ${own} ORDER BY m.id, coalesce(cl.id, 0)`),
    db.all<AnsweredTarget>(sql`
      SELECT DISTINCT t.id, t.key, t.quote, t.indicator, t.unit
      FROM submission_entries e CROSS JOIN json_each(e.targets) j
      JOIN clauses cl ON cl.measure_id = e.measure_id JOIN targets t ON t.clause_id = cl.id AND t.key = j.value ->> 'target'
      WHERE e.submission_id = ${own}`),
    db.all<{ content: string }>(sql`
      SELECT content FROM submission_versions WHERE submission_id = ${own} ORDER BY number DESC LIMIT 1`),
  ])
  if (!consultation) throw new AppError('not_found')
  return {
    membership,
    consultation,
    submission: submission ?? null,
    entries: rows.map((row) => draftOf(row, targets)),
    last: last ? parseContent(last.content) : null,
  }
}

function draftOf(row: EntryRow, targets: readonly AnsweredTarget[]): DraftEntry {
  const answered = (JSON.parse(row.targets) as TargetOpinionInput[]).flatMap(
    ({ target, opinion, value, evidence }) => {
      const found = targets.find(({ key }) => key === target)
      return found ? [{ ...found, opinion, value: value ?? null, evidence: evidence || null }] : []
    },
  )
  const files = parseFiles(row.files)
  const annex = parseAnnex(row.annex)
  const sealed: SealedEntry = {
    measure: { key: row.measure_key, title: row.title },
    clause: row.clause_key && row.clause_text ? { key: row.clause_key, text: row.clause_text } : null,
    planRevision: row.plan_revision,
    stance: row.stance,
    body: row.body,
    targets: answered.map(({ id: _, key, quote, indicator, unit, opinion, value, evidence }) => ({
      ...{ key, quote, indicator, unit, opinion, value, evidence },
    })),
    wording: row.wording,
    attachments: files.map(sealFile),
    annex: annex && { file: sealFile(annex.file), summary: annex.summary },
  }
  return {
    row,
    sealed,
    answers: answered.map(({ id, opinion, value, evidence }) => ({ targetId: id, opinion, value, evidence })),
    files,
    annex,
  }
}

/** What an entry says, with its clause as its author read it. */
export const writtenIn = ({ body, wording, clause, annex }: SealedEntry): Written => ({
  body,
  summary: annex?.summary ?? null,
  wording: wording === null || clause === null ? null : { text: wording, base: clause.text },
})

/** Where an entry stands: one for each measure as a whole and for each clause. */
export const placeOf = ({ measure, clause }: Pick<SealedEntry, 'measure' | 'clause'>): string =>
  clause?.key ?? measure.key

export const isSameEntry = (a: SealedEntry, b: SealedEntry): boolean => sayingOf(a) === sayingOf(b)

const sayingOf = ({
  planRevision,
  stance,
  body,
  targets,
  wording,
  attachments,
  annex,
}: SealedEntry): string =>
  JSON.stringify([
    planRevision,
    stance,
    body,
    targets.map(({ key, opinion, value, evidence }) => [key, opinion, value, evidence]),
    wording,
    attachments.map(sealFile),
    annex && [sealFile(annex.file), annex.summary],
  ])
