import { createSignal, Show } from 'solid-js'
import type { PlanPreview as Preview } from '../../../../worker/contract/consultations'
import { limits } from '../../../../worker/contract/limits'
import { asApiError } from '../../../api/api-error'
import { previewPlan, readDocument } from '../../../api/consultations'
import { placeOfLine } from '../../../lib/place-of-line'
import { toBase64 } from '../../../lib/to-base64'
import { words } from '../../../locales/desk'
import { c } from '../../../locales/desk/consultations'
import { FileInput } from '../../ui/file-input'
import { InputField } from './input-field'
import { PlanPreview } from './plan-preview'
import { SignInAgain } from './sign-in-again'

interface PlanSourceProps {
  source: string
  preview: Preview | undefined
  isStale: boolean
  error?: string | undefined
  onSource: (source: string) => void
  onPreview: (preview: Preview) => void
}

/** The document, pasted or out of a file, and what the importer makes of it. */
export function PlanSource(props: PlanSourceProps) {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [isSignedOut, setSignedOut] = createSignal(false)

  async function attempt(act: () => Promise<void>) {
    if (busy()) return
    setBusy(true)
    setProblem('')
    setSignedOut(false)
    try {
      await act()
    } catch (thrown) {
      const { code, sentences } = asApiError(thrown)
      if (code === 'unauthenticated') setSignedOut(true)
      else setProblem(sentences[0] ?? '')
    } finally {
      setBusy(false)
    }
  }
  const check = () => attempt(async () => props.onPreview(await previewPlan(props.source)))
  const take = (input: HTMLInputElement) =>
    attempt(async () => {
      const [file] = input.files ?? []
      input.value = ''
      if (!file) return
      if (file.size > limits.importBytes) return void setProblem(words.fields.file_too_large)
      const content = toBase64(new Uint8Array(await file.arrayBuffer()))
      const { text } = await readDocument({ fileName: file.name, content })
      props.onSource(text)
      props.onPreview(await previewPlan(text))
    })

  const jump = (line: number) => {
    const area = document.getElementById('draft-source') as HTMLTextAreaElement
    const [start, end] = placeOfLine(area.value, line)
    area.blur()
    area.setSelectionRange(start, end)
    area.focus()
  }

  return (
    <section class="block" aria-labelledby="document-heading">
      <h2 id="document-heading">{c.editor.document}</h2>
      <p class="hint">{c.editor.documentHint}</p>
      <FileInput
        name="plan-file"
        choose={c.editor.upload}
        buttonClass="button"
        accept=".txt,.docx,text/plain"
        onChange={(input) => void take(input)}
      />
      <InputField
        id="draft-source"
        label={c.editor.source}
        rows={14}
        value={props.source}
        error={problem() || props.error}
        onInput={props.onSource}
      />
      <Show when={isSignedOut()}>
        <SignInAgain />
      </Show>
      <div class="form-acts">
        <button type="button" class="button button-blue" aria-disabled={busy()} onClick={() => void check()}>
          {busy() ? c.editor.reading : c.editor.check}
        </button>
        <Show when={props.isStale}>
          <span class="hint" role="status">
            {c.editor.stale}
          </span>
        </Show>
      </div>
      <Show when={props.preview}>{(preview) => <PlanPreview preview={preview()} onJump={jump} />}</Show>
    </section>
  )
}
