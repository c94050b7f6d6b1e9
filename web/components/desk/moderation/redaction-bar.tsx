import { For, Show } from 'solid-js'
import { type RedactionReason, redactionReasons } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

interface RedactionBarProps {
  /** The words that are picked; null while none are. */
  picked: string | null
  isHidden: boolean
  suggested: RedactionReason
  byKeys: boolean
  /** What was just done, for those who do not see the text change. */
  said: string
  onHide: (reason?: RedactionReason) => void
  onShowAgain: () => void
  onLeave: () => void
}

/** Hides what is picked for a reason; stands by the decision, so that the text does not move under the eye. */
export function RedactionBar(props: RedactionBarProps) {
  const keepSelection = (event: MouseEvent) => event.preventDefault()
  return (
    <>
      <p class="visually-hidden" role="status">
        {props.said}
      </p>
      <Show when={props.picked !== null}>
        <section class="redacting" aria-label={t.redaction.region} data-picking onMouseDown={keepSelection}>
          <p class="redacting-words">
            {t.redaction.picked(props.picked ?? '')}
            <span class="redacting-acts">
              <Show when={props.isHidden}>
                <button type="button" class="button button-small" onClick={() => props.onShowAgain()}>
                  {t.redaction.takeBack}
                  <KeyHint keys="⌫" shown={props.byKeys} />
                </button>
              </Show>
              <button type="button" class="button button-small" onClick={() => props.onLeave()}>
                {t.redaction.leave}
                <KeyHint keys="Esc" shown={props.byKeys} />
              </button>
            </span>
          </p>
          <fieldset class="redacting-reasons">
            <legend class="visually-hidden">{t.redaction.reason}</legend>
            <For each={redactionReasons}>
              {(reason, index) => (
                <button
                  type="button"
                  class="button button-small"
                  classList={{ 'redacting-suggested': reason === props.suggested }}
                  aria-label={t.redaction.hideFor(words.redactions[reason])}
                  onClick={() => props.onHide(reason)}
                >
                  {words.redactions[reason]}
                  <KeyHint keys={`${index() + 1}`} shown={props.byKeys} />
                  <KeyHint keys="↵" shown={props.byKeys && reason === props.suggested} />
                </button>
              )}
            </For>
          </fieldset>
          <Show when={props.byKeys}>
            <p class="redacting-keys">{t.redaction.keys}</p>
          </Show>
        </section>
      </Show>
    </>
  )
}
