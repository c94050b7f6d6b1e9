import { createEffect, createSignal, For, Show } from 'solid-js'
import { getCodebook } from '../../../api/coding'
import { CodeActs } from '../../../components/desk/coding/code-acts'
import { CodeForm } from '../../../components/desk/coding/code-form'
import { CodebookDifferences, CodeWords, LintList } from '../../../components/desk/coding/codebook-parts'
import { Loaded } from '../../../components/desk/loaded'
import { StatePanel } from '../../../components/desk/state-panel'
import { compareCodebooks } from '../../../lib/sorting/compare-codebooks'
import { t } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { useSession } from '../session'
import { CodingFrame } from './coding-frame'
import { createCodebook } from './create-codebook'
import { DiscardDraft } from './discard-draft'

/** `/desk/coding/codebook`: the versions, the draft that is written, and how versions differ. */
export function CodingCodebook() {
  const session = useSession()
  const book = createCodebook()
  const [editing, setEditing] = createSignal<number | 'new' | null>(null)
  const [other, setOther] = createSignal<Awaited<ReturnType<typeof getCodebook>> | null>(null)
  const versions = () => book.versions.data()?.versions ?? []
  const isDraft = () => book.shown.data()?.codebook.publishedAt === null
  const themes = () => [...new Set((book.shown.data()?.codebook.codes ?? []).map(({ theme }) => theme))]
  const stateOf = (version: number) => {
    const { draft, published } = book.versions.data() ?? {}
    return version === draft ? t.codebook.draft : version === published ? t.codebook.current : t.codebook.past
  }
  createEffect(() => {
    if (book.shown.error()?.code === 'unauthenticated') void session.load()
  })
  const open = (which: number | 'new' | null) => {
    book.clear()
    setEditing(which)
  }
  const saved = async (work: Promise<boolean>) => {
    if (await work) setEditing(null)
  }
  const compareWith = async (version: number) =>
    setOther(version > 0 ? await getCodebook(version).catch(() => null) : null)

  return (
    <CodingFrame section="codebook">
      <p class="page-said" role="status">
        {book.said()}
      </p>
      <Show when={book.problem()}>
        <p class="coding-problem" role="alert">
          <b>{t.codebook.problem}</b> {book.problem()}
        </p>
      </Show>
      <Show
        when={book.shown.data() !== null}
        fallback={
          <StatePanel kind="empty" heading={t.codebook.empty} text={t.codebook.emptyText}>
            <button type="button" class="button button-main" onClick={() => void book.start()}>
              {t.codebook.start}
            </button>
          </StatePanel>
        }
      >
        <Loaded data={book.shown.data()} error={book.shown.error()} retry={book.shown.load}>
          {(shown) => (
            <div class="codebook">
              <div class="codebook-main">
                <header class="codebook-head">
                  <h2>
                    {t.codebook.version(String(shown().codebook.version))}{' '}
                    <span class="badge" classList={{ 'badge-lacking': isDraft() }}>
                      {stateOf(shown().codebook.version)}
                    </span>
                  </h2>
                  <p class="block-text">
                    {shown().codebook.publishedAt
                      ? t.codebook.publishedBy(
                          shown().codebook.publishedBy ?? '',
                          formatMoment(shown().codebook.publishedAt ?? ''),
                        )
                      : t.codebook.startedBy(
                          shown().codebook.createdBy,
                          formatMoment(shown().codebook.createdAt),
                        )}
                  </p>
                </header>
                <Show when={shown().codebook.codes.length === 0}>
                  <p class="coding-none">{t.codebook.noCodes}</p>
                  <Show when={shown().codebook.note}>
                    <p>{shown().codebook.note}</p>
                  </Show>
                </Show>
                <For each={themes()}>
                  {(theme, place) => (
                    <section class="codebook-theme" aria-labelledby={`theme-${place()}`}>
                      <h2 id={`theme-${place()}`}>{theme}</h2>
                      <For each={shown().codebook.codes.filter((code) => code.theme === theme)}>
                        {(code) => (
                          <article class="coding-code" aria-label={t.coding.code(code.key, code.name)}>
                            <Show
                              when={editing() === code.id}
                              fallback={
                                <>
                                  <CodeWords
                                    code={code}
                                    count={shown().lint.codes.find(({ id }) => id === code.id)?.count}
                                  />
                                  <Show when={isDraft()}>
                                    <CodeActs
                                      name={code.name}
                                      onEdit={() => open(code.id)}
                                      onMove={(by) => void book.move(code, by)}
                                      onRetire={() => void book.retire(code)}
                                    />
                                  </Show>
                                </>
                              }
                            >
                              <CodeForm
                                code={code}
                                themes={themes()}
                                busy={book.busy()}
                                errors={book.errors()}
                                onType={book.typedIn}
                                onSave={(input) => void saved(book.change(code, input))}
                                onCancel={() => open(null)}
                              />
                            </Show>
                          </article>
                        )}
                      </For>
                    </section>
                  )}
                </For>
                <Show when={isDraft()}>
                  <Show
                    when={editing() === 'new'}
                    fallback={
                      <button type="button" class="button" onClick={() => open('new')}>
                        {t.codebook.add}
                      </button>
                    }
                  >
                    <CodeForm
                      themes={themes()}
                      busy={book.busy()}
                      errors={book.errors()}
                      onType={book.typedIn}
                      onSave={(input) => void saved(book.add(input))}
                      onCancel={() => open(null)}
                    />
                  </Show>
                  <form
                    class="block codebook-publish"
                    onSubmit={(event) => {
                      event.preventDefault()
                      void book.publish(String(new FormData(event.currentTarget).get('note') ?? ''))
                    }}
                  >
                    <div class="field">
                      <label for="codebook-note">{t.codebook.note}</label>
                      <input
                        id="codebook-note"
                        name="note"
                        autocomplete="off"
                        aria-describedby="codebook-note-hint"
                      />
                      <p class="field-hint" id="codebook-note-hint">
                        {t.codebook.noteHint}
                      </p>
                    </div>
                    <p class="block-text">{t.codebook.publishText}</p>
                    <button type="submit" class="button button-main" aria-disabled={book.busy()}>
                      {t.codebook.publish}
                    </button>
                  </form>
                  <DiscardDraft
                    busy={book.busy()}
                    onDiscard={() => book.discard().then((isDone) => isDone && open(null))}
                  />
                </Show>
              </div>
              <aside class="codebook-side" aria-label={t.codebook.versions}>
                <section class="block" aria-labelledby="versions-heading">
                  <h2 id="versions-heading">{t.codebook.versions}</h2>
                  <ul class="coding-versions">
                    <For each={versions()}>
                      {({ version }) => (
                        <li>
                          <button
                            type="button"
                            class="coding-version"
                            aria-pressed={version === shown().codebook.version}
                            onClick={() => {
                              open(null)
                              book.choose(version)
                            }}
                          >
                            {t.codebook.version(String(version))} <small>{stateOf(version)}</small>
                          </button>
                        </li>
                      )}
                    </For>
                  </ul>
                  <Show when={book.versions.data()?.draft === null}>
                    <button type="button" class="button" onClick={() => void book.start()}>
                      {t.codebook.startNext}
                    </button>
                  </Show>
                  <Show when={versions().length > 1}>
                    <label class="field">
                      <span>{t.codebook.compare}</span>
                      <select onChange={(event) => void compareWith(Number(event.currentTarget.value))}>
                        <option value="0">{t.codebook.compareNone}</option>
                        <For each={versions().filter(({ version }) => version !== shown().codebook.version)}>
                          {({ version }) => (
                            <option value={version}>{t.codebook.version(String(version))}</option>
                          )}
                        </For>
                      </select>
                    </label>
                    <Show when={other()}>
                      {(with_) => (
                        <CodebookDifferences
                          differences={
                            with_().version < shown().codebook.version
                              ? compareCodebooks(with_().codes, shown().codebook.codes)
                              : compareCodebooks(shown().codebook.codes, with_().codes)
                          }
                        />
                      )}
                    </Show>
                  </Show>
                </section>
                <LintList lint={shown().lint} codes={shown().codebook.codes} />
              </aside>
            </div>
          )}
        </Loaded>
      </Show>
    </CodingFrame>
  )
}
