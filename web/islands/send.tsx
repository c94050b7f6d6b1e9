import { createSignal, Match, Show, Switch } from 'solid-js'
import { QuestionField } from '../components/form/question-field'
import { afterHydration } from './after-hydration'
import type { Drawn } from './island-props'
import { proveWork } from './prove-work'

type Progress = 'idle' | 'working' | 'waiting' | 'ready' | 'sending' | 'failed'

/** The last step: the proof-of-work runs while the preview is read; the question stands in where it cannot. */
export function Send(props: Drawn<'send'>) {
  const words = props.words.proof
  const [progress, setProgress] = createSignal<Progress>('idle')
  const [proof, setProof] = createSignal('')
  let root: HTMLDivElement | undefined

  const sendNow = (form: HTMLFormElement) => {
    setProgress('sending')
    const step = document.createElement('input')
    step.type = 'hidden'
    step.name = 'step'
    step.value = 'send'
    form.append(step)
    form.submit()
  }

  afterHydration(() => {
    const form = root?.closest('form')
    if (!form || props.askQuestion) return
    form.addEventListener('submit', (event) => {
      if ((event.submitter as HTMLButtonElement | null)?.value === 'edit') return
      if (progress() === 'working') setProgress('waiting')
      if (['waiting', 'sending'].includes(progress())) event.preventDefault()
      else if (progress() === 'ready') setTimeout(() => setProgress('sending'))
    })
    window.addEventListener('pageshow', (event) => {
      if (event.persisted && progress() === 'sending') location.reload()
    })
    setProgress('working')
    proveWork().then(
      (payload) => {
        setProof(payload)
        if (progress() === 'waiting') queueMicrotask(() => sendNow(form))
        else setProgress('ready')
      },
      () => setProgress('failed'),
    )
  })

  return (
    <div ref={root} class="send" aria-busy={progress() === 'waiting' || progress() === 'sending'}>
      <input type="hidden" name="altcha" value={proof()} />
      <Show when={!props.askQuestion}>
        <p class="send-progress" classList={{ 'is-ready': progress() === 'ready' }} role="status">
          <Switch>
            <Match when={progress() === 'working'}>{words.working}</Match>
            <Match when={progress() === 'waiting'}>{words.waiting}</Match>
            <Match when={progress() === 'ready'}>{words.ready}</Match>
            <Match when={progress() === 'sending'}>{words.sending}</Match>
            <Match when={progress() === 'failed'}>{words.failed}</Match>
          </Switch>
        </p>
      </Show>
      <Show when={props.askQuestion || progress() === 'failed'}>
        <QuestionField words={words} question={props.question} error={props.error} />
      </Show>
      <p class="buttons">
        <button class="button" type="submit" name="step" value="send">
          {words.send}
        </button>
        <button class="button-quiet" type="submit" name="step" value="edit">
          {words.edit}
        </button>
      </p>
    </div>
  )
}
