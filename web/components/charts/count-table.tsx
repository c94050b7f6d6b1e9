import { For, type JSX } from 'solid-js'
import { groupDigits } from '../../lib/numerals'
import { type Counted, type CountWords, formatShare } from './counted'

/** The twin of a chart of counts. */
export function CountTable(props: {
  caption: JSX.Element
  rows: Counted[]
  total: number | null
  words: CountWords
}) {
  const count = (n: number | null) => (n === null ? props.words.hidden : groupDigits(n))
  return (
    <table class="chart-table">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.words.group}</th>
          <th scope="col">{props.words.n}</th>
          <th scope="col">{props.words.share}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.label}</th>
              <td>{count(row.n)}</td>
              <td>{row.share === null ? props.words.none : formatShare(row.share)}</td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{props.words.sum}</th>
          <td>{count(props.total)}</td>
          <td>{props.words.none}</td>
        </tr>
      </tfoot>
    </table>
  )
}
