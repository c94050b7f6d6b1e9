import type { CommentFormValues } from '../page'

/** What the form holds by now: people type while scripts are still on their way. */
export function typedSoFar(form: HTMLFormElement, known: CommentFormValues): CommentFormValues {
  const data = new FormData(form)
  const values = { ...known }
  for (const name of Object.keys(known) as (keyof CommentFormValues)[]) {
    const typed = data.get(name)
    values[name] = typeof typed === 'string' ? typed : ''
  }
  return values
}
