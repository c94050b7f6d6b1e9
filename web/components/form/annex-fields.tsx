import { For, type JSX, Show } from 'solid-js'
import type { FileView } from '../../../worker/contract/files'
import { limits } from '../../../worker/contract/limits'
import { formatSize } from '../../lib/format-size'
import { groupDigits } from '../../lib/numerals'
import type { CommentFormValues, FieldErrors } from '../../page'
import { useFrame } from '../frame/frame-context'
import { describedBy, Field } from '../ui/field'
import { FileInput } from '../ui/file-input'
import { TextArea } from '../ui/text-area'

interface Annex {
  /** What the form says of it, beside its file. */
  summary: string
  annex: FileView | null
  errors: FieldErrors
  /** Where the form goes. */
  action: string
}

/** In the preview of an organisation's comment: one file that named staff alone may read, with what everybody reads in its place. */
export function AnnexFields(props: Omit<Annex, 'summary'> & { values: CommentFormValues }) {
  const others = () => Object.entries(props.values).filter(([name]) => props.annex || name !== 'annexSummary')
  return (
    <AnnexSection>
      <form method="post" action={props.action} enctype="multipart/form-data" novalidate>
        <For each={others()}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
        <Show when={props.annex} fallback={<AddAnnex {...props} summary={props.values.annexSummary} />}>
          {(file) => <HeldAnnex file={file()} action={props.action} />}
        </Show>
      </form>
    </AnnexSection>
  )
}

/** The same within a form of more: the summary can be changed without another upload. */
export function AnnexPart(props: Annex) {
  return (
    <AnnexSection>
      <input type="hidden" name="annex" value={props.annex?.id ?? ''} />
      <Show when={props.annex} fallback={<AddAnnex {...props} />}>
        {(file) => (
          <>
            <HeldAnnex file={file()} action={props.action} />
            <SummaryField {...props} />
          </>
        )}
      </Show>
    </AnnexSection>
  )
}

function AnnexSection(props: { children: JSX.Element }) {
  const { annex } = useFrame().words
  return (
    <section class="department-only" id="annex" aria-labelledby="annex-heading">
      <h2 id="annex-heading">{annex.heading}</h2>
      {props.children}
    </section>
  )
}

function AddAnnex(props: Annex) {
  const { annex, form } = useFrame().words
  const field = () => ({
    name: 'annexFile',
    label: annex.file,
    hint: annex.fileHint,
    error: props.errors.annexFile,
  })
  const isOpen = () => Boolean(props.summary || props.errors.annexFile || props.errors.annexSummary)
  return (
    <details class="appeal" open={isOpen()}>
      <summary>
        <strong>{annex.add}</strong>
      </summary>
      <p>{annex.lead}</p>
      <Field {...field()}>
        <FileInput
          name="annexFile"
          choose={form.chooseFile}
          describedBy={describedBy(field())}
          isInvalid={Boolean(field().error)}
        />
      </Field>
      <SummaryField {...props} />
      <p class="buttons">
        <button
          class="button-quiet"
          type="submit"
          name="step"
          value="annex"
          formaction={`${props.action}#annex`}
        >
          {annex.send}
        </button>
      </p>
    </details>
  )
}

function SummaryField(props: Pick<Annex, 'summary' | 'errors'>) {
  const { annex, form } = useFrame().words
  return (
    <TextArea
      name="annexSummary"
      label={annex.summary}
      hint={annex.summaryHint}
      rows={4}
      value={props.summary}
      error={props.errors.annexSummary}
      count={form.most(groupDigits(limits.annexSummary))}
    />
  )
}

function HeldAnnex(props: { file: FileView; action: string }) {
  const { form } = useFrame().words
  return (
    <ul class="file-list">
      <li>
        <span class="file-name">{props.file.name}</span>{' '}
        <span class="file-size">{formatSize(props.file.size)}</span>{' '}
        <button
          class="button-quiet"
          type="submit"
          name="step"
          value="unannex"
          formaction={`${props.action}#annex`}
          aria-label={form.dropNamed(props.file.name)}
        >
          {form.drop}
        </button>
      </li>
    </ul>
  )
}
