import { createMemo, type JSX, Show } from 'solid-js'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { applyRedactions } from '../../../../worker/contract/redaction'
import { passagesWithin, placesIn } from '../../../../worker/contract/whole-text'
import { AppealCard } from '../../../components/desk/moderation/appeal-card'
import { ItemPane } from '../../../components/desk/moderation/item-pane'
import { ItemSignals } from '../../../components/desk/moderation/item-signals'
import { ItemStanding } from '../../../components/desk/moderation/item-standing'
import { ItemText } from '../../../components/desk/moderation/item-text'
import { PublicPreview } from '../../../components/desk/moderation/public-preview'
import { RedactionBar } from '../../../components/desk/moderation/redaction-bar'
import { RedactionStart } from '../../../components/desk/moderation/redaction-start'
import { SecondLook } from '../../../components/desk/moderation/second-look'
import { WordingDifference } from '../../../components/desk/wording-difference'
import { passageAt } from '../../../lib/passages'
import { language } from '../../../locales/desk'
import type { Choice } from './choices'
import type { Decisions } from './create-decisions'
import { type Redactions, textElementId } from './create-redactions'
import { explainSignal } from './explain-signal'
import { actName } from './names'
import { isHideable, redactingActFor } from './redacting'
import { shortcutKeys } from './shortcuts'

interface OpenItemProps {
  item: QueueItemView
  now: number
  head: JSX.Element
  redactions: Redactions
  decisions: Decisions
  reasons: readonly ReasonChoice[] | undefined
  keysShown: boolean
  similar?: JSX.Element
  onTakeOver: () => void
  /** The acts and their panel. */
  children: JSX.Element
}

/** The open item with its words to pick from; a second look that differs stands in place of the acts. */
export function OpenItem(props: OpenItemProps) {
  const { redactions } = props
  const explained = createMemo(() =>
    redactions.signals().map((signal) => ({ ...signal, explanation: explainSignal(signal) })),
  )
  const listed = () =>
    props.item.signals.map((signal) => ({
      ...signal,
      explanation: explainSignal(signal),
      isHideable: isHideable(signal),
    }))
  const picked = () => {
    const span = redactions.span()
    return span && props.item.body.slice(span.start, span.end)
  }
  const isHidden = () => {
    const span = redactions.span()
    return span !== null && passageAt(redactions.passages(), span) !== undefined
  }
  const wordingOf = ({ reason, decision }: Choice) => {
    const own = props.reasons?.filter((choice) => choice.decision === decision) ?? []
    return (own.find(({ id }) => id === reason) ?? own[0])?.[language] ?? ''
  }
  const places = () =>
    placesIn(props.item.body, {
      wording: props.item.wording !== null,
      summary: props.item.annexSummary !== null,
    })
  /** As the public will read it: what is hidden of it shows as hidden. */
  const wordingShown = () => {
    const { wording } = props.item
    const place = places().wording
    if (!wording || !place) return null
    const passages = passagesWithin(redactions.passages(), place)
    return { ...wording, text: applyRedactions(wording.text, passages) }
  }
  const difference = () => props.decisions.differing(props.item.reviewId)
  const press = (event: KeyboardEvent) => {
    const act = redactions.byKeys() ? redactingActFor(event) : null
    if (act && redactions.act(act)) event.preventDefault()
  }

  return (
    <ItemPane
      item={props.item}
      now={props.now}
      head={props.head}
      similar={props.similar}
      standing={
        <>
          <ItemStanding
            item={props.item}
            takeKey={shortcutKeys.take}
            keysShown={props.keysShown}
            onTakeOver={props.onTakeOver}
          />
          <AppealCard item={props.item} />
        </>
      }
      textTools={
        <RedactionStart
          keys={shortcutKeys.redact}
          keysShown={props.keysShown}
          isPicking={redactions.byKeys()}
          onStart={() => redactions.start()}
        />
      }
      text={
        <>
          <ItemText
            id={textElementId}
            text={props.item.body}
            signals={explained()}
            passages={redactions.passages()}
            picked={redactions.byKeys() ? redactions.span() : null}
            isPicking={redactions.byKeys()}
            onKey={press}
            onPoint={redactions.pointAt}
            onStart={redactions.start}
            onLeave={redactions.leave}
          />
          <Show when={wordingShown()}>{(wording) => <WordingDifference wording={wording()} />}</Show>
        </>
      }
      signals={
        <ItemSignals
          text={props.item.body}
          places={places()}
          signals={listed()}
          passages={redactions.passages()}
          hideAllKey={shortcutKeys.redactAll}
          keysShown={props.keysShown}
          onHide={redactions.hideSignal}
          onHideAll={redactions.hideSignals}
        />
      }
      preview={<PublicPreview item={props.item} passages={redactions.passages()} />}
    >
      <RedactionBar
        picked={picked()}
        isHidden={isHidden()}
        suggested={redactions.suggested()}
        byKeys={redactions.byKeys()}
        said={redactions.said()}
        onHide={redactions.hidePicked}
        onShowAgain={() => redactions.showAgain()}
        onLeave={redactions.leave}
      />
      <Show when={difference()} fallback={props.children} keyed>
        {({ own, first }) => (
          <SecondLook
            own={{ ...own, reason: wordingOf(own) }}
            first={first}
            nameOf={(decision) => actName(props.item, decision)}
            keysShown={props.keysShown}
            onKeepOwn={() => props.decisions.settleDifference(props.item, own)}
            onAdoptFirst={() => props.decisions.settleDifference(props.item, first)}
          />
        )}
      </Show>
    </ItemPane>
  )
}
