/** What remains to be said of fields while somebody types: nothing of one that has content now. */
export function withoutAnswered(
  errors: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !hasContent(typed[field])))
}

const hasContent = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : value === true
