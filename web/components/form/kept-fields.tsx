import { Show } from 'solid-js'
import type { ChangeTerms } from '../../islands/island-props'
import { TextArea } from '../ui/text-area'
import type { FieldState } from './field-state'

/** What goes with a comment and stays as it is when it is changed; of its confidential annex the summary may change. */
export function KeptFields(props: { state: FieldState; change: ChangeTerms }) {
  return (
    <>
      <Show when={props.change.kept}>
        <p class="hint">{props.change.kept}</p>
      </Show>
      <Show when={props.change.annexSummary}>
        {(label) => (
          <TextArea
            name="annexSummary"
            label={label()}
            rows={4}
            value={props.state.values.annexSummary}
            error={props.state.errors.annexSummary}
            onValue={(value) => props.state.set('annexSummary', value)}
          />
        )}
      </Show>
    </>
  )
}
