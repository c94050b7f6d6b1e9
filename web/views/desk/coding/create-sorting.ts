import { createEffect, createSignal, on } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { CodeView } from '../../../../worker/contract/codebook'
import type { CodingItem, CodingViewName, SuggestionView, TagView } from '../../../../worker/contract/coding'
import type { Settle } from '../../../../worker/contract/suggestions'
import { ApiError, asApiError } from '../../../api/api-error'
import { getCodingItem, getCodingItems, putTag, removeTag, settleSuggestion } from '../../../api/coding'
import type { Span } from '../../../lib/word-stops'
import { t } from '../../../locales/desk'

interface Filter {
  view: CodingViewName
  measure: string | undefined
}

/** The comments of a round of sorting, the one that lies open, and what is done to it. */
export function createSorting(filter: () => Filter) {
  const [held, setHeld] = createStore<{ items: CodingItem[] }>({ items: [] })
  const [at, setAt] = createSignal(0)
  const [next, setNext] = createSignal<string | null>(null)
  const [loading, setLoading] = createSignal(true)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [status, setStatus] = createSignal('')
  const [problem, setProblem] = createSignal<string[]>([])
  const undoable: (() => Promise<CodingItem>)[] = []
  let round = 0
  let queue: Promise<unknown> = Promise.resolve()

  async function load(after?: string) {
    const mine = round
    setLoading(true)
    setError(null)
    const page = await getCodingItems({ ...filter(), after, limit: undefined }).catch(asApiError)
    if (mine !== round) return
    setLoading(false)
    if (page instanceof ApiError) return void setError(page)
    const known = new Set(held.items.map(({ publicId }) => publicId))
    setHeld('items', (items) => [...items, ...page.items.filter(({ publicId }) => !known.has(publicId))])
    setNext(page.next)
  }
  function start() {
    round += 1
    undoable.length = 0
    setHeld('items', [])
    setAt(0)
    setNext(null)
    void load()
  }
  createEffect(on(filter, start))

  const current = () => held.items[at()]
  const show = (item: CodingItem) =>
    setHeld('items', ({ publicId }) => publicId === item.publicId, { ...item })

  /** One act after the other, in the order in which keys were pressed. */
  function act(
    send: () => Promise<CodingItem>,
    said: string,
    undo?: (item: CodingItem) => Promise<CodingItem>,
  ) {
    const work = queue.then(async () => {
      setProblem([])
      const item = await send().catch(asApiError)
      if (item instanceof ApiError) {
        setProblem(item.sentences)
        if (item.code === 'revision_changed') await reread()
        return
      }
      show(item)
      setStatus(said)
      if (undo) undoable.push(() => undo(item))
    })
    queue = work
    return work
  }
  async function reread() {
    const open = current()
    const item = open && (await getCodingItem(open.publicId).catch(() => null))
    if (item) show(item)
  }

  const putOn = (item: CodingItem, codeId: number, passage: Span | null) =>
    putTag(item.publicId, {
      revision: item.revision,
      code: codeId,
      ...(passage && { passage: { ...passage, quote: item.body.slice(passage.start, passage.end) } }),
    })
  const takeOff = (item: CodingItem, codeId: number, start: number | null) => {
    const tag = item.tags.find((each) => !each.isStale && each.codeId === codeId && each.start === start)
    return tag ? removeTag(tag.id) : Promise.resolve(item)
  }

  return {
    items: () => held.items,
    at,
    current,
    loading,
    error,
    status,
    problem,
    start,
    isLast: () => at() >= held.items.length - 1 && next() === null,
    step(by: 1 | -1) {
      const to = at() + by
      if (to < 0 || to >= held.items.length)
        return void setStatus(by > 0 && next() === null ? t.sorting.end : '')
      setAt(to)
      setStatus('')
      setProblem([])
      const after = next()
      if (to > held.items.length - 5 && after && !loading()) void load(after)
    },
    retry: () => void load(next() ?? undefined),
    /** Puts the code on the passage, or on the whole comment; there it is taken off again where it is on already. */
    toggle(code: CodeView, passage: Span | null) {
      const item = current()
      if (!item || item.isBlind) return
      const known = passage
        ? null
        : item.tags.find((tag) => !tag.isStale && tag.codeId === code.id && tag.start === null)
      if (known) return this.remove(known)
      void act(
        () => putOn(item, code.id, passage),
        t.sorting.added(code.name),
        (now) => takeOff(now, code.id, passage?.start ?? null),
      )
    },
    remove(tag: TagView) {
      const item = current()
      if (!item) return
      const { start, end } = tag
      const passage = start === null || end === null ? null : { start, end }
      void act(
        () => removeTag(tag.id),
        t.sorting.taken(tag.name),
        () => putOn(item, tag.codeId, passage),
      )
    },
    /** A dismissal is not taken back; the code can still be put on by hand. */
    settle(suggestion: SuggestionView, to: Settle['to']) {
      void act(
        () => settleSuggestion(suggestion.id, to),
        t.sorting.settled[to](suggestion.name),
        to === 'accepted' ? (now) => takeOff(now, suggestion.codeId, null) : undefined,
      )
    },
    undo() {
      void queue.then(() => {
        const last = undoable.pop()
        if (!last) return void setStatus(t.sorting.nothingToUndo)
        return act(async () => {
          const item = await last()
          const index = held.items.findIndex(({ publicId }) => publicId === item.publicId)
          if (index >= 0) setAt(index)
          return item
        }, t.sorting.undone)
      })
    },
  }
}
