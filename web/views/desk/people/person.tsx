import type { PersonView, ResetView } from '../../../../worker/contract/people'
import { changeRole, disablePerson, enablePerson, resetPerson, resetSecondFactor } from '../../../api/people'
import { type PersonAct, PersonActs } from '../../../components/desk/people/person-acts'
import { PersonRow } from '../../../components/desk/people/person-row'
import { t, words } from '../../../locales/desk'
import { createForm } from '../account/create-form'

interface PersonProps {
  person: PersonView
  now: number
  open: boolean
  onToggle: () => void
  /** What was done, and who they are since. */
  onChanged: (person: PersonView, said: string) => void
  onReset: (reset: ResetView) => void
}

/** One person of the list with the acts of an administrator. */
export function Person(props: PersonProps) {
  const form = createForm()
  const acts: Record<PersonAct, (id: string) => Promise<void>> = {
    disable: async (id) => changed(await disablePerson(id), t.people.done.disabled),
    enable: async (id) => changed(await enablePerson(id), t.people.done.enabled),
    secondFactor: async (id) => changed(await resetSecondFactor(id), t.people.done.secondFactor),
    reset: async (id) => props.onReset(await resetPerson(id)),
  }
  const changed = (person: PersonView, say: (name: string) => string) =>
    props.onChanged(person, say(person.name))

  return (
    <PersonRow person={props.person} now={props.now} open={props.open} onToggle={props.onToggle}>
      <PersonActs
        person={props.person}
        busy={form.busy()}
        problem={form.problem()?.sentences[0] ?? null}
        onRole={(role) =>
          form.send({}, async () =>
            changed(await changeRole({ id: props.person.id, role }), (name) =>
              t.people.done.role(name, words.roles[role]),
            ),
          )
        }
        onAct={(act) => form.send({}, () => acts[act](props.person.id))}
      />
    </PersonRow>
  )
}
