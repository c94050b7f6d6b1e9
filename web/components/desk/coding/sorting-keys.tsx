import { For } from 'solid-js'
import { sortingKeys } from '../../../lib/sorting/code-keys'
import { t } from '../../../locales/desk'

const rows = [
  ['next', sortingKeys.next],
  ['previous', sortingKeys.previous],
  ['code', '1–9 A–Z'],
  ['find', sortingKeys.find],
  ['accept', sortingKeys.accept],
  ['dismiss', sortingKeys.dismiss],
  ['undo', sortingKeys.undo],
] as const

/** What the keys do, and whether single keys act at all. */
export function SortingKeys(props: { enabled: boolean; onUse: (on: boolean) => void }) {
  return (
    <details class="sorting-keys">
      <summary>{t.sorting.keys}</summary>
      <label class="check">
        <input
          type="checkbox"
          checked={props.enabled}
          onChange={(event) => props.onUse(event.currentTarget.checked)}
        />
        {t.sorting.useKeys}
      </label>
      <dl>
        <For each={rows}>
          {([name, key]) => (
            <div class="sorting-key">
              <dt>
                <kbd class="key">{key.toUpperCase()}</kbd>
              </dt>
              <dd>{t.sorting.keyRows[name]}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  )
}
