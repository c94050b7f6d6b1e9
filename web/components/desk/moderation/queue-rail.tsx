import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import type { QueueCounts, QueueFilter } from '../../../../worker/contract/moderation/queue'
import {
  participantKinds,
  type QueueViewName,
  queueViews,
  signalKinds,
} from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatCount, formatPlace } from '../../../locales/desk/format'

export interface MeasureChoice {
  theme: string
  measures: { key: string; name: string }[]
}

interface QueueRailProps {
  /** Unknown until the server has counted. */
  counts: QueueCounts | undefined
  /** Of what this moderator holds, what the list shows: known here before the server counts it. */
  inHand: number
  filter: QueueFilter
  /** What the queue in view is called. */
  name: string
  choices: readonly MeasureChoice[]
  pathTo: (filter: Partial<QueueFilter>) => string
  decidedPath: (decision: string) => string
  agreementPath: string
  onMeasure: (key: string | undefined) => void
}

const decided = ['publish', 'return', 'reject'] as const

/** The queues. Each is an address of its own, so that back and bookmarks work. */
export function QueueRail(props: QueueRailProps) {
  const countOf: Record<QueueViewName, (counts: QueueCounts) => number> = {
    age: ({ open }) => open.first,
    soon: ({ soon }) => soon,
    mine: ({ mine }) => Math.max(mine, props.inHand),
    passed: ({ passed }) => passed,
    second: ({ open }) => open.second,
    appeals: ({ open }) => open.appeal,
    recheck: ({ open }) => open.recheck,
  }
  const figure = (of: (counts: QueueCounts) => number) => props.counts && of(props.counts)
  const signals = () =>
    signalKinds.filter(
      (signal) => figure((counts) => counts.signals[signal]) || props.filter.signal === signal,
    )
  const isView = (view: QueueViewName) =>
    props.filter.view === view && !props.filter.signal && !props.filter.kind

  /** Where there is no room beside the list, the queues unfold above it. */
  const [isOpen, setOpen] = createSignal(false)
  createEffect(
    on(
      () => props.filter,
      () => setOpen(false),
      { defer: true },
    ),
  )

  return (
    <nav class="rail" classList={{ 'rail-open': isOpen() }} aria-label={t.rail.filters}>
      <button
        type="button"
        class="button rail-toggle"
        aria-expanded={isOpen()}
        onClick={() => setOpen((held) => !held)}
      >
        {isOpen() ? t.rail.fold : t.rail.unfold(props.name)}
      </button>
      <RailList heading={t.rail.queues}>
        <For each={queueViews}>
          {(view) => (
            <RailLink
              href={props.pathTo({ view, measure: props.filter.measure })}
              current={isView(view)}
              name={t.rail.views[view]}
              count={figure(countOf[view])}
            />
          )}
        </For>
      </RailList>
      <RailList heading={t.rail.signals}>
        <For each={signals()} fallback={<li class="rail-none">{t.rail.noSignals}</li>}>
          {(signal) => (
            <RailLink
              href={props.pathTo({ signal })}
              current={props.filter.signal === signal}
              name={words.signals[signal]}
              count={figure((counts) => counts.signals[signal])}
            />
          )}
        </For>
      </RailList>
      <RailList heading={t.rail.kinds}>
        <For each={participantKinds}>
          {(kind) => (
            <RailLink
              href={props.pathTo({ kind, measure: props.filter.measure })}
              current={props.filter.kind === kind}
              name={words.kinds[kind]}
              count={figure((counts) => counts.byKind[kind])}
            />
          )}
        </For>
      </RailList>
      <label class="rail-heading" for="queue-measure">
        {t.rail.measures}
      </label>
      <MeasureSelect {...props} />
      <RailList heading={t.rail.decided}>
        <For each={decided}>
          {(decision) => (
            <RailLink href={props.decidedPath(decision)} current={false} name={words.decisions[decision]} />
          )}
        </For>
        <RailLink href={props.agreementPath} current={false} name={t.rail.agreement} />
      </RailList>
    </nav>
  )
}

function RailList(props: { heading: string; children: JSX.Element }) {
  return (
    <>
      <h2 class="rail-heading">{props.heading}</h2>
      <ul class="rail-list">{props.children}</ul>
    </>
  )
}

function RailLink(props: { href: string; current: boolean; name: string; count?: number | undefined }) {
  return (
    <li>
      <a href={props.href} aria-current={props.current ? 'true' : undefined}>
        <span>{props.name}</span>{' '}
        <span class="rail-count">{props.count === undefined ? '' : formatCount(props.count)}</span>
      </a>
    </li>
  )
}

function MeasureSelect(props: Pick<QueueRailProps, 'filter' | 'choices' | 'counts' | 'onMeasure'>) {
  const waiting = (key: string) => {
    const count = props.counts?.byMeasure[key]
    return count ? ` · ${formatCount(count)}` : ''
  }
  return (
    <select
      id="queue-measure"
      class="rail-select"
      onChange={(event) => props.onMeasure(event.currentTarget.value || undefined)}
    >
      <option value="" selected={!props.filter.measure}>
        {t.rail.everyMeasure}
      </option>
      <Show when={props.choices.length === 0 && props.filter.measure}>
        {(key) => (
          <option value={key()} selected>
            {formatPlace(key())}
          </option>
        )}
      </Show>
      <For each={props.choices}>
        {(choice) => (
          <optgroup label={choice.theme}>
            <For each={choice.measures}>
              {(measure) => (
                <option value={measure.key} selected={props.filter.measure === measure.key}>
                  {`${formatPlace(measure.key)} ${measure.name}${waiting(measure.key)}`}
                </option>
              )}
            </For>
          </optgroup>
        )}
      </For>
    </select>
  )
}
