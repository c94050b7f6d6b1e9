import { createSignal, For, Show } from 'solid-js'
import type { PrivacyDesk, PublishNotice } from '../../../../worker/contract/privacy'
import { p } from '../../../locales/desk/privacy'
import { createFaults } from '../../../views/desk/create-faults'

const fields = ['additionZh', 'additionEn', 'changeZh', 'changeEn'] as const

/** What an administrator adds to the notice, and what changed. */
export function NoticeForm(props: {
  desk: PrivacyDesk
  onPublish: (notice: PublishNotice) => Promise<void>
  onCancel: () => void
}) {
  const faults = createFaults()
  const [busy, setBusy] = createSignal(false)
  const begun = {
    additionZh: props.desk.addition.zh,
    additionEn: props.desk.addition.en,
    changeZh: '',
    changeEn: '',
  }
  const publish = async (form: HTMLFormElement) => {
    const data = new FormData(form)
    const text = (name: string) => String(data.get(name) ?? '')
    setBusy(true)
    try {
      await props.onPublish({
        version: props.desk.versions[0]?.version ?? 0,
        additionZh: text('additionZh'),
        additionEn: text('additionEn'),
        changeZh: text('changeZh'),
        changeEn: text('changeEn'),
      })
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
        if (!busy()) void publish(event.currentTarget)
      }}
    >
      <For each={fields}>
        {(name) => (
          <div class="office-field">
            <label for={`notice-${name}`}>{p[name]}</label>
            <Show when={faults.errors()[name]}>
              <p class="field-error" role="alert" id={`notice-${name}-error`}>
                {faults.errors()[name]}
              </p>
            </Show>
            <textarea
              class="input"
              id={`notice-${name}`}
              name={name}
              rows={name.startsWith('change') ? 2 : 4}
              lang={name.endsWith('Zh') ? 'zh-CN' : 'en'}
              aria-invalid={faults.errors()[name] ? 'true' : undefined}
              aria-describedby={faults.errors()[name] && `notice-${name}-error`}
            >
              {begun[name]}
            </textarea>
          </div>
        )}
      </For>
      <Show when={faults.problem()}>
        <p class="field-error" role="alert">
          {faults.problem()}
        </p>
      </Show>
      <p class="office-acts">
        <button type="submit" class="button button-blue" aria-disabled={busy()}>
          {busy() ? p.saving : p.publishNow}
        </button>
        <button type="button" class="button button-quiet" onClick={() => props.onCancel()}>
          {p.cancel}
        </button>
      </p>
    </form>
  )
}
