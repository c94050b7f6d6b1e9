import { createSignal, onMount } from 'solid-js'
import type { Invite } from '../../../../worker/contract/people'
import type { OfficeRole } from '../../../../worker/contract/words'
import { t } from '../../../locales/desk'
import { type FormProblem, ProblemSummary } from '../account/problem-summary'
import { TextField } from '../account/text-field'
import { RoleChoice } from './role-choice'

interface InviteFormProps {
  problem: FormProblem | null
  busy: boolean
  onSubmit: (invite: Invite) => void
  onCancel: () => void
}

const idOf = (field: string) => `invite-${field}`

export function InviteForm(props: InviteFormProps) {
  let name!: HTMLInputElement
  let email!: HTMLInputElement
  const [role, setRole] = createSignal<OfficeRole>('moderator')
  onMount(() => name.focus())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit({ name: name.value.trim(), email: email.value.trim(), role: role() })
  }
  return (
    <section class="block" aria-labelledby="invite-heading">
      <h2 id="invite-heading">{t.people.inviteHeading}</h2>
      <ProblemSummary heading={t.people.problem} problem={props.problem} idOf={idOf} />
      <form class="invite" onSubmit={submit} novalidate>
        <TextField
          id={idOf('name')}
          ref={name}
          label={t.people.name}
          autocomplete="off"
          error={props.problem?.fields.name}
        />
        <TextField
          id={idOf('email')}
          ref={email}
          label={t.people.email}
          type="email"
          inputmode="email"
          autocomplete="off"
          error={props.problem?.fields.email}
        />
        <RoleChoice name="invite-role" chosen={role()} onChoose={setRole} />
        <div class="form-acts">
          <button type="submit" class="button button-main" aria-disabled={props.busy}>
            {props.busy ? t.people.making : t.people.makeLink}
          </button>
          <button type="button" class="button" onClick={() => props.onCancel()}>
            {t.people.cancel}
          </button>
        </div>
      </form>
    </section>
  )
}
