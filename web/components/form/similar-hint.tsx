import { For, Show } from 'solid-js'
import type { SimilarComment } from '../../islands/watch-similar'
import { commentPath } from '../../lib/links'
import type { FormWords } from '../../locales/form'

const shown = 60

/** What others have said already; it holds nobody back. */
export function SimilarHint(props: { words: FormWords['similar']; found: SimilarComment[] }) {
  return (
    <div role="status" class="similar-hint">
      <Show when={props.found.length > 0}>
        <p>{props.words.lead}</p>
        <ul>
          <For each={props.found}>
            {({ publicId, body }) => (
              <li>
                <a href={commentPath(publicId)} target="_blank" rel="noopener">
                  {[...body].length > shown ? `${[...body].slice(0, shown).join('')}…` : body}
                </a>
              </li>
            )}
          </For>
        </ul>
        <p class="hint">{props.words.advice}</p>
      </Show>
    </div>
  )
}
