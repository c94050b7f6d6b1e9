import type { Stance } from '../../../worker/contract/words'

export function SearchIcon() {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m13 13 4.5 4.5" />
    </svg>
  )
}

export function CheckIcon() {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="m4 10.5 4 4 8-9" />
    </svg>
  )
}

const shapes: Record<Stance, string> = {
  support: 'm3.5 8.5 3 3 6-7',
  partly: 'M8 2.5a5.5 5.5 0 1 0 0 11Z',
  oppose: 'm4 4 8 8m0-8-8 8',
  suggest: 'M8 3v10M3 8h10',
}

/** One shape per stance, so that none is told by its colour alone. */
export function StanceIcon(props: { stance: Stance }) {
  return (
    <svg class={`stance-icon stance-${props.stance}`} viewBox="0 0 16 16" aria-hidden="true">
      {props.stance === 'partly' ? <circle cx="8" cy="8" r="5.5" /> : null}
      <path d={shapes[props.stance]} />
    </svg>
  )
}
