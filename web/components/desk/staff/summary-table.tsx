import { For } from 'solid-js'
import {
  type CommentState,
  commentStates,
  type ParticipantKind,
  participantKinds,
} from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatCount, formatPlace } from '../../../locales/desk/format'

export interface CountsRow {
  key: string
  name: string
  received: number
  states: Record<CommentState, number>
  kinds: Record<ParticipantKind, number>
}

export interface CountsGroup {
  key: string
  theme: CountsRow
  measures: readonly CountsRow[]
}

interface SummaryTableProps {
  groups: readonly CountsGroup[]
  total: CountsRow
}

const columns: readonly CommentState[] = [
  'published',
  'private',
  'rejected',
  'withdrawn',
  'pending',
  'returned',
]
const stateName = (state: CommentState) =>
  state === 'private'
    ? t.staff.privateShort
    : state === 'returned'
      ? t.staff.returnedShort
      : words.states[state]

export function SummaryTable(props: SummaryTableProps) {
  return (
    <section class="table-scroll" tabindex="0" aria-labelledby="table-heading">
      <p class="table-sideways">{t.staff.sideways}</p>
      <table class="counts">
        <thead>
          <tr>
            <th class="counts-measure" rowspan="2" scope="col">
              {t.staff.measure}
            </th>
            <th class="counts-number" rowspan="2" scope="col">
              {t.staff.received}
            </th>
            <th class="counts-group" colspan={commentStates.length} scope="colgroup">
              {t.staff.byState}
            </th>
            <th class="counts-group" colspan={participantKinds.length} scope="colgroup">
              {t.staff.byKind}
            </th>
          </tr>
          <tr>
            <For each={columns}>
              {(state, index) => (
                <th scope="col" class="counts-number" classList={{ 'counts-first': index() === 0 }}>
                  {stateName(state)}
                </th>
              )}
            </For>
            <For each={participantKinds}>
              {(kind, index) => (
                <th scope="col" class="counts-number" classList={{ 'counts-first': index() === 0 }}>
                  {words.kinds[kind]}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <For each={props.groups}>
          {(group) => (
            <tbody>
              <Row row={group.theme} class="counts-theme" place={t.themeNumber(Number(group.key))} />
              <For each={group.measures}>
                {(row) => <Row row={row} class="counts-row" place={formatPlace(row.key)} />}
              </For>
            </tbody>
          )}
        </For>
        <tfoot>
          <Row row={props.total} class="counts-total" />
        </tfoot>
      </table>
    </section>
  )
}

function Row(props: { row: CountsRow; class: string; place?: string }) {
  return (
    <tr class={props.class}>
      <th class="counts-measure" scope="row">
        <span class="counts-place">{props.place}</span> {props.row.name}
      </th>
      <Cell count={props.row.received} />
      <For each={columns}>
        {(state, index) => <Cell count={props.row.states[state]} isFirst={index() === 0} />}
      </For>
      <For each={participantKinds}>
        {(kind, index) => <Cell count={props.row.kinds[kind]} isFirst={index() === 0} />}
      </For>
    </tr>
  )
}

function Cell(props: { count: number; isFirst?: boolean }) {
  return (
    <td class="counts-number" classList={{ 'counts-first': props.isFirst, 'counts-zero': props.count === 0 }}>
      {formatCount(props.count)}
    </td>
  )
}
