import { createUniqueId, For, Show } from 'solid-js'
import { type CodeField, type CodeView, codeFields } from '../../../../worker/contract/codebook'
import { limits } from '../../../../worker/contract/limits'
import { t } from '../../../locales/desk'

export type CodeInput = Record<CodeField | 'key', string>

interface CodeFormProps {
  /** Left out where a code is added. */
  code?: CodeView
  /** Themes that there are, to choose from. */
  themes: readonly string[]
  busy: boolean
  errors: Readonly<Record<string, string>>
  onSave: (input: CodeInput) => void
  onType: (event: Event) => void
  onCancel: () => void
}

/** The words of a code: all of them at once. */
export function CodeForm(props: CodeFormProps) {
  const id = createUniqueId()
  const isLong = (field: CodeField) => field !== 'theme' && field !== 'name'
  const described = (field: string) => ({
    'aria-invalid': props.errors[field] ? ('true' as const) : undefined,
    'aria-describedby': props.errors[field] ? `${id}-${field}-error` : undefined,
  })
  const problem = (field: string) => (
    <Show when={props.errors[field]}>
      <p class="field-error" id={`${id}-${field}-error`}>
        {props.errors[field]}
      </p>
    </Show>
  )
  return (
    <form
      class="code-form"
      aria-label={props.code ? t.codebook.edit(props.code.name) : t.codebook.add}
      novalidate
      onInput={(event) => props.onType(event)}
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const of = (name: string) => String(typed.get(name) ?? '')
        const input = Object.fromEntries(codeFields.map((field) => [field, of(field)]))
        if (!props.busy) props.onSave({ ...input, key: of('key') } as CodeInput)
      }}
    >
      <Show when={!props.code}>
        <div class="field">
          <label for={`${id}-key`}>{t.codebook.key}</label>
          <input id={`${id}-key`} name="key" autocomplete="off" maxlength={12} {...described('key')} />
          <p class="field-hint">{t.codebook.keyHint}</p>
          {problem('key')}
        </div>
      </Show>
      <For each={codeFields}>
        {(field) => (
          <div class="field" classList={{ 'code-form-wide': isLong(field) }}>
            <label for={`${id}-${field}`}>{t.codebook.fields[field]}</label>
            <Show
              when={isLong(field)}
              fallback={
                <input
                  id={`${id}-${field}`}
                  name={field}
                  list={field === 'theme' ? `${id}-themes` : undefined}
                  autocomplete="off"
                  maxlength={limits.codeName * 2}
                  value={props.code?.[field] ?? ''}
                  {...described(field)}
                />
              }
            >
              <textarea
                id={`${id}-${field}`}
                name={field}
                rows={2}
                value={props.code?.[field] ?? ''}
                {...described(field)}
              />
            </Show>
            {problem(field)}
          </div>
        )}
      </For>
      <datalist id={`${id}-themes`}>
        <For each={props.themes}>{(theme) => <option value={theme} />}</For>
      </datalist>
      <div class="form-acts code-form-wide">
        <button type="submit" class="button button-blue" aria-disabled={props.busy}>
          {t.codebook.save}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {t.codebook.cancel}
        </button>
      </div>
    </form>
  )
}
