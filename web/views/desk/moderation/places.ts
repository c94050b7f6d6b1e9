import { domainWords } from '../../../../worker/contract/locales'
import { queueViews, signalKinds } from '../../../../worker/contract/words'
import { deskWords, language } from '../../../locales/desk'
import type { Place } from './commands'
import type { FilterChange } from './create-filter'

const otherLanguage = language === 'en' ? 'zh' : 'en'

/** Every queue by its name in both languages. */
export function queuePlaces(pathTo: (filter: FilterChange) => string): Place[] {
  const named = (of: 'zh' | 'en') => ({ views: deskWords[of].rail.views, signals: domainWords[of].signals })
  const [own, other] = [named(language), named(otherLanguage)]
  return [
    ...queueViews.map((view) => ({ name: own.views[view], also: other.views[view], path: pathTo({ view }) })),
    ...signalKinds.map((signal) => ({
      name: own.signals[signal],
      also: other.signals[signal],
      path: pathTo({ signal }),
    })),
  ]
}
