import { For, Show } from 'solid-js'
import type { ChangeInText } from '../../../worker/contract/plan'
import { commentPath, revisionsPath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

/** The public comments that caused a change, by their numbers. */
export function ChangeCauses(props: { change: Pick<ChangeInText, 'comments' | 'hasMore'> }) {
  const { revisions } = useFrame().words
  return (
    <Show when={props.change.comments.length > 0}>
      <p class="change-causes">
        <span>{revisions.causes}</span>
        <For each={props.change.comments}>
          {(publicId) => (
            <a href={commentPath(publicId)}>
              <code>{publicId}</code>
            </a>
          )}
        </For>
        <Show when={props.change.hasMore}>
          <span>{revisions.more}</span>
        </Show>
      </p>
    </Show>
  )
}

/** Under a clause: which revision changed it, because of what, and how it read before. */
export function ClauseChange(props: { change: ChangeInText; text: string }) {
  const { revisions } = useFrame().words
  return (
    <div class="clause-change" lang={useFrame().language === 'zh' ? 'zh-CN' : 'en'}>
      <a class={`change-badge change-${props.change.kind}`} href={revisionsPath(props.change.id)}>
        {revisions.changedIn[props.change.kind](props.change.revision)}
      </a>
      <ChangeCauses change={props.change} />
      <Show when={props.change.reason}>
        <p class="change-reason" lang="zh-CN">
          {props.change.reason}
        </p>
      </Show>
      <Show when={props.change.kind === 'amend' && props.change.before}>
        {(before) => (
          <details class="change-earlier">
            <summary>{revisions.earlier(props.change.revision - 1)}</summary>
            <p lang="zh-CN">{before()}</p>
            <h3>{revisions.plain}</h3>
            <p lang="zh-CN">{props.text}</p>
          </details>
        )}
      </Show>
    </div>
  )
}
