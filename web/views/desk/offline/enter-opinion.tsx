import { createSignal, Show } from 'solid-js'
import type { CommentReceipt } from '../../../../worker/contract/comments'
import type { NewOfflineOpinion, OfflineChannel, OfflineView } from '../../../../worker/contract/offline'
import type { ParticipantKind, Stance } from '../../../../worker/contract/words'
import { enterOpinion } from '../../../api/offline'
import { getPlan } from '../../../api/plan'
import { OpinionFields } from '../../../components/desk/offline/opinion-fields'
import { o } from '../../../locales/desk/offline'
import { createFaults } from '../create-faults'
import { createKept } from '../create-kept'
import { createLoad } from '../create-load'

export const blankOpinion = {
  channel: '' as OfflineChannel | '',
  receivedOn: '',
  reference: '',
  measure: '',
  clause: '',
  kind: 'individual' as ParticipantKind,
  name: '',
  uscc: '',
  stance: '' as Stance | '',
  body: '',
  wording: '',
  publish: false,
  showName: false,
  /** Of this entry, whatever becomes of the first answer: made when it is sent, gone with the form. */
  key: '',
}
export type OpinionDraft = typeof blankOpinion

/** One letter or call: typed, sent, and its number and code to be passed on. */
export function EnterOpinion(props: { days: OfflineView['days']; onEntered: () => void }) {
  const kept = createKept<OpinionDraft>(() => 'offline-opinion', blankOpinion)
  const plan = createLoad(getPlan)
  const faults = createFaults()
  const [isSending, setSending] = createSignal(false)
  const [receipt, setReceipt] = createSignal<CommentReceipt>()
  let done!: HTMLDivElement
  let summary: HTMLDivElement | undefined

  const send = async (event: Event) => {
    event.preventDefault()
    if (isSending()) return
    setSending(true)
    faults.clear()
    if (!kept.fields.key) kept.type({ key: newKey() })
    try {
      setReceipt(await enterOpinion(opinionOf(kept.fields)))
      const { channel, receivedOn, measure } = kept.fields
      kept.clear()
      kept.type({ channel, receivedOn, measure })
      props.onEntered()
      done.focus()
    } catch (thrown) {
      faults.setProblem(faults.take(thrown).message)
      summary?.focus()
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      <Show when={receipt()}>
        {(given) => (
          <div class="block offline-done" role="status" tabindex="-1" ref={done}>
            <p>
              <b>{o.entered}</b>
            </p>
            <dl class="offline-codes">
              <dt>{o.publicId}</dt>
              <dd>
                <code>{given().publicId}</code>
              </dd>
              <dt>{o.queryCode}</dt>
              <dd>
                <code>{given().queryCode}</code>
              </dd>
            </dl>
            <p class="hint">{o.keepCode}</p>
          </div>
        )}
      </Show>
      <section class="block" aria-labelledby="enter-heading">
        <h2 id="enter-heading">{o.enter}</h2>
        <p class="hint">{o.required}</p>
        <form novalidate onSubmit={(event) => void send(event)}>
          <Show when={faults.problem()}>
            <div class="problem" role="alert" tabindex="-1" ref={summary}>
              <h2>{faults.problem()}</h2>
            </div>
          </Show>
          <OpinionFields
            fields={kept.fields}
            errors={faults.errors()}
            plan={plan.data()}
            days={props.days}
            onType={(change) => {
              kept.type(change)
              faults.typed(change)
            }}
          />
          <p class="form-acts">
            <button type="submit" class="button button-main" aria-disabled={isSending()}>
              {isSending() ? o.saving : o.save}
            </button>
            <button type="button" class="button button-quiet" onClick={() => kept.clear()}>
              {o.clear}
            </button>
          </p>
        </form>
      </section>
    </>
  )
}

/** 128 random bits; `randomUUID` is not there where the desk is served without TLS. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function opinionOf(fields: OpinionDraft): NewOfflineOpinion {
  const { channel, stance, publish, showName, clause, uscc, wording, ...same } = fields
  const isIndividual = fields.kind === 'individual'
  return {
    ...same,
    channel: channel as OfflineChannel,
    stance: stance as Stance,
    ...(clause && { clause }),
    ...(clause && wording && { wording }),
    ...(uscc && !isIndividual && { uscc }),
    consent: { publish, ...(isIndividual && { name: showName }) },
  }
}
