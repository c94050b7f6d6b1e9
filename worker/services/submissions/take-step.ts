import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { SubmissionView } from '../../contract/submissions'
import type { SubmissionStep } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { assertOpen } from '../consultations/rules'
import { stillHas } from '../enterprises/membership'
import { getSubmission } from './get-submission'
import { readStanding, type Standing, type SubmissionRow } from './read-submission'
import { refuseStep, transitions } from './rules'
import { tellMembers } from './tell-members'

interface Seen {
  /** Of the response, as it was seen. */
  version: number
  note?: string
}

/** Asks for approval: from then on the entries stand as they are. A response that was never sent is not empty. */
export async function askApproval(ctx: ServiceContext, seen: Seen): Promise<SubmissionView> {
  const standing = await readStanding(ctx)
  const { entries, last } = standing
  return take(ctx, standing, 'ask', 'submission.approval_asked', seen, () => {
    if (entries.length === 0 && last === null) throw new AppError('submission_empty')
  })
}

/** Gives it back to be changed, with a note. */
export async function sendBackResponse(ctx: ServiceContext, seen: Seen): Promise<SubmissionView> {
  return take(ctx, await readStanding(ctx), 'send_back', 'submission.sent_back', seen)
}

/** Makes a draft of what was sent; the last version counts until another one is sent. */
export async function reopenResponse(ctx: ServiceContext, seen: Seen): Promise<SubmissionView> {
  return take(ctx, await readStanding(ctx), 'reopen', 'submission.reopened', seen)
}

/** The response if this step may be taken on it now, as it was seen. */
export function assertStep(
  ctx: ServiceContext,
  { membership, consultation, submission }: Standing,
  step: SubmissionStep,
  version: number,
): SubmissionRow {
  assertOpen(
    { opensAt: new Date(consultation.opens_at), closesAt: new Date(consultation.closes_at) },
    ctx.now,
  )
  const refusal = refuseStep(submission?.state ?? 'drafting', step, membership.part)
  if (refusal === 'part_required') throw new AppError(refusal)
  if (!submission) throw new AppError('submission_empty')
  if (submission.version !== version) throw new AppError('submission_changed')
  if (refusal) throw new AppError(refusal)
  return submission
}

async function take(
  ctx: ServiceContext,
  standing: Standing,
  step: Exclude<SubmissionStep, 'send'>,
  action: 'submission.approval_asked' | 'submission.sent_back' | 'submission.reopened',
  { version, note }: Seen,
  check: () => void = () => {},
): Promise<SubmissionView> {
  const { id, state } = assertStep(ctx, standing, step, version)
  check()
  const { db, now } = ctx
  const isSeen = sql`EXISTS (SELECT 1 FROM submissions WHERE id = ${id} AND version = ${version})
    AND ${stillHas(standing.membership)}`
  const outcome = await db.batch([
    recordAudit(ctx, { action, subjectKind: 'submission', subjectId: id, data: { version } }, isSeen),
    tellMembers(ctx, standing.membership, step, { id, version: version + 1 }, isSeen),
    db.run(sql`
      UPDATE submissions SET state = ${transitions[state][step] ?? state}, version = version + 1, step = ${step},
        note = ${note || null}, step_by = ${standing.membership.userId}, step_at = ${now.getTime()}
      WHERE id = ${id} AND ${isSeen}`),
  ])
  if (outcome[2].rowsAffected === 0) throw new AppError('submission_changed')
  ctx.stir()
  return getSubmission(ctx)
}
