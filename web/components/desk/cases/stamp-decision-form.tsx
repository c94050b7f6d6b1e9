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

/** Asks whether the paper was read before it is confirmed, or for the reason why it goes back; a confirmation can be taken back so. */
export function StampDecisionForm(props: StampDecisionProps) {
  const [asked, setAsked] = createSignal<StampDecision['act'] | null>(null)
  const [refusal, setRefusal] = createSignal<StampRefusal | ''>(props.scan.isHidden ? 'hidden_words' : '')
  const [note, setNote] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const isWaiting = () => props.scan.state === 'submitted'
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
      <Show when={asked() === 'confirm'}>
        <p>{s.confirmHint}</p>
      </Show>
      <Show when={asked() === 'refuse'}>
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
          when={asked()}
          fallback={
            <>
              <Show when={isWaiting() && !props.scan.isHidden}>
                <button
                  type="button"
                  class="button button-main"
                  aria-describedby={props.describedBy}
                  onClick={() => setAsked('confirm')}
                >
                  {s.confirm}
                </button>
              </Show>
              <button
                type="button"
                class="button"
                aria-describedby={props.describedBy}
                onClick={() => setAsked('refuse')}
              >
                {isWaiting() ? s.refuse : s.takeBack}
              </button>
            </>
          }
        >
          {(act) => (
            <>
              <button
                type="button"
                class="button button-main"
                aria-disabled={isBusy()}
                onClick={() => (act() === 'confirm' ? decide({ act: 'confirm' }) : refuse())}
              >
                {act() === 'confirm' ? s.confirmSure : s.send}
              </button>
              <button type="button" class="button" onClick={() => setAsked(null)}>
                {s.cancel}
              </button>
            </>
          )}
        </Show>
      </p>
    </div>
  )
}
