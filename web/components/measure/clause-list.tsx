import { For, Show } from 'solid-js'
import type { CommentFilter } from '../../../worker/contract/comments'
import type { MeasureView } from '../../../worker/contract/plan'
import { commentFormPath, measurePath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { ChangedText } from './changed-text'
import { ClauseChange } from './clause-change'

/** The measure's sentences, each on its own line, with its number and the count of its comments in the margins. */
export function ClauseList(props: { measure: MeasureView; filter: CommentFilter }) {
  const measure = useFrame().words.measure
  return (
    <ol
      class="clauses"
      lang="zh-CN"
      data-quote={
        props.measure.consultation.phase === 'open' &&
        props.measure.revision === props.measure.consultation.planRevision
          ? useFrame().words.revisions.offer
          : undefined
      }
      data-form={commentFormPath(props.measure.key)}
    >
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
            <p class="clause-text" data-clause={clause.key}>
              <ChangedText
                text={clause.text}
                before={clause.change?.kind === 'amend' ? clause.change.before : null}
                ranges={clause.targets}
              />
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
            <Show when={clause.change}>
              {(change) => <ClauseChange change={change()} text={clause.text} />}
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
