import { Choices } from '../ui/choices'
import { TextField } from '../ui/field'
import type { FieldState } from './field-state'
import { FormPart } from './form-part'

export function ConsentFields(props: { state: FieldState; isMailed: boolean }) {
  const { words, terms } = props.state
  return (
    <FormPart numeral={words.partNumeral(3)} heading={words.publishHeading} id="part-publish">
      <Choices
        name="publish"
        legend={words.publish}
        hint={terms.publishHint}
        choices={[
          { value: 'yes', label: words.publishYes, hint: terms.publishYesHint },
          { value: 'no', label: words.publishNo, hint: words.publishNoHint },
        ]}
        value={props.state.values.publish}
        error={props.state.errors.publish}
        onChoose={(value) => props.state.set('publish', value)}
      />
      <TextField
        name="contact"
        label={words.contact}
        hint={words.contactHint(props.isMailed) + terms.beside.contact}
        optional={words.optional}
        autocomplete="off"
        class="input-medium"
        value={props.state.values.contact}
        error={props.state.errors.contact}
        onValue={(value) => props.state.set('contact', value)}
        onLeave={() => props.state.leave('contact')}
      />
    </FormPart>
  )
}
