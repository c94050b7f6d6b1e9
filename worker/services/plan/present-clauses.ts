import type { BaselineView, ChangeInText, MeasureView, TargetView } from '../../contract/plan'
import type { BaselinePeriod, TargetBound } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { distribute } from '../figures/summarize-target'
import { type ChangeRow, presentCauses } from './change-rows'
import { lastEffectiveChange, textAt } from './clause-text'
import { placeAnchor } from './place-anchor'

export interface ClauseRow {
  id: number
  key: string
  number: number
  text: string
  introduced_in: number
}

export interface TargetRow {
  id: number
  clause_id: number
  key: string
  quote: string
  start_offset: number
  end_offset: number
  bound: TargetBound
  minimum: number
  maximum: number | null
  unit: string
  indicator: string
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
  publishedOn: (clauseId: number) => number
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
    for (const target of targets.filter(({ clause_id }) => clause_id === row.id)) {
      const anchor = placeAnchor(target.quote, row.text, text, target.start_offset)
      const answered = baselines.filter(({ target_id }) => target_id === target.id)
      if (anchor.place === 'orphan')
        view.formerTargets.push({
          ...presentTarget(target, target.start_offset, answered),
          clauseKey: row.key,
        })
      else placed.push(presentTarget(target, anchor.start, answered))
    }
    if (text !== null)
      view.clauses.push({
        key: row.key,
        number: row.number,
        text,
        published: publishedOn(row.id),
        targets: placed,
        change,
      })
    else if (change?.kind === 'remove') view.removed.push({ key: row.key, number: row.number, change })
  }
  return view
}

function presentChange(row: ChangeRow, before: string | null): ChangeInText {
  const { id, revision, kind, reason } = row
  return { id, revision, kind, before, reason, ...presentCauses(row) }
}

function presentTarget(row: TargetRow, start: number, baselines: BaselineRow[]): TargetView {
  return {
    key: row.key,
    quote: row.quote,
    start,
    end: start + row.quote.length,
    bound: row.bound,
    min: row.minimum,
    max: row.maximum,
    unit: row.unit,
    indicator: row.indicator,
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
