import { createSignal, Show } from 'solid-js'
import { type GateView, overridableBlockers, type PublishResult } from '../../../../worker/contract/results'
import { asApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { ConfirmActs } from '../confirm-acts'

interface PublishFormProps {
  gate: GateView
  onPublish: (input: PublishResult) => Promise<void>
}

/** Publication after the figures were looked at once more; what was typed stays if it is refused. */
export function PublishForm(props: PublishFormProps) {
  const [reason, setReason] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)

  const counted = () => {
    const { totals, unconfirmed, openReviews, mayOverride } = props.gate
    const admissible = formatCount(totals.admissible)
    if (!mayOverride) return t.results.counted(admissible)
    const counts = {
      pending: totals.states.pending + unconfirmed,
      open_reviews: openReviews,
      undisposed: totals.undisposed,
    }
    const left = overridableBlockers
      .filter((blocker) => counts[blocker] > 0)
      .map((blocker) => t.results.leftPart(t.results.leftNames[blocker], formatCount(counts[blocker])))
    return t.results.countedEarly(admissible, left.join(t.results.leftJoin))
  }
  const ask = (event: Event) => {
    event.preventDefault()
    const isMissing = props.gate.mayOverride && reason().trim() === ''
    setProblem(isMissing ? t.results.overrideMissing : '')
    setAsking(!isMissing)
    if (isMissing) document.getElementById('override-reason')?.focus()
  }
  const publish = async () => {
    if (isBusy()) return
    setBusy(true)
    try {
      const { admissible, undisposed } = props.gate.totals
      const overrideReason = props.gate.mayOverride ? { overrideReason: reason() } : {}
      await props.onPublish({ admissible, undisposed, ...overrideReason })
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(Object.values(error.fields)[0] ?? error.message)
      setAsking(false)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form class="office-form" novalidate onSubmit={ask}>
      <Show when={props.gate.mayOverride}>
        <div class="office-field">
          <label for="override-reason">{t.results.override}</label>
          <p class="hint" id="override-hint">
            {t.results.overrideHint}
          </p>
          <textarea
            class="input"
            id="override-reason"
            rows="3"
            maxlength="500"
            value={reason()}
            aria-describedby="override-hint"
            aria-invalid={problem() ? 'true' : undefined}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      </Show>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <ConfirmActs
        id="publish-counted"
        isAsking={isAsking()}
        isBusy={isBusy()}
        isMain
        ask={t.results.count}
        counted={counted()}
        confirm={t.results.confirm}
        cancel={t.results.cancel}
        onConfirm={() => void publish()}
        onCancel={() => setAsking(false)}
      />
    </form>
  )
}
