import { createMemo } from 'solid-js'
import { changesWording } from '../../lib/changes-wording'
import { TextArea } from '../ui/text-area'
import type { FieldState } from './field-state'

/** The clause to be changed in place, folded away until somebody wants to; it stays open once they did. */
export function WordingField(props: { state: FieldState; clauses: readonly { text: string }[] }) {
  const { words } = props.state
  const error = () => props.state.errors.wording
  const isOpen = createMemo<boolean>(
    (was) => was || Boolean(error()) || changesWording(props.state.values.wording, props.clauses),
    false,
  )
  return (
    <details class="profile-fields" open={isOpen()}>
      <summary>
        {words.wording}
        <span class="optional">{words.optional}</span>
      </summary>
      <TextArea
        name="wording"
        label={words.wordingText}
        hint={words.wordingHint}
        rows={4}
        value={props.state.values.wording}
        error={error()}
        onValue={(value) => props.state.set('wording', value)}
        onLeave={() => props.state.leave('wording')}
      />
    </details>
  )
}
