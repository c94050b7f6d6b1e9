import { For, Show } from 'solid-js'
import type { ImportProblem } from '../../../../worker/contract/offline'
import { language } from '../../../locales/desk'
import { formatCount, joinSentences } from '../../../locales/desk/format'
import { o } from '../../../locales/desk/offline'

const cellOf = ({ row, column }: ImportProblem) =>
  row === null ? o.wholeFile : column === null ? `${o.row} ${row}` : `${column}${row}`

/** What is wrong with a file, each with its cell; a link by column leads to the first of its errors. */
export function ProblemTable(props: { problems: readonly ImportProblem[]; count: number }) {
  const columns = () => {
    const found = new Map<string, { first: number; count: number }>()
    for (const [i, { column, header }] of props.problems.entries()) {
      if (!column) continue
      const name = [column, header].filter(Boolean).join(' ')
      const { first, count } = found.get(name) ?? { first: i, count: 0 }
      found.set(name, { first, count: count + 1 })
    }
    return [...found]
  }
  const goTo = (event: MouseEvent, index: number) => {
    event.preventDefault()
    const row = document.getElementById(`problem-${index}`)
    row?.focus()
    row?.scrollIntoView({ block: 'center' })
  }
  return (
    <div class="problem" role="alert" tabindex="-1" id="import-problems">
      <h3>{o.faults(formatCount(props.count))}</h3>
      <Show when={columns().length > 1}>
        <ul class="offline-columns" aria-label={o.byColumn}>
          <For each={columns()}>
            {([name, { first, count }]) => (
              <li>
                <a href={`#problem-${first}`} onClick={(event) => goTo(event, first)}>
                  {name}
                </a>{' '}
                {formatCount(count)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <section class="offline-scroll" aria-label={joinSentences(o.problem, o.wide)} tabindex="0">
        <table class="offline-table">
          <thead>
            <tr>
              <For each={[o.cell, o.columnName, o.found, o.problem]}>
                {(name) => <th scope="col">{name}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.problems}>
              {(problem, i) => (
                <tr id={`problem-${i()}`} tabindex="-1">
                  <th scope="row" class="offline-cell">
                    {cellOf(problem)}
                  </th>
                  <td class="offline-cell">{problem.header ?? ''}</td>
                  <td class="offline-found">{problem.found ?? o.blank}</td>
                  <td class="offline-sentence">{problem.sentence[language]}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.count > props.problems.length}>
        <p>{o.more(formatCount(props.problems.length))}</p>
      </Show>
    </div>
  )
}
