import { onMount } from 'solid-js'
import { t } from '../../../locales/desk'
import { type FormProblem, ProblemSummary } from './problem-summary'
import { PasswordField } from './text-field'

interface AskedPasswordProps {
  act: string
  problem: FormProblem | null
  busy: boolean
  onSubmit: (password: string) => void
  onCancel: () => void
}

const idOf = (field: string) => `second-factor-${field}`

/** The password before a change to the second factor. */
export function AskedPassword(props: AskedPasswordProps) {
  let password!: HTMLInputElement
  onMount(() => password.focus())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(password.value)
  }
  return (
    <form class="account-form" onSubmit={submit} novalidate aria-label={props.act}>
      <ProblemSummary heading={t.ownAccount.secondFactor.problem} problem={props.problem} idOf={idOf} />
      <PasswordField
        id={idOf('password')}
        ref={password}
        label={t.ownAccount.secondFactor.password}
        error={props.problem?.fields.password}
      />
      <div class="form-acts">
        <button type="submit" class="button button-main" aria-disabled={props.busy}>
          {props.busy ? t.ownAccount.secondFactor.working : props.act}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {t.ownAccount.secondFactor.cancel}
        </button>
      </div>
    </form>
  )
}
