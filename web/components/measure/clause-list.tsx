import { For } from 'solid-js'
import type { CommentFilter } from '../../../worker/contract/comments'
import type { MeasureView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { markRanges } from '../../lib/mark-ranges'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { Marked } from '../ui/marked'

/** The measure's sentences, each on its own line, with its number and the count of its comments in the margins. */
export function ClauseList(props: { measure: MeasureView; filter: CommentFilter }) {
  const measure = useFrame().words.measure
  return (
    <ol class="clauses" lang="zh-CN">
      <For each={props.measure.clauses}>
        {(clause) => (
          <li
            class="clause"
            classList={{ 'is-chosen': clause.key === props.filter.clause }}
            id={`clause-${clause.number}`}
          >
            <span class="clause-number" aria-hidden="true">
              {clause.number}
            </span>
            <p class="clause-text">
              <Marked runs={markRanges(clause.text, clause.targets)} class="target" />
            </p>
            <a
              class="clause-count"
              href={measurePath(props.measure.key, { ...props.filter, clause: clause.key }, 'thread')}
              aria-current={clause.key === props.filter.clause ? 'true' : undefined}
              aria-label={measure.clauseComments(clause.number, groupDigits(clause.published))}
              lang={useFrame().language === 'zh' ? 'zh-CN' : 'en'}
            >
              <span class="count-pill">{groupDigits(clause.published)}</span>
            </a>
          </li>
        )}
      </For>
    </ol>
  )
}
