import { onMount } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { CopyButton } from '../account/copy-button'

interface OneTimeLinkProps {
  heading: string
  address: string
  expiresAt: string
  onDone: () => void
}

/** A link that is shown this once. */
export function OneTimeLink(props: OneTimeLinkProps) {
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  return (
    <section class="one-time" aria-labelledby="one-time-heading">
      <h2 id="one-time-heading" tabindex="-1" ref={heading}>
        {props.heading}
      </h2>
      <p>{t.people.link.once}</p>
      <label class="visually-hidden" for="one-time-link">
        {t.people.link.label}
      </label>
      <input
        id="one-time-link"
        class="one-time-link"
        readonly
        value={props.address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="field-hint">{t.people.link.until(formatMoment(props.expiresAt))}</p>
      <div class="form-acts">
        <CopyButton text={props.address} isMain />
        <button type="button" class="button" onClick={() => props.onDone()}>
          {t.people.link.done}
        </button>
      </div>
    </section>
  )
}
