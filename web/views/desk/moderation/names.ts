import type { AuthorView } from '../../../../worker/contract/comments'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { Decision } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'

export const authorName = (author: Pick<AuthorView, 'name'>): string => author.name ?? words.anonymous

type Consent = Pick<QueueItemView, 'consentPublish'>
const isPublishing = (decision: Decision) => decision === 'publish' || decision === 'redact'

/** Publishing without the author's consent is accepting: the button must say so. */
export function actName({ consentPublish }: Consent, decision: Decision): string {
  return isPublishing(decision) && !consentPublish ? t.decision.acceptPrivate : t.decision.acts[decision]
}

export function doneName({ consentPublish }: Consent, decision: Decision): string {
  return isPublishing(decision) && !consentPublish ? t.decision.acceptedPrivate : t.decision.done[decision]
}
