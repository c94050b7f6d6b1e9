import { Show } from 'solid-js'
import { useFrame } from './frame-context'

/** Above the pages of a draft: that nobody outside sees them, and that nothing is sent from them. */
export function DraftMark() {
  const frame = useFrame()
  const { draft } = frame.words
  return (
    <Show when={frame.draft}>
      <section class="demo-mark draft-mark" aria-label={draft.mark}>
        <p>
          <b>{draft.mark}</b> {draft.hint}
        </p>
      </section>
    </Show>
  )
}
