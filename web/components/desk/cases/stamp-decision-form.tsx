import { createSignal, For, Show } from 'solid-js'
import type { StaffStamp, StampDecision } from '../../../../worker/contract/stamped-scans'
import { type StampRefusal, stampRefusals } from '../../../../worker/contract/words'
import { asApiError } from '../../../api/api-error'
import { decideStamped } from '../../../api/stamped'
import { words } from '../../../locales/desk'
import { joinSentences } from '../../../locales/desk/format'
import { s } from '../../../locales/desk/stamped'

interface StampDecisionProps {
  scan: StaffStamp
  /** The id of the heading that says whose scan it is. */
  describedBy: string
  onDecided: (act: StampDecision['act']) => void
  onStale: () => void
}

/** Confirms a scan at once, or asks for the reason why it goes back. */
export function StampDecisionForm(props: StampDecisionProps) {
  const [isRefusing, setRefusing] = createSignal(false)
  const [refusal, setRefusal] = createSignal<StampRefusal | ''>('')
  const [note, setNote] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const id = () => `stamp-decision-${props.scan.id}`

  const decide = async (decision: StampDecision) => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    try {
      await decideStamped(props.scan.id, decision)
      props.onDecided(decision.act)
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(joinSentences(...error.sentences))
      if (error.code === 'stamp_changed') props.onStale()
    } finally {
      setBusy(false)
    }
  }
  const refuse = () =>
    decide({
      act: 'refuse',
      refusal: refusal() === '' ? undefined : (refusal() as StampRefusal),
      note: note(),
    })

  return (
    <div class="stamp-decision">
      <Show when={isRefusing()}>
        <label for={`${id()}-reason`}>{s.refusal}</label>
        <p class="field-hint" id={`${id()}-hint`}>
          {s.refusalHint}
        </p>
        <select
          class="text-input"
          id={`${id()}-reason`}
          value={refusal()}
          aria-describedby={`${id()}-hint`}
          onChange={(event) => setRefusal(event.currentTarget.value as StampRefusal)}
        >
          <option value="">{s.choose}</option>
          <For each={stampRefusals}>
            {(each) => <option value={each}>{words.stampRefusals[each]}</option>}
          </For>
        </select>
        <label for={`${id()}-note`}>{s.note}</label>
        <textarea
          class="text-input"
          id={`${id()}-note`}
          rows={3}
          value={note()}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Show>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <p class="form-acts">
        <Show
          when={isRefusing()}
          fallback={
            <>
              <Show when={!props.scan.isHidden}>
                <button
                  type="button"
                  class="button button-main"
                  aria-disabled={isBusy()}
                  aria-describedby={props.describedBy}
                  onClick={() => decide({ act: 'confirm' })}
                >
                  {s.confirm}
                </button>
              </Show>
              <button
                type="button"
                class="button"
                aria-describedby={props.describedBy}
                onClick={() => setRefusing(true)}
              >
                {s.refuse}
              </button>
            </>
          }
        >
          <button type="button" class="button button-main" aria-disabled={isBusy()} onClick={refuse}>
            {s.send}
          </button>
          <button type="button" class="button" onClick={() => setRefusing(false)}>
            {s.cancel}
          </button>
        </Show>
      </p>
    </div>
  )
}
