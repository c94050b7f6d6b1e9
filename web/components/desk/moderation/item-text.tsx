import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
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
const tipWidth = 288
const lineAbove = 32

/** The author's words, with what signals point at, what is hidden and what is picked. Its text is the original, unchanged. */
export function ItemText(props: ItemTextProps) {
  let root!: HTMLDivElement
  const [tip, setTip] = createSignal<{ text: string; left: number; top: number } | null>(null)
  const text = createMemo(() => props.text)
  const signals = createMemo(() => props.signals)
  const passages = createMemo(() => props.passages)
  const picked = createMemo(() => props.picked)
  const runs = createMemo(() => {
    const span = picked()
    return layerText(text(), { signal: signals(), hidden: passages(), picked: span ? [span] : [] })
  })
  const signalOf = (run: Run) => (run.on.signal === null ? undefined : signals()[run.on.signal])
  const hiddenOf = (run: Run) => (run.on.hidden === null ? undefined : passages()[run.on.hidden])
  const runAt = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest('.run') : null
    const run = element ? runs()[[...root.children].indexOf(element)] : undefined
    return element && run ? { element, run } : undefined
  }

  let pause: ReturnType<typeof setTimeout> | undefined
  const followSelection = () => {
    clearTimeout(pause)
    pause = setTimeout(() => {
      props.onPoint(selectedSpan(root))
      requestAnimationFrame(keepInSight)
    }, selectionPause)
  }
  /** What is about to be hidden must not lie under the bar that hides it. */
  const keepInSight = () => {
    const bar = document.querySelector('.redacting')
    const selection = document.getSelection()
    if (!bar || !selection?.rangeCount) return
    const hidden = selection.getRangeAt(0).getBoundingClientRect().bottom - bar.getBoundingClientRect().top
    if (hidden <= 0) return
    const pane = root.closest('.item-scroll')
    const scrolls = pane && pane.scrollHeight > pane.clientHeight ? pane : window
    scrolls.scrollBy(0, hidden + lineAbove)
  }
  createEffect(() => {
    if (picked()) root.querySelector('.run-picked')?.scrollIntoView({ block: 'nearest' })
  })
  const explain = (event: Event) => {
    const found = runAt(event)
    const signal = found && signalOf(found.run)
    if (!signal) return setTip(null)
    const box = root.getBoundingClientRect()
    const { left, bottom } = found.element.getBoundingClientRect()
    const most = Math.max(0, box.width - tipWidth)
    setTip({ text: signal.explanation, left: Math.min(left - box.left, most), top: bottom - box.top + 4 })
  }
  const select = (event: Event) => {
    const found = runAt(event)
    const span = found && (hiddenOf(found.run) ?? signalOf(found.run))
    if (span && document.getSelection()?.isCollapsed !== false) selectSpan(root, span)
  }
  const press = (event: KeyboardEvent) => {
    const signal = event.key === 'Enter' && !props.isPicking ? runAt(event) : undefined
    const span = signal && signalOf(signal.run)
    if (!span) return props.onKey(event)
    event.preventDefault()
    props.onStart(span)
  }
  const leave = (event: FocusEvent) => {
    setTip(null)
    const to = event.relatedTarget
    if (to instanceof Element && !to.closest('[data-picking]')) props.onLeave()
  }

  onMount(() => {
    document.addEventListener('selectionchange', followSelection)
    root.addEventListener('keydown', press)
    root.addEventListener('click', select)
    root.addEventListener('mouseover', explain)
    root.addEventListener('mouseleave', () => setTip(null))
    root.addEventListener('focusin', explain)
    root.addEventListener('focusout', leave)
  })
  onCleanup(() => {
    clearTimeout(pause)
    document.removeEventListener('selectionchange', followSelection)
  })

  const role = () =>
    props.isPicking
      ? ({ role: 'application', 'aria-label': t.redaction.textLabel } as const)
      : ({ role: 'group', 'aria-label': t.item.body } as const)
  const signalMark = (run: Run) => {
    const signal = run.ends.includes('signal') && signalOf(run)
    if (!signal) return {}
    return { 'data-signal': words.signals[signal.kind], tabindex: 0, 'aria-description': signal.explanation }
  }
  const hiddenMark = (run: Run) => {
    const passage = run.ends.includes('hidden') && hiddenOf(run)
    return passage ? { 'data-hidden': words.redactions[passage.reason] } : {}
  }

  return (
    <div class="item-words" data-picking>
      <div
        class="item-body"
        classList={{ 'item-body-picking': props.isPicking }}
        ref={root}
        id={props.id}
        tabindex="-1"
        {...role()}
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
              {...signalMark(run)}
              {...hiddenMark(run)}
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
