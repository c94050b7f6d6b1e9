import type { Page } from 'playwright-core'
import type { ThreadView } from '../../worker/contract/comments'
import type { ReceiptCredentials } from '../../worker/contract/receipts'
import type { Language } from '../../worker/contract/words'
import type { Journey } from './journey'
import { sendComment, signInDecider } from './send-comment'

/** What the pages show, made before the first is opened. */
export interface Shown {
  returned: ReceiptCredentials
  reply: string
  password(email: string): string
}

export interface EveryPage {
  name: string
  /** Goes there as a person would; nothing of it depends on the language but what `words` says. */
  open(page: Page, shown: Shown): Promise<unknown>
}

/** What the moderator adds to the comment that is sent back. */
export const note = '请把两件事分开写。'

export async function makeShown(journey: Journey): Promise<Shown> {
  const body = '建议写明申报的截止时间。\n另外，请公布受理窗口的电话。'
  const returned = await sendComment(journey, '7.2', { body })
  const decide = await signInDecider(journey)
  await decide({ publicId: returned.publicId, decision: 'return', reason: 'split_topics', note })
  for (const measure of ['7.1', '5.3', '9.1']) await sendComment(journey, measure, { body })
  const answer = await fetch(`${journey.product.address}/api/measures/1.1/comments?sort=discussed`)
  const { items }: { items: ThreadView[] } = await answer.json()
  const reply = items[0]?.replies[0]?.publicId
  if (!reply) throw new Error('the demo comments hold no reply')
  return { returned, reply, password: (email) => journey.product.passwords[email] ?? '' }
}

export async function languageOf(page: Page): Promise<Language> {
  return (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh'
}
