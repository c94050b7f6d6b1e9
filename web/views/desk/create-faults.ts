import { createSignal } from 'solid-js'
import { asApiError } from '../../api/api-error'
import { withoutAnswered } from '../../lib/without-answered'

/** What is wrong with a form that was sent: field by field, or as a whole where no field is to blame. */
export function createFaults() {
  const [errors, setErrors] = createSignal<Record<string, string>>({})
  const [problem, setProblem] = createSignal('')
  const typed = (change: Readonly<Record<string, unknown>>) => {
    const left = withoutAnswered(errors(), change)
    if (Object.keys(left).length < Object.keys(errors()).length) setErrors(left)
  }
  return {
    errors,
    problem,
    setProblem,
    clear() {
      setErrors({})
      setProblem('')
    },
    take(thrown: unknown) {
      const error = asApiError(thrown)
      setErrors(error.fields)
      setProblem(Object.keys(error.fields).length > 0 ? '' : error.message)
      return error
    },
    typed,
    /** For the `input` event of a form whose fields have the names of what is sent. */
    typedIn({ target }: Event) {
      const { name, value } = target as HTMLInputElement
      typed({ [name]: value })
    },
  }
}
