import { beijingTimestamp } from '../../../contract/beijing-time'
import { domainWords } from '../../../contract/locales'
import { countCharacters } from '../../../contract/text'
import type { ParticipantKind } from '../../../contract/words'
import { presentAuthor } from '../../comments/present'
import type { ExportRow, RowTargetOpinion } from '../export-row'
import type { ExportScope } from '../scope'
import { type PlanNames, readingOf, wordingKey } from './read-plan-names'
import type { FoundResponse } from './read-responses'
import type { CommentFields } from './row-fields'

const instant = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds).toISOString()

/** As readers see an author: 朱**, or the name of the organisation. */
export function authorOf(row: {
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
}): string {
  const { name } = presentAuthor({
    participantKind: row.participant_kind,
    participantName: row.participant_name,
    isNamePublic: row.is_name_public === 1,
    isVerified: false,
  })
  return name || domainWords.zh.anonymous
}

export function presentRow(
  row: CommentFields,
  scope: ExportScope,
  names: PlanNames,
  responses: ReadonlyMap<number, FoundResponse>,
): ExportRow {
  const isIndividual = row.participant_kind === 'individual'
  const measure = names.measures.get(row.measure_id)
  const clause = row.clause_id === null ? undefined : names.clauses.get(row.clause_id)
  return {
    publicId: row.public_id,
    revision: row.revision,
    state: row.state,
    channel: row.channel,
    receivedOn: row.received_on ?? beijingTimestamp(row.created_at).slice(0, 10),
    reference: row.reference,
    importFile: row.import_file,
    themeNumber: measure?.themeNumber ?? 0,
    themeTitle: measure?.themeTitle ?? '',
    measureKey: measure?.key ?? '',
    measureTitle: measure?.title ?? '',
    clauseKey: clause?.key ?? null,
    clauseText: clause ? readingOf(clause, row.plan_revision) : null,
    planRevision: row.plan_revision,
    quote: row.quote,
    orphanedIn: row.orphaned_in,
    parentPublicId: row.parent_public_id,
    participantKind: row.participant_kind,
    author: authorOf(row),
    organisationName: isIndividual ? null : row.participant_name,
    uscc: row.uscc,
    isVerified: isIndividual ? null : row.is_verified === 1,
    isStamped: isIndividual ? null : row.stamp_state === 'confirmed',
    stampState: row.stamp_state,
    displayName: isIndividual ? row.participant_name : null,
    showName: isIndividual ? row.is_name_public === 1 : null,
    size: row.size,
    industry: row.industry,
    city: row.city,
    hasAnnex: row.annex_summary !== null,
    annexSummary: row.annex_summary,
    annexOpenings: row.annex_summary === null ? null : row.annex_openings,
    consentPublish: row.is_publishable === 1,
    noticeVersion: row.notice_version,
    stance: row.stance,
    body: row.body,
    wording: row.wording,
    characters: countCharacters(row.body),
    hiddenCount: row.hidden.length,
    targetOpinions: row.target_opinions.map((opinion) => namedOpinion(opinion, names)),
    replyCount: row.reply_count,
    similarGroupId: row.similar_group_id,
    similarCount: row.similar_count,
    similarity: row.similarity,
    signals: row.signals,
    contact: row.contact,
    createdAt: new Date(row.created_at).toISOString(),
    submittedAt: new Date(row.submitted_at).toISOString(),
    decidedAt: instant(row.decided_at),
    decision: row.decision,
    reasonId: row.reason_id,
    reasonText:
      row.reason_id === null
        ? null
        : (names.reasons.get(wordingKey(row.reason_id, row.reason_version)) ?? null),
    note: row.note,
    decidedCount: row.decided_count,
    appealedAt: instant(row.appealed_at),
    moderator: nameOf(row.decided_by, names),
    isAdmissible: row.is_admissible === 1,
    openedAt: instant(row.opened_at),
    unit: row.unit_id === null ? null : (names.units.get(row.unit_id) ?? null),
    assignee: nameOf(row.assignee_id, names),
    dueAt: instant(row.due_at),
    codes: row.code_ids.map((id) => names.codes.get(id) ?? '').sort(),
    ...dispositionOf(row, scope, names),
    ...responseOf(row, scope, responses),
  }
}

function dispositionOf(row: CommentFields, scope: ExportScope, names: PlanNames) {
  if (!scope.isDisclosed || row.disposition === null)
    return {
      disposition: null,
      dispositionVersion: null,
      dispositionReason: null,
      passedTo: null,
      changedClauses: [],
      disposedAt: null,
      disposedBy: null,
    }
  return {
    disposition: row.disposition,
    dispositionVersion: row.disposition_version,
    dispositionReason: row.disposition_reason,
    passedTo: row.passed_to,
    changedClauses: changesOf(row.change_ids, scope, names),
    disposedAt: instant(row.disposed_at),
    disposedBy: nameOf(row.disposed_by, names),
  }
}

/** Staff see what a draft revision does too; the public what is published. */
export function changesOf(ids: readonly number[], { audience }: ExportScope, names: PlanNames) {
  return ids.flatMap((id) => {
    const change = names.changes.get(id)
    if (!change || (audience === 'public' && !change.isPublished)) return []
    const { clauseKey, revision, kind, text } = change
    return [{ clauseKey, revision, kind, text }]
  })
}

/** An answer is public for a comment from its release for that comment on. */
function responseOf(
  row: CommentFields,
  { audience }: ExportScope,
  responses: ReadonlyMap<number, FoundResponse>,
) {
  const found = row.response_id === null ? undefined : responses.get(row.response_id)
  const isPublic = row.answered_at !== null
  const isShown = found && (isPublic || audience === 'staff')
  return {
    responseId: isShown ? found.id : null,
    responseState: isShown ? found.state : null,
    responseText: isPublic ? (found?.publishedText ?? null) : null,
    responseVersion: isPublic ? (found?.publishedVersion ?? null) : null,
    respondedAt: instant(row.answered_at),
    draftText: isShown && !(isPublic && found.version === found.publishedVersion) ? found.text : null,
  }
}

function namedOpinion(
  [targetId, opinion, value, evidence]: CommentFields['target_opinions'][number],
  { targets }: PlanNames,
): RowTargetOpinion {
  const target = targets.get(targetId)
  return {
    key: target?.key ?? '',
    quote: target?.quote ?? '',
    unit: target?.unit ?? '',
    opinion,
    value,
    evidence,
  }
}

export function nameOf(id: string | null, { users }: PlanNames): string | null {
  return id === null ? null : (users.get(id) ?? null)
}
