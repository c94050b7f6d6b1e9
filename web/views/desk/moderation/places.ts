import { domainWords } from '../../../../worker/contract/locales'
import type { QueueFilter } from '../../../../worker/contract/moderation/queue'
import type { PlanView } from '../../../../worker/contract/plan'
import { queueViews, signalKinds } from '../../../../worker/contract/words'
import { deskWords, language, t, words } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { deskPath } from '../return-address'
import type { Place } from './commands'
import type { FilterChange } from './create-filter'

type PathTo = (filter: FilterChange) => string

const other = language === 'en' ? 'zh' : 'en'
const inBoth = (name: (desk: (typeof deskWords)['zh'], domain: (typeof domainWords)['zh']) => string) => ({
  name: name(deskWords[language], domainWords[language]),
  also: name(deskWords[other], domainWords[other]),
})

/** 最久未审 · 七.1 · 企业 */
export function queueName({ view, signal, measure, kind }: QueueFilter): string {
  if (signal) return words.signals[signal]
  return [t.rail.views[view], measure && formatPlace(measure), kind && words.kinds[kind]]
    .filter(Boolean)
    .join(' · ')
}

/** Every queue, every measure and what was decided, by name in both languages. */
export function placesOf(pathTo: PathTo, plan: PlanView | undefined): Place[] {
  const measures = (plan?.themes ?? []).flatMap((theme) => theme.measures)
  return [
    ...queueViews.map((view) => ({ ...inBoth((desk) => desk.rail.views[view]), path: pathTo({ view }) })),
    ...signalKinds.map((signal) => ({
      ...inBoth((_, domain) => domain.signals[signal]),
      path: pathTo({ signal }),
    })),
    { ...inBoth((desk) => desk.rail.decided), path: `${deskPath('moderation')}/decided` },
    { ...inBoth((desk) => desk.rail.agreement), path: `${deskPath('moderation')}/agreement` },
    ...measures.map(({ key, shortTitle, shortTitleEn }) => ({
      name: `${formatPlace(key)} ${language === 'en' ? shortTitleEn : shortTitle}`,
      also: `${key} ${language === 'en' ? shortTitle : shortTitleEn}`,
      path: pathTo({ measure: key }),
    })),
  ]
}
