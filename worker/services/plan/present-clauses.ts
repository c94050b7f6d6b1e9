import type {
  BaselineView,
  ChangeInText,
  MeasureView,
  PublishedCounts,
  TargetView,
} from '../../contract/plan'
import type { BaselinePeriod } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { distribute } from '../figures/summarize-target'
import { type ChangeRow, presentCauses } from './change-rows'
import { lastEffectiveChange, textAt } from './clause-text'
import { type FollowedTarget, followTargets, placeAtFirst, type TargetPlace } from './follow-targets'

export interface ClauseRow {
  id: number
  key: string
  number: number
  text: string
  introduced_in: number
}

export interface TargetRow extends FollowedTarget {
  id: number
  clause_id: number
  key: string
  /** JSON: how many published comments hold which opinion of it. */
  opinions: string
}

export interface BaselineRow {
  quote: string
  value: number
  unit: string
  period: BaselinePeriod
  indicator: string
  section: number
  target_id: number | null
}

interface PlanParts {
  clauses: ClauseRow[]
  changes: ChangeRow[]
  targets: TargetRow[]
  baselines: BaselineRow[]
  /** Public comments on a clause, by its id. */
  publishedOn: (clauseId: number) => PublishedCounts
}

/** The clauses of a measure as they read at a revision, each target where it stands in that text, and what is gone. */
export function presentClauses(
  { clauses, changes, targets, baselines, publishedOn }: PlanParts,
  revision: number,
): Pick<MeasureView, 'clauses' | 'removed' | 'formerTargets'> {
  const changesOf = groupRows(changes, (row) => row.clause_id)
  const view: Pick<MeasureView, 'clauses' | 'removed' | 'formerTargets'> = {
    clauses: [],
    removed: [],
    formerTargets: [],
  }
  for (const row of clauses) {
    const introduced = { text: row.text, introducedIn: row.introduced_in }
    const own = changesOf.get(row.id) ?? []
    const text = textAt(introduced, own, revision)
    const last = lastEffectiveChange(introduced, own, revision)
    const change = last && presentChange(last.change, last.before)
    const placed: TargetView[] = []
    const ownTargets = targets.filter(({ clause_id }) => clause_id === row.id)
    const places = followTargets(ownTargets, introduced, own, revision)
    for (const [index, target] of ownTargets.entries()) {
      const answered = baselines.filter(({ target_id }) => target_id === target.id)
      const place = places[index]
      if (place) placed.push(presentTarget(target, place, answered))
      else
        view.formerTargets.push({
          ...presentTarget(target, placeAtFirst(target), answered),
          clauseKey: row.key,
        })
    }
    if (text !== null) {
      const { published, byStance } = publishedOn(row.id)
      view.clauses.push({
        key: row.key,
        number: row.number,
        text,
        published,
        byStance,
        targets: placed,
        change,
      })
    } else if (change?.kind === 'remove') view.removed.push({ key: row.key, number: row.number, change })
  }
  return view
}

function presentChange(row: ChangeRow, before: string | null): ChangeInText {
  const { id, revision, kind, reason } = row
  return { id, revision, kind, before, reason, ...presentCauses(row) }
}

function presentTarget(row: TargetRow, place: TargetPlace, baselines: BaselineRow[]): TargetView {
  return {
    key: row.key,
    ...place,
    end: place.start + place.quote.length,
    unit: row.unit,
    indicator: row.indicator,
    was: place.quote === row.quote ? null : row.quote,
    baselines: baselines.map(presentBaseline),
    opinions: distribute(JSON.parse(row.opinions)),
  }
}

export function presentBaseline({
  quote,
  value,
  unit,
  period,
  indicator,
  section,
}: BaselineRow): BaselineView {
  return { quote, value, unit, period, indicator, section }
}
