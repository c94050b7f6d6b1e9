import { batch, createSignal } from 'solid-js'
import { ApiError, asApiError } from '../../api/api-error'

/** One answer of the server with its three states; what was loaded stays on screen while it is asked for again. */
export function createLoad<Answer>(ask: () => Promise<Answer>) {
  const [data, setData] = createSignal<Answer>()
  const [error, setError] = createSignal<ApiError | null>(null)
  const [loading, setLoading] = createSignal(true)
  const [loadedAt, setLoadedAt] = createSignal<string | null>(null)

  async function load() {
    setLoading(true)
    setError(null)
    const answer = await ask().catch(asApiError)
    batch(() => {
      setLoading(false)
      if (answer instanceof ApiError) return setError(answer)
      setData(() => answer)
      setLoadedAt(new Date().toISOString())
    })
  }
  void load()

  return { data, error, loading, loadedAt, load }
}
