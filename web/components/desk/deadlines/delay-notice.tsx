import { createSignal, For, Show } from 'solid-js'
import type { DelayNoticesView, NewDelayNotice } from '../../../../worker/contract/delay-notices'
import { asApiError } from '../../../api/api-error'
import { formatClosing } from '../../../lib/beijing-time'
import { language, t } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { ConfirmActs } from '../confirm-acts'

interface DelayNoticeProps {
  known: DelayNoticesView
  mayTell: boolean
  onSend: (notice: NewDelayNotice) => Promise<void>
}

/** Tells everybody who waits, at once, that it takes longer; how many they are stands there before. */
export function DelayNotice(props: DelayNoticeProps) {
  const [until, setUntil] = createSignal('')
  const [own, setOwn] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [status, setStatus] = createSignal('')
  const [busy, setBusy] = createSignal(false)

  const ask = (event: Event) => {
    event.preventDefault()
    setStatus('')
    setProblem(until() ? '' : t.delay.needsDate)
    setAsking(until() !== '')
    if (!isAsking()) document.getElementById('delay-until')?.focus()
  }
  const send = async () => {
    if (busy()) return
    setBusy(true)
    try {
      await props.onSend({ until: until(), ...(own().trim() && { [language]: own() }) })
      setStatus(t.delay.sent)
      setAsking(false)
      setOwn('')
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(Object.values(error.fields)[0] ?? error.message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section class="delay" aria-labelledby="delay-heading">
      <h2 id="delay-heading">{t.delay.heading}</h2>
      <p class="hint">{t.delay.hint}</p>
      <Show when={props.mayTell} fallback={<p class="hint">{t.delay.readOnly}</p>}>
        <Show when={props.known.waiting > 0} fallback={<p class="hint">{t.delay.nobody}</p>}>
          <form class="office-form" novalidate onSubmit={ask}>
            <div class="office-field">
              <label for="delay-until">{t.delay.until}</label>
              <input
                class="input"
                type="date"
                id="delay-until"
                value={until()}
                aria-invalid={problem() ? 'true' : undefined}
                aria-describedby={problem() ? 'delay-problem' : undefined}
                onInput={(event) => setUntil(event.currentTarget.value)}
              />
            </div>
            <div class="office-field">
              <label for="delay-own">{t.delay.own}</label>
              <textarea
                class="input"
                id="delay-own"
                rows="2"
                value={own()}
                onInput={(event) => setOwn(event.currentTarget.value)}
              />
            </div>
            <Show when={problem()}>
              <p class="field-error" id="delay-problem" role="alert">
                {problem()}
              </p>
            </Show>
            <ConfirmActs
              id="delay-counted"
              isAsking={isAsking()}
              isBusy={busy()}
              ask={t.delay.count}
              counted={t.delay.counted(formatCount(props.known.waiting), formatCount(props.known.withMail))}
              confirm={t.delay.send}
              cancel={t.settings.cancel}
              onConfirm={() => void send()}
              onCancel={() => setAsking(false)}
            >
              <span role="status">{status()}</span>
            </ConfirmActs>
          </form>
        </Show>
      </Show>
      <h3>{t.delay.earlier}</h3>
      <ul class="delay-list">
        <For each={props.known.items} fallback={<li class="hint">{t.delay.none}</li>}>
          {(notice) => (
            <li>
              {t.delay.toldOn(formatMoment(notice.sentAt), notice.by, formatCount(notice.waiting))}
              <span class="hint">{`${t.delay.until} ${formatClosing(notice.promisedAt, language)}`}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
