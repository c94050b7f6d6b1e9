import { For, Show } from 'solid-js'
import type { FileView } from '../../../worker/contract/files'
import { limits } from '../../../worker/contract/limits'
import { formatSize } from '../../lib/format-size'
import { commentFormPath, sentTo } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import type { CommentFormValues, FieldErrors } from '../../page'
import { useFrame } from '../frame/frame-context'
import { describedBy, Field } from '../ui/field'
import { TextArea } from '../ui/text-area'

/** In the preview of an organisation's comment: one file that named staff alone may read, with what everybody reads in its place. */
export function AnnexFields(props: {
  measureKey: string
  values: CommentFormValues
  annex: FileView | null
  errors: FieldErrors
}) {
  const { annex, form } = useFrame().words
  const field = () => ({
    name: 'annexFile',
    label: annex.file,
    hint: annex.fileHint,
    error: props.errors.annexFile,
  })
  const others = () => Object.entries(props.values).filter(([name]) => props.annex || name !== 'annexSummary')
  return (
    <section class="department-only" id="annex" aria-labelledby="annex-heading">
      <h2 id="annex-heading">{annex.heading}</h2>
      <form
        method="post"
        action={`${sentTo(commentFormPath(props.measureKey))}#annex`}
        enctype="multipart/form-data"
        novalidate
      >
        <For each={others()}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
        <Show
          when={props.annex}
          fallback={
            <details class="appeal" open={Object.keys(props.errors).length > 0}>
              <summary>
                <strong>{annex.add}</strong>
              </summary>
              <p>{annex.lead}</p>
              <Field {...field()}>
                <input
                  class="input"
                  id="field-annexFile"
                  name="annexFile"
                  type="file"
                  aria-describedby={describedBy(field())}
                  aria-invalid={field().error ? 'true' : undefined}
                />
              </Field>
              <TextArea
                name="annexSummary"
                label={annex.summary}
                hint={annex.summaryHint}
                rows={4}
                value={props.values.annexSummary}
                error={props.errors.annexSummary}
                count={form.most(groupDigits(limits.annexSummary))}
              />
              <p class="buttons">
                <button class="button-quiet" type="submit" name="step" value="annex">
                  {annex.send}
                </button>
              </p>
            </details>
          }
        >
          {(file) => (
            <ul class="file-list">
              <li>
                <span class="file-name">{file().name}</span>{' '}
                <span class="file-size">{formatSize(file().size)}</span>{' '}
                <button
                  class="button-quiet"
                  type="submit"
                  name="step"
                  value="unannex"
                  aria-label={form.dropNamed(file().name)}
                >
                  {form.drop}
                </button>
              </li>
            </ul>
          )}
        </Show>
      </form>
    </section>
  )
}
