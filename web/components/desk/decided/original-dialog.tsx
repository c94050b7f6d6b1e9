import { createEffect, createSignal, For, Show } from 'solid-js'
import type { OriginalView } from '../../../../worker/contract/moderation/decided'
import { layerText } from '../../../lib/text-layers'
import { t, words } from '../../../locales/desk'
import { DecisionNote, noteLeft } from '../moderation/decision-note'

interface OriginalDialogProps {
  /** The comment whose original is asked for; null while none is. */
  publicId: string | null
  original: OriginalView | null
  isReading: boolean
  problem: readonly string[]
  onRead: (purpose: string) => void
  onClose: () => void
}

/** Asks what the original is read for before it shows it, and says that the reading is recorded. */
export function OriginalDialog(props: OriginalDialogProps) {
  let dialog!: HTMLDialogElement
  const [purpose, setPurpose] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  createEffect(() => {
    if (props.publicId && !dialog.open) {
      setPurpose('')
      setAsked(false)
      dialog.showModal()
    }
    if (!props.publicId && dialog.open) dialog.close()
  })
  const isMissing = () => asked() && !purpose().trim()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isMissing() || noteLeft(purpose()) < 0) return dialog.querySelector('textarea')?.focus()
    if (!props.isReading) props.onRead(purpose().trim())
  }

  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="original-heading" onClose={() => props.onClose()}>
      <h2 id="original-heading">{t.original.heading}</h2>
      <Show
        when={props.original}
        fallback={
          <form novalidate onSubmit={submit}>
            <p class="original-warning">{t.original.warning}</p>
            <For each={props.problem}>
              {(sentence) => (
                <p class="field-error" role="alert">
                  {sentence}
                </p>
              )}
            </For>
            <DecisionNote
              id="original-purpose"
              label={t.original.purpose}
              hint={t.original.purposeHint}
              value={purpose()}
              isRequired
              error={isMissing() ? t.original.purposeMissing : undefined}
              onInput={setPurpose}
            />
            <div class="dialog-acts">
              <button type="button" class="button" onClick={() => props.onClose()}>
                {t.decision.cancel}
              </button>
              <button type="submit" class="button button-main" aria-disabled={props.isReading}>
                {props.isReading ? t.original.reading : t.original.read}
              </button>
            </div>
          </form>
        }
      >
        {(original) => (
          <>
            <p class="dialog-hint" role="status">
              {t.original.recorded}
            </p>
            <section
              class="item-body original-text"
              tabindex="0"
              aria-label={t.original.text}
              ref={(text) => queueMicrotask(() => text.focus())}
            >
              <For each={layerText(original().body, { hidden: original().redactions })}>
                {(run) => (
                  <span
                    class="run"
                    classList={{ 'run-hidden': run.on.hidden !== null }}
                    data-hidden={
                      run.on.hidden === null
                        ? undefined
                        : words.redactions[original().redactions[run.on.hidden]?.reason ?? 'wording']
                    }
                  >
                    {run.text}
                  </span>
                )}
              </For>
            </section>
            <div class="dialog-acts">
              <button type="button" class="button" onClick={() => props.onClose()}>
                {t.close}
              </button>
            </div>
          </>
        )}
      </Show>
    </dialog>
  )
}
