import { createMemo, type JSX } from 'solid-js'

/** What few need, folded away until it is wanted; it stays open once something was filled in or refused. */
export function FoldedPart(props: {
  label: string
  optional: string
  isOpen: boolean
  isHidden?: boolean
  children: JSX.Element
}) {
  const isOpen = createMemo<boolean>((was) => was || props.isOpen, false)
  return (
    <details class="profile-fields" open={isOpen()} hidden={props.isHidden}>
      <summary>
        {props.label}
        <span class="optional">{props.optional}</span>
      </summary>
      {props.children}
    </details>
  )
}
