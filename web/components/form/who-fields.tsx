import { Show } from 'solid-js'
import { maskName } from '../../../worker/contract/masks'
import type { ParticipantKind } from '../../../worker/contract/words'
import { Choices } from '../ui/choices'
import { TextField } from '../ui/field'
import type { FieldState } from './field-state'
import { FormPart } from './form-part'
import { ProfileFields } from './profile-fields'

const asked: readonly ParticipantKind[] = ['individual', 'enterprise', 'association', 'institution']

function IndividualFields(props: { state: FieldState; isHidden: boolean }) {
  const { words } = props.state
  return (
    <fieldset class="who-block" hidden={props.isHidden}>
      <legend>{words.individualLegend}</legend>
      <p class="hint">{words.individualHint}</p>
      <TextField
        name="displayName"
        label={words.displayName}
        hint={words.displayNameHint + props.state.terms.beside.displayName}
        optional={words.optional}
        autocomplete="nickname"
        class="input-medium"
        value={props.state.values.displayName}
        error={props.state.errors.displayName}
        onValue={(value) => props.state.set('displayName', value)}
        onLeave={() => props.state.leave('displayName')}
      />
      <label class="choice choice-single">
        <input
          type="checkbox"
          name="showName"
          id="field-showName"
          value="yes"
          checked={props.state.values.showName === 'yes'}
          onChange={(event) => props.state.set('showName', event.currentTarget.checked ? 'yes' : '')}
        />
        <span class="choice-words">
          <span class="choice-label">
            {words.showName(maskName(props.state.values.displayName) || words.maskExample)}
          </span>
        </span>
      </label>
    </fieldset>
  )
}

function OrganisationFields(props: { state: FieldState; isHidden: boolean }) {
  const { words } = props.state
  return (
    <fieldset class="who-block" hidden={props.isHidden}>
      <legend>{words.organisationLegend}</legend>
      <p class="hint">{words.organisationHint}</p>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="organization"
        value={props.state.values.name}
        error={props.state.errors.name}
        onValue={(value) => props.state.set('name', value)}
        onLeave={() => props.state.leave('name')}
      />
      <TextField
        name="uscc"
        label={words.uscc}
        hint={words.usccHint}
        autocomplete="off"
        spellcheck={false}
        class="input-medium input-code"
        value={props.state.values.uscc}
        error={props.state.errors.uscc}
        onValue={(value) => props.state.set('uscc', value)}
        onLeave={() => props.state.leave('uscc')}
      />
      <ProfileFields state={props.state} />
    </fieldset>
  )
}

/** Without scripts both blocks stand open; with them only the one that the chosen kind needs. */
export function WhoFields(props: {
  state: FieldState
  /** Who says it, where that is settled: it is then not asked. */
  signed?: string | undefined
}) {
  const { words, terms } = props.state
  const kind = () => props.state.values.kind
  const hides = (block: 'individual' | 'organisation') =>
    props.state.isScripted() && (block === 'individual') !== (kind() === 'individual')
  return (
    <FormPart numeral={words.partNumeral(2)} heading={words.whoHeading} id="part-who">
      <Show
        when={props.signed === undefined}
        fallback={
          <>
            <input type="hidden" name="kind" value={kind()} />
            <p>{props.signed}</p>
          </>
        }
      >
        <Choices
          name="kind"
          legend={words.kind}
          layout="row"
          choices={asked
            .filter((kind) => terms.takes.includes(kind))
            .map((value) => ({ value, label: terms.kinds[value] }))}
          value={kind()}
          error={props.state.errors.kind}
          onChoose={(value) => props.state.set('kind', value)}
        />
      </Show>
      <IndividualFields
        state={props.state}
        isHidden={
          props.signed === undefined
            ? hides('individual') || !terms.takes.includes('individual')
            : kind() !== 'individual'
        }
      />
      <Show when={props.signed === undefined}>
        <OrganisationFields
          state={props.state}
          isHidden={hides('organisation') || (props.state.isScripted() && kind() === '')}
        />
      </Show>
    </FormPart>
  )
}
