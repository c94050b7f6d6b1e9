import { createEffect, createSignal, For, Show } from 'solid-js'
import type { ModerationSettings } from '../../../worker/contract/settings'
import { asApiError } from '../../api/api-error'
import { getPrivacy, publishNotice, saveContactMonths } from '../../api/privacy'
import {
  addBannedWord,
  changeReasonRules,
  getBannedWords,
  getReasonRecords,
  getSettings,
  removeBannedWord,
  rewordReason,
  saveSettings,
} from '../../api/settings'
import { Loaded } from '../../components/desk/loaded'
import { BannedWords } from '../../components/desk/settings/banned-words'
import { PrivacySection } from '../../components/desk/settings/privacy-section'
import { ReasonEditor } from '../../components/desk/settings/reason-editor'
import { SettingsForm } from '../../components/desk/settings/settings-form'
import { StatePanel } from '../../components/desk/state-panel'
import { t } from '../../locales/desk'
import { createLoad } from './create-load'
import { useSession } from './session'

/** `/desk/settings`: how this consultation is moderated, in which words, and what is watched for. */
export function Settings() {
  const session = useSession()
  const isModerating = () => session.account()?.role !== 'staff'
  const settings = createLoad(async () => (isModerating() ? getSettings() : null))
  const reasons = createLoad(async () => (isModerating() ? getReasonRecords() : []))
  const keepsWords = () => session.account()?.role !== 'moderator'
  const watched = createLoad(async () => (keepsWords() ? getBannedWords() : []))
  const privacy = createLoad(async () => (session.account()?.role === 'admin' ? getPrivacy() : null))
  const [busy, setBusy] = createSignal(false)
  const [status, setStatus] = createSignal('')
  const [errors, setErrors] = createSignal<Record<string, string>>({})
  const mayChange = () => ['senior_moderator', 'admin'].includes(session.account()?.role ?? '')

  document.title = `${t.settings.heading} · ${t.product}`
  createEffect(() => {
    if (settings.error()?.code === 'unauthenticated') void session.load()
  })

  const save = async (typed: ModerationSettings) => {
    setBusy(true)
    setErrors({})
    try {
      await saveSettings(typed)
      setStatus(t.settings.saved)
    } catch (thrown) {
      const error = asApiError(thrown)
      setErrors(error.fields)
      setStatus(error.message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="staff office">
      <header class="staff-head">
        <h1>{t.settings.heading}</h1>
        <p class="staff-intro">{t.settings.intro}</p>
      </header>
      <Loaded data={settings.data()} error={settings.error()} retry={settings.load}>
        {(view) => (
          <SettingsForm
            settings={view()}
            mayChange={mayChange()}
            busy={busy()}
            errors={errors()}
            status={status()}
            onSave={save}
          />
        )}
      </Loaded>
      <Show when={keepsWords() && !watched.data() && watched.error()}>
        {(error) => (
          <StatePanel kind="error" heading={t.failed} text={error().message} retry={watched.load} />
        )}
      </Show>
      <Show when={keepsWords() && watched.data()}>
        {(list) => (
          <BannedWords
            list={list()}
            onAdd={async (word) => {
              await addBannedWord(word)
              await watched.load()
            }}
            onRemove={async (word) => {
              await removeBannedWord(word)
              await watched.load()
            }}
          />
        )}
      </Show>
      <Show when={privacy.data()}>
        {(desk) => (
          <PrivacySection
            desk={desk()}
            onPublish={async (notice) => {
              await publishNotice(notice)
              await privacy.load()
            }}
            onMonths={async (months) => {
              await saveContactMonths(months)
              await privacy.load()
            }}
          />
        )}
      </Show>
      <Show when={isModerating() && !reasons.data() && reasons.error()}>
        {(error) => (
          <StatePanel kind="error" heading={t.failed} text={error().message} retry={reasons.load} />
        )}
      </Show>
      <Show when={isModerating() && reasons.data()}>
        {(records) => (
          <section aria-labelledby="reasons-heading">
            <h2 id="reasons-heading">{t.settings.reasons}</h2>
            <p class="hint">{t.settings.reasonsHint}</p>
            <ul class="reason-list">
              <For each={records().map(({ id }) => id)}>
                {(id) => (
                  <Show when={records().find((reason) => reason.id === id)}>
                    {(reason) => (
                      <ReasonEditor
                        reason={reason()}
                        mayChange={mayChange()}
                        onSave={async (wording, rules) => {
                          await rewordReason(id, wording)
                          await changeReasonRules(id, rules)
                          await reasons.load()
                        }}
                      />
                    )}
                  </Show>
                )}
              </For>
            </ul>
          </section>
        )}
      </Show>
    </div>
  )
}
