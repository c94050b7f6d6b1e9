import { createEffect, createSignal, For, Show } from 'solid-js'
import type { Dispose, DispositionView } from '../../../../worker/contract/dispositions'
import { limits } from '../../../../worker/contract/limits'
import { type Disposition, dispositions } from '../../../../worker/contract/words'
import { getStandardTexts } from '../../../api/standard-texts'
import { LongText } from '../../../components/desk/answers/long-text'
import { ScopeChoice } from '../../../components/desk/answers/scope-choice'
import { StandardPicker } from '../../../components/desk/answers/standard-picker'
import { ChangeChoice } from '../../../components/desk/dispositions/change-choice'
import { KeyHint } from '../../../components/desk/key-hint'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { isConfirm } from '../moderation/shortcuts'
import type { createScope } from './create-scope'

export interface DispositionFields {
  disposition: Disposition | ''
  reason: string
  passedTo: string
  changes: number[]
  isTextUnchanged: boolean
  /** The standard text that the reason began with; 0 where it did with none. */
  standardId: number
  standardVersion: number
}

interface DispositionFormProps {
  view: DispositionView
  fields: DispositionFields
  scope: ReturnType<typeof createScope>
  errors: Record<string, string>
  problem: string
  isSending: boolean
  onType: (change: Partial<DispositionFields>) => void
  onSend: (input: Omit<Dispose, 'cases'>) => void
}

const led: readonly (Disposition | '')[] = ['adopted', 'partly']

/** Asks for a reason, and for what belongs to the disposition that was chosen. */
export function DispositionForm(props: DispositionFormProps) {
  let form!: HTMLFormElement
  const texts = createLoad(getStandardTexts)
  const [isMissing, setMissing] = createSignal(false)
  const fields = () => props.fields
  const asksChange = () => led.includes(fields().disposition)
  const errorOf = (field: string) => props.errors[field]
  const mayNot = () => props.isSending || props.scope.isEmpty()

  createEffect(() => {
    if (Object.keys(props.errors).length > 0)
      form.querySelector<HTMLElement>('[aria-invalid="true"], .field-wrong input')?.focus()
  })

  const send = () => {
    if (mayNot()) return
    const { disposition, reason, passedTo, changes, isTextUnchanged, standardId, standardVersion } = fields()
    setMissing(disposition === '')
    if (disposition === '') return form.querySelector<HTMLInputElement>('input[type=radio]')?.focus()
    props.onSend({
      disposition,
      reason,
      ...(asksChange() && (isTextUnchanged ? { isTextUnchanged } : { changes: [...changes] })),
      ...(disposition === 'passed_on' && { passedTo }),
      ...(standardId > 0 && { standardText: { id: standardId, version: standardVersion } }),
    })
  }

  return (
    <form
      class="handling-form"
      ref={form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Show when={props.problem}>
        <p class="field-error" role="alert">
          {props.problem}
        </p>
      </Show>
      <fieldset class="disposition-choice" classList={{ 'field-wrong': isMissing() }}>
        <legend>{a.disposition.choose}</legend>
        <Show when={isMissing()}>
          <p class="field-error" role="alert">
            {a.disposition.chooseMissing}
          </p>
        </Show>
        <div class="disposition-options">
          <For each={dispositions}>
            {(disposition) => (
              <label class={`disposition-option disposition-${disposition}`}>
                <input
                  type="radio"
                  name="disposition"
                  value={disposition}
                  checked={fields().disposition === disposition}
                  onChange={() => props.onType({ disposition })}
                />
                {words.dispositions[disposition]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Show when={asksChange()}>
        <ChangeChoice
          changes={props.view.changes}
          chosen={fields().changes}
          isUnchanged={fields().isTextUnchanged}
          error={errorOf('changes')}
          onChoose={(changes, isTextUnchanged) => props.onType({ changes, isTextUnchanged })}
        />
      </Show>
      <Show when={fields().disposition === 'passed_on'}>
        <div class="field" classList={{ 'field-wrong': Boolean(errorOf('passedTo')) }}>
          <label for="disposition-receiver">{a.disposition.passedTo}</label>
          <Show when={errorOf('passedTo')}>
            <p class="field-error" id="disposition-receiver-error">
              {errorOf('passedTo')}
            </p>
          </Show>
          <input
            id="disposition-receiver"
            value={fields().passedTo}
            aria-invalid={errorOf('passedTo') ? 'true' : undefined}
            aria-describedby={errorOf('passedTo') ? 'disposition-receiver-error' : undefined}
            onInput={(event) => props.onType({ passedTo: event.currentTarget.value })}
          />
        </div>
      </Show>
      <LongText
        id="disposition-reason"
        label={a.disposition.reason}
        hint={a.disposition.reasonHint}
        value={fields().reason}
        max={limits.dispositionReason}
        rows={4}
        error={errorOf('reason') ?? errorOf('standardText')}
        isConfirm={isConfirm}
        onInput={(reason) => props.onType({ reason })}
        onConfirm={send}
      >
        <StandardPicker
          id="disposition-standard"
          texts={texts.data()}
          onPick={({ id, version, text }) =>
            props.onType({
              reason: fields().reason.trim() ? `${fields().reason.trimEnd()}\n${text}` : text,
              standardId: id,
              standardVersion: version,
            })
          }
        />
      </LongText>
      <ScopeChoice
        name="disposition-scope"
        similar={props.view.similar}
        isGroup={props.scope.isGroup()}
        count={props.scope.count()}
        error={props.scope.error()}
        onChoose={props.scope.choose}
      />
      <p class="form-acts">
        <button type="submit" class="button button-blue" aria-disabled={mayNot()}>
          {props.scope.isGroup()
            ? a.disposition.recordMany(formatCount(props.scope.count()?.cases.length ?? 0))
            : a.disposition.record}
          <KeyHint keys="Ctrl+Enter" />
        </button>
      </p>
    </form>
  )
}
