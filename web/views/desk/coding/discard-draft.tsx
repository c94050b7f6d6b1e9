import { createSignal, Show } from 'solid-js'
import { Confirm } from '../../../components/desk/people/confirm'
import { t } from '../../../locales/desk'

/** Throws the draft away, after a second thought. */
export function DiscardDraft(props: { busy: boolean; onDiscard: () => Promise<unknown> }) {
  const [isAsking, setAsking] = createSignal(false)
  return (
    <Show
      when={isAsking()}
      fallback={
        <p class="form-acts">
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t.codebook.discard}
          </button>
        </p>
      }
    >
      <Confirm
        act={t.codebook.discard}
        consequence={t.codebook.discardText}
        busy={props.busy}
        onConfirm={() => void props.onDiscard().then(() => setAsking(false))}
        onCancel={() => setAsking(false)}
      />
    </Show>
  )
}
