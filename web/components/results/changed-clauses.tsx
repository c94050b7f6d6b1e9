import { For } from 'solid-js'
import type { ChangedClause } from '../../../worker/contract/results'
import { useFrame } from '../frame/frame-context'
import { ChangedText } from '../measure/changed-text'

/** Each clause that changed, with what was added to it and what was taken out of it marked in the text. */
export function ChangedClauses(props: { changes: readonly ChangedClause[] }) {
  const { domain } = useFrame()
  return (
    <ul class="changed-clauses">
      <For each={props.changes}>
        {({ key, kind, before, after }) => (
          <li>
            <p class="changed-key">
              {key} <span>{domain.clauseChanges[kind]}</span>
            </p>
            <p class="change-text" lang="zh-CN">
              <ChangedText text={after ?? ''} before={before ?? ''} />
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}
