import type { Decision } from '../../worker/contract/words'
import { reasons } from '../../worker/db/schema'
import type { TestApp } from './test-app'

const reason = (id: string, decision: Decision, sort: number, mayResubmit = false) => ({
  id,
  decision,
  zh: `${id} 的中文说明。`,
  en: `The reason ${id}.`,
  mayResubmit,
  sort,
})

export const testReasons = [
  reason('fine', 'publish', 1),
  reason('fine_now', 'publish', 2),
  reason('unclear', 'return', 1, true),
  reason('closed_matter', 'return', 2),
  reason('off_topic', 'reject', 1),
]

/** A reason table of the test's own: two to publish, two to return (one allows a resubmission), one to reject. */
export async function makeReasons({ db }: TestApp): Promise<void> {
  await db.insert(reasons).values(testReasons)
}
