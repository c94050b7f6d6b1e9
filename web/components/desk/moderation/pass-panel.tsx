import { createEffect, createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import type { Colleague } from '../../../../worker/contract/moderation/hand'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'
import { DecisionNote, noteLeft } from './decision-note'

interface PassPanelProps {
  /** In the order in which they are offered; undefined while they are on their way. */
  colleagues: readonly Colleague[] | undefined
  error: ApiError | null
  keysShown: boolean
  indexOf: (event: KeyboardEvent, count: number) => number | null
  isConfirm: (event: KeyboardEvent) => boolean
  note: string
  onNote: (note: string) => void
  onRetry: () => void
  onPass: (to: Colleague, note: string) => void
  onCancel: () => void
}

const keys = '1234567890'

/** Hands the item to a colleague, with a word that only the colleague sees. */
export function PassPanel(props: PassPanelProps) {
  let form!: HTMLFormElement
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [asked, setAsked] = createSignal(false)
  const people = () => props.colleagues ?? []
  const colleague = () => people().find(({ id }) => id === chosen())
  const presence = ({ isOnDuty, isOnline }: Colleague) =>
    isOnDuty ? t.pass.onDuty : isOnline ? t.pass.online : t.pass.offline

  const radio = (index: number) => form.querySelectorAll<HTMLInputElement>('input[type=radio]')[index]
  onMount(() => (radio(0) ?? form).focus())
  createEffect(() => {
    if (props.colleagues && document.activeElement === form) radio(0)?.focus()
  })

  const confirm = () => {
    setAsked(true)
    const to = colleague()
    if (!to) return radio(0)?.focus()
    if (noteLeft(props.note) < 0) return form.querySelector('textarea')?.focus()
    props.onPass(to, props.note)
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
    const index = props.indexOf(event, people().length)
    const picked = index === null ? undefined : people()[index]
    if (index === null || !picked) return
    event.preventDefault()
    setChosen(picked.id)
    radio(index)?.focus()
  }

  return (
    <form
      class="panel panel-pass"
      ref={form}
      tabindex="-1"
      aria-label={t.pass.act}
      novalidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <h3 class="panel-heading">{t.pass.act}</h3>
      <fieldset class="reasons">
        <legend>{t.pass.colleague}</legend>
        <Show when={asked() && !colleague()}>
          <p class="field-error" role="alert">
            {t.pass.missing}
          </p>
        </Show>
        <Switch>
          <Match when={props.error && !props.colleagues}>
            <p class="panel-state" role="alert">
              {t.pass.failed}
              <button type="button" class="button button-quiet" onClick={() => props.onRetry()}>
                {t.retry}
              </button>
            </p>
          </Match>
          <Match when={!props.colleagues}>
            <p class="panel-state">{t.loading}</p>
          </Match>
          <Match when={people().length === 0}>
            <p class="panel-state">{t.pass.nobody}</p>
          </Match>
        </Switch>
        <For each={people()}>
          {(person, index) => (
            <label class="reason">
              <input
                type="radio"
                name="colleague"
                value={person.id}
                checked={chosen() === person.id}
                onChange={() => setChosen(person.id)}
              />
              <span class="reason-words">
                <span class="reason-label">
                  {person.name}{' '}
                  <span class="tag" classList={{ 'tag-verified': person.isOnDuty || person.isOnline }}>
                    {presence(person)}
                  </span>
                </span>
                <span class="reason-text">{t.pass.holds(formatCount(person.holds))}</span>
              </span>
              <KeyHint keys={keys[index()] ?? ''} shown={props.keysShown && index() < keys.length} />
            </label>
          )}
        </For>
      </fieldset>
      <DecisionNote
        id="pass-note"
        label={t.pass.note}
        hint={t.pass.noteHint}
        value={props.note}
        isInternal
        onInput={props.onNote}
      />
      <div class="panel-acts">
        <button type="submit" class="act act-main act-return">
          {colleague() ? t.pass.confirm(colleague()?.name ?? '') : t.pass.act}
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
