import { For, Show } from 'solid-js'
import type { Colleague } from '../../../../worker/contract/moderation/hand'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

interface DutyListProps {
  colleagues: readonly Colleague[]
  onDuty: (isOnDuty: boolean) => void
}

/** Who is here, who has taken the day's duty, and how much each has in hand. */
export function DutyList(props: DutyListProps) {
  const words = t.deadlines
  const me = () => props.colleagues.find(({ isMe }) => isMe)
  const inOrder = () =>
    [...props.colleagues].sort(
      (a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || Number(b.isOnline) - Number(a.isOnline),
    )
  return (
    <section class="duty" aria-labelledby="duty-heading">
      <h2 id="duty-heading">{words.duty}</h2>
      <p class="hint">{words.dutyHint}</p>
      <Show when={me()}>
        {(mine) => (
          <label class="check">
            <input
              type="checkbox"
              checked={mine().isOnDuty}
              onChange={(event) => props.onDuty(event.currentTarget.checked)}
            />
            {words.iAmOnDuty}
          </label>
        )}
      </Show>
      <ul class="duty-list">
        <For each={inOrder()} fallback={<li>{words.noColleagues}</li>}>
          {(colleague) => (
            <li>
              <b>{colleague.name}</b>
              <Show when={colleague.isOnDuty}>
                <span class="tag tag-again">{words.onDuty}</span>
              </Show>
              <span class="tag" classList={{ 'tag-place': !colleague.isOnline }}>
                {colleague.isOnline ? words.online : words.away}
              </span>
              <Show when={colleague.holds > 0}>
                <span class="duty-holds">{words.holds(formatCount(colleague.holds))}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
