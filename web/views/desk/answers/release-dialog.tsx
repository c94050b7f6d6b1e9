import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { ReleaseCount, ReleaseSelection, ReleaseView } from '../../../../worker/contract/responses'
import { type ApiError, asApiError } from '../../../api/api-error'
import { countRelease, releaseResponses } from '../../../api/responses'
import { LongText } from '../../../components/desk/answers/long-text'
import { t } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount } from '../../../locales/desk/format'
import { isConfirm } from '../moderation/shortcuts'

interface ReleaseDialogProps {
  /** What is to be made public; null while nobody asks. */
  asked: ReleaseSelection | null
  /** Of which measure and unit, in words; null where they were chosen one by one. */
  place: string | null
  onDone: (view: ReleaseView) => void
  onClose: () => void
}

/** Counts first, says what follows, then makes all of the set public. */
export function ReleaseDialog(props: ReleaseDialogProps) {
  let dialog!: HTMLDialogElement
  const [count, setCount] = createSignal<ReleaseCount | null>(null)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [note, setNote] = createSignal('')
  const [isSending, setSending] = createSignal(false)

  const recount = async (asked: ReleaseSelection) => {
    setCount(null)
    setError(null)
    try {
      setCount(await countRelease(asked))
    } catch (thrown) {
      setError(asApiError(thrown))
    }
  }
  createEffect(
    on(
      () => props.asked,
      (asked) => {
        if (asked && !dialog.open) dialog.showModal()
        if (!asked && dialog.open) dialog.close()
        if (asked) void recount(asked)
      },
    ),
  )
  const send = async () => {
    const responses = count()?.responses ?? []
    if (isSending() || responses.length === 0) return
    setSending(true)
    setError(null)
    try {
      const view = await releaseResponses({ responses, note: note() })
      setNote('')
      props.onDone(view)
    } catch (thrown) {
      const failed = asApiError(thrown)
      if (props.asked) await recount(props.asked)
      setError(failed)
    } finally {
      setSending(false)
    }
  }

  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="release-heading"
      aria-busy={isSending()}
      onCancel={(event) => isSending() && event.preventDefault()}
      onClose={() => props.onClose()}
    >
      <Show when={props.asked}>
        {(asked) => (
          <>
            <h2 id="release-heading">{a.release.heading}</h2>
            <Show when={props.place}>
              <p class="dialog-text">{props.place}</p>
            </Show>
            <Show when={error()}>
              {(failed) => (
                <p class="field-error" role="alert">
                  {failed().message}
                </p>
              )}
            </Show>
            <Switch>
              <Match when={!count() && !error()}>
                <p class="bulk-wait" role="status">
                  <span class="state-mark" aria-hidden="true" />
                  {a.release.counting}
                </p>
              </Match>
              <Match when={count()}>
                {(counted) => (
                  <>
                    <Counted count={counted()} />
                    <Show when={counted().responses.length > 0}>
                      <p class="dialog-text release-text">{a.release.consequence}</p>
                      <LongText
                        id="release-note"
                        label={a.release.note}
                        value={note()}
                        max={limits.note}
                        rows={2}
                        isConfirm={isConfirm}
                        onInput={setNote}
                        onConfirm={() => void send()}
                      />
                    </Show>
                  </>
                )}
              </Match>
            </Switch>
            <div class="dialog-acts">
              <button type="button" class="button" onClick={() => props.onClose()}>
                {a.answer.cancel}
              </button>
              <Show
                when={count()}
                fallback={
                  <button type="button" class="button" onClick={() => void recount(asked())}>
                    {t.retry}
                  </button>
                }
              >
                {(counted) => (
                  <button
                    type="button"
                    class="button button-main"
                    aria-disabled={isSending() || counted().responses.length === 0}
                    onClick={() => void send()}
                  >
                    {isSending()
                      ? a.release.sending
                      : a.release.confirm(formatCount(counted().responses.length))}
                  </button>
                )}
              </Show>
            </div>
          </>
        )}
      </Show>
    </dialog>
  )
}

function Counted(props: { count: ReleaseCount }) {
  return (
    <>
      <p class="bulk-total" role="status">
        {props.count.count > 0
          ? a.release.counted(formatCount(props.count.responses.length), formatCount(props.count.comments))
          : a.release.nothing}
      </p>
      <ul class="bulk-notes">
        <Show when={props.count.count > limits.caseBatch}>
          <li>{a.release.limited(formatCount(limits.caseBatch))}</li>
        </Show>
        <Show when={props.count.others > 0}>
          <li>{a.release.others(formatCount(props.count.others))}</li>
        </Show>
      </ul>
    </>
  )
}
