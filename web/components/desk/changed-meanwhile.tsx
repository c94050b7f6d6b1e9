import type { JSX } from 'solid-js'

interface ChangedMeanwhileProps {
  heading: string
  /** What is typed goes on, on what stands now. */
  keep: string
  /** What is typed is given up. */
  drop: string
  onKeep: () => void
  onDrop: () => void
  /** What stands now. */
  children?: JSX.Element
}

/** What is being written was begun on a state that somebody has changed since: whoever writes says which of the two holds. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  return (
    <div class="changed-meanwhile" role="alert">
      <p>
        <b>{props.heading}</b>
      </p>
      {props.children}
      <p class="form-acts">
        <button type="button" class="button" onClick={() => props.onKeep()}>
          {props.keep}
        </button>
        <button type="button" class="button" onClick={() => props.onDrop()}>
          {props.drop}
        </button>
      </p>
    </div>
  )
}
