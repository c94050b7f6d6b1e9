import { createSignal, For, Show } from 'solid-js'
import type { ClaimView, StaffEnterprise } from '../../../../worker/contract/enterprises'
import type { FileView } from '../../../../worker/contract/files'
import { asApiError } from '../../../api/api-error'
import { decideClaim } from '../../../api/enterprises'
import { formatSize } from '../../../lib/format-size'
import { e } from '../../../locales/desk/enterprises'
import { formatMoment, joinSentences } from '../../../locales/desk/format'
import { Confirm } from '../people/confirm'

/** A document that was handed in, to be downloaded by whoever decides. */
export function DocumentLink(props: { file: FileView }) {
  return (
    <p>
      <a href={`/api/staff/enterprise-documents/${props.file.id}`} download={props.file.name} rel="external">
        {props.file.name}
      </a>{' '}
      · {formatSize(props.file.size)} · <span class="block-text">{e.fileHint}</span>
    </p>
  )
}

/** Who says that the organisation is theirs, and the decision on it. */
export function Claims(props: {
  enterprise: StaffEnterprise
  onDecided: (said: string) => void
  onStale: () => void
}) {
  return (
    <Show when={props.enterprise.claims.length > 0}>
      <section class="enterprise-decision">
        <h3>{e.claims}</h3>
        <ol class="enterprise-steps">
          <For each={props.enterprise.claims}>
            {(claim) => (
              <li>
                <b>{e.claimStates[claim.state](claim.name)}</b>
                <p class="block-text">{formatMoment(claim.askedAt)}</p>
                <p>{claim.note}</p>
                <Show when={claim.file} fallback={<p class="block-text">{e.noFile}</p>}>
                  {(file) => <DocumentLink file={file()} />}
                </Show>
                <Show when={claim.reason}>
                  <p>{claim.reason}</p>
                </Show>
                <Show when={claim.state === 'waiting'}>
                  <Decide {...props} claim={claim} />
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}

function Decide(props: {
  enterprise: StaffEnterprise
  claim: ClaimView
  onDecided: (said: string) => void
  onStale: () => void
}) {
  const [reason, setReason] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  const id = () => `claim-reason-${props.claim.id}`
  const decide = async (isGranted: boolean) => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    try {
      const { id, version, name } = props.enterprise
      await decideClaim(id, props.claim.id, { version, isGranted, reason: reason() })
      props.onDecided(isGranted ? e.done.handedOver(name, props.claim.name) : e.done.claimDeclined(name))
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(joinSentences(...error.sentences))
      if (error.code === 'enterprise_changed') props.onStale()
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  return (
    <div class="enterprise-decision">
      <label for={id()}>{e.reason}</label>
      <p class="field-hint" id={`${id()}-hint`}>
        {e.claimReasonHint}
      </p>
      <textarea
        class="text-input"
        id={id()}
        rows={2}
        value={reason()}
        aria-describedby={`${id()}-hint`}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <p class="form-acts">
        <button type="button" class="button button-main" onClick={() => setAsking(true)}>
          {e.handOver}
        </button>
        <button
          type="button"
          class="button button-out"
          aria-disabled={isBusy()}
          onClick={() => decide(false)}
        >
          {e.declineClaim}
        </button>
      </p>
      <Show when={isAsking()}>
        <Confirm
          act={e.handOver}
          consequence={e.handOverAsk(props.claim.name)}
          busy={isBusy()}
          onConfirm={() => decide(true)}
          onCancel={() => setAsking(false)}
        />
      </Show>
    </div>
  )
}
