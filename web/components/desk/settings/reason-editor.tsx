import { createSignal, For, Show } from 'solid-js'
import type { ReasonRecord, ReasonRules, Rewording } from '../../../../worker/contract/settings'
import { language, t, words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { createFaults } from '../../../views/desk/create-faults'

interface ReasonEditorProps {
  reason: ReasonRecord
  mayChange: boolean
  onSave: (wording: Rewording, rules: ReasonRules) => Promise<void>
}

const fields = ['labelZh', 'labelEn', 'zh', 'en'] as const
const rules = ['mayResubmit', 'isTextHidden', 'isSpam', 'isActive'] as const

/** A reason as it stands, its earlier wordings, and the way to change it. */
export function ReasonEditor(props: ReasonEditorProps) {
  const [isOpen, setOpen] = createSignal(false)
  let edit: HTMLButtonElement | undefined
  const current = () => props.reason.wordings[0]
  const earlier = () => props.reason.wordings.slice(1)
  const labelNow = () => (language === 'zh' ? current()?.labelZh : current()?.labelEn) ?? ''
  const id = (name: string) => `reason-${props.reason.id}-${name}`
  return (
    <li class="reason-row">
      <p class="reason-head">
        <b>{labelNow()}</b>
        <span class="tag">{words.decisions[props.reason.decision]}</span>
        <code>{props.reason.id}</code>
        <span class="hint">{t.settings.version(current()?.version ?? 1)}</span>
        <Show when={!props.reason.isActive}>
          <span class="tag tag-private">{t.settings.inactive}</span>
        </Show>
        <Show when={props.mayChange}>
          <button
            type="button"
            class="button button-quiet"
            ref={edit}
            aria-label={`${isOpen() ? t.settings.cancel : t.settings.edit}${language === 'zh' ? '' : ' '}${labelNow()}`}
            aria-expanded={isOpen()}
            onClick={() => setOpen(!isOpen())}
          >
            {isOpen() ? t.settings.cancel : t.settings.edit}
          </button>
        </Show>
      </p>
      <p>{language === 'zh' ? current()?.zh : current()?.en}</p>
      <Show when={isOpen()}>
        <ReasonForm
          id={id}
          {...props}
          onDone={() => {
            setOpen(false)
            edit?.focus()
          }}
        />
      </Show>
      <Show when={earlier().length > 0}>
        <details>
          <summary>{t.settings.history}</summary>
          <ul class="delay-list">
            <For each={earlier()}>
              {(wording) => (
                <li>
                  {t.settings.version(wording.version)} {wording.zh}
                  <span class="hint">
                    {wording.by ? `${wording.by} ${formatMoment(wording.wordedAt)}` : t.settings.seeded}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </li>
  )
}

const labels = {
  labelZh: t.settings.labelZh,
  labelEn: t.settings.labelEn,
  zh: t.settings.textZh,
  en: t.settings.textEn,
}

function ReasonForm(props: ReasonEditorProps & { id: (name: string) => string; onDone: () => void }) {
  const faults = createFaults()
  const [busy, setBusy] = createSignal(false)
  const save = async (form: HTMLFormElement) => {
    const data = new FormData(form)
    const text = (name: string) => String(data.get(name) ?? '')
    const wording = { labelZh: text('labelZh'), labelEn: text('labelEn'), zh: text('zh'), en: text('en') }
    const chosen = Object.fromEntries(rules.map((rule) => [rule, data.has(rule)])) as ReasonRules
    setBusy(true)
    try {
      await props.onSave(wording, chosen)
      props.onDone()
    } catch (thrown) {
      faults.take(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="office-form"
      novalidate
      onInput={faults.typedIn}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy()) void save(event.currentTarget)
      }}
    >
      <For each={fields}>
        {(name) => (
          <div class="office-field">
            <label for={props.id(name)}>{labels[name]}</label>
            <Show when={faults.errors()[name]}>
              <p class="field-error" role="alert" id={props.id(`${name}-error`)}>
                {faults.errors()[name]}
              </p>
            </Show>
            <Show
              when={name === 'zh' || name === 'en'}
              fallback={
                <input
                  class="input"
                  id={props.id(name)}
                  name={name}
                  aria-invalid={faults.errors()[name] ? 'true' : undefined}
                  aria-describedby={faults.errors()[name] && props.id(`${name}-error`)}
                  value={props.reason.wordings[0]?.[name] ?? ''}
                />
              }
            >
              <textarea
                class="input"
                id={props.id(name)}
                name={name}
                rows="3"
                aria-invalid={faults.errors()[name] ? 'true' : undefined}
                aria-describedby={faults.errors()[name] && props.id(`${name}-error`)}
              >
                {props.reason.wordings[0]?.[name] ?? ''}
              </textarea>
            </Show>
          </div>
        )}
      </For>
      <For each={rules}>
        {(rule) => (
          <label class="check">
            <input type="checkbox" name={rule} checked={props.reason[rule]} />
            {t.settings[rule]}
          </label>
        )}
      </For>
      <Show when={faults.problem()}>
        <p class="field-error" role="alert">
          {faults.problem()}
        </p>
      </Show>
      <p class="office-acts">
        <button type="submit" class="button button-blue" aria-disabled={busy()}>
          {busy() ? t.settings.saving : t.settings.saveReason}
        </button>
      </p>
    </form>
  )
}
