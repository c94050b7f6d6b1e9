import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { EntryView, PartView, SealedVersion, SubmissionView } from '../../contract/submissions'
import type { CommentState } from '../../contract/words'
import { phaseAt } from '../consultations/rules'
import { isSentByEarlierPeople } from '../enterprises/is-of-earlier-people'
import { currentConsultation } from '../plan/current'
import { type NamedRow, presentConsultation, presentNamed } from '../plan/present'
import {
  type DraftEntry,
  isSameEntry,
  placeOf,
  readStanding,
  type Standing,
  submissionOf,
} from './read-submission'
import { parseRefusal, refusalColumn } from './refusal'
import { type parts, refuseStep } from './rules'

/** The response of one's enterprise as its members see it; to anybody else `not_found`. */
export async function getSubmission(ctx: ServiceContext): Promise<SubmissionView> {
  const standing = await readStanding(ctx)
  const { membership, consultation, submission, entries, last } = standing
  const { db } = ctx
  const [measures, versions, comments] = await db.batch([
    db.all<NamedRow>(sql`
      SELECT * FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`),
    db.all<VersionRow & { is_of_earlier_people: number }>(sql`
      SELECT v.number, v.sent_at, u.name AS sent_by, v.sha256, json_array_length(v.content, '$.entries') AS entries,
        ${isSentByEarlierPeople} AS is_of_earlier_people
      FROM submission_versions v LEFT JOIN users u ON u.id = v.sent_by
      WHERE v.submission_id = ${submissionOf(ctx, membership)} ORDER BY v.number DESC`),
    db.all<PartRow>(sql`
      SELECT coalesce(cl.key, m.key) AS place, c.public_id, c.state, ${refusalColumn}
      FROM submission_comments s JOIN comments c ON c.id = s.comment_id JOIN measures m ON m.id = s.measure_id
      LEFT JOIN clauses cl ON cl.id = s.clause_id
      WHERE s.submission_id = ${submissionOf(ctx, membership)} AND s.replaced_in IS NULL`),
  ])
  const { name, uscc, kind, part } = membership
  const isSaid = new Set(entries.map(({ sealed }) => sealed.measure.key))
  const isDrafted = new Set(entries.map(({ sealed }) => placeOf(sealed)))
  return {
    enterprise: { name, uscc, kind, isVerified: membership.state === 'verified' },
    part,
    consultation: presentConsultation(consultation, ctx.now),
    publicId: submission?.public_id ?? null,
    state: submission?.state ?? 'drafting',
    version: submission?.version ?? 1,
    last: presentLast(submission),
    may: mayOf(standing, ctx.now),
    entries: entries.map((entry) => presentEntry(entry, standing, comments)),
    removed: (last?.entries ?? []).filter((entry) => !isDrafted.has(placeOf(entry))),
    silent: measures.filter(({ key }) => !isSaid.has(key)).map(presentNamed),
    versions: versions.map(presentVersion),
    isOfEarlierPeople: versions[0]?.is_of_earlier_people === 1,
  }
}

export interface VersionRow {
  number: number
  sent_at: number
  sent_by: string | null
  sha256: string
  entries: number
}

export function presentVersion({ number, sent_at, sent_by, sha256, entries }: VersionRow): SealedVersion {
  return { version: number, sentAt: new Date(sent_at).toISOString(), sentBy: sent_by, sha256, entries }
}

function presentLast(submission: Standing['submission']): SubmissionView['last'] {
  if (!submission || submission.step === null || submission.step_at === null) return null
  const { step, note, step_by: by, step_at } = submission
  return { step, note, by, at: new Date(step_at).toISOString() }
}

function mayOf({ membership, consultation, submission, entries, last }: Standing, now: Date) {
  const period = { opensAt: new Date(consultation.opens_at), closesAt: new Date(consultation.closes_at) }
  const isOpen = phaseAt(period, now) === 'open'
  const state = submission?.state ?? 'drafting'
  const may = (step: keyof typeof parts) => isOpen && refuseStep(state, step, membership.part) === null
  return {
    edit: may('edit'),
    ask: may('ask') && (entries.length > 0 || last !== null),
    sendBack: may('send_back'),
    send: may('send'),
    reopen: may('reopen'),
  }
}

interface PartRow {
  place: string
  public_id: string
  state: CommentState
  refusal: string | null
}

const presentPart = ({ public_id, state, refusal }: PartRow): PartView => ({
  publicId: public_id,
  state,
  refusal: parseRefusal(refusal),
})

function presentEntry(
  { row, sealed, files, annex }: DraftEntry,
  { last }: Standing,
  comments: readonly PartRow[],
): EntryView {
  const comment = comments.find(({ place }) => place === placeOf(sealed))
  const sent = last?.entries.find((entry) => placeOf(entry) === placeOf(sealed))
  const was = sent && !isSameEntry(sent, sealed) ? sent : null
  return {
    ...sealed,
    attachments: files,
    annex,
    id: row.id,
    version: row.version,
    updatedBy: row.updated_by,
    updatedAt: new Date(row.updated_at).toISOString(),
    change: sent ? (was ? 'changed' : 'same') : 'new',
    comment: comment ? presentPart(comment) : null,
    was,
  }
}
