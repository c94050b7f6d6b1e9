import { createSignal, Show } from 'solid-js'
import type { CaseView } from '../../../../worker/contract/casework'
import { openAnnex } from '../../../api/annexes'
import { asApiError } from '../../../api/api-error'
import { w } from '../../../locales/desk/cases'
import { joinSentences } from '../../../locales/desk/format'

/** That a comment has a confidential annex; whoever is named to read it says what for and saves it. */
export function AnnexPanel(props: { publicId: string; annex: NonNullable<CaseView['annex']> }) {
  const [purpose, setPurpose] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal('')

  const open = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    setSaid('')
    try {
      const { name, bytes } = await openAnnex(props.publicId, { purpose: purpose() })
      const address = URL.createObjectURL(bytes)
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      URL.revokeObjectURL(address)
      setPurpose('')
      setSaid(w.annex.opened)
    } catch (thrown) {
      setProblem(joinSentences(...asApiError(thrown).sentences))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section class="item-previous" aria-labelledby="annex-heading">
      <h3 id="annex-heading">{w.annex.heading}</h3>
      <p class="item-previous-hint">{w.annex.summary}</p>
      <p class="item-previous-body">{props.annex.summary}</p>
      <Show when={props.annex.mayOpen} fallback={<p class="item-previous-hint">{w.annex.notNamed}</p>}>
        <form onSubmit={open}>
          <label for="annex-purpose">{w.annex.purpose}</label>
          <p class="field-hint" id="annex-purpose-hint">
            {w.annex.purposeHint}
          </p>
          <input
            class="text-input"
            id="annex-purpose"
            value={purpose()}
            aria-describedby="annex-purpose-hint"
            onInput={(event) => setPurpose(event.currentTarget.value)}
          />
          <Show when={problem()}>
            <p class="field-error" role="alert">
              {problem()}
            </p>
          </Show>
          <p class="form-acts">
            <button type="submit" class="button" aria-disabled={isBusy()}>
              {w.annex.open}
            </button>
          </p>
        </form>
      </Show>
      <p class="page-said" role="status">
        {said()}
      </p>
    </section>
  )
}
