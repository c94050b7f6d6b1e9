import { For, Show } from 'solid-js'
import type { EnterpriseView, VerificationStep } from '../../../worker/contract/enterprises'
import { formatMoment } from '../../lib/beijing-time'
import type { FieldErrors } from '../../page'
import { useFrame } from '../frame/frame-context'
import { TextField } from '../ui/field'
import { TextArea } from '../ui/text-area'
import { DocumentField } from './document-field'

/** How far an organisation is verified, how that came, and what its owners can do about it. */
export function Verification(props: {
  enterprise: EnterpriseView
  typed: Partial<Record<string, string>>
  errors: FieldErrors
}) {
  const { words, domain } = useFrame()
  const { enterprise } = words
  const state = () => props.enterprise.state
  const maySubmit = () =>
    props.enterprise.part === 'owner' && (state() === 'unverified' || state() === 'rejected')
  return (
    <section class={`state enterprise-verification-${state()}`} aria-labelledby="verification-heading">
      <p class="state-name" id="verification-heading">
        {domain.enterpriseStates[state()]}
      </p>
      <p>{enterprise.states[state()]}</p>
      <Show when={props.enterprise.history.length > 0}>
        <details open={state() === 'rejected'}>
          <summary>{enterprise.history}</summary>
          <ol class="steps">
            <For each={props.enterprise.history}>{(step) => <Step step={step} />}</For>
          </ol>
        </details>
      </Show>
      <Show when={maySubmit()}>
        <details
          open={Boolean(
            props.errors.document ||
              props.errors.note ||
              props.errors.file ||
              props.typed.document ||
              props.typed.note,
          )}
        >
          <summary>{enterprise.verifyHeading}</summary>
          <form method="post" action="/enterprise/verification" enctype="multipart/form-data" novalidate>
            <input type="hidden" name="version" value={String(props.enterprise.version)} />
            <TextField
              name="document"
              label={enterprise.document}
              hint={enterprise.documentHint}
              autocomplete="off"
              value={props.typed.document ?? ''}
              error={props.errors.document}
            />
            <DocumentField error={props.errors.file} />
            <TextArea
              name="note"
              label={enterprise.note}
              hint={enterprise.optional}
              rows={3}
              value={props.typed.note ?? ''}
              error={props.errors.note}
            />
            <p class="buttons">
              <button class="button" type="submit">
                {enterprise.submit}
              </button>
            </p>
          </form>
        </details>
      </Show>
    </section>
  )
}

function Step(props: { step: VerificationStep }) {
  const frame = useFrame()
  const { words, domain } = frame
  const states = domain.enterpriseStates
  const by = () => (props.step.isByGone ? domain.goneAccount : (props.step.by ?? words.enterprise.department))
  return (
    <li>
      <b>{words.enterprise.step(states[props.step.from], states[props.step.to])}</b>
      <p class="hint">
        {formatMoment(props.step.at, frame.now, frame.language)} ·{' '}
        {domain.verificationMeans[props.step.means]} · {by()}
      </p>
      <Show when={props.step.document}>
        <p lang="zh-CN">{props.step.document}</p>
      </Show>
      <Show when={props.step.file}>{(file) => <p>{words.enterprise.handedIn(file().name)}</p>}</Show>
      <Show when={props.step.note}>
        <p>{props.step.note}</p>
      </Show>
    </li>
  )
}
