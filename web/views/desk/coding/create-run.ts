import { createSignal, onCleanup } from 'solid-js'
import type { CodebookView } from '../../../../worker/contract/codebook'
import type { CodingText } from '../../../../worker/contract/coding'
import { limits } from '../../../../worker/contract/limits'
import type { NewRun } from '../../../../worker/contract/suggestions'
import { asApiError } from '../../../api/api-error'
import { addSuggestions, getTexts, startRun } from '../../../api/coding'
import { sortApart } from '../../../lib/sorting/sort-apart'
import { type Sorted, usualClusters, usualParameters } from '../../../lib/sorting/sort-comments'
import type { RunWish } from '../../../lib/sorting/wishes'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'

interface Progress {
  said: string
  /** From 0 to 1, of all that is to be done. */
  share: number
}
/** The shares of the work until the texts are read, and until they are sorted. */
const [read, sorted] = [0.2, 0.9]

/** A run of the machine in this browser: reading, sorting off the main thread, storing. It can be cancelled until it is stored. */
export function createRun(codebook: () => CodebookView | null | undefined, onDone: () => void) {
  const [progress, setProgress] = createSignal<Progress | null>(null)
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal('')
  let abort = new AbortController()
  onCleanup(() => abort.abort())

  async function readTexts(measure: string | undefined, signal: AbortSignal) {
    const texts: CodingText[] = []
    let [after, total]: [string | undefined, number] = [undefined, 0]
    do {
      const page = await getTexts(measure, after)
      signal.throwIfAborted()
      texts.push(...page.items)
      total = page.total
      after = page.next ?? undefined
      const share = (texts.length / Math.max(1, total)) * read
      setProgress({ said: t.suggestions.reading(formatCount(texts.length), formatCount(total)), share })
    } while (after && texts.length < limits.textsRead)
    return { texts, total }
  }

  async function store(run: NewRun, { suggestions }: Sorted, signal: AbortSignal) {
    const made = await startRun(run)
    if (!made) return
    const parts = Math.max(1, Math.ceil(suggestions.length / limits.suggestionPart))
    for (let part = 0; part < parts; part += 1) {
      signal.throwIfAborted()
      const from = part * limits.suggestionPart
      const own = suggestions.slice(from, from + limits.suggestionPart)
      setProgress({
        said: t.suggestions.storing(formatCount(from), formatCount(suggestions.length)),
        share: sorted + (part / parts) * (1 - sorted),
      })
      await addSuggestions(made.id, {
        ...(own.length > 0 && { suggestions: own }),
        isLast: part === parts - 1,
      })
    }
  }

  async function work(wish: RunWish, { version, codes }: CodebookView, signal: AbortSignal) {
    const { texts, total } = await readTexts(wish.measure, signal)
    if (texts.length < 2) return void setProblem(t.suggestions.tooFew)
    const clusters = wish.clusters ?? usualClusters(texts.length)
    const parameters = { ...usualParameters, clusters, leastScore: wish.leastScore }
    const described = codes.map(({ id, name, definition, example, included }) => ({
      id,
      text: [name, definition, example, included].join('。'),
    }))
    const found = await sortApart(
      { texts, codes: described, seed: wish.seed, parameters },
      (share) =>
        setProgress({
          said: t.suggestions.sorting(`${Math.round(share * 100)}%`),
          share: read + share * (sorted - read),
        }),
      signal,
    )
    signal.throwIfAborted()
    const { measure, seed } = wish
    const run = { version, seed, parameters, clusters: found.clusters, commentCount: texts.length }
    await store({ ...run, ...(measure && { measure }) }, found, signal)
    const partial =
      texts.length < total ? t.suggestions.partial(formatCount(texts.length), formatCount(total)) : ''
    setSaid(
      t.suggestions.done(formatCount(found.clusters.length), formatCount(found.suggestions.length)) + partial,
    )
    onDone()
  }

  return {
    progress,
    said,
    problem,
    async start(wish: RunWish) {
      const book = codebook()
      if (!book || progress()) return
      abort = new AbortController()
      const { signal } = abort
      setSaid('')
      setProblem('')
      setProgress({ said: t.suggestions.reading('0', '…'), share: 0 })
      try {
        await work(wish, book, signal)
      } catch (thrown) {
        if (signal.aborted) setSaid(t.suggestions.cancelled)
        else {
          const { code, message } = asApiError(thrown)
          setProblem(code === 'internal' ? t.suggestions.failed : message)
        }
      } finally {
        setProgress(null)
      }
    },
    cancel: () => abort.abort(),
  }
}
