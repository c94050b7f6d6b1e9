import { For, Show } from 'solid-js'
import type { FileView } from '../../../worker/contract/files'
import { formatSize } from '../../lib/format-size'
import { t } from '../../locales/desk'

/** What was attached to a comment, to be downloaded by whoever handles it. */
export function AttachmentList(props: { files: FileView[]; desk: 'moderation' | 'staff' }) {
  return (
    <Show when={props.files.length > 0}>
      <section class="item-previous" aria-labelledby="attachments-heading">
        <h3 id="attachments-heading">{t.item.attachments}</h3>
        <p class="item-previous-hint">{t.item.attachmentsHint}</p>
        <ul class="item-figures">
          <For each={props.files}>
            {(file) => (
              <li>
                <a href={`/api/${props.desk}/attachments/${file.id}`} download={file.name} rel="external">
                  {file.name}
                </a>{' '}
                · {formatSize(file.size)}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
