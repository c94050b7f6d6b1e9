import { For, type JSX, Show } from 'solid-js'
import type { GroupMember, GroupView } from '../../../../worker/contract/moderation/groups'
import type { ApiError } from '../../../api/api-error'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'
import { StatePanel } from '../state-panel'

const acts = ['publish', 'return', 'reject'] as const

interface GroupPaneProps {
  view: GroupView | null
  members: readonly GroupMember[]
  row: (member: GroupMember, isFirst: boolean) => JSX.Element
  /** How many of those that were looked at one decision would be about. */
  seen: number
  /** All that wait in the group are meant, those too that are not loaded. */
  isWhole: boolean
  later: number
  loading: boolean
  error: ApiError | null
  keysShown: boolean
  keyOf: (act: (typeof acts)[number]) => string
  onAct: (act: (typeof acts)[number]) => void
  onWhole: (isWhole: boolean) => void
  onMore: () => void
  onLater: () => void
  onRetry: () => void
  onBack: () => void
}

/** Near-identical comments below one another, each in full; what was looked at can be decided as one. */
export function GroupPane(props: GroupPaneProps) {
  return (
    <section class="group" aria-labelledby="group-heading">
      <header class="group-head">
        <div>
          <h2 class="item-heading" id="group-heading" tabindex="-1">
            {t.group.heading}
          </h2>
          <Show when={props.view}>
            {(view) => (
              <p class="group-totals">
                {t.group.totals(formatCount(view().members), formatCount(view().open))}
              </p>
            )}
          </Show>
        </div>
        <button type="button" class="button" onClick={() => props.onBack()}>
          {t.group.back}
          <KeyHint keys="Esc" />
        </button>
      </header>
      <div class="group-scroll">
        <Show when={props.error}>
          {(error) => (
            <StatePanel kind="error" heading={t.group.failed} text={error().message} retry={props.onRetry} />
          )}
        </Show>
        <Show when={props.loading && props.members.length === 0}>
          <StatePanel kind="loading" heading={t.loading} />
        </Show>
        <Show when={props.members.length > 0}>
          <p class="group-hint">{t.group.hint}</p>
          <ol class="members" aria-label={t.group.members}>
            <For each={props.members}>{(member, index) => props.row(member, index() === 0)}</For>
          </ol>
        </Show>
        <p class="group-foot">
          <Show when={props.view?.next}>
            <button type="button" class="button" aria-disabled={props.loading} onClick={() => props.onMore()}>
              {props.loading ? t.queue.loadingMore : t.group.more}
            </button>
          </Show>
          <span role="status">{props.later > 0 ? t.group.later(formatCount(props.later)) : ''}</span>
          <Show when={props.later > 0}>
            <button type="button" class="button button-quiet" onClick={() => props.onLater()}>
              {t.group.showLater}
            </button>
          </Show>
        </p>
      </div>
      <fieldset class="group-acts">
        <legend class="visually-hidden">{t.group.seen(formatCount(props.seen))}</legend>
        <b class="group-seen" aria-hidden="true">
          {t.group.seen(formatCount(props.seen))}
        </b>
        <Show when={props.view?.next ? props.view : null}>
          {(view) => (
            <label class="check group-whole">
              <input
                type="checkbox"
                checked={props.isWhole}
                onChange={(event) => props.onWhole(event.currentTarget.checked)}
              />
              {t.group.whole(formatCount(view().open))}
            </label>
          )}
        </Show>
        <For each={acts}>
          {(act) => (
            <button
              type="button"
              class="act"
              classList={{ [`act-${act}`]: true }}
              aria-disabled={props.seen === 0}
              onClick={() => props.onAct(act)}
            >
              {t.decision.acts[act]}
              <KeyHint keys={props.keyOf(act)} shown={props.keysShown} />
            </button>
          )}
        </For>
      </fieldset>
    </section>
  )
}
