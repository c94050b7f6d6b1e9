import { onMount } from 'solid-js'
import { t } from '../../../locales/desk'
import { type FormProblem, ProblemSummary } from './problem-summary'
import { PasswordField } from './text-field'

interface PasswordFormProps {
  email: string
  problem: FormProblem | null
  busy: boolean
  onSubmit: (current: string, password: string) => void
  onCancel: () => void
}

const idOf = (field: string) => `change-${field}`

export function PasswordForm(props: PasswordFormProps) {
  let current!: HTMLInputElement
  let fresh!: HTMLInputElement
  onMount(() => current.focus())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(current.value, fresh.value)
  }
  return (
    <form class="account-form" onSubmit={submit} novalidate>
      <ProblemSummary heading={t.ownAccount.password.problem} problem={props.problem} idOf={idOf} />
      <input type="email" autocomplete="username" value={props.email} readonly hidden />
      <PasswordField
        id={idOf('current')}
        ref={current}
        label={t.ownAccount.password.current}
        error={props.problem?.fields.current}
      />
      <PasswordField
        id={idOf('password')}
        ref={fresh}
        label={t.ownAccount.password.fresh}
        isNew
        error={props.problem?.fields.password}
      />
      <div class="form-acts">
        <button type="submit" class="button button-main" aria-disabled={props.busy}>
          {props.busy ? t.ownAccount.password.saving : t.ownAccount.password.save}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {t.ownAccount.password.cancel}
        </button>
      </div>
    </form>
  )
}
