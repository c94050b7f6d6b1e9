import { For } from 'solid-js'

/** A thin bar beside a number that says the same: for the eye only. */
export function Bar(props: { value: number; most: number; class?: string }) {
  const width = () =>
    props.most > 0 ? Math.max(props.value > 0 ? 2 : 0, (props.value / props.most) * 100) : 0
  return (
    <svg class={`bar ${props.class ?? ''}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="4" />
      <rect class="bar-value" width={width().toFixed(1)} height="4" />
    </svg>
  )
}

/** Shares of a whole side by side, each with its class; the numbers stand beside it as text. */
export function ShareBar(props: { shares: { value: number; class: string }[] }) {
  const placed = () => {
    const total = props.shares.reduce((sum, share) => sum + share.value, 0)
    let start = 0
    return props.shares.map((share) => {
      const width = total > 0 ? (share.value / total) * 100 : 0
      const rect = { class: share.class, x: start.toFixed(2), width: Math.max(0, width - 0.6).toFixed(2) }
      start += width
      return rect
    })
  }
  return (
    <svg class="bar share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="6" />
      <For each={placed()}>
        {(rect) => <rect class={rect.class} x={rect.x} width={rect.width} height="6" />}
      </For>
    </svg>
  )
}
