import { type JSX, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { t } from '../../locales/desk'

interface StatePanelProps {
  kind: 'loading' | 'empty' | 'error' | 'lacking'
  heading: string
  /** Where it is all that the page has to say. */
  isPage?: boolean
  text?: string
  retry?: () => void
  children?: JSX.Element
}

/** What stands where content would: loading, nothing there, failed, not allowed. */
export function StatePanel(props: StatePanelProps) {
  return (
    <div
      class="state"
      classList={{ [`state-${props.kind}`]: true }}
      role={props.kind === 'error' ? 'alert' : undefined}
      aria-busy={props.kind === 'loading' ? 'true' : undefined}
    >
      <Show when={props.kind === 'loading'}>
        <span class="state-mark" aria-hidden="true" />
      </Show>
      <Dynamic component={props.isPage ? 'h1' : 'h2'} class="state-heading">
        {props.heading}
      </Dynamic>
      <Show when={props.text}>
        <p class="state-text">{props.text}</p>
      </Show>
      <div class="state-actions">
        {props.children}
        <Show when={props.retry}>
          {(retry) => (
            <button type="button" class="button" onClick={() => retry()()}>
              {t.retry}
            </button>
          )}
        </Show>
      </div>
    </div>
  )
}
