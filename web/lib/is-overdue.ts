/** True once the last promised day is over. */
export function isOverdue(dueAt: string, now: string): boolean {
  return Date.parse(dueAt) <= Date.parse(now)
}
