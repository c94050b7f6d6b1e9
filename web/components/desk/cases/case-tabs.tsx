import { For } from 'solid-js'
import type { CaseCounts } from '../../../../worker/contract/casework'
import { limits } from '../../../../worker/contract/limits'
import { type CaseViewName, caseViews } from '../../../../worker/contract/words'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'

interface CaseTabsProps {
  counts: CaseCounts | undefined
  current: CaseViewName
  pathTo: (view: CaseViewName) => string
}

/** The views with what each holds. Each is an address of its own, so that back and bookmarks work. */
export function CaseTabs(props: CaseTabsProps) {
  const ofUnit = ({ units, ownUnits }: CaseCounts) => units.find(({ key }) => key === ownUnits[0])?.todo
  const countOf: Record<CaseViewName, (counts: CaseCounts) => number | undefined> = {
    todo: ({ todo }) => todo,
    mine: ({ mine }) => mine.todo,
    overdue: ({ overdue }) => overdue,
    unit: ofUnit,
    done: ({ done }) => done,
    all: ({ todo, done }) => todo + done,
  }
  const figure = (view: CaseViewName) => {
    const count = props.counts && countOf[view](props.counts)
    if (count === undefined) return ''
    const isCut = (view === 'overdue' || view === 'mine') && count >= limits.casesCounted
    return `${formatCount(count)}${isCut ? '+' : ''}`
  }
  const isLate = (view: CaseViewName) => view === 'overdue' && (props.counts?.overdue ?? 0) > 0
  return (
    <nav class="case-tabs" aria-label={w.tabs}>
      <For each={caseViews}>
        {(view) => (
          <a
            href={props.pathTo(view)}
            aria-current={props.current === view ? 'page' : undefined}
            classList={{ 'case-tab-late': isLate(view) }}
          >
            {w.views[view]} <span class="case-tab-count">{figure(view)}</span>
          </a>
        )}
      </For>
    </nav>
  )
}
