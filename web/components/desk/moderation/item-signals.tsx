import { For, Show } from 'solid-js'
import type { Redaction } from '../../../../worker/contract/redaction'
import type { Place, Places } from '../../../../worker/contract/whole-text'
import type { SignalKind } from '../../../../worker/contract/words'
import { passageAt } from '../../../lib/passages'
import { t, words } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface SignalText {
  kind: SignalKind
  /** Null where the signal is about the whole text. */
  start: number | null
  end: number | null
  explanation: string
  isHideable: boolean
}

interface ItemSignalsProps {
  text: string
  places: Places
  signals: readonly SignalText[]
  passages: readonly Redaction[]
  hideAllKey: string
  keysShown: boolean
  onHide: (span: { start: number; end: number }) => void
  onHideAll: () => void
}

/** What the signals say and where, in words; each hides its passage by one press. */
export function ItemSignals(props: ItemSignalsProps) {
  /** Takes the focus of a button that has done its work and is gone. */
  let heading!: HTMLHeadingElement
  const open = () => props.signals.filter((signal) => signal.isHideable && !passageOf(signal))
  const passageOf = ({ start, end }: SignalText) =>
    start === null || end === null ? undefined : passageAt(props.passages, { start, end })
  /** Which part of the text it is in, and where in that. */
  const placeOf = ({ start, end }: Place) => {
    const { wording, summary } = props.places
    const [part, name] =
      summary && start >= summary.start
        ? [summary, t.item.annexSummary]
        : wording && start >= wording.start
          ? [wording, t.item.wording]
          : [props.places.body, '']
    const at = t.signal.at(formatCount(start - part.start + 1), formatCount(end - start))
    return [name, at].filter(Boolean).join(' · ')
  }
  return (
    <Show when={props.signals.length > 0}>
      <section class="signals" aria-labelledby="signals-heading">
        <h3 id="signals-heading" tabindex="-1" ref={heading}>
          {t.signal.heading}
          <span class="signals-intro">{t.signal.intro}</span>
        </h3>
        <ul class="signal-list">
          <For each={props.signals}>
            {(signal) => {
              const span =
                signal.start === null || signal.end === null ? null : { start: signal.start, end: signal.end }
              const quoted = () => span && props.text.slice(span.start, span.end)
              return (
                <li class="signal">
                  <span class="tag tag-signal">{words.signals[signal.kind]}</span>
                  <span class="signal-words">
                    <Show when={span} fallback={t.signal.whole}>
                      {(at) => (
                        <>
                          <b>{quoted()}</b> <span class="signal-place">{placeOf(at())}</span>
                        </>
                      )}
                    </Show>
                    <span class="signal-why">{signal.explanation}</span>
                  </span>
                  <Show when={span && signal.isHideable && span}>
                    {(at) => (
                      <Show
                        when={passageOf(signal)}
                        fallback={
                          <button
                            type="button"
                            class="button button-small"
                            aria-label={t.signal.hideLabel(words.signals[signal.kind], quoted() ?? '')}
                            onClick={() => {
                              props.onHide(at())
                              heading.focus({ preventScroll: true })
                            }}
                          >
                            {t.signal.hide}
                          </button>
                        }
                      >
                        {(passage) => (
                          <span class="signal-hidden">
                            {t.signal.hidden(words.redactions[passage().reason])}
                          </span>
                        )}
                      </Show>
                    )}
                  </Show>
                </li>
              )
            }}
          </For>
        </ul>
        <Show when={open().length > 1}>
          <button
            type="button"
            class="button button-small"
            onClick={() => {
              props.onHideAll()
              heading.focus({ preventScroll: true })
            }}
          >
            {t.signal.hideAll}
            <KeyHint keys={props.hideAllKey} shown={props.keysShown} />
          </button>
        </Show>
      </section>
    </Show>
  )
}
