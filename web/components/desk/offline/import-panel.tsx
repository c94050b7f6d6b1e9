import { createSignal, Match, Show, Switch } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { ImportCheck, Imported } from '../../../../worker/contract/offline'
import { asApiError } from '../../../api/api-error'
import { checkImport, importOpinions, type SentFile, templateAddress } from '../../../api/offline'
import { toBase64 } from '../../../lib/to-base64'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { o } from '../../../locales/desk/offline'
import { warnUnsaved } from '../warn-unsaved'
import { PreviewTable } from './preview-table'
import { ProblemTable } from './problem-table'

/** A file of opinions: chosen or dropped, checked, looked at, imported. */
export function ImportPanel(props: { onImported: () => void }) {
  const [file, setFile] = createSignal<SentFile>()
  const [check, setCheck] = createSignal<ImportCheck>()
  const [done, setDone] = createSignal<Imported>()
  const [busy, setBusy] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [isOver, setOver] = createSignal(false)
  const [isSaved, setSaved] = createSignal(false)
  let input!: HTMLInputElement

  const isUnsaved = () => done() !== undefined && !isSaved()
  const mayDiscard = warnUnsaved(isUnsaved, o.discard)

  const start = async (chosen: File | undefined) => {
    if (!chosen || busy()) return
    if (!mayDiscard()) {
      input.value = ''
      return
    }
    setCheck(undefined)
    setDone(undefined)
    setProblem('')
    if (chosen.size > limits.importBytes) return setProblem(o.tooLarge)
    setBusy(o.checking(chosen.name))
    try {
      const sent = { fileName: chosen.name, content: toBase64(new Uint8Array(await chosen.arrayBuffer())) }
      setCheck(await checkImport(sent))
      setFile(sent)
      document.getElementById('import-problems')?.focus()
    } catch (thrown) {
      setProblem(asApiError(thrown).sentences[0] ?? '')
    } finally {
      setBusy('')
      input.value = ''
    }
  }
  const send = async () => {
    const [sent, seen] = [file(), check()]
    if (!sent || !seen || busy()) return
    setBusy(o.importing)
    setProblem('')
    try {
      setDone(await importOpinions({ ...sent, sha256: seen.sha256 }))
      setSaved(false)
      setCheck(undefined)
      props.onImported()
    } catch (thrown) {
      setProblem(asApiError(thrown).message)
    } finally {
      setBusy('')
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void start(event.dataTransfer?.files[0])
  }

  return (
    <section class="block" aria-labelledby="import-heading">
      <h2 id="import-heading">{o.importHeading}</h2>
      <p class="hint">{o.steps}</p>
      <p class="form-acts">
        <a class="button" href={templateAddress('xlsx')} download="">
          {o.template} XLSX
        </a>
        <a class="button button-quiet" href={templateAddress('csv')} download="">
          {o.templateCsv}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same without a mouse. */}
      <div
        class="offline-drop"
        classList={{ 'is-over': isOver() }}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{o.drop}</p>
        <button
          type="button"
          class="button button-blue"
          aria-disabled={busy() !== ''}
          onClick={() => input.click()}
        >
          {o.pick}
        </button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => void start(event.currentTarget.files?.[0])}
        />
        <p class="hint">{o.limits}</p>
      </div>
      <p role="status" class="offline-status">
        {busy()}
      </p>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <Show when={check()}>
        {(seen) => (
          <Switch>
            <Match when={seen().problemCount > 0}>
              <ProblemTable problems={seen().problems} count={seen().problemCount} />
            </Match>
            <Match when={seen().importedAt}>
              {(at) => (
                <>
                  <p class="field-error" role="alert">
                    {o.earlier(formatMoment(at()))}
                  </p>
                  <Show when={seen().isImportedByMe}>
                    <p class="form-acts">
                      <button
                        type="button"
                        class="button"
                        aria-disabled={busy() !== ''}
                        onClick={() => void send()}
                      >
                        {o.codesAgain}
                      </button>
                    </p>
                  </Show>
                </>
              )}
            </Match>
            <Match when={true}>
              <p class="balance balance-good">{o.sound(formatCount(seen().rows))}</p>
              <PreviewTable check={seen()} />
              <p class="form-acts">
                <button
                  type="button"
                  class="button button-main"
                  aria-disabled={busy() !== ''}
                  onClick={() => void send()}
                >
                  {o.importAll(formatCount(seen().rows))}
                </button>
                <button type="button" class="button button-quiet" onClick={() => setCheck(undefined)}>
                  {o.otherFile}
                </button>
              </p>
            </Match>
          </Switch>
        )}
      </Show>
      <Show when={done()}>
        {(imported) => (
          <div class="offline-done">
            <p role="status">
              <b>{o.imported(formatCount(imported().receipts.length))}</b>
            </p>
            <p class="hint">{o.codesHint}</p>
            <a
              class="button"
              onClick={() => setSaved(true)}
              href={codesOf(imported())}
              download={`yanlu-codes-${imported().id.slice(0, 8)}.csv`}
            >
              {o.codes}
            </a>
          </div>
        )}
      </Show>
    </section>
  )
}

/** A reference is somebody's own words: it must not run as a formula where the file is opened. */
const cell = (text: string) =>
  `"${(/^[\s'"]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

function codesOf({ receipts }: Imported): string {
  const rows = receipts.map((each) => [String(each.row), each.reference, each.publicId, each.queryCode])
  const text = [o.codesHeader, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
  return URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
}
