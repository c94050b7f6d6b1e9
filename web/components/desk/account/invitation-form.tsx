import type { InvitationView } from '../../../../worker/contract/auth'
import { t, words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { type FormProblem, ProblemSummary } from './problem-summary'
import { PasswordField } from './text-field'

interface InvitationFormProps {
  invitation: InvitationView
  problem: FormProblem | null
  busy: boolean
  onSubmit: (password: string) => void
}

const idOf = (field: string) => `invitation-${field}`

/** What a link is for, and the password that takes it up. */
export function InvitationForm(props: InvitationFormProps) {
  let password!: HTMLInputElement
  const purpose = () => props.invitation.purpose
  const intro = () =>
    purpose() === 'join'
      ? t.invitation.intro.join(props.invitation.name, words.roles[props.invitation.role])
      : t.invitation.intro.reset(props.invitation.name)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(password.value)
  }

  return (
    <div class="sign-in">
      <h1>{t.invitation.heading[purpose()]}</h1>
      <p class="sign-in-intro">{intro()}</p>
      <ProblemSummary heading={t.invitation.problem} problem={props.problem} idOf={idOf} />
      <form onSubmit={submit} novalidate>
        <div class="field">
          <label for={idOf('email')}>{t.invitation.email}</label>
          <input
            id={idOf('email')}
            type="email"
            autocomplete="username"
            readonly
            value={props.invitation.email}
          />
        </div>
        <PasswordField
          id={idOf('password')}
          ref={password}
          label={t.invitation.password}
          isNew
          error={props.problem?.fields.password}
        />
        <button type="submit" class="button button-main button-wide" aria-disabled={props.busy}>
          {props.busy ? t.invitation.submitting : t.invitation.submit[purpose()]}
        </button>
        <p class="sign-in-intro">{t.invitation.until(formatMoment(props.invitation.expiresAt))}</p>
      </form>
    </div>
  )
}
