import { createSignal, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { NewStandardText } from '../../../../worker/contract/standard-texts'
import { a } from '../../../locales/desk/answers'
import { createFaults } from '../../../views/desk/create-faults'
import { HandlingForm } from '../handling-form'
import { LongText } from './long-text'

interface StandardFormProps {
  id: string
  first: NewStandardText
  isConfirm: (event: KeyboardEvent) => boolean
  onType: (change: Partial<NewStandardText>) => void
  onSave: (wording: NewStandardText) => Promise<void>
  onCancel: () => void
}

/** Name and text of a standard text, new or reworded. */
export function StandardForm(props: StandardFormProps) {
  const faults = createFaults()
  const [isSending, setSending] = createSignal(false)
  const type = (change: Partial<NewStandardText>) => {
    props.onType(change)
    faults.typed(change)
  }
  const save = async () => {
    if (isSending()) return
    setSending(true)
    faults.clear()
    try {
      await props.onSave({ title: props.first.title, text: props.first.text })
    } catch (thrown) {
      faults.take(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <HandlingForm
      save={a.standard.save}
      cancel={a.standard.cancel}
      errors={faults.errors()}
      problem={faults.problem()}
      mayNot={isSending()}
      onSend={() => void save()}
      onCancel={props.onCancel}
    >
      <div class="field" classList={{ 'field-wrong': Boolean(faults.errors().title) }}>
        <label for={`${props.id}-title`}>{a.standard.titleLabel}</label>
        <Show when={faults.errors().title}>
          <p class="field-error" id={`${props.id}-title-error`}>
            {faults.errors().title}
          </p>
        </Show>
        <input
          id={`${props.id}-title`}
          value={props.first.title}
          aria-invalid={faults.errors().title ? 'true' : undefined}
          aria-describedby={faults.errors().title ? `${props.id}-title-error` : undefined}
          onInput={(event) => type({ title: event.currentTarget.value })}
        />
      </div>
      <LongText
        id={`${props.id}-text`}
        label={a.standard.textLabel}
        value={props.first.text}
        max={limits.response}
        rows={5}
        error={faults.errors().text}
        isConfirm={props.isConfirm}
        onInput={(text) => type({ text })}
        onConfirm={() => void save()}
      />
    </HandlingForm>
  )
}
