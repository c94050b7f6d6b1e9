import type { CrosstabQuery, CrosstabView, FiguresQuery, FiguresView } from '../../worker/contract/figures'
import { answerOf, api } from './client'

export function getFigures(query: FiguresQuery): Promise<FiguresView> {
  return answerOf(api.staff.figures.$get({ query }))
}

export function getCrosstab(query: CrosstabQuery): Promise<CrosstabView> {
  return answerOf(api.staff.figures.crosstab.$get({ query }))
}
