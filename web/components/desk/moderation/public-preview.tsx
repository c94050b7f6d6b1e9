import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation'
import { t, words } from '../../../locales/desk'
import { formatPlace, joinSentences } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'

/** The head of the comment as readers will see it, and what they will not see. */
export function PublicPreview(props: { item: QueueItemView }) {
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
      <section class="preview">
        <h3>{t.item.preview}</h3>
        <p class="preview-line">
          <b class="preview-name">{props.item.author.name ?? words.anonymous}</b>
          <KindBadge author={props.item.author} />
          <span class="tag tag-stance">{words.stances[props.item.stance]}</span>
          <span class="tag tag-place">
            {formatPlace(props.item.measure.key)}
            <Show when={props.item.clause}>{(clause) => ` ${t.sentence(clause().number)}`}</Show>
          </span>
        </p>
        <p class="preview-note">
          {joinSentences(
            t.item.previewBody,
            props.item.author.kind === 'individual' ? t.item.previewHidden : t.item.previewHiddenOrganisation,
          )}
        </p>
      </section>
    </Show>
  )
}
