import { Show } from 'solid-js'
import { mailWords } from '../../../worker/contract/locales/mail'
import type { ReceiptView } from '../../../worker/contract/receipts'
import { formatDay, formatEnd } from '../../lib/beijing-time'
import { isOverdue } from '../../lib/is-overdue'
import { commentPath, receiptPath, responsePath } from '../../lib/links'
import { useFrame } from '../frame/frame-context'

type Props = { receipt: ReceiptView }

/** Where the comment stands, and by when something will happen to it. */
export function StateCard(props: Props) {
  const { words, domain, now, language } = useFrame()
  const state = () => props.receipt.state
  const isErased = () => props.receipt.erasedAt !== null
  const hint = () => {
    if (props.receipt.isUnconfirmed) return words.publishedFirst.state
    if (props.receipt.isHeld) return words.publishedFirst.held
    const { journey, mayResubmit, erasedAt, isOfStandingVersion } = props.receipt
    if (erasedAt) return words.ownData.stateHint(formatDay(erasedAt, now, language))
    if (journey.at(-1)?.step === 'uphold') return words.receipt.upheld
    if (state() === 'returned' && isOfStandingVersion) return words.receipt.returnedOfResponse
    if (state() === 'returned' && !mayResubmit) return words.receipt.returnedForGood
    return words.receipt.stateHints[state()]
  }
  return (
    <section class={`state state-${isErased() ? 'withdrawn' : state()}`} aria-labelledby="state-heading">
      <h2 id="state-heading">{words.receipt.state}</h2>
      <p class="state-name">{isErased() ? words.ownData.state : domain.states[state()]}</p>
      <Show when={props.receipt.isReplaced && !isErased()} fallback={<p>{hint()}</p>}>
        <Replaced {...props} />
      </Show>
      <Show when={props.receipt.isOfEarlierPeople}>
        <p>{words.receipt.ofEarlierPeople}</p>
      </Show>
      <Show when={props.receipt.isOfStandingVersion}>
        <p>
          {words.receipt.ofResponse} <a href={responsePath()}>{words.response.open}</a>
        </p>
      </Show>
      <Show when={props.receipt.isAppealOpen}>
        <p>{words.receipt.appealOpen}</p>
      </Show>
      <Promised {...props} />
      <Delay {...props} />
      <Hidden {...props} />
      <Show when={state() === 'published' && !isErased()}>
        <p>
          <a href={commentPath(props.receipt.publicId)}>{words.receipt.seePublic}</a>
        </p>
      </Show>
    </section>
  )
}

/** What came of a response and lost its place in it. */
function Replaced(props: Props) {
  const { receipt: words } = useFrame().words
  return (
    <Show when={props.receipt.replacedBy} fallback={<p>{words.leftOut}</p>}>
      {(publicId) => (
        <p>
          {words.replaced[0]}
          <a href={receiptPath(publicId())}>{publicId()}</a>
          {words.replaced[1]}
        </p>
      )}
    </Show>
  )
}

function Promised(props: Props) {
  const { words, now, language } = useFrame()
  const sentence = (dueAt: string) => {
    const { receipt } = words
    const day = formatEnd(dueAt, now, language)
    const { reviewDays, isAppealOpen } = props.receipt
    if (isOverdue(dueAt, now)) return isAppealOpen ? receipt.appealOverdue(day) : receipt.overdue(day)
    return isAppealOpen ? receipt.appealPromise(reviewDays, day) : receipt.promise(reviewDays, day)
  }
  return (
    <Show when={props.receipt.dueAt}>
      {(dueAt) => (
        <p class="state-promise" classList={{ 'is-overdue': isOverdue(dueAt(), now) }}>
          {sentence(dueAt())}
        </p>
      )}
    </Show>
  )
}

function Delay(props: Props) {
  const { words, now, language } = useFrame()
  return (
    <Show when={props.receipt.delay}>
      {(delay) => (
        <div class="state-delay">
          <p>
            <b>{words.receipt.delay(formatEnd(delay().promisedAt, now, language))}</b>
          </p>
          <p>{delay()[language] ?? mailWords[language].delayDefault}</p>
          <p class="hint">{words.receipt.delayTold(formatDay(delay().sentAt, now, language))}</p>
        </div>
      )}
    </Show>
  )
}

function Hidden(props: Props) {
  const { words, domain } = useFrame()
  const list = () => {
    const { hidden } = props.receipt
    return [...new Set(hidden)]
      .map((reason) =>
        words.receipt.hiddenPart(domain.redactions[reason], hidden.filter((each) => each === reason).length),
      )
      .join(words.receipt.hiddenJoin)
  }
  return (
    <Show when={props.receipt.hidden.length > 0}>
      <p>{words.receipt.hidden(props.receipt.hidden.length, list())}</p>
    </Show>
  )
}
