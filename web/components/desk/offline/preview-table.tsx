import { For, Show } from 'solid-js'
import type { ImportCheck } from '../../../../worker/contract/offline'
import { words } from '../../../locales/desk'
import { formatCount, joinSentences } from '../../../locales/desk/format'
import { o } from '../../../locales/desk/offline'

/** The first of what would be imported. */
export function PreviewTable(props: { check: ImportCheck }) {
  return (
    <section aria-labelledby="preview-heading">
      <h3 id="preview-heading">{o.preview}</h3>
      <ul class="offline-columns">
        <For each={Object.entries(props.check.channels).filter(([, count]) => count > 0)}>
          {([channel, count]) => (
            <li>
              {words.channels[channel as keyof typeof words.channels]} {formatCount(count)}
            </li>
          )}
        </For>
      </ul>
      <section class="offline-scroll" aria-label={joinSentences(o.preview, o.wide)} tabindex="0">
        <table class="offline-table offline-preview">
          <thead>
            <tr>
              <For
                each={[
                  o.row,
                  o.receivedOn,
                  o.channel,
                  o.reference,
                  o.place,
                  o.author,
                  o.stance,
                  o.body,
                  o.wording,
                  o.isPublic,
                ]}
              >
                {(name) => <th scope="col">{name}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.check.preview}>
              {(row) => (
                <tr>
                  <th scope="row" class="offline-cell">
                    {row.row}
                  </th>
                  <td class="offline-cell">{row.receivedOn}</td>
                  <td>{words.channels[row.channel]}</td>
                  <td>{row.reference}</td>
                  <td class="offline-cell">{row.place}</td>
                  <td>{[words.kinds[row.kind], row.name].filter(Boolean).join(' ')}</td>
                  <td>{words.stances[row.stance]}</td>
                  <td class="offline-body">{row.body}</td>
                  <td class="offline-body">{row.wording}</td>
                  <td>{row.isPublishable ? o.yes : o.no}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.check.rows > props.check.preview.length}>
        <p class="hint">{o.previewPart(formatCount(props.check.preview.length))}</p>
      </Show>
    </section>
  )
}
