import { createEffect, createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { ReasonChoice } from '../../../../worker/contract/moderation'
import { countCharacters } from '../../../../worker/contract/text'
import type { Decision } from '../../../../worker/contract/words'
import type { ApiError } from '../../../api/api-error'
import { language, t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface DecisionPanelProps {
  decision: Decision
  act: string
  /** undefined while they are on their way. */
  reasons: readonly ReasonChoice[] | undefined
  reasonsError: ApiError | null
  note: string
  keysShown: boolean
  reasonIndex: (event: KeyboardEvent, count: number) => number | null
  isConfirm: (event: KeyboardEvent) => boolean
  onNote: (note: string) => void
  onRetryReasons: () => void
  onConfirm: (reason: string, note: string) => void
  onCancel: () => void
}

const reasonKeys = '1234567890'

/** The reason and an own word to the author; publishing has its usual reason chosen already. */
export function DecisionPanel(props: DecisionPanelProps) {
  let form!: HTMLFormElement
  const [reason, setReason] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const reasons = () => props.reasons ?? []
  const chosen = () => reasons().find(({ id }) => id === reason())?.id ?? usual()
  const usual = () => (props.decision === 'publish' ? (reasons()[0]?.id ?? '') : '')
  const left = () => limits.note - countCharacters(props.note.trim())
  const reasonWrong = () => asked() && !chosen()

  const radio = (index: number) => form.querySelectorAll<HTMLInputElement>('input[type=radio]')[index]
  const focusReason = () => {
    const index = reasons().findIndex(({ id }) => id === chosen())
    ;(radio(Math.max(0, index)) ?? form).focus()
  }
  onMount(focusReason)
  createEffect(() => {
    if (props.reasons && document.activeElement === form) focusReason()
  })

  const confirm = () => {
    setAsked(true)
    if (!chosen()) return focusReason()
    if (left() < 0) return form.querySelector('textarea')?.focus()
    props.onConfirm(chosen(), props.note)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      return props.onCancel()
    }
    if (props.isConfirm(event)) {
      event.preventDefault()
      return confirm()
    }
    const index = props.reasonIndex(event, reasons().length)
    const picked = index === null ? undefined : reasons()[index]
    if (index === null || !picked) return
    event.preventDefault()
    setReason(picked.id)
    radio(index)?.focus()
  }

  return (
    <form
      class="panel"
      classList={{ [`panel-${props.decision}`]: true }}
      ref={form}
      tabindex="-1"
      aria-label={props.act}
      novalidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <h3 class="panel-heading">{props.act}</h3>
      <fieldset class="reasons" aria-describedby={reasonWrong() ? 'reason-error' : undefined}>
        <legend>
          {t.decision.reasons} <span class="panel-optional">{t.decision.authorSees}</span>
        </legend>
        <Show when={reasonWrong()}>
          <p class="field-error" id="reason-error" role="alert">
            {t.decision.reasonMissing}
          </p>
        </Show>
        <Switch>
          <Match when={props.reasonsError && !props.reasons}>
            <p class="panel-state" role="alert">
              {t.decision.reasonsFailed}
              <button type="button" class="button button-quiet" onClick={() => props.onRetryReasons()}>
                {t.retry}
              </button>
            </p>
          </Match>
          <Match when={!props.reasons}>
            <p class="panel-state">{t.loading}</p>
          </Match>
          <Match when={reasons().length === 0}>
            <p class="panel-state">{t.decision.noReasons}</p>
          </Match>
        </Switch>
        <For each={reasons()}>
          {(choice, index) => (
            <label class="reason">
              <input
                type="radio"
                name="reason"
                value={choice.id}
                checked={chosen() === choice.id}
                onChange={() => setReason(choice.id)}
              />
              <span class="reason-text">{choice[language]}</span>
              <KeyHint
                keys={reasonKeys[index()] ?? ''}
                shown={props.keysShown && index() < reasonKeys.length}
              />
            </label>
          )}
        </For>
      </fieldset>
      <div class="panel-note">
        <label for="decision-note">
          {t.decision.note} <span class="panel-optional">{t.decision.optional}</span>
        </label>
        <textarea
          id="decision-note"
          rows="2"
          value={props.note}
          aria-describedby="decision-note-hint decision-note-left"
          aria-invalid={left() < 0 ? 'true' : undefined}
          onInput={(event) => props.onNote(event.currentTarget.value)}
        />
        <p class="panel-hints">
          <span id="decision-note-hint">{t.decision.noteHint}</span>
          <span id="decision-note-left" classList={{ 'panel-over': left() < 0 }}>
            {left() < 0
              ? t.decision.noteOver(formatCount(-left()))
              : t.decision.noteLeft(formatCount(left()))}
          </span>
        </p>
      </div>
      <div class="panel-acts">
        <button type="submit" class="act" classList={{ [`act-${props.decision}`]: true, 'act-main': true }}>
          {t.decision.confirm(props.act)}
          <KeyHint keys="Enter" />
        </button>
        <button type="button" class="act" onClick={() => props.onCancel()}>
          {t.decision.cancel}
          <KeyHint keys="Esc" />
        </button>
      </div>
    </form>
  )
}
