import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { PersonView } from '../../../../worker/contract/people'
import type { OfficeRole } from '../../../../worker/contract/words'
import { within } from '../../../lib/links'
import { t } from '../../../locales/desk'
import { Confirm } from './confirm'
import { RoleChoice } from './role-choice'

/** What an administrator does to an account besides its role. */
export type PersonAct = 'disable' | 'enable' | 'reset' | 'secondFactor'

interface PersonActsProps {
  person: PersonView
  busy: boolean
  problem: string | null
  onRole: (role: OfficeRole) => void
  onAct: (act: PersonAct) => void
}

const names: Record<PersonAct, string> = {
  disable: t.people.disable,
  enable: t.people.enable,
  reset: t.people.reset,
  secondFactor: t.people.resetSecondFactor,
}

function actsOn({ disabledAt, isSelf, hasSecondFactor }: PersonView): PersonAct[] {
  if (disabledAt !== null) return ['enable']
  if (isSelf) return ['disable']
  return hasSecondFactor ? ['reset', 'secondFactor', 'disable'] : ['reset', 'disable']
}

export function PersonActs(props: PersonActsProps) {
  const [role, setRole] = createSignal(props.person.role)
  const [asked, setAsked] = createSignal<Exclude<PersonAct, 'enable'> | null>(null)
  let acts!: HTMLDivElement
  const stop = () => {
    setAsked(null)
    acts.focus()
  }
  const choose = (act: PersonAct) => {
    if (act === 'enable') props.onAct(act)
    else setAsked(act)
  }

  return (
    <div class="person-acts" tabindex="-1" ref={acts}>
      <Show when={props.problem}>
        <p class="field-error" role="alert">
          {props.problem}
        </p>
      </Show>
      <Show when={props.person.isSelf}>
        <p class="field-hint">
          {t.people.ownHint} <a href={within('/desk/account')}>{t.people.ownLink}</a>
        </p>
      </Show>
      <Switch>
        <Match when={asked()} keyed>
          {(act) => (
            <Confirm
              act={names[act]}
              consequence={t.people.confirm[act](props.person.name)}
              busy={props.busy}
              onConfirm={() => {
                props.onAct(act)
                stop()
              }}
              onCancel={stop}
            />
          )}
        </Match>
        <Match when={true}>
          <RoleChoice name={`role-${props.person.id}`} chosen={role()} onChoose={setRole} />
          <div class="form-acts">
            <Show when={role() !== props.person.role}>
              <button
                type="button"
                class="button button-blue"
                aria-disabled={props.busy}
                onClick={() => !props.busy && props.onRole(role())}
              >
                {t.people.changeRole}
              </button>
            </Show>
            <span class="form-acts-gap" />
            <For each={actsOn(props.person)}>
              {(act) => (
                <button
                  type="button"
                  class="button"
                  classList={{ 'button-out': act === 'disable' }}
                  aria-disabled={props.busy}
                  onClick={() => !props.busy && choose(act)}
                >
                  {names[act]}
                </button>
              )}
            </For>
          </div>
        </Match>
      </Switch>
    </div>
  )
}
