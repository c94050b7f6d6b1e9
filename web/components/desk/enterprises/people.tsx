import { createSignal, For, Show } from 'solid-js'
import type { StaffEnterprise } from '../../../../worker/contract/enterprises'
import { asApiError } from '../../../api/api-error'
import { changeAccount } from '../../../api/enterprises'
import { words } from '../../../locales/desk'
import { e } from '../../../locales/desk/enterprises'
import { Confirm } from '../people/confirm'

interface Person {
  id: string
  name: string
  about: string
  isDisabled: boolean
}

/** Who belongs to an organisation, did, or claims it; each account can be shut out and let in again. */
export function People(props: { enterprise: StaffEnterprise; onChanged: () => void }) {
  const [asking, setAsking] = createSignal<Person>()
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const people = (): Person[] => {
    const { members, former, claims } = props.enterprise
    const known = new Set([...members, ...former].map(({ id }) => id))
    const others = claims.filter(({ userId }) => !known.has(userId))
    return [
      ...members.map((each) => ({ ...each, about: words.enterpriseParts[each.part] })),
      ...former.map((each) => ({ ...each, about: e.former })),
      ...others.map(({ userId, name, isDisabled }) => ({ id: userId, name, isDisabled, about: e.claimant })),
    ]
  }
  const change = async ({ id, isDisabled }: Person) => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    try {
      await changeAccount(props.enterprise.id, { userId: id, isDisabled: !isDisabled })
      props.onChanged()
    } catch (thrown) {
      setProblem(asApiError(thrown).message)
    } finally {
      setBusy(false)
      setAsking(undefined)
    }
  }
  return (
    <section>
      <h3>{e.people}</h3>
      <ul class="enterprise-steps enterprise-people">
        <For each={people()}>
          {(person) => (
            <li>
              <span>
                {person.name}{' '}
                <span class="block-text">{person.isDisabled ? e.disabled(person.about) : person.about}</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={(person.isDisabled ? e.enableNamed : e.disableNamed)(person.name)}
                onClick={() => (person.isDisabled ? change(person) : setAsking(person))}
              >
                {person.isDisabled ? e.enable : e.disable}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <Show when={asking()} keyed>
        {(person) => (
          <Confirm
            act={e.disable}
            consequence={e.disableAsk(person.name)}
            busy={isBusy()}
            onConfirm={() => change(person)}
            onCancel={() => setAsking(undefined)}
          />
        )}
      </Show>
    </section>
  )
}
