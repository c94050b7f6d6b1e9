import { For } from 'solid-js'
import type { ChangedClause } from '../../../worker/contract/results'
import { useFrame } from '../frame/frame-context'

/** Each clause that changed: how it read, and how it reads now. */
export function ChangedClauses(props: { changes: readonly ChangedClause[] }) {
  const { words, domain } = useFrame()
  const { results } = words
  return (
    <ul class="changed-clauses">
      <For each={props.changes}>
        {({ key, kind, before, after }) => (
          <li>
            <p class="changed-key">
              {key} <span>{domain.clauseChanges[kind]}</span>
            </p>
            <dl>
              <dt>{results.before}</dt>
              <dd lang="zh-CN">{before ?? results.addedText}</dd>
              <dt>{results.after}</dt>
              <dd lang="zh-CN" class="changed-now">
                {after ?? results.removedText}
              </dd>
            </dl>
          </li>
        )}
      </For>
    </ul>
  )
}
