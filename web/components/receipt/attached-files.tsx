import { For, Show } from 'solid-js'
import type { SealedFile } from '../../../worker/contract/files'
import { formatSize } from '../../lib/format-size'
import { useFrame } from '../frame/frame-context'

/** Files that go to the department; the hash proves which they are. Who may read them is led to each. */
export function HashedFiles(props: { files: SealedFile[]; addressOf?: (file: SealedFile) => string }) {
  return (
    <ul class="file-list">
      <For each={props.files}>
        {(file) => (
          <li>
            <Show when={props.addressOf} fallback={<span class="file-name">{file.name}</span>}>
              {(addressOf) => (
                <a class="file-name" href={addressOf()(file)}>
                  {file.name}
                </a>
              )}
            </Show>{' '}
            <span class="file-size">{formatSize(file.size)}</span>
            <code class="file-hash">{`SHA-256 ${file.sha256}`}</code>
          </li>
        )}
      </For>
    </ul>
  )
}

/** What went to the department with a comment. */
export function AttachedFiles(props: { files: SealedFile[] }) {
  const { preview } = useFrame().words
  return (
    <Show when={props.files.length > 0}>
      <section class="department-only" aria-labelledby="files-heading">
        <h2 id="files-heading">{preview.filesHeading}</h2>
        <HashedFiles files={props.files} />
      </section>
    </Show>
  )
}
