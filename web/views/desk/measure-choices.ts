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

/** Those that are meant, under their themes. */
export function keepMeasures(choices: MeasureChoice[], isMeant: (key: string) => boolean): MeasureChoice[] {
  return choices
    .map(({ theme, measures }) => ({ theme, measures: measures.filter(({ key }) => isMeant(key)) }))
    .filter(({ measures }) => measures.length > 0)
}

/** Theme names by number. */
export function themeNames(plan: PlanView | undefined): Map<number, string> {
  return new Map((plan?.themes ?? []).map((theme) => [theme.number, shortName(theme)]))
}
