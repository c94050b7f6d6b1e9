import { createSignal, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { countCharacters } from '../../../../worker/contract/text'
import { asApiError } from '../../../api/api-error'
import { formatCount } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'
import { createKept } from '../../../views/desk/create-kept'
import { ChangedMeanwhile } from '../changed-meanwhile'
import { Difference } from './difference'

export interface TypedClause {
  text: string
  reason: string
  /** The state of the draft that it was written on. */
  seen: string
}

interface ClauseFormProps {
  /** Of the clause or, for a new one, of its measure: under it the typed text is kept on the device. */
  place: string
  label: string
  /** As published; null where the clause is new. */
  before: string | null
  /** As the draft has it now, and by whom and when where it changes the clause. */
  text: string
  reason: string
  seen: string
  changedBy?: string | undefined
  onSave: (typed: TypedClause) => Promise<void>
  onCancel: () => void
}

/** A clause in place, with its difference from the published text as it is typed. */
export function ClauseForm(props: ClauseFormProps) {
  const now = () => ({ text: props.text, reason: props.reason, seen: props.seen, base: props.text })
  const first = now()
  const kept = createKept(() => `revision:${props.place}`, first)
  const wasKept = kept.fields.text !== first.text || kept.fields.reason !== first.reason
  const isOutdated = () => !busy() && (kept.fields.seen !== props.seen || kept.fields.base !== props.text)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const id = (name: string) => `rev-${props.place.replaceAll('.', '-')}-${name}`
  const length = () => countCharacters(kept.fields.text.trim())

  const save = async () => {
    if (busy()) return
    if (isOutdated()) return setProblem(w.meanwhile.decide)
    setBusy(true)
    setProblem('')
    try {
      const { text, reason, seen } = kept.fields
      await props.onSave({ text, reason, seen })
      kept.clear()
    } catch (thrown) {
      setProblem(asApiError(thrown).sentences.join(' '))
      setBusy(false)
    }
  }

  return (
    <form
      class="rev-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Show when={wasKept}>
        <p class="rev-kept" role="status">
          {w.restored}
        </p>
      </Show>
      <Show when={isOutdated()}>
        <ChangedMeanwhile
          heading={props.changedBy ? w.meanwhile.by(props.changedBy) : w.meanwhile.changed}
          keep={w.meanwhile.keep}
          drop={w.meanwhile.drop}
          onKeep={() => {
            kept.type({ seen: props.seen, base: props.text })
            setProblem('')
          }}
          onDrop={() => {
            kept.type(now())
            setProblem('')
          }}
        >
          <p class="field-hint">{w.meanwhile.now}</p>
          <p class="rev-text" lang="zh-CN">
            {props.text}
          </p>
          <p class="field-hint">{w.meanwhile.yours}</p>
          <Difference before={props.text} after={kept.fields.text.trim()} />
        </ChangedMeanwhile>
      </Show>
      <div class="field" classList={{ 'field-wrong': problem() !== '' }}>
        <label for={id('text')}>{props.label}</label>
        <textarea
          class="input"
          id={id('text')}
          rows="4"
          lang="zh-CN"
          value={kept.fields.text}
          aria-invalid={problem() ? 'true' : undefined}
          aria-describedby={`${id('length')}${problem() ? ` ${id('error')}` : ''}`}
          ref={(element) => queueMicrotask(() => element.focus())}
          onInput={(event) => kept.type({ text: event.currentTarget.value })}
        />
        <p class="field-hint" id={id('length')}>
          {w.length(formatCount(length()), formatCount(limits.clauseText))}
        </p>
        <Show when={problem()}>
          <p class="field-error" id={id('error')} role="alert">
            {problem()}
          </p>
        </Show>
      </div>
      <Show when={props.before}>
        {(before) => (
          <div class="rev-live">
            <h3>{w.difference}</h3>
            <Show
              when={kept.fields.text.trim() !== before()}
              fallback={<p class="field-hint">{w.unchanged}</p>}
            >
              <Difference before={before()} after={kept.fields.text.trim()} />
            </Show>
          </div>
        )}
      </Show>
      <div class="field">
        <label for={id('reason')}>{w.reason}</label>
        <input
          class="input"
          id={id('reason')}
          value={kept.fields.reason}
          aria-describedby={id('reason-hint')}
          onInput={(event) => kept.type({ reason: event.currentTarget.value })}
        />
        <p class="field-hint" id={id('reason-hint')}>
          {w.reasonHint}
        </p>
      </div>
      <p class="form-acts">
        <button type="submit" class="button button-blue" aria-disabled={busy()}>
          {busy() ? w.saving : w.save}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            kept.clear()
            props.onCancel()
          }}
        >
          {w.cancel}
        </button>
      </p>
    </form>
  )
}
