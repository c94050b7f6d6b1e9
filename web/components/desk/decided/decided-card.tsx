import { For, type JSX, Show } from 'solid-js'
import type { DecidedItem } from '../../../../worker/contract/moderation/decided'
import type { Decision } from '../../../../worker/contract/words'
import { language, t, words } from '../../../locales/desk'
import { formatCount, formatMoment, formatPlace } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'
import { KindBadge } from '../moderation/kind-badge'
import { WordingDifference } from '../wording-difference'

interface DecidedCardProps {
  item: DecidedItem
  isPending: boolean
  problem: readonly string[]
  mayReadOriginal: boolean
  /** The key that does it while the card has the focus. */
  keyOf: (decision: Decision) => string | undefined
  keysShown: boolean
  onRead: () => void
  onChoose: (decision: Decision) => void
  /** The panel of a new decision. */
  children: JSX.Element
}

/** One decision in effect: what, why, by whom, and the comment as it now stands. */
export function DecidedCard(props: DecidedCardProps) {
  const name = () => props.item.author.name ?? words.anonymous
  const isPublic = () => props.item.state === 'published'
  const headingId = `decided-${props.item.decisionId}`
  const actOn = (decision: Decision) => {
    if (decision !== 'redact') return t.decision.acts[decision]
    return props.item.redactions.length > 0 ? t.decided.redactAgain : t.decided.redact
  }
  return (
    <article
      class="decided-card"
      aria-labelledby={headingId}
      tabindex="-1"
      data-decided={props.item.decisionId}
    >
      <header class="decided-head">
        <h2 id={headingId}>
          <span class="decided-act" classList={{ [`decided-${props.item.decision}`]: true }}>
            {words.decisions[props.item.decision]}
          </span>{' '}
          {t.item.heading(name())}
        </h2>
        <span class="decided-by">{t.decided.by(props.item.by, formatMoment(props.item.at))}</span>
      </header>
      <p class="item-meta">
        <KindBadge author={props.item.author} />
        <span class="tag tag-place">{formatPlace(props.item.measure.key)}</span>
        <span class="decided-measure">{props.item.measure.shortTitle}</span>
        <span class="tag">{t.decided.now(words.states[props.item.state])}</span>
        <Show when={props.item.redactions.length > 0}>
          <span class="tag tag-private">{t.decided.hidden(formatCount(props.item.redactions.length))}</span>
        </Show>
        <span class="facts-code decided-id">{props.item.publicId}</span>
      </p>
      <dl class="decided-why">
        <div>
          <dt>{t.decision.reasons}</dt>
          <dd>{props.item.reason[language]}</dd>
        </div>
        <Show when={props.item.note}>
          <div>
            <dt>{t.decision.note}</dt>
            <dd class="plain">{props.item.note}</dd>
          </div>
        </Show>
        <Show when={props.item.internalNote}>
          <div class="decided-internal">
            <dt>{t.decision.internalNote}</dt>
            <dd class="plain">{props.item.internalNote}</dd>
          </div>
        </Show>
        <div>
          <dt>{isPublic() ? t.decided.body : t.decided.bodyPrivate}</dt>
          <dd class="plain decided-body">{props.item.body}</dd>
        </div>
      </dl>
      <Show when={props.item.wording}>{(wording) => <WordingDifference wording={wording()} />}</Show>
      <Show when={props.problem.length > 0}>
        <div class="notice" role="alert">
          <For each={props.problem}>{(sentence) => <p>{sentence}</p>}</For>
        </div>
      </Show>
      <Show when={!props.isPending} fallback={<p class="decided-staged">{t.decided.staged}</p>}>
        <div class="decided-acts">
          <Show when={props.item.redactions.length > 0 && props.mayReadOriginal}>
            <button type="button" class="button" onClick={() => props.onRead()}>
              {t.original.open}
            </button>
          </Show>
          <For each={props.item.mayDecide}>
            {(decision) => (
              <button type="button" class="button" onClick={() => props.onChoose(decision)}>
                {actOn(decision)}
                <KeyHint
                  keys={props.keyOf(decision) ?? ''}
                  shown={props.keysShown && !!props.keyOf(decision)}
                />
              </button>
            )}
          </For>
        </div>
      </Show>
      {props.children}
    </article>
  )
}
