import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { EntryInput, EntryPlace, EntryRef, SubmissionView } from '../../contract/submissions'
import type { SubmissionState } from '../../contract/words'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { assertMayAnnex } from '../annexes/send-annex'
import { recordAudit } from '../audit/record'
import { newPublicId } from '../comments/codes'
import { findPlaceOrThrow } from '../comments/find-place'
import { assertOpen } from '../consultations/rules'
import { type Membership, stillHas } from '../enterprises/membership'
import { assertUploaded, isTaken } from '../files/uploads'
import { currentConsultation } from '../plan/current'
import { assertMayHold, holdFiles, isFileGone } from './entry-files'
import { getSubmission } from './get-submission'
import { getResponseMembership, readStanding, submissionOf } from './read-submission'
import { refuseStep } from './rules'

/**
 * Writes an entry of the draft, new or in place of the version that its author saw: `submission_entry_changed` where a colleague was
 * quicker.
 */
export async function saveEntry(ctx: ServiceContext, input: EntryInput): Promise<SubmissionView> {
  const membership = await getResponseMembership(ctx)
  const { kind, name, uscc, userId } = membership
  const { db, now } = ctx
  const place = await findPlaceOrThrow(ctx, input.measure, {
    ...(input.clause && { clause: input.clause }),
    ...(input.targets && { targets: input.targets }),
    ...(input.wording && { wording: input.wording }),
    planRevision: input.planRevision,
    participant: { kind, name, uscc },
    isVerified: membership.state === 'verified',
  })
  assertMayEdit(membership, await readState(ctx, membership))
  const own = submissionOf(ctx, membership)
  const { measureId, clauseId, planRevision } = place
  const { stance, body, targets = [], version } = input
  const id = newId(ctx)
  const isHere = sql`submission_id = ${own} AND measure_id = ${measureId} AND coalesce(clause_id, 0) = ${clauseId ?? 0}`
  const isSo = sql`${isDraft(ctx, membership)} AND ${
    version === undefined
      ? sql`NOT EXISTS (SELECT 1 FROM submission_entries WHERE ${isHere})`
      : sql`EXISTS (SELECT 1 FROM submission_entries WHERE ${isHere} AND version = ${version})`
  }`
  const isHeld = sql`entry_id = (SELECT id FROM submission_entries WHERE ${isHere})`
  await assertUploaded(ctx, input.attachments ?? [], isHeld)
  await assertMayAnnex(ctx, { participant: { kind }, annex: input.annex }, isHeld)
  await assertMayHold(ctx, own, isHeld, input)
  const entry = sql`(SELECT id FROM submission_entries WHERE ${version === undefined ? sql`id = ${id}` : sql`${isHere} AND ${isSo}`})`
  const files = holdFiles(ctx, entry, input)
  const texts = JSON.stringify(targets)
  const wording = place.wording?.text ?? null
  const summary = input.annex?.summary ?? null
  const written =
    version === undefined
      ? db.run(sql`
          INSERT INTO submission_entries (id, submission_id, measure_id, clause_id, stance, body, targets, plan_revision,
            wording, annex_summary, updated_by, updated_at)
          SELECT ${id}, ${own}, ${measureId}, ${clauseId}, ${stance}, ${body}, ${texts}, ${planRevision},
            ${wording}, ${summary}, ${userId}, ${now.getTime()} WHERE ${isSo}`)
      : db.run(sql`
          UPDATE submission_entries SET stance = ${stance}, body = ${body}, targets = ${texts}, plan_revision = ${planRevision},
            wording = ${wording}, annex_summary = ${summary}, version = version + 1, updated_by = ${userId},
            updated_at = ${now.getTime()}
          WHERE ${isHere} AND ${isSo}`)
  const statements: [Query, ...Query[]] = [
    db.run(sql`
      INSERT INTO submissions (id, public_id, enterprise_id, consultation_id, created_at)
      VALUES (${newId(ctx)}, ${newPublicId(ctx, place.consultation.code)}, ${membership.enterpriseId},
        ${place.consultation.id}, ${now.getTime()}) ON CONFLICT (enterprise_id, consultation_id) DO NOTHING`),
    recordAudit(
      ctx,
      {
        action: 'submission.entry_saved',
        subjectKind: 'submission',
        subjectId: own,
        data: { measure: measureId, clause: clauseId, version: (version ?? 0) + 1 },
      },
      isSo,
    ),
    ...(version === undefined ? [written, ...files] : [...files, written]),
  ]
  const outcome = (await db.batch(statements).catch((error) => {
    throw isTaken(error) || isFileGone(error) ? invalidField('attachments', 'attachment_gone') : error
  })) as { rowsAffected: number }[]
  return settle(ctx, membership, outcome[statements.indexOf(written)]?.rowsAffected ?? 0)
}

/** Writes an entry as the version that counts has it, without its files; where that has none, `not_found`. */
export async function restoreEntry(ctx: ServiceContext, place: EntryPlace): Promise<SubmissionView> {
  const { last } = await readStanding(ctx)
  const sent = last?.entries.find(
    ({ measure, clause }) => measure.key === place.measure && clause?.key === place.clause,
  )
  if (!sent) throw new AppError('not_found')
  const { stance, body, targets, wording, planRevision } = sent
  return saveEntry(ctx, {
    ...place,
    ...{ stance, body, planRevision },
    targets: targets.map(({ key, opinion, value, evidence }) => ({
      ...{ target: key, opinion },
      ...(value !== null && { value }),
      ...(evidence !== null && { evidence }),
    })),
    ...(wording !== null && { wording: { text: wording } }),
  })
}

/** Takes an entry out of the draft, as it was seen. */
export async function removeEntry(ctx: ServiceContext, { id, version }: EntryRef): Promise<SubmissionView> {
  const membership = await getResponseMembership(ctx)
  const [period] = await ctx.db.all<{ opens_at: number; closes_at: number }>(
    sql`SELECT opens_at, closes_at FROM consultations WHERE id = ${currentConsultation(ctx)}`,
  )
  if (!period) throw new AppError('not_found')
  assertOpen({ opensAt: new Date(period.opens_at), closesAt: new Date(period.closes_at) }, ctx.now)
  assertMayEdit(membership, await readState(ctx, membership))
  const own = submissionOf(ctx, membership)
  const isThis = sql`id = ${id} AND submission_id = ${own} AND version = ${version}`
  const isSo = sql`${isDraft(ctx, membership)} AND EXISTS (SELECT 1 FROM submission_entries WHERE ${isThis})`
  const outcome = await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'submission.entry_removed', subjectKind: 'submission', subjectId: own, data: { version } },
      isSo,
    ),
    ctx.db.run(sql`DELETE FROM submission_entries WHERE ${isThis} AND ${isSo}`),
  ])
  return settle(ctx, membership, outcome[1].rowsAffected)
}

const isDraft = (ctx: ServiceContext, membership: Membership) => sql`${stillHas(membership)} AND EXISTS (
  SELECT 1 FROM submissions WHERE id = ${submissionOf(ctx, membership)} AND state = 'drafting')`

async function readState(ctx: ServiceContext, membership: Membership): Promise<SubmissionState> {
  const [row] = await ctx.db.all<{ state: SubmissionState }>(
    sql`SELECT state FROM submissions WHERE id = ${submissionOf(ctx, membership)}`,
  )
  return row?.state ?? 'drafting'
}

function assertMayEdit({ part }: Membership, state: SubmissionState): void {
  const refusal = refuseStep(state, 'edit', part)
  if (refusal) throw new AppError(refusal)
}

async function settle(ctx: ServiceContext, membership: Membership, written: number): Promise<SubmissionView> {
  if (written === 0) {
    assertMayEdit(membership, await readState(ctx, membership))
    throw new AppError('submission_entry_changed')
  }
  return getSubmission(ctx)
}
