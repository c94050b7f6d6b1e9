import { For } from 'solid-js'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

export interface CountLine {
  name: string
  count: number
}

/** Figures with their share of `whole`. */
export function CountTable(props: { caption: string; lines: readonly CountLine[]; whole: number }) {
  const { results } = useFrame().words
  const share = (count: number) => (props.whole === 0 ? '—' : `${((count / props.whole) * 100).toFixed(1)}%`)
  return (
    <table class="count-table">
      <caption>{props.caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{props.caption}</th>
          <th scope="col">{results.count}</th>
          <th scope="col">{results.share}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.lines}>
          {({ name, count }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{groupDigits(count)}</td>
              <td>{share(count)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
