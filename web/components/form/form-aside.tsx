import { For, Show } from 'solid-js'
import type { MeasureView } from '../../../worker/contract/plan'
import { measurePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'
import { RevisionNote } from '../measure/revision-notes'

/** The text that is being commented on, beside the form. */
export function FormAside(props: { measure: MeasureView; chosen: string }) {
  const { form } = useFrame().words
  return (
    <aside class="form-aside">
      <h2>{form.text}</h2>
      <Show when={props.measure.revision < props.measure.consultation.planRevision}>
        <RevisionNote measure={props.measure} />
      </Show>
      <ol class="aside-clauses" lang="zh-CN">
        <For each={props.measure.clauses}>
          {(clause) => (
            <li classList={{ 'is-chosen': clause.key === props.chosen }}>
              <span class="clause-number" aria-hidden="true">
                {clause.number}
              </span>
              {clause.text}
            </li>
          )}
        </For>
      </ol>
      <p>
        <a href={measurePath(props.measure.key)}>{form.back}</a>
      </p>
    </aside>
  )
}
