import { For, Show } from 'solid-js'
import type { OfflineView } from '../../../../worker/contract/offline'
import { formatCount, formatMoment, joinSentences } from '../../../locales/desk/format'
import { o } from '../../../locales/desk/offline'

/** The files that were imported, the newest first. */
export function ImportList(props: { imports: OfflineView['imports'] }) {
  return (
    <section class="block" aria-labelledby="imports-heading">
      <h2 id="imports-heading">{o.log}</h2>
      <Show when={props.imports.length > 0} fallback={<p class="hint">{o.noLog}</p>}>
        <section class="offline-scroll" aria-label={joinSentences(o.log, o.wide)} tabindex="0">
          <table class="offline-table">
            <thead>
              <tr>
                <For each={[o.at, o.file, o.count, o.by, 'SHA-256']}>
                  {(name) => (
                    <th scope="col" classList={{ figure: name === o.count }}>
                      {name}
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.imports}>
                {(each) => (
                  <tr>
                    <td class="offline-cell">{formatMoment(each.at)}</td>
                    <th scope="row">{each.fileName}</th>
                    <td class="figure">{formatCount(each.rows)}</td>
                    <td>{each.by}</td>
                    <td>
                      <code title={each.sha256}>{each.sha256.slice(0, 12)}</code>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </section>
  )
}
