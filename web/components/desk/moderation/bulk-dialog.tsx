import { createEffect, Match, Show, Switch } from 'solid-js'
import type { BatchCount, BatchView } from '../../../../worker/contract/moderation/batches'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount, joinSentences } from '../../../locales/desk/format'
import { BulkCount } from './bulk-count'
import { BulkForm, type BulkFormWords } from './bulk-form'
import { BulkReport } from './bulk-report'

interface BulkAsked {
  decision: 'publish' | 'return' | 'reject'
  act: string
  cards: number
  step: 'counting' | 'asking' | 'sending' | 'done'
  count: BatchCount | null
  report: BatchView | null
  error: ApiError | null
}

interface BulkDialogProps {
  asked: BulkAsked | null
  reasons: readonly ReasonChoice[] | undefined
  haveReasonsFailed: boolean
  typed: { reason: string; note: string; internalNote: string }
  reasonIndex: (event: KeyboardEvent, count: number) => number | null
  isConfirm: (event: KeyboardEvent) => boolean
  keysShown: boolean
  onRetryReasons: () => void
  onType: (part: Partial<BulkDialogProps['typed']>) => void
  onConfirm: (words: BulkFormWords) => void
  onRecount: () => void
  onOpen: (publicId: string) => void
  onClose: () => void
}

/** One decision on many: what was counted, the reason, and what became of it. */
export function BulkDialog(props: BulkDialogProps) {
  let dialog!: HTMLDialogElement
  createEffect(() => {
    if (props.asked && !dialog.open) dialog.showModal()
    if (!props.asked && dialog.open) dialog.close()
  })
  const isSending = () => props.asked?.step === 'sending'

  return (
    <dialog
      class="dialog dialog-wide"
      ref={dialog}
      aria-labelledby="bulk-heading"
      aria-busy={isSending() || props.asked?.step === 'counting'}
      onCancel={(event) => isSending() && event.preventDefault()}
      onClose={() => props.onClose()}
    >
      <Show when={props.asked}>
        {(asked) => (
          <>
            <h2 id="bulk-heading">{asked().step === 'done' ? t.bulk.report : t.bulk.heading(asked().act)}</h2>
            <Show when={asked().error}>
              {(error) => (
                <p class="field-error" role="alert">
                  {joinSentences(...error().sentences)}
                </p>
              )}
            </Show>
            <Switch>
              <Match when={asked().step === 'counting'}>
                <p class="bulk-wait" role="status">
                  <span class="state-mark" aria-hidden="true" />
                  {t.bulk.counting}
                </p>
              </Match>
              <Match when={asked().step === 'done' && asked().report}>
                {(report) => (
                  <BulkReport
                    act={asked().act}
                    report={report()}
                    onOpen={props.onOpen}
                    onClose={props.onClose}
                  />
                )}
              </Match>
              <Match when={asked().count} keyed>
                {(count) => (
                  <>
                    <BulkCount count={count} cards={asked().cards} />
                    <BulkForm
                      decision={asked().decision}
                      act={asked().act}
                      count={count.count}
                      isSending={isSending()}
                      reasons={props.reasons?.filter(({ decision }) => decision === asked().decision)}
                      hasFailed={props.haveReasonsFailed}
                      reasonIndex={props.reasonIndex}
                      isConfirm={props.isConfirm}
                      keysShown={props.keysShown}
                      onRetryReasons={props.onRetryReasons}
                      typed={props.typed}
                      onType={props.onType}
                      onConfirm={props.onConfirm}
                      onCancel={() => props.onClose()}
                    />
                  </>
                )}
              </Match>
              <Match when={asked().error}>
                <div class="dialog-acts">
                  <button type="button" class="button" onClick={() => props.onClose()}>
                    {t.close}
                  </button>
                  <button type="button" class="button button-main" onClick={() => props.onRecount()}>
                    {t.retry}
                  </button>
                </div>
              </Match>
            </Switch>
            <Show when={isSending()}>
              <p class="bulk-wait" role="status">
                <span class="state-mark" aria-hidden="true" />
                {t.bulk.sending(formatCount(asked().count?.count ?? 0))}
              </p>
            </Show>
          </>
        )}
      </Show>
    </dialog>
  )
}
