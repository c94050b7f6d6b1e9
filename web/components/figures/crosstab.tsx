import { For, Show } from 'solid-js'
import type { CrosstabView, FiguresView } from '../../../worker/contract/figures'
import { groupDigits } from '../../lib/numerals'
import { type FiguresFrame, nameGroup } from './names'

function Association(props: { found: NonNullable<CrosstabView['association']>; frame: FiguresFrame }) {
  const { desk } = props.frame.words
  const { found } = props
  const chance = desk.chance[found.chance]
  return (
    <div class="crosstab-statistic">
      <p>
        <b>{desk.cramersV(found.cramersV.toFixed(found.chiSquare === null ? 1 : 3))}</b>{' '}
        {found.chiSquare === null
          ? desk.roughly(found.degrees, chance)
          : desk.chiSquare(
              found.chiSquare.toFixed(2),
              found.degrees,
              found.p === null || found.p < 0.001 ? chance : `= ${found.p.toFixed(3)}`,
            )}
      </p>
      <Show when={!found.isReliable}>
        <p class="chart-note">{desk.unreliable}</p>
      </Show>
      <p class="chart-note">{desk.caution}</p>
    </div>
  )
}

/** Two dimensions against each other, with the margins and how far they go together. */
export function Crosstab(props: {
  table: CrosstabView
  measures: FiguresView['measures']
  frame: FiguresFrame
}) {
  const { words } = props.frame
  const { rows, columns } = props.table
  const count = (n: number | null | undefined) =>
    n === null || n === undefined ? <span class="is-hidden">{words.hidden}</span> : groupDigits(n)
  const name = (side: typeof rows, key: string) => nameGroup(props.frame, props.measures, side.dimension, key)
  return (
    <Show when={rows.keys.length > 0} fallback={<p class="chart-empty">{words.desk.noPairs}</p>}>
      <Show when={props.table.cells} fallback={<p class="chart-empty">{words.desk.noTable}</p>}>
        {(cells) => (
          <>
            <section class="crosstab-scroll" tabindex="0" aria-labelledby="crosstab-caption">
              <table class="crosstab">
                <caption id="crosstab-caption">
                  {words.desk.caption(words.dimensions[rows.dimension], words.dimensions[columns.dimension])}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{words.dimensions[rows.dimension]}</th>
                    <For each={columns.keys}>{(key) => <th scope="col">{name(columns, key)}</th>}</For>
                    <th scope="col">{words.sum}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={rows.keys}>
                    {(key, i) => (
                      <tr>
                        <th scope="row">{name(rows, key)}</th>
                        <For each={cells()[i()] ?? []}>{(n) => <td>{count(n)}</td>}</For>
                        <td class="crosstab-sum">{count(props.table.rowTotals[i()])}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{words.sum}</th>
                    <For each={props.table.columnTotals}>{(n) => <td>{count(n)}</td>}</For>
                    <td class="crosstab-sum">{count(props.table.n)}</td>
                  </tr>
                </tfoot>
              </table>
            </section>
            <Show when={props.table.association}>
              {(found) => <Association found={found()} frame={props.frame} />}
            </Show>
          </>
        )}
      </Show>
    </Show>
  )
}
