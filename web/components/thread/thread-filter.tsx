import { For } from 'solid-js'
import type { CommentFilter } from '../../../worker/contract/comments'
import { commentSorts, type ParticipantKind } from '../../../worker/contract/words'
import { measurePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

const kinds: (ParticipantKind | undefined)[] = [
  undefined,
  'enterprise',
  'association',
  'institution',
  'individual',
]

export function ThreadFilter(props: { measureKey: string; filter: CommentFilter }) {
  const frame = useFrame()
  const thread = frame.words.thread
  return (
    <nav class="thread-filter" aria-label={thread.filter}>
      <ul class="segments">
        <For each={kinds}>
          {(kind) => (
            <li>
              <a
                href={measurePath(props.measureKey, { ...props.filter, kind }, 'thread')}
                aria-current={props.filter.kind === kind ? 'true' : undefined}
              >
                {kind ? frame.domain.kinds[kind] : thread.allKinds}
              </a>
            </li>
          )}
        </For>
      </ul>
      <ul class="sorts" aria-label={thread.sortLabel}>
        <For each={commentSorts}>
          {(sort) => (
            <li>
              <a
                href={measurePath(props.measureKey, { ...props.filter, sort }, 'thread')}
                aria-current={props.filter.sort === sort ? 'true' : undefined}
              >
                {thread.sorts[sort]}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
