import { createSignal, For, Show } from 'solid-js'
import type { StaffEnterprise } from '../../../../worker/contract/enterprises'
import { industries } from '../../../../worker/contract/industries'
import { cities } from '../../../../worker/contract/regions'
import { asApiError } from '../../../api/api-error'
import { decideVerification, getEnterprise } from '../../../api/enterprises'
import { formatUscc } from '../../../lib/format-uscc'
import { language, words } from '../../../locales/desk'
import { e } from '../../../locales/desk/enterprises'
import { formatMoment, joinSentences } from '../../../locales/desk/format'
import { createLoad } from '../../../views/desk/create-load'
import { Loaded } from '../loaded'
import { Confirm } from '../people/confirm'
import { Claims, DocumentLink } from './claims'
import { People } from './people'

/** What an organisation says of itself and submitted, and the decision on it. */
export function EnterpriseDetail(props: {
  id: string
  onDecided: (decided: StaffEnterprise) => void
  onHandedOver: (said: string) => void
}) {
  const loaded = createLoad(() => getEnterprise(props.id))
  return (
    <Loaded data={loaded.data()} error={loaded.error()} retry={loaded.load}>
      {(enterprise) => (
        <div class="enterprise-detail">
          <Facts enterprise={enterprise()} />
          <People enterprise={enterprise()} onChanged={() => void loaded.load()} />
          <Claims
            enterprise={enterprise()}
            onDecided={props.onHandedOver}
            onStale={() => void loaded.load()}
          />
          <History enterprise={enterprise()} />
          <Decide enterprise={enterprise()} onDecided={props.onDecided} onStale={() => void loaded.load()} />
        </div>
      )}
    </Loaded>
  )
}

function Facts(props: { enterprise: StaffEnterprise }) {
  const nameOf = (entries: readonly { code: string; zh: string; en: string }[], code: string | null) =>
    entries.find((entry) => entry.code === code)?.[language]
  const facts = (): [string, string | undefined][] => {
    const { uscc, kind, size, ownership, industry, city, contact } = props.enterprise
    return [
      [e.uscc, formatUscc(uscc)],
      [e.kind, words.kinds[kind]],
      [e.size, size ? words.enterpriseSizes[size] : undefined],
      [e.ownership, ownership ? words.ownerships[ownership] : undefined],
      [e.industry, nameOf(industries, industry)],
      [e.city, nameOf(cities, city)],
      [e.contact, contact ? `${contact.name} ${contact.value}` : undefined],
    ]
  }
  return (
    <section>
      <h3>{e.data}</h3>
      <dl class="enterprise-facts">
        <For each={facts()}>
          {([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value ?? e.unknown}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

function History(props: { enterprise: StaffEnterprise }) {
  const states = words.enterpriseStates
  return (
    <section>
      <h3>{e.history}</h3>
      <Show when={props.enterprise.history.length > 0} fallback={<p class="block-text">{e.noHistory}</p>}>
        <ol class="enterprise-steps">
          <For each={props.enterprise.history}>
            {(step) => (
              <li>
                <b>{e.step(states[step.from], states[step.to])}</b>
                <p class="block-text">
                  {formatMoment(step.at)} · {words.verificationMeans[step.means]}
                  {step.isByGone ? ` · ${words.goneAccount}` : step.by ? ` · ${step.by}` : ''}
                </p>
                <Show when={step.document}>
                  <p>{step.document}</p>
                </Show>
                <Show when={step.file}>{(file) => <DocumentLink file={file()} />}</Show>
                <Show when={step.note}>
                  <p>{step.note}</p>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}

function Decide(props: {
  enterprise: StaffEnterprise
  onDecided: (decided: StaffEnterprise) => void
  onStale: () => void
}) {
  const [reason, setReason] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  const state = () => props.enterprise.state
  const id = () => `reason-${props.enterprise.id}`

  const decide = async (isVerified: boolean) => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    try {
      const { id, version } = props.enterprise
      props.onDecided(await decideVerification(id, { version, isVerified, reason: reason() }))
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
    <Show when={state() === 'submitted' || state() === 'verified'}>
      <div class="enterprise-decision">
        <label for={id()}>{e.reason}</label>
        <p class="field-hint" id={`${id()}-hint`}>
          {e.reasonHint}
        </p>
        <textarea
          class="text-input"
          id={id()}
          rows={3}
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
          <Show when={state() === 'submitted'}>
            <button
              type="button"
              class="button button-main"
              aria-disabled={isBusy()}
              onClick={() => decide(true)}
            >
              {e.verify}
            </button>
          </Show>
          <button
            type="button"
            class="button button-out"
            aria-disabled={isBusy()}
            onClick={() => (state() === 'submitted' ? decide(false) : setAsking(true))}
          >
            {state() === 'submitted' ? e.reject : e.takeBack}
          </button>
        </p>
        <Show when={isAsking()}>
          <Confirm
            act={e.takeBack}
            consequence={e.takeBackAsk}
            busy={isBusy()}
            onConfirm={() => decide(false)}
            onCancel={() => setAsking(false)}
          />
        </Show>
      </div>
    </Show>
  )
}
