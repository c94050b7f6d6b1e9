import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import type { Redaction } from '../../../../worker/contract/redaction'
import type { SignalKind } from '../../../../worker/contract/words'
import { type LayeredRun, layerText } from '../../../lib/text-layers'
import { selectedSpan, selectSpan } from '../../../lib/text-selection'
import type { Span } from '../../../lib/word-stops'
import { t, words } from '../../../locales/desk'

interface ItemTextProps {
  id: string
  text: string
  signals: readonly (Span & { kind: SignalKind; explanation: string })[]
  passages: readonly Redaction[]
  /** Words picked by keys, which the browser does not draw. */
  picked: Span | null
  isPicking: boolean
  onKey: (event: KeyboardEvent) => void
  onPoint: (span: Span | null) => void
  onStart: (span: Span) => void
  onLeave: () => void
}

type Run = LayeredRun<'signal' | 'hidden' | 'picked'>

const selectionPause = 150

/** The author's words, with what signals point at, what is hidden and what is picked. Its text is the original, unchanged. */
export function ItemText(props: ItemTextProps) {
  let root!: HTMLDivElement
  const [tip, setTip] = createSignal<{ text: string; left: number; top: number } | null>(null)
  const runs = createMemo(() =>
    layerText(props.text, {
      signal: props.signals,
      hidden: props.passages,
      picked: props.picked ? [props.picked] : [],
    }),
  )
  const signalOf = (run: Run) => (run.on.signal === null ? undefined : props.signals[run.on.signal])
  const hiddenOf = (run: Run) => (run.on.hidden === null ? undefined : props.passages[run.on.hidden])

  let pause: ReturnType<typeof setTimeout> | undefined
  const followSelection = () => {
    clearTimeout(pause)
    pause = setTimeout(() => props.onPoint(selectedSpan(root)), selectionPause)
  }
  onMount(() => document.addEventListener('selectionchange', followSelection))
  onCleanup(() => {
    clearTimeout(pause)
    document.removeEventListener('selectionchange', followSelection)
  })

  const explain = (element: Element, explanation: string | undefined) => {
    const box = root.getBoundingClientRect()
    const { left, bottom } = element.getBoundingClientRect()
    const most = Math.max(0, box.width - 288)
    if (explanation) setTip({ text: explanation, left: Math.min(left - box.left, most), top: bottom - box.top + 4 })
  }
  const pointAt = (run: Run) => {
    const span = hiddenOf(run) ?? signalOf(run)
    if (span && document.getSelection()?.isCollapsed !== false) selectSpan(root, span)
  }
  const leave = (event: FocusEvent) => {
    const to = event.relatedTarget
    if (to instanceof Element && !to.closest('[data-picking]')) props.onLeave()
  }

  return (
    <div class="item-words" data-picking>
      <div
        class="item-body"
        classList={{ 'item-body-picking': props.isPicking }}
        ref={root}
        id={props.id}
        tabindex="-1"
        role={props.isPicking ? 'application' : 'group'}
        aria-label={props.isPicking ? t.redaction.textLabel : t.item.body}
        onKeyDown={(event) => props.onKey(event)}
        onFocusOut={leave}
      >
        <For each={runs()}>
          {(run) => (
            <span
              class="run"
              classList={{
                'run-signal': run.on.signal !== null,
                'run-hidden': run.on.hidden !== null,
                'run-picked': run.on.picked !== null,
              }}
              data-signal={run.ends.includes('signal') ? words.signals[signalOf(run)?.kind ?? 'length'] : undefined}
              data-hidden={
                run.ends.includes('hidden') ? words.redactions[hiddenOf(run)?.reason ?? 'wording'] : undefined
              }
              tabindex={run.ends.includes('signal') ? 0 : undefined}
              role={run.ends.includes('signal') ? 'mark' : undefined}
              aria-description={run.ends.includes('signal') ? signalOf(run)?.explanation : undefined}
              onClick={() => pointAt(run)}
              onMouseEnter={(event) => explain(event.currentTarget, signalOf(run)?.explanation)}
              onMouseLeave={() => setTip(null)}
              onFocus={(event) => explain(event.currentTarget, signalOf(run)?.explanation)}
              onBlur={() => setTip(null)}
              onKeyDown={(event) => {
                const signal = signalOf(run)
                if (event.key !== 'Enter' || props.isPicking || !signal) return
                event.preventDefault()
                props.onStart(signal)
              }}
            >
              {run.text}
            </span>
          )}
        </For>
      </div>
      <Show when={tip()}>
        {(shown) => (
          <p
            class="signal-tip"
            aria-hidden="true"
            style={{ left: `${shown().left}px`, top: `${shown().top}px` }}
          >
            {shown().text}
          </p>
        )}
      </Show>
    </div>
  )
}
