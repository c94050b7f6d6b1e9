import { t } from '../../locales/desk'
import { type FormProblem, ProblemSummary } from './account/problem-summary'
import { PasswordField, TextField } from './account/text-field'

interface SignInFormProps {
  problem: FormProblem | null
  busy: boolean
  returning: boolean
  onSubmit: (email: string, password: string) => void
}

const idOf = (field: string) => `sign-in-${field}`

export function SignInForm(props: SignInFormProps) {
  let email!: HTMLInputElement
  let password!: HTMLInputElement

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(email.value, password.value)
  }

  return (
    <div class="sign-in">
      <h1>{t.signIn.heading}</h1>
      <p class="sign-in-intro">{props.returning ? t.signIn.expired : t.signIn.intro}</p>
      <ProblemSummary heading={t.signIn.problem} problem={props.problem} idOf={idOf} />
      <form onSubmit={submit} novalidate>
        <TextField
          id={idOf('email')}
          ref={email}
          label={t.signIn.email}
          type="email"
          autocomplete="username"
          error={props.problem?.fields.email}
        />
        <PasswordField
          id={idOf('password')}
          ref={password}
          label={t.signIn.password}
          error={props.problem?.fields.password}
        />
        <button type="submit" class="button button-main button-wide" aria-disabled={props.busy}>
          {props.busy ? t.signIn.submitting : t.signIn.submit}
        </button>
      </form>
    </div>
  )
}
