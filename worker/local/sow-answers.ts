import { answeredRevision, demoAnswers } from '../../seeds/2020-digital-services/answers'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import type { ServiceContext, UserActor } from '../context'
import type { ResponseRef } from '../contract/responses'
import { dueAt } from '../services/calendar/working-days'
import { disposeOf } from '../services/dispositions/dispose-of'
import { demands } from '../services/dispositions/rules'
import { changeClause } from '../services/plan-revisions/change-clause'
import { listClauseChanges } from '../services/plan-revisions/list-clause-changes'
import { publishRevision } from '../services/plan-revisions/publish-revision'
import { readOverview } from '../services/plan-revisions/read-overview'
import { startRevision } from '../services/plan-revisions/start-revision'
import { approveResponse } from '../services/responses/approve-response'
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

/** Has the demo staff deal with all comments of a consultation, from its closing, which is now, to its result. */
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
  await startRevision(ctx, { note: answeredRevision.note })
  for (const change of answeredRevision.changes)
    await changeClause(ctx, { act: 'amend', seen: '', ...change })
}

async function dispose(at: At, publicIds: ReadonlyMap<string, string>): Promise<void> {
  const { items } = await listClauseChanges(at('dispose', clerk))
  const changeOf = new Map(items.map(({ clauseKey, id }) => [clauseKey, id]))
  for (const [order, { ref, measure, disposition }] of answeredComments.entries()) {
    const writer = demoAnswers.find((each) => each.measure === measure)?.writer
    if (!disposition || !writer) continue
    const { made, reason, change, passedTo } = disposition
    const changes = change ? [changeOf.get(change) ?? 0] : []
    await disposeOf(at('dispose', writer, order), {
      cases: [{ publicId: publicIds.get(ref) ?? '', version: 0, revision: 1 }],
      disposition: made,
      reason,
      ...(changes.length > 0 && { changes }),
      ...(demands[made].textChange && changes.length === 0 && { isTextUnchanged: true }),
      ...(passedTo && { passedTo }),
    })
  }
}

async function releaseRevision(ctx: ServiceContext): Promise<void> {
  const { draft } = await readOverview(ctx)
  if (draft) await publishRevision(ctx, { number: draft.number, seen: draft.seen })
}

/** One answer to all accepted comments of a measure, read by a colleague of its writer. */
async function answer(at: At, publicIds: ReadonlyMap<string, string>): Promise<void> {
  const responses: ResponseRef[] = []
  for (const [order, { measure, writer, reader, text }] of demoAnswers.entries()) {
    const accepted = answeredComments.filter((each) => each.measure === measure && each.disposition)
    const { response } = await writeResponse(at('write', writer, order), {
      on: { of: 'comments', publicIds: accepted.map(({ ref }) => publicIds.get(ref) ?? '') },
      text,
    })
    const { id, version, linkVersion } = response
    await reviewResponse(at('review', reader, order), id, { version, linkVersion })
    await approveResponse(at('approve', head, order), id, { version, linkVersion })
    responses.push({ id, version })
  }
  await releaseResponses(at('release', head), { responses })
}
