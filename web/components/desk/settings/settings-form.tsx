import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ModerationSettings } from '../../../../worker/contract/settings'
import { secondLooks } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'

interface SettingsFormProps {
  settings: ModerationSettings
  mayChange: boolean
  busy: boolean
  /** By field name, as the server found them. */
  errors: Readonly<Record<string, string>>
  status: string
  onSave: (settings: ModerationSettings) => void
}

/** The few numbers by which a consultation is moderated. */
export function SettingsForm(props: SettingsFormProps) {
  const [typed, setTyped] = createSignal<ModerationSettings>({ ...props.settings })
  const described = (name: string) => ({
    'aria-describedby':
      [name !== 'secondLookPercent' && `set-${name}-hint`, props.errors[name] && `set-${name}-error`]
        .filter(Boolean)
        .join(' ') || undefined,
    'aria-invalid': props.errors[name] ? ('true' as const) : undefined,
  })
  const number = (name: 'reviewDays' | 'secondLookPercent' | 'recheckPercent') => ({
    value: typed()[name],
    ...described(name),
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed(), [name]: event.currentTarget.valueAsNumber || 0 }),
  })
  return (
    <form
      class="office-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!props.busy) props.onSave(typed())
      }}
    >
      <fieldset disabled={!props.mayChange} class="office-fields">
        <legend class="visually-hidden">{t.settings.heading}</legend>
        <Field name="reviewDays" label={t.settings.reviewDays} hint={t.settings.reviewDaysHint} {...props}>
          <input class="input" id="set-reviewDays" type="number" min="1" max="30" {...number('reviewDays')} />
        </Field>
        <Field name="secondLook" label={t.settings.secondLook} hint={t.settings.secondLookHint} {...props}>
          <select
            class="input"
            id="set-secondLook"
            {...described('secondLook')}
            onChange={(event) =>
              setTyped({
                ...typed(),
                secondLook:
                  secondLooks.find((look) => look === event.currentTarget.value) ?? typed().secondLook,
              })
            }
          >
            <For each={secondLooks}>
              {(look) => (
                <option value={look} selected={typed().secondLook === look}>
                  {words.secondLooks[look]}
                </option>
              )}
            </For>
          </select>
        </Field>
        <Show when={typed().secondLook === 'sample'}>
          <Field name="secondLookPercent" label={t.settings.secondLookPercent} {...props}>
            <input
              class="input"
              id="set-secondLookPercent"
              type="number"
              min="1"
              max="100"
              {...number('secondLookPercent')}
            />
          </Field>
        </Show>
        <Field
          name="recheckPercent"
          label={t.settings.recheckPercent}
          hint={t.settings.recheckHint}
          {...props}
        >
          <input
            class="input"
            id="set-recheckPercent"
            type="number"
            min="0"
            max="100"
            {...number('recheckPercent')}
          />
        </Field>
      </fieldset>
      <Show when={props.mayChange} fallback={<p class="hint">{t.settings.readOnly}</p>}>
        <p class="office-acts">
          <button type="submit" class="button button-blue" aria-disabled={props.busy}>
            {props.busy ? t.settings.saving : t.settings.save}
          </button>
          <span role="status">{props.status}</span>
        </p>
      </Show>
    </form>
  )
}

interface FieldProps {
  name: string
  label: string
  hint?: string
  errors: Readonly<Record<string, string>>
  children: JSX.Element
}

function Field(props: FieldProps) {
  return (
    <div class="office-field">
      <label for={`set-${props.name}`}>{props.label}</label>
      <Show when={props.hint}>
        <p class="hint" id={`set-${props.name}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.errors[props.name]}>
        <p class="field-error" role="alert" id={`set-${props.name}-error`}>
          {props.errors[props.name]}
        </p>
      </Show>
      {props.children}
    </div>
  )
}
