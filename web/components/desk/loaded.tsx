import { type Accessor, type JSX, Show } from 'solid-js'
import type { ApiError } from '../../api/api-error'
import { t } from '../../locales/desk'
import { StatePanel } from './state-panel'

interface LoadedProps<Answer> {
  data: Answer | undefined
  error: ApiError | null
  retry: () => unknown
  children: (answer: Accessor<NonNullable<Answer>>) => JSX.Element
}

/** What was asked of the server, or how far it has come; what was loaded stays on screen whatever follows. */
export function Loaded<Answer>(props: LoadedProps<Answer>) {
  return (
    <Show
      when={props.data}
      fallback={
        <Show when={props.error} fallback={<StatePanel kind="loading" heading={t.loading} />}>
          {(error) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={error().message}
              retry={() => void props.retry()}
            />
          )}
        </Show>
      }
    >
      {(answer) => props.children(answer)}
    </Show>
  )
}
