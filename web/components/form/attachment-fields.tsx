import { createSignal, For, Show } from 'solid-js'
import { fileBytes, fileCount, fileExtensions } from '../../../worker/contract/file-limits'
import type { FormFile } from '../../islands/island-props'
import { formatSize } from '../../lib/format-size'
import { describedBy, Field, FieldError } from '../ui/field'
import { FileInput } from '../ui/file-input'
import type { FieldState } from './field-state'

const accepted = [...fileExtensions, 'jpeg'].map((type) => `.${type}`).join(',')

/** What goes to the department with the text: each file is uploaded by its button, or with the form; `action` is where that goes. */
export function AttachmentFields(props: { state: FieldState; files: FormFile[]; action: string }) {
  const { words } = props.state
  const [isTooLarge, setTooLarge] = createSignal<string>()
  const field = () => ({
    name: 'file',
    label: words.attachments,
    hint: words.attachmentsHint + props.state.terms.beside.attachment,
    optional: words.optional,
    error: isTooLarge() ?? props.state.errors.file,
  })
  const here = () => `${props.action}#attachments`
  const isFull = () => props.files.length >= fileCount
  return (
    <section class="attachments" id="attachments" aria-label={words.attachments}>
      <input type="hidden" name="attachments" value={props.state.values.attachments} />
      <Show
        when={!isFull()}
        fallback={
          <div class="field" id="field-file" tabindex="-1">
            <p class="field-name">{words.attachments}</p>
            <p class="hint">{words.attachmentsFull}</p>
            <FieldError name="file" error={props.state.errors.file} />
          </div>
        }
      >
        <Field {...field()}>
          <div class="file-choice">
            <FileInput
              name="file"
              choose={words.chooseFile}
              accept={accepted}
              describedBy={describedBy(field())}
              isInvalid={Boolean(field().error)}
              onChange={(input) => {
                const file = input.files?.[0]
                const isOver = file !== undefined && file.size > fileBytes
                setTooLarge(isOver ? words.fileTooLarge(file.name) : undefined)
                if (isOver) input.value = ''
              }}
            />
            <button class="button-quiet" type="submit" name="step" value="attach" formaction={here()}>
              {words.attach}
            </button>
          </div>
        </Field>
      </Show>
      <Show when={props.files.length > 0}>
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
                  formaction={here()}
                  aria-label={words.dropNamed(file.name)}
                >
                  {words.drop}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
