import { createSignal, For, Show } from 'solid-js'
import type { AddBannedWord, BannedWordList } from '../../../../worker/contract/banned-words'
import { bannedWordCategories } from '../../../../worker/contract/words'
import { asApiError } from '../../../api/api-error'
import { t, words } from '../../../locales/desk'

interface BannedWordsProps {
  list: BannedWordList['items']
  onAdd: (word: AddBannedWord) => Promise<void>
  onRemove: (word: string) => Promise<void>
}

/** The words that call for a moderator's attention, by category, and the way to keep the list. */
export function BannedWords(props: BannedWordsProps) {
  const [problem, setProblem] = createSignal('')
  const attempt = async (act: () => Promise<void>, done?: () => void) => {
    setProblem('')
    try {
      await act()
      done?.()
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(Object.values(error.fields)[0] ?? error.message)
    }
  }
  const add = (form: HTMLFormElement) => {
    const data = new FormData(form)
    const category = bannedWordCategories.find((known) => known === data.get('category'))
    if (!category) return
    void attempt(
      () => props.onAdd({ word: String(data.get('word') ?? ''), category }),
      () => form.reset(),
    )
  }
  return (
    <section aria-labelledby="words-heading">
      <h2 id="words-heading">{t.settings.words}</h2>
      <p class="hint">{t.settings.wordsHint}</p>
      <form
        class="word-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          add(event.currentTarget)
        }}
      >
        <div class="office-field">
          <label for="new-word">{t.settings.word}</label>
          <input
            class="input"
            id="new-word"
            name="word"
            aria-describedby={problem() ? 'word-problem' : undefined}
          />
        </div>
        <div class="office-field">
          <label for="new-category">{t.settings.category}</label>
          <select class="input" id="new-category" name="category">
            <For each={bannedWordCategories}>
              {(category) => <option value={category}>{words.bannedWordCategories[category]}</option>}
            </For>
          </select>
        </div>
        <button type="submit" class="button button-blue">
          {t.settings.add}
        </button>
      </form>
      <Show when={problem()}>
        <p class="field-error" id="word-problem" role="alert">
          {problem()}
        </p>
      </Show>
      <For each={bannedWordCategories}>
        {(category) => {
          const listed = () => props.list.filter((item) => item.category === category)
          return (
            <Show when={listed().length > 0}>
              <h3>{words.bannedWordCategories[category]}</h3>
              <ul class="word-list">
                <For each={listed()}>
                  {({ word }) => (
                    <li>
                      {word}
                      <button
                        type="button"
                        class="button button-quiet"
                        aria-label={`${t.settings.remove} ${word}`}
                        onClick={() => void attempt(() => props.onRemove(word))}
                      >
                        ×
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )
        }}
      </For>
      <Show when={props.list.length === 0}>
        <p class="hint">{t.settings.noWords}</p>
      </Show>
    </section>
  )
}
