import { changesWording, isMoved } from '../../lib/changes-wording'
import { TextArea } from '../ui/text-area'
import type { FieldState } from './field-state'
import { FoldedPart } from './folded-part'

/** The clause to be changed in place, folded away until somebody wants to. */
export function WordingField(props: { state: FieldState; clauses: readonly { text: string }[] }) {
  const { words } = props.state
  const error = () =>
    props.state.errors.wording ??
    (isMoved(props.state.values, props.clauses) ? props.state.terms.fields.wording_moved : undefined)
  return (
    <FoldedPart
      label={words.wording}
      optional={words.optional}
      isOpen={Boolean(error()) || changesWording(props.state.values.wording, props.clauses)}
    >
      <TextArea
        name="wording"
        label={words.wordingText}
        hint={words.wordingHint}
        rows={4}
        value={props.state.values.wording}
        error={error()}
        onValue={(value) => {
          props.state.set('wording', value)
          props.state.set('wordingOf', props.state.values.clause)
        }}
        onLeave={() => props.state.leave('wording')}
      />
    </FoldedPart>
  )
}
