import { Show } from 'solid-js'
import type { FigureDimension, FiguresView } from '../../../worker/contract/figures'
import { groupDigits } from '../../lib/numerals'
import { Bars } from '../charts/bars'
import { Chart } from '../charts/chart'
import { CountTable } from '../charts/count-table'
import { StackedBar } from '../charts/stacked-bar'
import { type FiguresFrame, nameGroup } from './names'

/** Parts of one whole that few words name stand side by side; long lists stand below each other, heard groups only. */
const stacked: readonly FigureDimension[] = ['stance', 'kind', 'size']

export function BreakdownChart(props: {
  figures: FiguresView
  dimension: FigureDimension
  frame: FiguresFrame
}) {
  const { words } = props.frame
  const breakdown = () => props.figures.breakdowns[props.dimension]
  const rows = () =>
    breakdown().cells.map((cell) => ({
      ...cell,
      label: nameGroup(props.frame, props.figures.measures, props.dimension, cell.key),
    }))
  const heard = () =>
    props.dimension === 'measure'
      ? rows().filter(({ n }) => n !== 0)
      : rows()
          .filter(({ n }) => n !== 0)
          .sort((a, b) => (b.n ?? 0) - (a.n ?? 0))
  const unheard = () => rows().length - heard().length
  const caption = () => words.captions[props.dimension]
  const total = () => {
    const { n } = breakdown()
    return n === null ? words.totalHidden : words.total(groupDigits(n))
  }
  return (
    <Chart
      id={`chart-${props.dimension}`}
      caption={caption()}
      total={breakdown().n === 0 ? '' : total()}
      words={words}
      table={<CountTable caption={caption()} rows={rows()} total={breakdown().n} words={words} />}
    >
      <Show when={heard().length > 0} fallback={<p class="chart-empty">{words.emptyPart}</p>}>
        <Show
          when={stacked.includes(props.dimension)}
          fallback={
            <>
              <Bars rows={heard()} words={words} />
              <Show when={unheard() > 0}>
                <p class="chart-note">{words.unheard(unheard())}</p>
              </Show>
            </>
          }
        >
          <StackedBar id={`stack-${props.dimension}`} rows={rows()} words={words} />
        </Show>
      </Show>
    </Chart>
  )
}
