import { For, Show } from 'solid-js'
import type { AdoptionRow } from '../../../worker/contract/results'
import { commentPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { SuggestedWording } from '../thread/suggested-wording'
import { DispositionChip } from './disposition-chip'
import { OutcomeText } from './outcome-text'

/** 意见采纳情况, as departments publish it. On a phone each row stands as a block of its own. */
export function AdoptionTable(props: { rows: readonly AdoptionRow[]; heading: string }) {
  const { words, domain } = useFrame()
  const { columns, similar } = words.results
  return (
    <table class="adoption" aria-labelledby={props.heading}>
      <thead>
        <tr>
          <For each={Object.values(columns)}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <td data-label={columns.number}>{groupDigits(row.number)}</td>
              <td data-label={columns.id}>
                <a href={commentPath(row.publicId)}>{row.publicId}</a>
                <Show when={row.similarCount > 1}>
                  <span class="hint">{similar(groupDigits(row.similarCount))}</span>
                </Show>
              </td>
              <td data-label={columns.who}>
                {domain.kinds[row.kind]} <span lang="zh-CN">{row.name ?? domain.anonymous}</span>
              </td>
              <td data-label={columns.place}>{row.clause ?? words.wholeMeasure}</td>
              <td data-label={columns.text} class="adoption-body" lang="zh-CN">
                {row.body}
                <Show when={row.wording}>{(wording) => <SuggestedWording wording={wording()} />}</Show>
              </td>
              <td data-label={columns.disposition}>
                <DispositionChip disposition={row.outcome?.disposition ?? null} />
              </td>
              <td data-label={columns.reason}>
                <Show when={row.outcome}>{(outcome) => <OutcomeText outcome={outcome()} />}</Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
