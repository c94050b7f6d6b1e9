import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface SimilarCardProps {
  group: QueueItemView['group']
  keys: string
  keysShown: boolean
  onOpen: () => void
}

/** Beside one comment: that there are others nearly like it, and the way to see them below one another. */
export function SimilarCard(props: SimilarCardProps) {
  return (
    <Show when={(props.group?.members ?? 1) > 1 && props.group}>
      {(group) => (
        <section class="side-section similar">
          <h3>{t.group.heading}</h3>
          <p>{t.group.totals(formatCount(group().members), formatCount(group().open))}</p>
          <button type="button" class="button" onClick={() => props.onOpen()}>
            {t.group.open}
            <KeyHint keys={props.keys} shown={props.keysShown} />
          </button>
        </section>
      )}
    </Show>
  )
}
