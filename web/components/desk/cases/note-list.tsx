import { For, Show } from 'solid-js'
import type { NoteView } from '../../../../worker/contract/notes'
import { w } from '../../../locales/desk/cases'
import { formatMoment } from '../../../locales/desk/format'

interface NoteListProps {
  notes: readonly NoteView[]
  onRead: (noteId: number) => void
}

/** What colleagues noted, oldest first; one that mentions the reader stays marked until they say that they read it. */
export function NoteList(props: NoteListProps) {
  return (
    <Show when={props.notes.length > 0} fallback={<p class="notes-none">{w.notes.none}</p>}>
      <ol class="notes">
        <For each={props.notes}>
          {(note) => (
            <li class="note" classList={{ 'note-unread': note.isUnread }}>
              <p class="note-head">
                <b>{note.by}</b>
                <time datetime={note.at}>{formatMoment(note.at)}</time>
                <Show when={note.publicId === null}>
                  <span class="tag">{w.notes.ofMeasure}</span>
                </Show>
              </p>
              <p class="plain">{note.text}</p>
              <Show when={note.mentions.length > 0}>
                <p class="note-mentions">
                  {w.notes.mentions(
                    w.notes.join(note.mentions.map(({ name, isMe }) => (isMe ? w.notes.you : name))),
                  )}
                </p>
              </Show>
              <Show when={note.isUnread}>
                <p class="note-unread-line">
                  <span class="tag tag-alert">{w.notes.unread}</span>
                  <button type="button" class="button button-quiet" onClick={() => props.onRead(note.id)}>
                    {w.notes.markRead}
                  </button>
                </p>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
