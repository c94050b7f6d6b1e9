import { For } from 'solid-js'
import { type OfficeRole, officeRoles } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'

interface RoleChoiceProps {
  name: string
  chosen: OfficeRole
  onChoose: (role: OfficeRole) => void
}

/** One of the roles, each with what it may do. */
export function RoleChoice(props: RoleChoiceProps) {
  return (
    <fieldset class="roles">
      <legend>{t.people.role}</legend>
      <For each={officeRoles}>
        {(role) => (
          <label class="role">
            <input
              type="radio"
              name={props.name}
              value={role}
              checked={props.chosen === role}
              onChange={() => props.onChoose(role)}
            />
            <span>
              <b>{words.roles[role]}</b>
              <span class="role-hint">{t.people.roleHints[role]}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
