import { Show } from 'solid-js'
import { FieldError } from '../ui/field'
import type { FieldState } from './field-state'

/** The passage that was chosen in the text; without scripts the button brings the form back without it. */
export function QuoteField(props: { state: FieldState }) {
  const { words } = props.state
  return (
    <>
      <input type="hidden" name="quote" value={props.state.values.quote} />
      <Show when={props.state.values.quote}>
        <section
          class="field"
          classList={{ 'has-error': Boolean(props.state.errors.quote) }}
          id="field-quote"
          tabindex="-1"
          aria-labelledby="quote-label"
        >
          <p class="field-name" id="quote-label">
            {words.quote}
          </p>
          <FieldError name="quote" error={props.state.errors.quote} />
          <blockquote class="quoted-clause" lang="zh-CN">
            {props.state.values.quote}
          </blockquote>
          <button
            class="button-quiet"
            type="submit"
            name="step"
            value="unquote"
            onClick={(event) => {
              event.preventDefault()
              props.state.set('quote', '')
            }}
          >
            {words.unquote}
          </button>
        </section>
      </Show>
    </>
  )
}
