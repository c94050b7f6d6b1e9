import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import {
  type FigureDimension,
  type FiguresQuery,
  type FiguresView,
  figureDimensions,
  type ProfileDimension,
  type Silence,
} from '../../contract/figures'
import { type ParticipantKind, participantKinds, type Stance, type TargetBound } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { type ConsultationRow, type NamedRow, presentConsultation, presentNamed, sum } from '../plan/present'
import { countShown, type FigureAudience, isCounted } from './audience'
import { breakDown, groupsOf, isOfProfile } from './break-down'
import { distribute, type OpinionCount, summarizeFigures } from './summarize-target'

interface CommentCount {
  measure: string
  kind: ParticipantKind
  stance: Stance
  count: number
}

interface ProfileCount {
  dimension: ProfileDimension
  measure: string
  value: string
  count: number
}

interface TargetRow {
  id: number
  key: string
  measure: string
  quote: string
  indicator: string
  unit: string
  bound: TargetBound
  minimum: number
  maximum: number | null
}

/** What has been said, by everything that it is counted by: sums of kept counters, in one round trip. */
export async function readFigures(
  ctx: ServiceContext,
  audience: FigureAudience,
  { measure = undefined }: FiguresQuery = {},
): Promise<FiguresView> {
  if (audience === 'staff') assertRole(ctx, 'staff')
  const { db, now } = ctx
  const counted = isCounted(audience)
  const [[consultation], measures, comments, profiles, targets, opinions, values] = await db.batch([
    db.all<ConsultationRow>(sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`),
    db.all<NamedRow>(
      sql`SELECT * FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`,
    ),
    db.all<CommentCount>(sql`
      SELECT m.key AS measure, n.participant_kind AS kind, n.stance, sum(n.count) AS count
      FROM measures m JOIN comment_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)} AND ${counted}
      GROUP BY m.id, n.participant_kind, n.stance`),
    db.all<ProfileCount>(sql`
      SELECT n.dimension, m.key AS measure, n.value, sum(${countShown(audience)}) AS count
      FROM profile_counts n JOIN measures m ON m.id = n.measure_id
      WHERE n.dimension IN ('size', 'industry', 'city') AND n.beside = 'stance'
        AND m.consultation_id = ${currentConsultation(ctx)} AND ${counted}
      GROUP BY n.dimension, m.id, n.value`),
    db.all<TargetRow>(sql`
      SELECT t.id, t.key, m.key AS measure, t.quote, t.indicator, t.unit, t.bound, t.minimum, t.maximum
      FROM measures m JOIN clauses cl ON cl.measure_id = m.id JOIN targets t ON t.clause_id = cl.id
      WHERE m.consultation_id = ${currentConsultation(ctx)} ORDER BY t.id`),
    db.all<OpinionCount & { target_id: number }>(
      countsOfTargets(ctx, 'target_opinion_counts', 'opinion', audience),
    ),
    db.all<{ target_id: number; value: number; count: number }>(
      countsOfTargets(ctx, 'target_value_counts', 'value', audience),
    ),
  ])
  if (!consultation) throw new AppError('not_found')
  if (measure && !measures.some(({ key }) => key === measure)) throw new AppError('not_found')
  const isOfIt = (row: { measure: string }) => measure === undefined || row.measure === measure
  const mine = comments.filter(isOfIt)
  const keys = measures.map(({ key }) => key)
  const opinionsOf = groupRows(opinions, (row) => row.target_id)
  const valuesOf = groupRows(values, (row) => row.target_id)

  const countIn: Record<FigureDimension, (key: string) => number> = {
    measure: (key) => sum(mine.filter((row) => row.measure === key)),
    stance: (key) => sum(mine.filter((row) => row.stance === key)),
    kind: (key) => sum(mine.filter((row) => row.kind === key)),
    ...inProfiles(profiles.filter(isOfIt)),
  }
  const breakdowns = Object.fromEntries(
    figureDimensions.map((dimension) => [
      dimension,
      breakDown(
        dimension === 'measure' && measure ? [measure] : groupsOf(dimension, keys),
        countIn[dimension],
        { isShownAnyway: audience === 'public' && !isOfProfile(dimension) },
      ),
    ]),
  ) as FiguresView['breakdowns']
  return {
    takenAt: now.toISOString(),
    consultation: presentConsultation(consultation, now),
    measure: measure ?? null,
    measures: measures.map(presentNamed),
    n: breakdowns.stance.n,
    breakdowns,
    targets: targets.filter(isOfIt).map(({ id, minimum, maximum, ...target }) => ({
      ...target,
      min: minimum,
      max: maximum,
      opinions: distribute(opinionsOf.get(id) ?? []),
      suggested: summarizeFigures(valuesOf.get(id) ?? []),
    })),
    silence: mapSilence(keys, comments, profiles),
  }
}

const countsOfTargets = (ctx: ServiceContext, table: string, column: string, audience: FigureAudience) => sql`
  SELECT n.target_id, n.${sql.raw(column)}, sum(${countShown(audience)}) AS count
  FROM measures m JOIN clauses cl ON cl.measure_id = m.id JOIN targets t ON t.clause_id = cl.id
  JOIN ${sql.raw(table)} n ON n.target_id = t.id
  WHERE m.consultation_id = ${currentConsultation(ctx)} AND ${isCounted(audience)}
  GROUP BY n.target_id, n.${sql.raw(column)}`

function inProfiles(rows: ProfileCount[]): Record<ProfileDimension, (key: string) => number> {
  const countOf = (dimension: ProfileDimension) => (key: string) =>
    sum(rows.filter((row) => row.dimension === dimension && row.value === key))
  return { size: countOf('size'), industry: countOf('industry'), city: countOf('city') }
}

function mapSilence(measureKeys: string[], comments: CommentCount[], profiles: ProfileCount[]): Silence {
  const ofProfile = inProfiles(profiles)
  const heard = (dimension: ProfileDimension) =>
    groupsOf(dimension, measureKeys).map((key) => ({ key, hasSpoken: ofProfile[dimension](key) > 0 }))
  return {
    measures: measureKeys.map((key) => ({
      key,
      spoken: participantKinds.filter(
        (kind) => sum(comments.filter((row) => row.measure === key && row.kind === kind)) > 0,
      ),
    })),
    size: heard('size'),
    industry: heard('industry'),
    city: heard('city'),
  }
}
