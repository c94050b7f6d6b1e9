import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { type CodingViewName, codingViews } from '../../../../worker/contract/coding'
import { getPlan } from '../../../api/plan'
import { CodeFinder } from '../../../components/desk/coding/code-finder'
import { CodePad } from '../../../components/desk/coding/code-pad'
import { ItemText } from '../../../components/desk/coding/item-text'
import { MeasureSelect } from '../../../components/desk/coding/measure-select'
import { SortingKeys } from '../../../components/desk/coding/sorting-keys'
import { ProposalList, TagList } from '../../../components/desk/coding/tag-list'
import { KeyHint } from '../../../components/desk/key-hint'
import { StatePanel } from '../../../components/desk/state-panel'
import { keysOfCodes, meaningOf, type SortingAct } from '../../../lib/sorting/code-keys'
import { selectedSpan } from '../../../lib/text-selection'
import { t } from '../../../locales/desk'
import { createLoad } from '../create-load'
import { measureChoices } from '../measure-choices'
import { isTyping } from '../moderation/create-keyboard'
import { createShortcutPreference } from '../moderation/preferences'
import { useSession } from '../session'
import { CodingFrame } from './coding-frame'
import { createCodebookInUse } from './create-codebook-in-use'
import { createSorting } from './create-sorting'
import { NoCodebook } from './no-codebook'

const finderId = 'sorting-find'

/** `/desk/coding`: one comment after the other, tagged by keys. */
export function CodingSorting() {
  const session = useSession()
  const [search, setSearch] = useSearchParams<{ view?: string; measure?: string }>()
  const view = (): CodingViewName => codingViews.find((known) => known === search.view) ?? 'all'
  const filter = createMemo(() => ({ view: view(), measure: search.measure || undefined }))
  const plan = createLoad(getPlan)
  const codebook = createCodebookInUse()
  const list = createSorting(filter)
  const preference = createShortcutPreference()
  const codes = () => codebook.data()?.codes ?? []
  const keys = createMemo(() => keysOfCodes(codes().map(({ id }) => id)))
  let text: HTMLElement | undefined

  createEffect(() => {
    if (list.error()?.code === 'unauthenticated') void session.load()
  })
  const toggle = (codeId: number) => {
    const code = codes().find(({ id }) => id === codeId)
    if (!code) return
    list.toggle(code, text ? selectedSpan(text) : null)
    document.getSelection()?.removeAllRanges()
  }
  const acts: Record<SortingAct, () => void> = {
    next: () => list.step(1),
    previous: () => list.step(-1),
    undo: () => list.undo(),
    find: () => document.getElementById(finderId)?.focus(),
    accept: () => settleFirst('accepted'),
    dismiss: () => settleFirst('dismissed'),
  }
  const settleFirst = (to: 'accepted' | 'dismissed') => {
    const [first] = list.current()?.suggestions ?? []
    if (first) list.settle(first, to)
  }
  const press = (event: KeyboardEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
    if (event.defaultPrevented || modified || !preference.enabled() || isTyping(event)) return
    const meant = meaningOf(event.key, keys())
    const mayRepeat = meant && 'act' in meant && (meant.act === 'next' || meant.act === 'previous')
    if (!meant || (event.repeat && !mayRepeat)) return
    event.preventDefault()
    if ('act' in meant) acts[meant.act]()
    else toggle(meant.code)
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))

  return (
    <CodingFrame section="sorting">
      <div class="coding-filter">
        <label class="field">
          <span>{t.sorting.view}</span>
          <select onChange={(event) => setSearch({ view: event.currentTarget.value })}>
            <For each={codingViews}>
              {(each) => (
                <option value={each} selected={each === view()}>
                  {t.sorting.views[each]}
                </option>
              )}
            </For>
          </select>
        </label>
        <MeasureSelect
          choices={measureChoices(plan.data())}
          value={search.measure ?? ''}
          onChange={(measure) => setSearch({ measure: measure || undefined })}
        />
      </div>
      <Switch>
        <Match when={codebook.data() === null}>
          <NoCodebook />
        </Match>
        <Match when={(list.items().length === 0 && list.error()) || (!codebook.data() && codebook.error())}>
          {(error) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={error().message}
              retry={() => {
                list.start()
                if (!codebook.data()) void codebook.load()
              }}
            />
          )}
        </Match>
        <Match when={list.items().length === 0 && !list.loading()}>
          <StatePanel kind="empty" heading={t.sorting.empty} text={t.sorting.emptyText} />
        </Match>
        <Match when={list.current()}>
          {(item) => (
            <div class="sorting">
              <article class="sorting-item" aria-label={t.sorting.text}>
                <ItemText item={item()} place={list.at() + 1} ref={(element) => (text = element)} />
                <Show when={!item().isBlind} fallback={<p class="coding-blind">{t.coding.blind}</p>}>
                  <section class="sorting-tags" aria-label={t.coding.tags}>
                    <h2>{t.coding.tags}</h2>
                    <TagList tags={item().tags} body={item().body} onRemove={list.remove} />
                  </section>
                  <ProposalList
                    suggestions={item().suggestions}
                    keysShown={preference.enabled()}
                    onSettle={list.settle}
                  />
                </Show>
                <div class="sorting-acts">
                  <button type="button" class="button" onClick={() => list.step(-1)}>
                    {t.sorting.previous} <KeyHint keys="K" shown={preference.enabled()} />
                  </button>
                  <button type="button" class="button button-blue" onClick={() => list.step(1)}>
                    {t.sorting.next} <KeyHint keys="J" shown={preference.enabled()} />
                  </button>
                  <button type="button" class="button" onClick={() => list.undo()}>
                    {t.sorting.undo} <KeyHint keys="U" shown={preference.enabled()} />
                  </button>
                  <p class="sorting-status" role="status">
                    {list.status()}
                  </p>
                </div>
                <Show when={list.problem().length > 0 || list.error()}>
                  <p class="coding-problem" role="alert">
                    {list.problem().join('') || list.error()?.message}
                    <Show when={list.error()}>
                      <button type="button" class="button" onClick={() => list.retry()}>
                        {t.retry}
                      </button>
                    </Show>
                  </p>
                </Show>
              </article>
              <aside class="sorting-side" aria-label={t.sorting.codes}>
                <CodeFinder
                  id={finderId}
                  codes={codes()}
                  onChoose={(code) => {
                    toggle(code.id)
                    document.getElementById(finderId)?.blur()
                  }}
                  onLeave={() => document.getElementById(finderId)?.blur()}
                />
                <CodePad
                  codes={codes()}
                  chosen={item()
                    .tags.filter(({ start }) => start === null)
                    .map(({ codeId }) => codeId)}
                  keyOf={(id) => (preference.enabled() ? keys().get(id) : undefined)}
                  onChoose={toggle}
                />
                <SortingKeys enabled={preference.enabled()} onUse={preference.choose} />
              </aside>
            </div>
          )}
        </Match>
        <Match when={true}>
          <StatePanel kind="loading" heading={t.loading} />
        </Match>
      </Switch>
    </CodingFrame>
  )
}
