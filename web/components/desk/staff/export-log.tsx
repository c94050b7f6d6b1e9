import { createSignal, For, Show } from 'solid-js'
import type { ExportRecordView } from '../../../../worker/contract/exports'
import { t, words } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

interface ExportLogProps {
  /** Null until they were asked for. */
  items: readonly ExportRecordView[] | null
  /** Why they could not be asked for: what stands here is of before. */
  failure: string | null
  cancelling: string | null
  /** What was just done, for those who do not see it happen. */
  said: string
  onCancel: (item: ExportRecordView) => void
  onRefresh: () => void
}

/** 1.2 MB, 34 kB. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export const kindName = (kind: string) => t.exports.kinds[kind] ?? kind

/** 措施 7.1，企业 */
function filtersOf({ filters }: ExportRecordView): string {
  const { measure, kind, state, channel, from, to, consultation } = filters as Record<string, string>
  const named = [
    measure,
    kind && words.kinds[kind as keyof typeof words.kinds],
    state && words.states[state as keyof typeof words.states],
    channel && words.channels[channel as keyof typeof words.channels],
    (from || to) && `${from ?? ''}–${to ?? ''}`,
    consultation,
  ].filter(Boolean)
  return named.length > 0 ? named.join(' · ') : t.exports.noFilter
}

/** What was taken, the newest first: how far it is, how it ended, and the hash of what was sent. */
export function ExportLog(props: ExportLogProps) {
  return (
    <section class="export-log" aria-labelledby="export-log-heading">
      <div class="export-log-head">
        <h2 id="export-log-heading">{t.exports.heading}</h2>
        <button type="button" class="button button-quiet" onClick={() => props.onRefresh()}>
          {t.exports.refresh}
        </button>
      </div>
      <p class="export-intro">{t.exports.intro}</p>
      <p class="visually-hidden" role="status">
        {props.said}
      </p>
      <Show when={props.failure}>
        <p class="export-none" role="alert">
          {t.exports.listFailed}
          {props.failure}
        </p>
      </Show>
      <Show when={!props.failure && !props.items?.length}>
        <p class="export-none">{props.items ? t.exports.none : t.loading}</p>
      </Show>
      <Show when={props.items?.length}>
        <ul class="export-items">
          <For each={props.items}>
            {(item) => (
              <Item
                item={item}
                isCancelling={props.cancelling === item.id}
                onCancel={() => props.onCancel(item)}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function Item(props: { item: ExportRecordView; isCancelling: boolean; onCancel: () => void }) {
  const by = () =>
    t.exports.by(props.item.requestedBy ?? t.exports.anybody, formatMoment(props.item.requestedAt))
  return (
    <li class="export-item" data-state={props.item.state}>
      <p class="export-item-name">
        <b>{kindName(props.item.kind)}</b>{' '}
        <span class="export-tag">{t.exports.audienceShort[props.item.audience]}</span>
      </p>
      <p class="export-item-state">
        <span class="export-state">{words.exportStates[props.item.state]}</span>{' '}
        <span class="export-amount">
          <Show
            when={props.item.state === 'running'}
            fallback={
              <>
                {t.exports.rows(formatCount(props.item.rows))} · {sizeOf(props.item.bytes)}
              </>
            }
          >
            {t.exports.soFar(formatCount(props.item.rows), sizeOf(props.item.bytes))}
          </Show>
        </span>
        <Show when={props.item.state === 'running'}>
          <progress aria-label={kindName(props.item.kind)} />
        </Show>
      </p>
      <p class="export-item-by">
        {by()} · {filtersOf(props.item)}
      </p>
      <div class="export-item-end">
        <Show when={props.item.mayCancel}>
          <button
            type="button"
            class="button"
            aria-disabled={props.isCancelling}
            onClick={() => props.onCancel()}
          >
            {props.isCancelling ? t.exports.cancelling : t.exports.cancel}
          </button>
        </Show>
        <Show when={props.item.state === 'failed'}>
          <span class="export-hint">{t.exports.failedHint}</span>
        </Show>
        <Show when={props.item.sha256}>{(hash) => <Hash hash={hash()} />}</Show>
      </div>
    </li>
  )
}

function Hash(props: { hash: string }) {
  const [isCopied, setCopied] = createSignal(false)
  const copy = async () => {
    await navigator.clipboard.writeText(props.hash).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <span class="export-hash">
        <span class="export-hint">{t.exports.hash}</span> <code>{props.hash}</code>
      </span>
      <button type="button" class="button button-quiet" onClick={() => void copy()}>
        {isCopied() ? t.exports.copied : t.exports.copy}
      </button>
    </>
  )
}
