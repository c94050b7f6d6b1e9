import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { Redaction } from '../../../../worker/contract/redaction'
import { t, words } from '../../../locales/desk'
import { formatCount, formatPlace, joinSentences } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'
import { PublicText } from './public-text'

interface PublicPreviewProps {
  item: QueueItemView
  passages: readonly Redaction[]
}

/** The comment exactly as readers will see it, and what they will not see. */
export function PublicPreview(props: PublicPreviewProps) {
  const hides = () => props.passages.length > 0
  return (
    <Show
      when={props.item.consentPublish}
      fallback={
        <section class="preview preview-private">
          <h3>{t.item.notPublic}</h3>
          <p>{t.item.notPublicText}</p>
        </section>
      }
    >
      <section class="preview" aria-labelledby="preview-heading">
        <h3 id="preview-heading">{t.item.preview}</h3>
        <p class="preview-line">
          <b class="preview-name">{props.item.author.name ?? words.anonymous}</b>
          <KindBadge author={props.item.author} />
          <span class="tag tag-stance">{words.stances[props.item.stance]}</span>
          <span class="tag tag-place">
            {formatPlace(props.item.measure.key)}
            <Show when={props.item.clause}>{(clause) => ` ${t.sentence(clause().number)}`}</Show>
          </span>
        </p>
        <Show when={hides()}>
          <PublicText text={props.item.body} passages={props.passages} />
        </Show>
        <p class="preview-note">
          {joinSentences(
            hides() ? t.item.previewHides(formatCount(props.passages.length)) : t.item.previewBody,
            props.item.author.kind === 'individual' ? t.item.previewHidden : t.item.previewHiddenOrganisation,
          )}
        </p>
      </section>
    </Show>
  )
}
