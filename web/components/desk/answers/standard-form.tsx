import { createSignal, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { NewStandardText } from '../../../../worker/contract/standard-texts'
import { asApiError } from '../../../api/api-error'
import { a } from '../../../locales/desk/answers'
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
  const [errors, setErrors] = createSignal<Record<string, string>>({})
  const [problem, setProblem] = createSignal('')
  const [isSending, setSending] = createSignal(false)
  const save = async () => {
    if (isSending()) return
    setSending(true)
    setErrors({})
    setProblem('')
    try {
      await props.onSave({ title: props.first.title, text: props.first.text })
    } catch (thrown) {
      const error = asApiError(thrown)
      setErrors(error.fields)
      setProblem(Object.keys(error.fields).length > 0 ? '' : error.message)
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      class="handling-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <div class="field" classList={{ 'field-wrong': Boolean(errors().title) }}>
        <label for={`${props.id}-title`}>{a.standard.titleLabel}</label>
        <Show when={errors().title}>
          <p class="field-error" id={`${props.id}-title-error`}>
            {errors().title}
          </p>
        </Show>
        <input
          id={`${props.id}-title`}
          value={props.first.title}
          aria-invalid={errors().title ? 'true' : undefined}
          aria-describedby={errors().title ? `${props.id}-title-error` : undefined}
          onInput={(event) => props.onType({ title: event.currentTarget.value })}
        />
      </div>
      <LongText
        id={`${props.id}-text`}
        label={a.standard.textLabel}
        value={props.first.text}
        max={limits.response}
        rows={5}
        error={errors().text}
        isConfirm={props.isConfirm}
        onInput={(text) => props.onType({ text })}
        onConfirm={() => void save()}
      />
      <p class="form-acts">
        <button type="submit" class="button button-blue" aria-disabled={isSending()}>
          {a.standard.save}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {a.standard.cancel}
        </button>
      </p>
    </form>
  )
}
