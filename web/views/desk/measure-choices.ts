import type { PlanView } from '../../../worker/contract/plan'
import type { MeasureChoice } from '../../components/desk/moderation/queue-rail'
import { language } from '../../locales/desk'

const shortName = (named: { shortTitle: string; shortTitleEn: string }) =>
  language === 'en' ? named.shortTitleEn : named.shortTitle

/** The plan as a list to choose from; empty until it has arrived. */
export function measureChoices(plan: PlanView | undefined): MeasureChoice[] {
  return (plan?.themes ?? []).map((theme) => ({
    theme: shortName(theme),
    measures: theme.measures.map((measure) => ({ key: measure.key, name: shortName(measure) })),
  }))
}

/** Theme names by number. */
export function themeNames(plan: PlanView | undefined): Map<number, string> {
  return new Map((plan?.themes ?? []).map((theme) => [theme.number, shortName(theme)]))
}
