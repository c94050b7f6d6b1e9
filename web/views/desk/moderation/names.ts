import type { AuthorView } from '../../../../worker/contract/comments'
import type { QueueItemView } from '../../../../worker/contract/moderation'
import type { Decision } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'

export const authorName = (author: Pick<AuthorView, 'name'>): string => author.name ?? words.anonymous

/** Publishing without the author's consent is accepting: the button must say so. */
export function actName(item: Pick<QueueItemView, 'consentPublish'>, decision: Decision): string {
  return decision === 'publish' && !item.consentPublish ? t.decision.acceptPrivate : words.decisions[decision]
}

export function doneName(item: Pick<QueueItemView, 'consentPublish'>, decision: Decision): string {
  return decision === 'publish' && !item.consentPublish
    ? t.decision.acceptedPrivate
    : t.decision.done[decision]
}
