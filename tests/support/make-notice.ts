import { sql } from 'drizzle-orm'
import type { PublishNotice } from '../../worker/contract/privacy'
import { sowPrivacyNotice } from '../../worker/local/sow-privacy-notice'
import type { TestApp } from './test-app'

/** The first version of the privacy notice, where there is none yet. */
export const makeNotice = (app: TestApp): Promise<void> => sowPrivacyNotice(app.context())

/** A version after the last one. */
export async function newNotice(app: TestApp, change: Partial<PublishNotice> = {}): Promise<PublishNotice> {
  const [last] = await app.rows<{ version: number }>(
    sql`SELECT coalesce(max(version), 0) AS version FROM privacy_notices`,
  )
  return {
    version: last?.version ?? 0,
    additionZh: '联系电话：020-0000。',
    additionEn: 'Telephone: 020-0000.',
    changeZh: '补充了联系电话。',
    changeEn: 'A telephone number was added.',
    ...change,
  }
}
