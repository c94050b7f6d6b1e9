import { sql } from 'drizzle-orm'
import { answeredRevision, demoAnswers } from '../../seeds/2020-digital-services/answers'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import type { ServiceContext, UserActor } from '../context'
import type { ResponseRef } from '../contract/responses'
import { dueAt } from '../services/calendar/working-days'
import { disposeOf } from '../services/dispositions/dispose-of'
import { demands } from '../services/dispositions/rules'
import { currentConsultation } from '../services/plan/current'
import { changeClause } from '../services/plan-revisions/change-clause'
import { listClauseChanges } from '../services/plan-revisions/list-clause-changes'
import { publishRevision } from '../services/plan-revisions/publish-revision'
import { readOverview } from '../services/plan-revisions/read-overview'
import { startRevision } from '../services/plan-revisions/start-revision'
import { approveResponse } from '../services/responses/approve-response'
import { getResponseOf } from '../services/responses/get-response-of'
import { releaseResponses } from '../services/responses/release-responses'
import { reviewResponse } from '../services/responses/review-response'
import { writeResponse } from '../services/responses/write-response'
import { publishResult } from '../services/results/publish-result'
import { readGate } from '../services/results/read-gate'
import { findUserOrThrow } from './find-user'

const minute = 60_000
const fromTenToMidnight = 14 * 60 * minute
/** On which working day after the closing each step is taken, from ten in the morning. */
const steps = {
  draft: 2,
  dispose: 4,
  revise: 8,
  write: 9,
  review: 10,
  approve: 11,
  release: 12,
  publish: 13,
}
const clerk = 'staff@yanlu.test'
const head = 'head@yanlu.test'

/** Who takes a step, and as which of its kind. */
type At = (step: keyof typeof steps, email: string, order?: number) => ServiceContext

/**
 * Has the demo staff deal with all comments of a consultation, from its closing, which is now, to its result. What was done
 * before it was interrupted is not done again.
 */
export async function sowAnswers(ctx: ServiceContext, publicIds: ReadonlyMap<string, string>): Promise<void> {
  const at = await timetable(ctx)
  await draftRevision(at('draft', clerk))
  await dispose(at, publicIds)
  await releaseRevision(at('revise', head))
  await answer(at, publicIds)
  const last = at('publish', head)
  const { totals } = await readGate(last)
  await publishResult(last, { admissible: totals.admissible, undisposed: totals.undisposed })
}

async function timetable(ctx: ServiceContext): Promise<At> {
  const emails = [...new Set([clerk, head, ...demoAnswers.flatMap(({ writer, reader }) => [writer, reader])])]
  const people = await Promise.all(
    emails.map(async (email) => [email, await findUserOrThrow(ctx, email)] as const),
  )
  const actorOf = new Map<string, UserActor>(people)
  return (step, email, order = 0) => ({
    ...ctx,
    actor: actorOf.get(email) ?? ctx.actor,
    now: new Date(dueAt(ctx.now, steps[step]).getTime() - fromTenToMidnight + order * 20 * minute),
  })
}

async function draftRevision(ctx: ServiceContext): Promise<void> {
  const { published, draft } = await readOverview(ctx)
  if (published > 1) return
  if (!draft) await startRevision(ctx, { note: answeredRevision.note })
  const { items } = await listClauseChanges(ctx)
  const changed = items.map(({ clauseKey }) => clauseKey)
  for (const change of answeredRevision.changes)
    if (!changed.includes(change.clause)) await changeClause(ctx, { act: 'amend', seen: '', ...change })
}

async function dispose(at: At, publicIds: ReadonlyMap<string, string>): Promise<void> {
  const { items } = await listClauseChanges(at('dispose', clerk))
  const changeOf = new Map(items.map(({ clauseKey, id }) => [clauseKey, id]))
  const open = await listOpen(at('dispose', clerk))
  for (const [order, { ref, measure, disposition }] of answeredComments.entries()) {
    const writer = demoAnswers.find((each) => each.measure === measure)?.writer
    const publicId = publicIds.get(ref) ?? ''
    if (!disposition || !writer || !open.has(publicId)) continue
    const { made, reason, change, passedTo } = disposition
    const changes = change ? [changeOf.get(change) ?? 0] : []
    await disposeOf(at('dispose', writer, order), {
      cases: [{ publicId, version: 0, revision: 1 }],
      disposition: made,
      reason,
      ...(changes.length > 0 && { changes }),
      ...(demands[made].textChange && changes.length === 0 && { isTextUnchanged: true }),
      ...(passedTo && { passedTo }),
    })
  }
}

/** The accepted comments without a disposition. */
async function listOpen(ctx: ServiceContext): Promise<Set<string>> {
  const rows = await ctx.db.all<{ public_id: string }>(sql`
    SELECT c.public_id FROM comments c JOIN cases k ON k.comment_id = c.id
    WHERE c.consultation_id = ${currentConsultation(ctx)} AND k.is_admissible = 1 AND k.disposition IS NULL`)
  return new Set(rows.map(({ public_id }) => public_id))
}

async function releaseRevision(ctx: ServiceContext): Promise<void> {
  const { published, draft } = await readOverview(ctx)
  if (published === 1 && draft) await publishRevision(ctx, { number: draft.number, seen: draft.seen })
}

/** One answer to all accepted comments of a measure, read by a colleague of its writer. */
async function answer(at: At, publicIds: ReadonlyMap<string, string>): Promise<void> {
  const approved: ResponseRef[] = []
  for (const [order, { measure, writer, reader, text }] of demoAnswers.entries()) {
    const accepted = answeredComments.filter((each) => each.measure === measure && each.disposition)
    const answered = accepted.map(({ ref }) => publicIds.get(ref) ?? '')
    const writing = at('write', writer, order)
    let { response } = await getResponseOf(writing, answered[0] ?? '')
    response ??= (await writeResponse(writing, { on: { of: 'comments', publicIds: answered }, text }))
      .response
    const { id, version, linkVersion } = response
    if (response.state === 'draft')
      response = await reviewResponse(at('review', reader, order), id, { version, linkVersion })
    if (response.state === 'reviewed')
      response = await approveResponse(at('approve', head, order), id, { version, linkVersion })
    if (response.state === 'approved') approved.push({ id, version })
  }
  if (approved.length > 0) await releaseResponses(at('release', head), { responses: approved })
}
