import { For } from 'solid-js'
import { enterpriseSizes } from '../../../worker/contract/words'
import { Field } from '../ui/field'
import type { FieldState } from './field-state'

type ProfileField = 'size' | 'industry' | 'city'

function Select(props: { state: FieldState; name: ProfileField; options: [code: string, name: string][] }) {
  const { words } = props.state
  const value = () => props.state.values[props.name]
  return (
    <Field name={props.name} label={words[props.name]} error={props.state.errors[props.name]}>
      <select
        class="input"
        id={`field-${props.name}`}
        name={props.name}
        onChange={(event) => props.state.set(props.name, event.currentTarget.value)}
      >
        <option value="" selected={value() === ''}>
          {words.unsaid}
        </option>
        <For each={props.options}>
          {([code, name]) => (
            <option value={code} selected={value() === code}>
              {name}
            </option>
          )}
        </For>
      </select>
    </Field>
  )
}

/** What an organisation may say of itself, folded away until it wants to. */
export function ProfileFields(props: { state: FieldState }) {
  const { words, terms, values, errors } = props.state
  const isOpen = Boolean(
    values.size || values.industry || values.city || errors.size || errors.industry || errors.city,
  )
  return (
    <details class="profile-fields" open={isOpen}>
      <summary>
        {words.profile}
        <span class="optional">{words.optional}</span>
      </summary>
      <p class="hint">{words.profileHint}</p>
      <div class="profile-row">
        <Select
          state={props.state}
          name="size"
          options={enterpriseSizes.map((size) => [size, terms.enterpriseSizes[size]])}
        />
        <Select state={props.state} name="industry" options={terms.industries} />
        <Select state={props.state} name="city" options={terms.cities} />
      </div>
    </details>
  )
}
