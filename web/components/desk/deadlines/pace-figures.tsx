import { Show } from 'solid-js'
import type { Deadlines } from '../../../../worker/contract/settings'
import { t } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

/** What waits, what is late, and when it would be done at this pace. */
export function PaceFigures(props: { deadlines: Deadlines }) {
  const words = t.deadlines
  return (
    <dl class="pace">
      <div>
        <dt>{words.waiting}</dt>
        <dd>{formatCount(props.deadlines.waiting)}</dd>
      </div>
      <div classList={{ 'pace-bad': props.deadlines.overdue > 0 }}>
        <dt>{words.overdue}</dt>
        <dd>{formatCount(props.deadlines.overdue)}</dd>
      </div>
      <div>
        <dt>{words.dueToday}</dt>
        <dd>{formatCount(props.deadlines.dueToday)}</dd>
      </div>
      <div>
        <dt>{words.lastHour}</dt>
        <dd>{formatCount(props.deadlines.lastHour)}</dd>
      </div>
      <div class="pace-end">
        <dt>{words.emptyAt}</dt>
        <dd>
          <Show
            when={props.deadlines.emptyAt}
            fallback={
              <span class="pace-none">
                {props.deadlines.waiting === 0 ? words.nothingWaits : words.noPace}
              </span>
            }
          >
            {(at) => <time datetime={at()}>{formatMoment(at())}</time>}
          </Show>
        </dd>
      </div>
    </dl>
  )
}
