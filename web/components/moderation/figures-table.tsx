import { For, Show } from 'solid-js'
import type { MonthFigures } from '../../../worker/contract/moderation-log'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

/** Months as rows; on a phone the table scrolls by itself. */
export function FiguresTable(props: { months: readonly MonthFigures[] }) {
  const frame = useFrame()
  const { moderation } = frame.words
  const { columns } = moderation
  const wait = (minutes: number | null) => {
    if (minutes === null) return moderation.none
    return minutes < 120 ? moderation.minutes(minutes) : moderation.hours((minutes / 60).toFixed(1))
  }
  return (
    <section class="scroll-table" tabindex="0" aria-labelledby="figures-heading">
      <p class="hint scroll-hint">{moderation.sideways}</p>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{columns.month}</th>
            <th scope="col">{columns.received}</th>
            <th scope="col">{columns.published}</th>
            <th scope="col">{columns.redacted}</th>
            <th scope="col">{columns.returned}</th>
            <th scope="col">{columns.rejected}</th>
            <th scope="col">{columns.overturned}</th>
            <th scope="col">{columns.median}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.months}>
            {(month) => (
              <tr>
                <th scope="row">{month.month}</th>
                <td>{groupDigits(month.received)}</td>
                <td>{groupDigits(month.published)}</td>
                <td>{groupDigits(month.redacted)}</td>
                <td>{groupDigits(month.returned)}</td>
                <td>{groupDigits(month.rejected)}</td>
                <td>{groupDigits(month.overturned)}</td>
                <td>{wait(month.medianMinutes)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

/** By month, which reasons led to a rejection and how often. */
export function RejectionReasons(props: { months: readonly MonthFigures[] }) {
  const frame = useFrame()
  const { moderation } = frame.words
  const withAny = () => props.months.filter(({ rejectedBy }) => rejectedBy.length > 0)
  return (
    <Show when={withAny().length > 0} fallback={<p class="hint">{moderation.noRejections}</p>}>
      <For each={withAny()}>
        {(month) => (
          <details class="rejections">
            <summary>
              {month.month} {moderation.times(groupDigits(month.rejected))}
            </summary>
            <ul>
              <For each={month.rejectedBy}>
                {({ reason, count }) => (
                  <li>
                    <span>{frame.language === 'zh' ? reason.zh : reason.en}</span>
                    <b>{groupDigits(count)}</b>
                  </li>
                )}
              </For>
            </ul>
          </details>
        )}
      </For>
    </Show>
  )
}
