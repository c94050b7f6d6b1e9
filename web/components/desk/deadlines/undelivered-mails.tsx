import { createSignal, For, Show } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { UndeliveredMails as Known } from '../../../../worker/contract/settings'
import { asApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

interface UndeliveredMailsProps {
  known: Known
  mayRetry: boolean
  onRetry: (id: number) => Promise<void>
}

/** Whom a mail did not reach; nothing where every one did. */
export function UndeliveredMails(props: UndeliveredMailsProps) {
  const [status, setStatus] = createSignal('')
  const [busy, setBusy] = createSignal<number | null>(null)

  const retry = async ({ id, publicId }: Known['items'][number]) => {
    if (busy() !== null) return
    setBusy(id)
    try {
      await props.onRetry(id)
      setStatus(t.undelivered.retried(publicId))
    } catch (thrown) {
      setStatus(asApiError(thrown).message)
    } finally {
      setBusy(null)
    }
  }

  return (
    <Show when={props.known.count > 0 || status()}>
      <section class="delay" aria-labelledby="undelivered-heading">
        <h2 id="undelivered-heading">{t.undelivered.heading}</h2>
        <p class="hint">{t.undelivered.hint}</p>
        <Show when={props.known.count > props.known.items.length}>
          <p class="hint">
            {props.known.count > limits.undeliveredCounted
              ? t.undelivered.countedBeyond(formatCount(limits.undeliveredCounted))
              : t.undelivered.counted(formatCount(props.known.count))}
          </p>
        </Show>
        <p role="status">{status()}</p>
        <ul class="delay-list">
          <For each={props.known.items}>
            {(mail) => (
              <li>
                <b>{mail.publicId}</b>
                {t.undelivered.kinds[mail.kind]}
                <span class="hint">{`${formatMoment(mail.givenUpAt)}　${t.undelivered.troubles[mail.trouble]}`}</span>
                <Show when={props.mayRetry && mail.trouble !== 'address_unusable'}>
                  <button
                    type="button"
                    class="button button-small"
                    aria-label={t.undelivered.retryLabel(mail.publicId)}
                    aria-disabled={busy() !== null}
                    onClick={() => void retry(mail)}
                  >
                    {t.undelivered.retry}
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
