import { For, Show } from 'solid-js'
import type { SuggestionView, TagView } from '../../../../worker/contract/coding'
import type { Settle } from '../../../../worker/contract/suggestions'
import { t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface TagListProps {
  tags: readonly TagView[]
  /** The text that passages are of. */
  body: string
  onRemove: (tag: TagView) => void
}

/** The codes on a comment: on which words, by whom, and the way to take them off. */
export function TagList(props: TagListProps) {
  const quote = ({ start, end, isStale }: TagView) =>
    start === null || end === null || isStale ? null : props.body.slice(start, end)
  return (
    <Show when={props.tags.length > 0} fallback={<p class="coding-none">{t.coding.noTags}</p>}>
      <ul class="coded">
        <For each={props.tags}>
          {(tag) => (
            <li class="coded-tag">
              <span class="coded-name">{t.coding.code(tag.key, tag.name)}</span>
              <Show when={quote(tag)}>{(words) => <q class="coded-quote">{words()}</q>}</Show>
              <span class="coded-by">
                {t.coding.by(tag.by, formatMoment(tag.at))}
                <Show when={tag.isSuggested}>
                  <small class="coded-note"> {t.coding.suggested}</small>
                </Show>
                <Show when={tag.isStale}>
                  <small class="coded-note"> {t.coding.stale}</small>
                </Show>
              </span>
              <button
                type="button"
                class="coded-remove"
                aria-label={t.coding.remove(tag.name)}
                title={t.coding.remove(tag.name)}
                onClick={() => props.onRemove(tag)}
              >
                ×
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

interface ProposalListProps {
  suggestions: readonly SuggestionView[]
  keysShown?: boolean
  onSettle: (suggestion: SuggestionView, to: Settle['to']) => void
}

/** What the machine proposes for a comment: a suggestion, until somebody accepts it. */
export function ProposalList(props: ProposalListProps) {
  return (
    <Show when={props.suggestions.length > 0}>
      <section class="proposals" aria-label={t.coding.proposals}>
        <h3>{t.coding.proposals}</h3>
        <ul>
          <For each={props.suggestions}>
            {(suggestion, index) => (
              <li class="proposal">
                <span class="proposal-name">
                  {t.coding.proposal(t.coding.code(suggestion.key, suggestion.name), suggestion.phrase)}
                </span>
                <button
                  type="button"
                  class="button"
                  aria-label={t.coding.acceptOf(suggestion.name)}
                  onClick={() => props.onSettle(suggestion, 'accepted')}
                >
                  {t.coding.accept}
                  <KeyHint keys="=" shown={Boolean(props.keysShown) && index() === 0} />
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={t.coding.dismissOf(suggestion.name)}
                  onClick={() => props.onSettle(suggestion, 'dismissed')}
                >
                  {t.coding.dismiss}
                  <KeyHint keys="-" shown={Boolean(props.keysShown) && index() === 0} />
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
