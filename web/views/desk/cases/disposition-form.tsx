import { createEffect, createSignal, For, type JSX, Show } from 'solid-js'
import type { ClauseChangeChoice, Dispose } from '../../../../worker/contract/dispositions'
import { limits } from '../../../../worker/contract/limits'
import { type Disposition, dispositions } from '../../../../worker/contract/words'
import { getStandardTexts } from '../../../api/standard-texts'
import { LongText } from '../../../components/desk/answers/long-text'
import {
  noStandard,
  type PickedStandard,
  StandardPicker,
} from '../../../components/desk/answers/standard-picker'
import { ChangeChoice } from '../../../components/desk/dispositions/change-choice'
import { HandlingForm } from '../../../components/desk/handling-form'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { isConfirm } from '../moderation/shortcuts'

export interface DispositionFields extends PickedStandard {
  disposition: Disposition | ''
  reason: string
  passedTo: string
  changes: number[]
  isTextUnchanged: boolean
}

export const blankDisposition: DispositionFields = {
  disposition: '',
  reason: '',
  passedTo: '',
  changes: [],
  isTextUnchanged: false,
  ...noStandard,
}

interface DispositionFormProps {
  id: string
  /** Changes of clauses that can be named. */
  changes: readonly ClauseChangeChoice[]
  fields: DispositionFields
  /** How many it is recorded for; null for the one that lies open. */
  many: number | null
  errors: Record<string, string>
  problem: string
  isSending: boolean
  onType: (change: Partial<DispositionFields>) => void
  onSend: (input: Omit<Dispose, 'cases'>) => void
  onCancel?: () => void
  /** Stands above all of it. */
  head?: JSX.Element
  /** Stands above the buttons. */
  children?: JSX.Element
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
  const mayNot = () => props.isSending || props.many === 0

  createEffect(() => {
    const known = fields().changes.filter((id) => props.changes.some((change) => change.id === id))
    if (known.length < fields().changes.length) props.onType({ changes: known })
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
    <HandlingForm
      ref={(element) => {
        form = element
      }}
      save={props.many === null ? a.disposition.record : a.disposition.recordMany(formatCount(props.many))}
      errors={props.errors}
      problem={props.problem}
      mayNot={mayNot()}
      onSend={send}
      onCancel={props.onCancel}
    >
      {props.head}
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
                  onChange={() => {
                    setMissing(false)
                    props.onType({ disposition })
                  }}
                />
                {words.dispositions[disposition]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Show when={asksChange()}>
        <ChangeChoice
          id={props.id}
          changes={props.changes}
          chosen={fields().changes}
          isUnchanged={fields().isTextUnchanged}
          error={errorOf('changes')}
          onChoose={(changes, isTextUnchanged) => props.onType({ changes, isTextUnchanged })}
        />
      </Show>
      <Show when={fields().disposition === 'passed_on'}>
        <div class="field" classList={{ 'field-wrong': Boolean(errorOf('passedTo')) }}>
          <label for={`${props.id}-receiver`}>{a.disposition.passedTo}</label>
          <Show when={errorOf('passedTo')}>
            <p class="field-error" id={`${props.id}-receiver-error`}>
              {errorOf('passedTo')}
            </p>
          </Show>
          <input
            id={`${props.id}-receiver`}
            value={fields().passedTo}
            aria-invalid={errorOf('passedTo') ? 'true' : undefined}
            aria-describedby={errorOf('passedTo') ? `${props.id}-receiver-error` : undefined}
            onInput={(event) => props.onType({ passedTo: event.currentTarget.value })}
          />
        </div>
      </Show>
      <LongText
        id={`${props.id}-reason`}
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
          id={`${props.id}-standard`}
          texts={texts.data()}
          text={fields().reason}
          picked={fields()}
          onPick={(reason, picked) => props.onType({ reason, ...picked })}
          onUnpick={() => props.onType(noStandard)}
        />
      </LongText>
      {props.children}
    </HandlingForm>
  )
}
