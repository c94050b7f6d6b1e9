import '../../../styles/desk-coding.css'
import '../../../styles/desk-coded.css'
import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import type { CodingItem } from '../../../../worker/contract/coding'
import { ApiError, asApiError } from '../../../api/api-error'
import {
  getCodebook,
  getCodebooks,
  getCodingItem,
  putTag,
  removeTag,
  settleSuggestion,
} from '../../../api/coding'
import { CodeFinder } from '../../../components/desk/coding/code-finder'
import { ProposalList, TagList } from '../../../components/desk/coding/tag-list'
import { t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { deskPath } from '../return-address'

interface CodingPanelProps {
  publicId: string
  onChanged: () => void
}

/** The codes on the comment of a case: put on by typing, taken off, and what the machine proposes. */
export function CodingPanel(props: CodingPanelProps) {
  const codes = createLoad(async () => {
    const { published } = await getCodebooks()
    return published === null ? [] : (await getCodebook(published)).codes
  })
  const [item, setItem] = createSignal<CodingItem | null>(null)
  const [problem, setProblem] = createSignal('')

  async function act(send: () => Promise<CodingItem>, isChange = true) {
    const asked = props.publicId
    setProblem('')
    const answer = await send().catch(asApiError)
    if (asked !== props.publicId) return
    if (answer instanceof ApiError) return void setProblem(answer.sentences.join(''))
    setItem(answer)
    if (isChange) props.onChanged()
  }
  const read = () => void act(() => getCodingItem(props.publicId), false)
  createEffect(
    on(
      createMemo(() => props.publicId),
      () => {
        setItem(null)
        read()
      },
    ),
  )

  return (
    <section class="coding-panel" aria-label={t.coding.tags}>
      <h2>{t.coding.tags}</h2>
      <Show when={problem() || codes.error()}>
        <p class="coding-problem" role="alert">
          {problem() || codes.error()?.message}{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              read()
              if (codes.error()) void codes.load()
            }}
          >
            {t.retry}
          </button>
        </p>
      </Show>
      <Switch>
        <Match when={item()?.isBlind}>
          <p class="coding-blind">{t.coding.blind}</p>
        </Match>
        <Match when={item()}>
          {(shown) => (
            <>
              <TagList
                tags={shown().tags}
                body={shown().body}
                onRemove={(tag) => void act(() => removeTag(tag.id))}
              />
              <Show when={codes.data()?.length === 0}>
                <p class="coding-none">
                  {t.coding.noCodebook} <a href={`${deskPath('coding')}/codebook`}>{t.coding.toCodebook}</a>
                </p>
              </Show>
              <Show when={codes.data()?.length}>
                <CodeFinder
                  id="panel-find"
                  codes={codes.data() ?? []}
                  onChoose={(code) =>
                    void act(() => putTag(shown().publicId, { revision: shown().revision, code: code.id }))
                  }
                />
              </Show>
              <ProposalList
                suggestions={shown().suggestions}
                onSettle={(suggestion, to) => void act(() => settleSuggestion(suggestion.id, to))}
              />
              <Show when={shown().removed.length > 0}>
                <details class="coding-removed">
                  <summary>{t.coding.removed}</summary>
                  <ul>
                    <For each={shown().removed}>
                      {(tag) => (
                        <li>
                          {t.coding.code(tag.key, tag.name)}{' '}
                          <small>{t.coding.removedBy(tag.removedBy, formatMoment(tag.removedAt))}</small>
                        </li>
                      )}
                    </For>
                  </ul>
                </details>
              </Show>
            </>
          )}
        </Match>
        <Match when={!problem()}>
          <p class="coding-none" aria-busy="true">
            {t.loading}
          </p>
        </Match>
      </Switch>
    </section>
  )
}
