import { createSignal } from 'solid-js'
import type { ReleaseSelection } from '../../../../worker/contract/responses'
import type { UnitsView } from '../../../../worker/contract/units'
import { mayRelease } from '../../../lib/may-answer'
import { language } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatPlace } from '../../../locales/desk/format'
import type { measureChoices } from '../measure-choices'
import type { Answers } from './create-answers'

interface Ground {
  answers: Answers
  units: () => UnitsView | undefined
  measures: () => ReturnType<typeof measureChoices>
  isAdmin: () => boolean
}

/** Making public what the screen shows: whether there is anything, what is asked, and of what it is in words. */
export function createRelease({ answers, units, measures, isAdmin }: Ground) {
  const [asked, setAsked] = createSignal<ReleaseSelection | null>(null)
  return {
    asked,
    /** Why whoever looks at the screen can make nothing of it public; null where they can. */
    refusal() {
      const view = units()
      const counts = answers.counts()
      const { unit, state } = answers.filter()
      if (!view || !counts) return ''
      if (!mayRelease(view, isAdmin(), unit)) return unit ? a.release.notHeadOf : a.release.notHead
      const isShown = state === undefined || state === 'approved'
      return isShown && counts.approved > 0 ? null : a.release.none
    },
    ask() {
      const { measure, unit } = answers.filter()
      const ids = [...answers.chosen()]
      setAsked(ids.length > 0 ? { of: 'chosen', ids } : { of: 'approved', measure, unit })
    },
    close: () => setAsked(null),
    /** Null where they were chosen one by one. */
    place() {
      const selection = asked()
      if (selection?.of !== 'approved') return null
      const measure = measures()
        .flatMap((group) => group.measures)
        .find(({ key }) => key === selection.measure)
      const unit = units()?.units.find(({ key }) => key === selection.unit)
      const names = [
        measure && `${formatPlace(measure.key)} ${measure.name}`,
        unit && (language === 'en' ? unit.nameEn : unit.name),
      ].filter((name) => name !== undefined)
      return names.length > 0 ? a.release.onlyOf(names) : a.release.ofAll
    },
  }
}
