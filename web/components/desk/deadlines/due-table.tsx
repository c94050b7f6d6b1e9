import { For } from 'solid-js'
import type { Deadlines } from '../../../../worker/contract/settings'
import { formatClosing, formatFullDay } from '../../../lib/beijing-time'
import { language, t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

interface DueTableProps {
  days: Deadlines['days']
  now: number
}

const dayLength = 86_400_000

/** What waits by the day it came in, with the day by which it is promised. */
export function DueTable(props: DueTableProps) {
  const words = t.deadlines
  const stateOf = (day: Deadlines['days'][number]) => {
    if (day.isOverdue) return words.isOverdue
    return Date.parse(day.dueAt) - props.now < dayLength ? words.isDueToday : words.onTime
  }
  return (
    <table class="counts due-table">
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.dueAt}</th>
          <th scope="col">{words.count}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.days}>
          {(day) => (
            <tr classList={{ 'due-late': day.isOverdue }}>
              <th scope="row">{formatFullDay(`${day.day}T00:00:00+08:00`, language)}</th>
              <td>{formatClosing(day.dueAt, language)}</td>
              <td class="due-count">{formatCount(day.count)}</td>
              <td>{stateOf(day)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
