import { createSignal, onMount, Show } from 'solid-js'
import type { DecidedItem, OriginalView } from '../../../../worker/contract/moderation/decided'
import { ItemText } from '../../../components/desk/moderation/item-text'
import { PublicText } from '../../../components/desk/moderation/public-text'
import { RedactionBar } from '../../../components/desk/moderation/redaction-bar'
import { passageAt } from '../../../lib/passages'
import { t } from '../../../locales/desk'
import { createRedactions } from '../moderation/create-redactions'
import { draftOf, keepDraft } from '../moderation/drafts'
import { redactingActFor } from '../moderation/redacting'

interface HidingProps {
  item: DecidedItem
  /** The text as it was sent, where the public reads less of it. */
  original: OriginalView | null
  onReady: () => void
  onCancel: () => void
}

/** Chooses the words of a published text that are to be hidden from now on; all of them, not only the new ones. */
export function Hiding(props: HidingProps) {
  const body = () => props.original?.body ?? props.item.body
  const text = () => ({
    reviewId: 0,
    publicId: props.item.publicId,
    revision: props.item.revision,
    body: body(),
    signals: [],
  })
  const redactions = createRedactions(text)
  const [isEmpty, setEmpty] = createSignal(false)
  const elementId = `original-${props.item.publicId}`
  if (props.original && draftOf(props.item).redactions.length === 0)
    keepDraft(props.item, { redactions: props.original.redactions })
  onMount(() => document.getElementById(elementId)?.focus())

  const picked = () => {
    const span = redactions.span()
    return span && body().slice(span.start, span.end)
  }
  const isHidden = () => {
    const span = redactions.span()
    return span !== null && passageAt(redactions.passages(), span) !== undefined
  }
  const press = (event: KeyboardEvent) => {
    if (!redactions.byKeys() && event.key.startsWith('Arrow')) redactions.start()
    const act = redactingActFor(event)
    if (act && redactions.act(act)) event.preventDefault()
  }

  return (
    <section class="hiding" aria-label={t.decided.passages}>
      <h3 class="panel-heading">{t.decided.passages}</h3>
      <Show when={isEmpty() && redactions.passages().length === 0}>
        <p class="field-error" role="alert">
          {t.decided.noPassages}
        </p>
      </Show>
      <ItemText
        id={elementId}
        text={body()}
        signals={[]}
        passages={redactions.passages()}
        picked={redactions.byKeys() ? redactions.span() : null}
        isPicking={redactions.byKeys()}
        onKey={press}
        onPoint={redactions.pointAt}
        onStart={redactions.start}
        onLeave={redactions.leave}
      />
      <div class="preview">
        <h4>{t.item.preview}</h4>
        <PublicText text={body()} passages={redactions.passages()} />
      </div>
      <div class="hiding-acts">
        <button
          type="button"
          class="act act-main act-redact"
          onClick={() => (redactions.passages().length > 0 ? props.onReady() : setEmpty(true))}
        >
          {t.decided.toConfirm}
        </button>
        <button type="button" class="act" onClick={() => props.onCancel()}>
          {t.decision.cancel}
        </button>
      </div>
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
    </section>
  )
}
