import type { Decision } from '../../worker/contract/words'
import { reasons, reasonWordings } from '../../worker/db/schema'
import type { TestApp } from './test-app'

const reason = (
  id: string,
  decision: Decision,
  sort: number,
  { mayResubmit = false, isSpam = false, isTextHidden = decision !== 'publish' } = {},
) => ({
  id,
  decision,
  zh: `${id} 的中文说明。`,
  en: `The reason ${id}.`,
  labelZh: `${id} 短语`,
  labelEn: id,
  mayResubmit,
  isSpam,
  isTextHidden,
  sort,
})

export const testReasons = [
  reason('fine', 'publish', 1),
  reason('fine_now', 'publish', 2),
  reason('unclear', 'return', 1, { mayResubmit: true }),
  reason('closed_matter', 'return', 2),
  reason('off_topic', 'reject', 1),
  reason('advert', 'reject', 2, { isSpam: true }),
  reason('abusive', 'reject', 3, { mayResubmit: true }),
  reason('hidden', 'redact', 1),
  reason('restored', 'restore', 1),
  reason('upheld', 'uphold', 1),
]

/** A reason table of the test's own: two to publish, two to return (one allows a resubmission), three to reject, one for each other decision. */
export async function makeReasons({ db, clock }: TestApp): Promise<void> {
  const wordings = testReasons.map(({ id, labelZh, labelEn, zh, en }) => ({
    reasonId: id,
    version: 1,
    labelZh,
    labelEn,
    zh,
    en,
    wordedAt: clock.now(),
  }))
  await db.batch([db.insert(reasons).values(testReasons), db.insert(reasonWordings).values(wordings)])
}
