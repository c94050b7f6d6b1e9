import { batch, createSignal, onCleanup } from 'solid-js'
import type { Colleague } from '../../../../worker/contract/moderation/hand'
import type { QueueCounts } from '../../../../worker/contract/moderation/queue'
import { ApiError, asApiError } from '../../../api/api-error'
import { getColleagues, getCounts } from '../../../api/moderation'

/** However much happens, the figures are asked for no more often. */
const pause = 1500

/** The figures of the whole queue and who is at work, as the server counts them. */
export function createCounts() {
  const [counts, setCounts] = createSignal<QueueCounts>()
  const [colleagues, setColleagues] = createSignal<readonly Colleague[]>([])
  const [error, setError] = createSignal<ApiError | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false

  async function load() {
    isAsking = true
    const [figures, people] = await Promise.all([
      getCounts().catch(asApiError),
      getColleagues().catch(asApiError),
    ])
    isAsking = false
    batch(() => {
      const failed = figures instanceof ApiError ? figures : people instanceof ApiError ? people : null
      setError(failed)
      if (!(figures instanceof ApiError)) setCounts(figures)
      if (!(people instanceof ApiError)) setColleagues(people)
    })
  }

  function soon() {
    timer ??= setTimeout(() => {
      timer = undefined
      if (isAsking) soon()
      else void load()
    }, pause)
  }
  onCleanup(() => clearTimeout(timer))
  void load()

  return {
    counts,
    colleagues,
    error,
    load,
    /** After news: once for many. */
    soon,
    me: () => colleagues().find(({ isMe }) => isMe)?.id,
  }
}

export type CountsStore = ReturnType<typeof createCounts>
