import { For, Show } from 'solid-js'
import type { ResponseItem } from '../../../../worker/contract/responses'
import { a } from '../../../locales/desk/answers'
import { ResponseFacts } from './response-facts'

interface ResponseListProps {
  items: readonly ResponseItem[]
  openId: number | null
  chosen: readonly number[]
  hasMore: boolean
  isLoading: boolean
  onOpen: (id: number) => void
  onTick: (id: number, isChosen: boolean) => void
  onMore: () => void
}

/** The answers of a state; those that may be made public can be chosen for one act. */
export function ResponseRows(props: ResponseListProps) {
  return (
    <section class="response-list" aria-label={a.desk.list}>
      <ul>
        <For each={props.items}>
          {(item) => (
            <li class="response-row" classList={{ 'response-row-open': item.id === props.openId }}>
              <Show when={item.mayTake.includes('publish')}>
                <input
                  type="checkbox"
                  aria-label={a.desk.select(item.id)}
                  checked={props.chosen.includes(item.id)}
                  onChange={(event) => props.onTick(item.id, event.currentTarget.checked)}
                />
              </Show>
              <button
                type="button"
                class="response-open"
                aria-current={item.id === props.openId ? 'true' : undefined}
                onClick={() => props.onOpen(item.id)}
              >
                <span class="visually-hidden">{a.desk.row(item.id)}</span>
                <span class="row-text">{item.text}</span>
              </button>
              <ResponseFacts response={item} />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.hasMore}>
        <p class="form-acts">
          <button
            type="button"
            class="button"
            aria-disabled={props.isLoading}
            onClick={() => !props.isLoading && props.onMore()}
          >
            {a.desk.more}
          </button>
        </p>
      </Show>
    </section>
  )
}
