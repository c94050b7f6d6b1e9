import { createMemo, createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { SampleComment, SampleView } from '../../../../worker/contract/coding-samples'
import { ApiError, asApiError } from '../../../api/api-error'
import { codeBlind, getCodebook, getSampleComments } from '../../../api/coding'
import { BesideBody } from '../../../components/desk/coding/beside-body'
import { CodeFinder } from '../../../components/desk/coding/code-finder'
import { CodePad } from '../../../components/desk/coding/code-pad'
import { KeyHint } from '../../../components/desk/key-hint'
import { StatePanel } from '../../../components/desk/state-panel'
import { keysOfCodes, meaningOf } from '../../../lib/sorting/code-keys'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { isTyping } from '../moderation/create-keyboard'
import { createShortcutPreference } from '../moderation/preferences'

interface BlindCodingProps {
  sample: SampleView
  onDone: () => void
  onClose: () => void
}

/** One coder's way through a sample: nothing of anybody else's is told or asked for. */
export function BlindCoding(props: BlindCodingProps) {
  const [held, setHeld] = createStore<{ items: SampleComment[]; chosen: Record<string, number[]> }>({
    items: [],
    chosen: {},
  })
  const [at, setAt] = createSignal(0)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [said, setSaid] = createSignal('')
  const preference = createShortcutPreference()
  const loaded = createLoad(async () => {
    const codebook = await getCodebook(props.sample.version)
    const items: SampleComment[] = []
    let after: string | undefined
    do {
      const page = await getSampleComments(props.sample.id, after)
      items.push(...page.items)
      after = page.next ?? undefined
    } while (after)
    setHeld({
      items,
      chosen: Object.fromEntries(items.map(({ publicId, codes }) => [publicId, codes ?? []])),
    })
    const first = items.findIndex(({ codes }) => codes === null)
    setAt(first < 0 ? items.length : first)
    return codebook
  })
  const codes = () => loaded.data()?.codes ?? []
  const keys = createMemo(() => keysOfCodes(codes().map(({ id }) => id)))
  const current = () => held.items[at()]
  const chosen = () => held.chosen[current()?.publicId ?? ''] ?? []
  const toggle = (id: number) => {
    const item = current()
    if (!item) return
    const now = chosen()
    setHeld('chosen', item.publicId, now.includes(id) ? now.filter((each) => each !== id) : [...now, id])
  }
  const step = (by: 1 | -1) => {
    setAt(Math.min(held.items.length, Math.max(0, at() + by)))
    setSaid('')
  }
  async function confirm() {
    const item = current()
    if (!item || busy()) return
    const given = chosen()
    setBusy(true)
    setProblem('')
    const answer = await codeBlind(props.sample.id, {
      publicId: item.publicId,
      ...(given.length > 0 && { codes: [...given] }),
    }).catch(asApiError)
    setBusy(false)
    if (answer instanceof ApiError) return void setProblem(answer.message)
    setHeld('items', at(), 'codes', [...given])
    step(1)
    setSaid(t.samples.saved)
    if (at() === held.items.length) props.onDone()
  }
  const press = (event: KeyboardEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat
    if (event.defaultPrevented || modified || !preference.enabled() || isTyping(event)) return
    if (event.key === 'Enter' && !(event.target as Element).closest('a, button, summary')) {
      event.preventDefault()
      return void confirm()
    }
    const meant = meaningOf(event.key, keys())
    if (!meant) return
    if ('code' in meant) toggle(meant.code)
    else if (meant.act === 'next') step(1)
    else if (meant.act === 'previous') step(-1)
    else if (meant.act === 'find') document.getElementById('blind-find')?.focus()
    else return
    event.preventDefault()
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))

  return (
    <Switch>
      <Match when={loaded.error()}>
        {(error) => (
          <StatePanel
            kind="error"
            heading={t.failed}
            text={error().message}
            retry={() => void loaded.load()}
          />
        )}
      </Match>
      <Match when={!loaded.data()}>
        <StatePanel kind="loading" heading={t.loading} />
      </Match>
      <Match when={!current()}>
        <StatePanel kind="empty" heading={t.samples.allDone} text={t.samples.allDoneText}>
          <button type="button" class="button" onClick={() => step(-1)}>
            {t.sorting.previous}
          </button>
          <Show
            when={[props.sample.first, props.sample.second].every(({ done }) => done === props.sample.size)}
          >
            <button type="button" class="button button-main" onClick={() => props.onClose()}>
              {t.samples.close}
            </button>
          </Show>
        </StatePanel>
      </Match>
      <Match when={current()}>
        {(item) => (
          <div class="sorting">
            <article class="sorting-item" aria-label={t.sorting.text}>
              <header class="sorting-head">
                <span class="sorting-place">
                  {t.samples.place(formatCount(item().place), formatCount(held.items.length))}
                </span>
                <Show when={item().codes !== null}>
                  <span class="badge badge-good">{t.samples.coded}</span>
                </Show>
              </header>
              <p class="sorting-measure">
                <b>{item().measure.key}</b> {item().measure.shortTitle || item().measure.title}
              </p>
              <Show when={item().clause}>
                {(clause) => (
                  <blockquote class="sorting-clause" lang="zh-CN">
                    <b>{t.sorting.clause(clause().key)}</b> {clause().text}
                  </blockquote>
                )}
              </Show>
              <p class="sorting-body">{item().body}</p>
              <BesideBody wording={item().wording} annexSummary={item().annexSummary} />
              <section class="sorting-tags" aria-label={t.samples.choices}>
                <h2>{t.samples.choices}</h2>
                <ul class="coded">
                  <For
                    each={codes().filter(({ id }) => chosen().includes(id))}
                    fallback={<li class="coding-none">{t.samples.none}</li>}
                  >
                    {(code) => (
                      <li class="coded-tag">
                        <span class="coded-name">{t.coding.code(code.key, code.name)}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
              <div class="sorting-acts">
                <button type="button" class="button" onClick={() => step(-1)}>
                  {t.sorting.previous} <KeyHint keys="K" shown={preference.enabled()} />
                </button>
                <button
                  type="button"
                  class="button button-blue"
                  aria-disabled={busy()}
                  onClick={() => void confirm()}
                >
                  {t.samples.confirm} <KeyHint keys="Enter" shown={preference.enabled()} />
                </button>
                <p class="sorting-status" role="status">
                  {said()}
                </p>
              </div>
              <Show when={problem()}>
                <p class="coding-problem" role="alert">
                  {problem()}
                </p>
              </Show>
            </article>
            <aside class="sorting-side" aria-label={t.sorting.codes}>
              <CodeFinder
                id="blind-find"
                codes={codes()}
                onChoose={(code) => {
                  toggle(code.id)
                  document.getElementById('blind-find')?.blur()
                }}
                onLeave={() => document.getElementById('blind-find')?.blur()}
              />
              <CodePad
                codes={codes()}
                chosen={chosen()}
                keyOf={(id) => (preference.enabled() ? keys().get(id) : undefined)}
                onChoose={toggle}
              />
            </aside>
          </div>
        )}
      </Match>
    </Switch>
  )
}
