import { Show } from 'solid-js'
import { useFrame } from './frame-context'

/** Above everything: that what is shown are examples, where they are. */
export function DemoMark() {
  const frame = useFrame()
  const { demo } = frame.words
  return (
    <Show when={frame.isDemo}>
      <section class="demo-mark" aria-label={demo.label}>
        <p>{demo.text}</p>
      </section>
    </Show>
  )
}
