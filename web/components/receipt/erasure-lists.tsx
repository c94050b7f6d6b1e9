import { For, type JSX } from 'solid-js'
import { useFrame } from '../frame/frame-context'
import { describedBy, FieldError } from '../ui/field'

/** What an erasure takes away, and what it has to leave, with why. */
export function ErasureLists(props: {
  goes: readonly string[]
  stays: readonly { what: string; why: string }[]
}) {
  const { ownData, colon } = useFrame().words
  return (
    <>
      <section aria-labelledby="goes-heading">
        <h2 id="goes-heading">{ownData.goes}</h2>
        <ul class="own-list">
          <For each={props.goes}>{(item) => <li>{item}</li>}</For>
        </ul>
      </section>
      <section aria-labelledby="stays-heading">
        <h2 id="stays-heading">{ownData.stays}</h2>
        <ul class="own-list">
          <For each={props.stays}>
            {({ what, why }) => (
              <li>
                <b>{what}</b>
                {colon}
                {why}
              </li>
            )}
          </For>
        </ul>
      </section>
    </>
  )
}

/** The tick without which nothing is deleted. */
export function ConfirmTick(props: { label: JSX.Element; error: string | undefined }) {
  return (
    <div class="field" classList={{ 'has-error': Boolean(props.error) }}>
      <FieldError name="confirm" error={props.error} />
      <label class="choice choice-single">
        <input
          type="checkbox"
          name="confirm"
          id="field-confirm"
          value="yes"
          aria-describedby={describedBy({ name: 'confirm', error: props.error })}
          aria-invalid={props.error ? 'true' : undefined}
        />
        <span class="choice-words">
          <span class="choice-label">{props.label}</span>
        </span>
      </label>
    </div>
  )
}
