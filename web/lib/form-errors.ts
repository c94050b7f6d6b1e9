import type { CommentFormValues, FieldErrors } from '../page'

/** Errors in the order in which the form asks, so that the summary reads as the page does. */
export function errorsInFormOrder(errors: FieldErrors, order: readonly string[]): [string, string][] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.entries(errors).sort(([a], [b]) => place(a) - place(b))
}

export const commentFormOrder: readonly (keyof CommentFormValues)[] = [
  'clause',
  'parentId',
  'stance',
  'body',
  'kind',
  'displayName',
  'showName',
  'name',
  'uscc',
  'publish',
  'contact',
]
