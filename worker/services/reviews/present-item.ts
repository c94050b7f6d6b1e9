import type { ServiceContext, UserActor } from '../../context'
import { limits } from '../../contract/limits'
import type { QueueItemView, SignalView } from '../../contract/moderation/queue'
import type { ReviewKind } from '../../contract/words'
import { dueAt } from '../calendar/working-days'
import { presentAuthor, presentComment, wholeTextOf } from '../comments/present'
import { parseAtOnce } from '../comments/publish-at-once'
import { parseFiles } from '../files/file-row'
import { presentOpinions } from '../opinions/read-opinions'
import type { DecisionRow, ItemRow, SignalRow, SubmissionRow } from './item-row'

interface Context {
  submissions: SubmissionRow[]
  decisions: DecisionRow[]
  signals: SignalRow[]
}

/** Whoever reads these is not to know what others thought of the text. */
const blindKinds: readonly ReviewKind[] = ['second', 'recheck']

export function presentItem(
  ctx: ServiceContext,
  me: UserActor,
  row: ItemRow,
  { submissions, decisions, signals }: Context,
): QueueItemView {
  const comment = presentComment(row)
  const isBlind = blindKinds.includes(row.review_kind)
  const openedAt = new Date(row.opened_at)
  return {
    reviewId: row.review_id,
    reviewKind: row.review_kind,
    publicId: comment.publicId,
    revision: row.read_revision,
    createdAt: comment.createdAt,
    submittedAt: openedAt.toISOString(),
    dueAt: dueAt(openedAt, row.review_days).toISOString(),
    stance: comment.stance,
    body: wholeTextOf(comment),
    wording: comment.wording,
    ...presentOpinions(row),
    attachments: parseFiles(row.files),
    annexSummary: comment.annexSummary,
    previousBody: row.previous_body,
    consentPublish: row.is_publishable === 1,
    isUnconfirmed: comment.isUnconfirmed,
    author: {
      ...comment.author,
      uscc: row.uscc,
      registeredAs: row.registered_as,
      published: row.published,
      rejected: row.rejected,
      responseParts: row.response_parts > 1 ? row.response_parts : null,
    },
    ...presentPlace(row),
    quote: row.quote,
    signals: signals.filter(({ revision }) => revision === row.read_revision).map(presentSignal),
    group: presentGroup(row),
    ...presentWork(ctx, me, row),
    appeal:
      row.appeal_text !== null && row.filed_at !== null
        ? { text: row.appeal_text, filedAt: new Date(row.filed_at).toISOString() }
        : null,
    journey: presentJourney(
      [...submissions, { ...row, comment_id: row.id }],
      parseAtOnce(row.at_once),
      decisions.filter(({ revision }) => !isBlind || revision !== row.read_revision),
    ),
  }
}

function presentPlace(row: ItemRow): Pick<QueueItemView, 'measure' | 'clause' | 'parent'> {
  const { clauseKey, measureKey, parentId } = presentComment(row)
  return {
    measure: { key: measureKey, title: row.measure_title, shortTitle: row.short_title },
    clause:
      clauseKey && row.clause_number !== null && row.clause_text !== null
        ? { key: clauseKey, number: row.clause_number, text: row.clause_text }
        : null,
    parent:
      parentId && row.parent_kind && row.parent_body !== null
        ? {
            publicId: parentId,
            body: row.parent_body,
            author: presentAuthor({
              participantKind: row.parent_kind,
              participantName: row.parent_name,
              isNamePublic: row.parent_is_name_public === 1,
              isVerified: row.parent_is_verified === 1,
            }),
          }
        : null,
  }
}

/** One comment alone is no group; the others of a re-checked one would tell what was decided on it. */
function presentGroup({ group_id, member_count, open_count, review_kind }: ItemRow): QueueItemView['group'] {
  if (group_id === null || member_count === null || member_count < 2 || review_kind === 'recheck') return null
  return { id: group_id, members: member_count, open: open_count }
}

/**
 * Who has it, who was asked to take it, and who has decided: what they decided, they alone are shown. A batch that is not
 * complete is not effective yet.
 */
function presentWork(
  { now }: ServiceContext,
  me: UserActor,
  row: ItemRow,
): Pick<QueueItemView, 'holder' | 'passed' | 'staged'> {
  const latest = now.getTime() + limits.graceSeconds * 1000
  return {
    holder:
      row.holder_id && row.holder && row.held_until !== null
        ? {
            id: row.holder_id,
            name: row.holder,
            until: new Date(row.held_until).toISOString(),
            isMe: row.holder_id === me.id,
          }
        : null,
    passed: row.passed_by ? { by: row.passed_by, note: row.pass_note, toMe: row.passed_to === me.id } : null,
    staged:
      row.staged_id && row.staged_decision && row.effective_at !== null && row.stager
        ? {
            id: row.staged_id,
            decision: row.staged_by === me.id ? row.staged_decision : null,
            effectiveAt: new Date(Math.min(row.effective_at, latest)).toISOString(),
            by: row.stager,
            isMine: row.staged_by === me.id,
          }
        : null,
  }
}

function presentJourney(
  submissions: SubmissionRow[],
  publishedAtOnce: ReturnType<typeof parseAtOnce>,
  decisions: DecisionRow[],
): QueueItemView['journey'] {
  const steps: QueueItemView['journey'] = [
    ...submissions.map(({ revision, submitted_at }) => ({
      at: new Date(submitted_at).toISOString(),
      step: revision === 1 ? ('received' as const) : ('resubmitted' as const),
      revision,
      reason: null,
      note: null,
      by: null,
    })),
    ...publishedAtOnce.map((moment) => ({
      ...moment,
      step: 'published_at_once' as const,
      reason: null,
      note: null,
      by: null,
    })),
    ...decisions.map((row) => ({
      at: new Date(row.decided_at).toISOString(),
      step: row.decision,
      revision: row.revision,
      reason: { id: row.reason_id, zh: row.zh, en: row.en },
      note: row.note,
      by: row.by,
    })),
  ]
  return steps.sort((a, b) => a.at.localeCompare(b.at) || a.revision - b.revision)
}

export function presentSignal(row: Omit<SignalRow, 'comment_id' | 'revision'>): SignalView {
  return { kind: row.kind, start: row.start_offset, end: row.end_offset, detail: row.detail }
}
