import { createEffect, For, Match, Show, Switch } from 'solid-js'
import type { NoteView } from '../../../../worker/contract/notes'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatMoment, formatPlace } from '../../../locales/desk/format'
import { StatePanel } from '../state-panel'

interface MentionDialogProps {
  open: boolean
  /** Undefined while they are on their way. */
  notes: readonly NoteView[] | undefined
  error: ApiError | null
  hasMore: boolean
  pathTo: (note: NoteView) => string
  onRead: (noteIds: number[]) => void
  onRetry: () => void
  onMore: () => void
  onGo: (path: string) => void
  onClose: () => void
}

/** The notes that mention the reader and wait to be read, each with the way to its case. */
export function MentionDialog(props: MentionDialogProps) {
  let dialog!: HTMLDialogElement
  createEffect(() => {
    if (props.open && !dialog.open) dialog.showModal()
    if (!props.open && dialog.open) dialog.close()
  })
  const place = ({ publicId, measureKey }: NoteView) =>
    publicId ? w.mentions.onCase(publicId) : w.mentions.onMeasure(formatPlace(measureKey))
  return (
    <dialog
      class="dialog dialog-wide"
      ref={dialog}
      aria-labelledby="mentions-heading"
      onClose={() => props.onClose()}
    >
      <h2 id="mentions-heading">{w.mentions.heading}</h2>
      <Switch>
        <Match when={props.error}>
          {(error) => (
            <StatePanel
              kind="error"
              heading={w.mentions.failed}
              text={error().message}
              retry={props.onRetry}
            />
          )}
        </Match>
        <Match when={!props.notes}>
          <StatePanel kind="loading" heading={t.loading} />
        </Match>
        <Match when={props.notes?.length === 0}>
          <p class="dialog-text">{w.mentions.none}</p>
        </Match>
        <Match when={props.notes}>
          {(notes) => (
            <ol class="notes mention-list">
              <For each={notes()}>
                {(note) => (
                  <li class="note">
                    <p class="note-head">
                      <b>{note.by}</b>
                      <time datetime={note.at}>{formatMoment(note.at)}</time>
                      <span>{place(note)}</span>
                    </p>
                    <p class="plain">{note.text}</p>
                    <p class="case-acts">
                      <button type="button" class="button" onClick={() => props.onGo(props.pathTo(note))}>
                        {w.mentions.go}
                      </button>
                      <button
                        type="button"
                        class="button button-quiet"
                        onClick={() => props.onRead([note.id])}
                      >
                        {w.mentions.markRead}
                      </button>
                    </p>
                  </li>
                )}
              </For>
            </ol>
          )}
        </Match>
      </Switch>
      <div class="dialog-acts">
        <Show when={props.hasMore}>
          <button type="button" class="button button-quiet" onClick={() => props.onMore()}>
            {w.mentions.more}
          </button>
        </Show>
        <Show when={(props.notes?.length ?? 0) > 1}>
          <button
            type="button"
            class="button"
            onClick={() => props.onRead((props.notes ?? []).map(({ id }) => id))}
          >
            {w.mentions.markAll}
          </button>
        </Show>
        <button type="button" class="button button-main" onClick={() => props.onClose()}>
          {t.close}
        </button>
      </div>
    </dialog>
  )
}
