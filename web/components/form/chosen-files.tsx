import { For, Show } from 'solid-js'
import type { FileView } from '../../../worker/contract/files'
import { formatSize } from '../../lib/format-size'
import { commentFormPath, sentTo } from '../../lib/links'
import type { CommentFormValues } from '../../page'
import { useFrame } from '../frame/frame-context'

/** In the preview: what will go to the department, each with a button that takes it back. */
export function ChosenFiles(props: { measureKey: string; values: CommentFormValues; files: FileView[] }) {
  const { form, preview } = useFrame().words
  return (
    <Show when={props.files.length > 0}>
      <section class="department-only" aria-labelledby="files-heading">
        <h2 id="files-heading">{preview.filesHeading}</h2>
        <form method="post" action={sentTo(commentFormPath(props.measureKey))}>
          <For each={Object.entries(props.values)}>
            {([name, value]) => <input type="hidden" name={name} value={value} />}
          </For>
          <input type="hidden" name="from" value="preview" />
          <ul class="file-list">
            <For each={props.files}>
              {(file) => (
                <li>
                  <span class="file-name">{file.name}</span>{' '}
                  <span class="file-size">{formatSize(file.size)}</span>{' '}
                  <button
                    class="button-quiet"
                    type="submit"
                    name="step"
                    value={`drop:${file.id}`}
                    aria-label={form.dropNamed(file.name)}
                  >
                    {form.drop}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </form>
      </section>
    </Show>
  )
}
