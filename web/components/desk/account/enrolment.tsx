import { onMount } from 'solid-js'
import { t } from '../../../locales/desk'
import { QrCode } from '../../ui/qr-code'
import { type FormProblem, ProblemSummary } from './problem-summary'
import { TextField } from './text-field'

interface EnrolmentProps {
  uri: string
  problem: FormProblem | null
  busy: boolean
  onSubmit: (code: string) => void
  onCancel: () => void
}

const idOf = (field: string) => `enrolment-${field}`

/** The secret as a picture and as letters, and the first code that proves it was taken over. */
export function Enrolment(props: EnrolmentProps) {
  let heading!: HTMLHeadingElement
  let code!: HTMLInputElement
  onMount(() => heading.focus())
  const words = t.ownAccount.secondFactor
  const key = () => (new URL(props.uri).searchParams.get('secret') ?? '').replace(/.{4}(?=.)/g, '$& ')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onSubmit(code.value)
  }
  return (
    <form class="enrolment" onSubmit={submit} novalidate>
      <div class="enrolment-code">
        <h3 tabindex="-1" ref={heading}>
          {words.scan}
        </h3>
        <p class="field-hint">{words.scanHint}</p>
        <QrCode text={props.uri} label={words.qr} />
        <p class="field-hint">{words.key}</p>
        <code class="enrolment-key">{key()}</code>
      </div>
      <div class="account-form">
        <h3>{words.enter}</h3>
        <ProblemSummary heading={words.problem} problem={props.problem} idOf={idOf} />
        <TextField
          id={idOf('code')}
          ref={code}
          label={words.code}
          autocomplete="one-time-code"
          inputmode="numeric"
          error={props.problem?.fields.code}
        />
        <div class="form-acts">
          <button type="submit" class="button button-main" aria-disabled={props.busy}>
            {props.busy ? words.working : words.confirm}
          </button>
          <button type="button" class="button" onClick={() => props.onCancel()}>
            {words.cancel}
          </button>
        </div>
      </div>
    </form>
  )
}
