import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import { domainWords } from '../../contract/locales'
import type { ResponseView } from '../../contract/responses'
import type { ResponseAct } from '../../contract/words'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import type { Act } from '../audit/acts'
import { recordAudit } from '../audit/record'
import { when } from '../moderation/conflict'
import { getResponse, presentWhole, responseQueries } from './get-response'
import { type ResponseRow, responseColumns, responseJoins, standingOf } from './response-row'
import { nextState, refuseStep } from './rules'

const actions: Record<Exclude<ResponseAct, 'publish'>, Act> = {
  write: 'response.written',
  review: 'response.reviewed',
  approve: 'response.approved',
  send_back: 'response.sent_back',
}

interface Step {
  act: Exclude<ResponseAct, 'publish'>
  /** The version that was read. */
  version: number
  /** Which comments it was read as answering; for steps that confirm it. */
  linkVersion?: number | undefined
  note?: string | undefined
}

/**
 * Takes one step with a response as it was read, or throws why not. `isNow` in what `more` answers is true only if the step
 * is taken; the version that the step is about is `version`.
 */
export async function takeStep(
  ctx: ServiceContext,
  id: number,
  step: Step,
  more: (isNow: SQL, version: number) => Query[] = () => [],
): Promise<ResponseView> {
  const me = assertRole(ctx, 'staff')
  const row = await readResponseRow(ctx, me, id)
  if (row.version !== step.version) throw await changedMeanwhile(ctx, me, id)
  const { linkVersion = row.link_version } = step
  if (row.link_version !== linkVersion) throw linksChanged()
  const code = refuseStep(step.act, standingOf(row))
  if (code) throw new AppError(code)

  const { db, now } = ctx
  const next = nextState(row.state, step.act)
  const version = step.act === 'write' ? row.version + 1 : row.version
  const isAsRead = sql`id = ${id} AND state = ${row.state} AND version = ${row.version}
    ${step.linkVersion === undefined ? sql`` : sql`AND link_version = ${linkVersion}`}`
  const isNow = sql`EXISTS (SELECT 1 FROM responses WHERE ${isAsRead})`
  const results = await db.batch([
    db.run(sql`
      INSERT INTO response_steps (response_id, version, act, note, taken_by, taken_at)
      SELECT ${id}, ${version}, ${step.act}, ${step.note || null}, ${me.id}, ${now.getTime()} WHERE ${isNow}`),
    ...more(isNow, version),
    recordAudit(
      ctx,
      { action: actions[step.act], subjectKind: 'response', subjectId: String(id), data: { version } },
      isNow,
    ),
    db.run(sql`
      UPDATE responses SET state = ${next}, version = ${version}, updated_at = ${now.getTime()}
      WHERE ${isAsRead}`),
  ])
  const [taken] = results as unknown as { rowsAffected: number }[]
  if (taken?.rowsAffected === 1) return getResponse(ctx, id)
  const stands = await readResponseRow(ctx, me, id)
  const isOnlyLinks =
    stands.state === row.state && stands.version === row.version && stands.link_version !== linkVersion
  throw isOnlyLinks ? linksChanged() : await changedMeanwhile(ctx, me, id)
}

export async function readResponseRow(ctx: ServiceContext, me: UserActor, id: number): Promise<ResponseRow> {
  const [row] = await ctx.db.all<ResponseRow>(sql`
    SELECT ${responseColumns(me)} FROM responses r ${responseJoins} WHERE r.id = ${id}`)
  if (!row) throw new AppError('not_found')
  return row
}

/** What is told to whoever would confirm an answer to comments that they have not seen it with. */
function linksChanged(): AppError {
  return new AppError('response_changed', {
    detail: {
      zh: '这份答复所对应的意见刚有增减，请核对后再办理。您的操作没有生效。',
      en: 'The comments that this answers have just changed. Please check them first; your act was not applied.',
    },
  })
}

/** What the later of two is told: who did what to it, and when. */
export async function changedMeanwhile(ctx: ServiceContext, me: UserActor, id: number): Promise<AppError> {
  const view = presentWhole(await ctx.db.batch(responseQueries(ctx, me, sql`${id}`)))
  const last = view?.steps.at(-1)
  if (!last) return new AppError('response_changed')
  const { zh, en } = when(Date.parse(last.at))
  return new AppError('response_changed', {
    detail: {
      zh: `${last.by}已于 ${zh} 改动这份答复：${domainWords.zh.responseActs[last.act]}，第 ${last.version} 版。您的操作没有生效。`,
      en: `${last.by} was faster ${en}: ${domainWords.en.responseActs[last.act]}, version ${last.version}. Your act was not applied.`,
    },
  })
}
