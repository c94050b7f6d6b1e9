import { createSignal, onMount, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { type FormProblem, ProblemSummary } from './problem-summary'
import { TextField } from './text-field'

interface SecondStepFormProps {
  problem: FormProblem | null
  busy: boolean
  onSubmit: (code: string) => void
  onRestart: () => void
}

const idOf = (field: string) => `second-step-${field}`

/** After the password: the authenticator's code, or a backup code. */
export function SecondStepForm(props: SecondStepFormProps) {
  let code!: HTMLInputElement
  const [byBackup, setByBackup] = createSignal(false)
  onMount(() => code.focus())

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(code.value)
  }
  const change = () => {
    setByBackup(!byBackup())
    code.value = ''
    code.focus()
  }

  return (
    <div class="sign-in">
      <h1>{t.secondStep.heading}</h1>
      <p class="sign-in-intro">{byBackup() ? t.secondStep.introBackup : t.secondStep.intro}</p>
      <ProblemSummary heading={t.secondStep.problem} problem={props.problem} idOf={idOf} />
      <form onSubmit={submit} novalidate>
        <TextField
          id={idOf('code')}
          ref={code}
          label={byBackup() ? t.secondStep.backupCode : t.secondStep.code}
          autocomplete={byBackup() ? 'off' : 'one-time-code'}
          inputmode={byBackup() ? 'text' : 'numeric'}
          error={props.problem?.fields.code}
        />
        <button type="submit" class="button button-main button-wide" aria-disabled={props.busy}>
          {props.busy ? t.secondStep.submitting : t.secondStep.submit}
        </button>
        <div class="sign-in-ways">
          <button type="button" class="button button-quiet" onClick={change}>
            {byBackup() ? t.secondStep.useCode : t.secondStep.useBackup}
          </button>
          <Show when={!props.busy}>
            <button type="button" class="button button-quiet" onClick={() => props.onRestart()}>
              {t.secondStep.restart}
            </button>
          </Show>
        </div>
      </form>
    </div>
  )
}
