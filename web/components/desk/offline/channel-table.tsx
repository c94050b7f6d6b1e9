import { For } from 'solid-js'
import type { OfflineView } from '../../../../worker/contract/offline'
import { words } from '../../../locales/desk'
import { formatCount, joinSentences } from '../../../locales/desk/format'
import { o } from '../../../locales/desk/offline'

type ChannelRow = OfflineView['channels'][number]

const figuresOf = ({ received, states }: Pick<ChannelRow, 'received' | 'states'>) => {
  const accepted = states.published + states.private
  return [received, states.pending, accepted, received - states.pending - accepted]
}

/** What came in by each channel; the totals cover them all. */
export function ChannelTable(props: { channels: readonly ChannelRow[] }) {
  const sums = () =>
    props.channels
      .map(figuresOf)
      .reduce((all, row) => all.map((figure, i) => figure + (row[i] ?? 0)), [0, 0, 0, 0])
  return (
    <section class="offline-scroll" aria-label={joinSentences(o.totals, o.wide)} tabindex="0">
      <table class="offline-table">
        <thead>
          <tr>
            <th scope="col">{o.channel}</th>
            <For each={[o.received, o.open, o.accepted, o.rest]}>
              {(name) => (
                <th scope="col" class="figure">
                  {name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.channels}>
            {(row) => (
              <tr>
                <th scope="row">{words.channels[row.channel]}</th>
                <For each={figuresOf(row)}>{(figure) => <td class="figure">{formatCount(figure)}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{o.total}</th>
            <For each={sums()}>{(figure) => <td class="figure">{formatCount(figure)}</td>}</For>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
