import { createSignal } from 'solid-js'
import { asApiError } from '../../../api/api-error'
import { type FormProblem, problemOf } from '../../../components/desk/account/problem-summary'

/** A form that is sent at most once at a time: what is missing or was refused, and whether it is under way. */
export function createForm() {
  const [problem, setProblem] = createSignal<FormProblem | null>(null)
  const [busy, setBusy] = createSignal(false)

  /** Answers whether it was done. */
  async function send(
    missing: Record<string, string | false>,
    act: () => Promise<unknown>,
  ): Promise<boolean> {
    const fields = Object.fromEntries(
      Object.entries(missing).filter((entry): entry is [string, string] => entry[1] !== false),
    )
    if (Object.keys(fields).length > 0) {
      setProblem({ fields, sentences: [] })
      return false
    }
    setBusy(true)
    setProblem(null)
    try {
      await act()
      return true
    } catch (thrown) {
      setProblem(problemOf(asApiError(thrown)))
      return false
    } finally {
      setBusy(false)
    }
  }

  return { problem, busy, send, clear: () => setProblem(null) }
}
