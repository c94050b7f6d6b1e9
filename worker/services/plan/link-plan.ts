import type { BaselineText, PlanDocument, PlanLinks, TargetText } from './document'
import { compareAmong, type Wording, wordingOf } from './weigh-wording'

interface Topic {
  key: string
  wording: Wording
}

interface Goal {
  measure: string
  clause: number
  target: number
  unit: string
  wording: Wording
}

/** Below these the likeness is chance: a phrase of office language, or one word in common. */
const sameSubject = 0.12
const sameIndicator = 0.5

/**
 * Links the review to the plan by rarity-weighted overlap of wording: each sentence to the measure it is most
 * like, each baseline to the target of its indicator or else to the measure of its sentence.
 */
export function linkPlan(document: PlanDocument): PlanLinks {
  const topics = topicsOf(document)
  const goals = goalsOf(document)
  const likeness = compareAmong(topics.map(({ wording }) => wording))
  const measureOf = (sentence: string): string | undefined => {
    const wording = wordingOf(sentence)
    return best(topics, (topic) => likeness(wording, topic.wording), sameSubject)?.key
  }
  const goalOf = ({ indicator, unit }: BaselineText): Goal | undefined => {
    const wording = wordingOf(indicator)
    const comparable = goals.filter((goal) => unitWithoutScale(goal.unit) === unitWithoutScale(unit))
    return best(comparable, (goal) => likeness(wording, goal.wording), sameIndicator)
  }

  const links: PlanLinks = { sections: [], baselines: [] }
  for (const { number: section, text, baselines } of document.review.sections) {
    const sentences = text.split(/(?<=。)/)
    const body = sentences.length > 1 ? sentences.slice(1) : sentences
    for (const measure of new Set(body.map(measureOf)))
      if (measure !== undefined) links.sections.push({ section, measure })
    for (const [baseline, figure] of baselines.entries()) {
      const goal = goalOf(figure)
      const measure = goal?.measure ?? measureOf(sentenceAt(text, figure.start))
      if (measure === undefined) continue
      const [clause, target] = goal ? [goal.clause, goal.target] : [null, null]
      links.baselines.push({ section, baseline, measure, clause, target })
    }
  }
  return links
}
function topicsOf({ agenda }: PlanDocument): Topic[] {
  return agenda.themes.flatMap((theme) =>
    theme.measures.map((measure) => ({
      key: `${theme.number}.${measure.number}`,
      wording: wordingOf(measure.clauses.map(({ text }) => text).join('')),
    })),
  )
}

function goalsOf({ agenda }: PlanDocument): Goal[] {
  const readGoals = (measure: string, clause: number, targets: TargetText[]): Goal[] =>
    targets.map(({ unit, indicator }, target) => ({
      measure,
      clause,
      target,
      unit,
      wording: wordingOf(indicator),
    }))
  return agenda.themes.flatMap((theme) =>
    theme.measures.flatMap((measure) =>
      measure.clauses.flatMap((clause) =>
        readGoals(`${theme.number}.${measure.number}`, clause.number, clause.targets),
      ),
    ),
  )
}

function best<T>(items: T[], scoreOf: (item: T) => number, least: number): T | undefined {
  let winner: T | undefined
  let highest = least
  for (const item of items) {
    const score = scoreOf(item)
    if (score < highest || (winner && score === highest)) continue
    winner = item
    highest = score
  }
  return winner
}

function sentenceAt(text: string, start: number): string {
  return text.slice(text.lastIndexOf('。', start) + 1).split('。')[0] ?? ''
}

function unitWithoutScale(unit: string): string {
  return unit.replace(/^[百千万亿]+/u, '')
}
