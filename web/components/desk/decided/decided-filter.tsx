import { For } from 'solid-js'
import { type Decision, decisions } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'

interface DecidedFilterProps {
  chosen: Decision | undefined
  pathTo: (decision: Decision | undefined) => string
}

/** One address per decision, so that back and bookmarks work. */
export function DecidedFilter(props: DecidedFilterProps) {
  return (
    <nav class="decided-filter" aria-label={t.decided.filters}>
      <ul>
        <For each={[undefined, ...decisions]}>
          {(decision) => (
            <li>
              <a href={props.pathTo(decision)} aria-current={props.chosen === decision ? 'page' : undefined}>
                {decision ? words.decisions[decision] : t.decided.all}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
