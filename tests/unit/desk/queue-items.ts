import type { DeskEvent } from '../../../worker/contract/moderation/news'
import type { QueueItemView } from '../../../worker/contract/moderation/queue'
import type { ParticipantKind } from '../../../worker/contract/words'

export const byKind = (counts: Partial<Record<ParticipantKind, number>>) => ({
  enterprise: 0,
  association: 0,
  institution: 0,
  individual: 0,
  ...counts,
})

const until = '2021-03-19T02:00:00.000Z'
export const mine = { id: 'me', name: '王敏', until, isMe: true }
export const theirs = { id: 'other', name: '何立', until, isMe: false }

export function queueItem(reviewId: number, more: Partial<QueueItemView> = {}): QueueItemView {
  return {
    reviewId,
    reviewKind: 'first',
    publicId: `GX21-0000-${String(reviewId).padStart(4, '0')}`,
    revision: 1,
    createdAt: '2021-03-19T01:00:00.000Z',
    submittedAt: '2021-03-19T01:00:00.000Z',
    dueAt: '2021-03-23T16:00:00.000Z',
    stance: 'suggest',
    body: `第 ${reviewId} 件`,
    wording: null,
    targets: [],
    profile: null,
    attachments: [],
    annexSummary: null,
    previousBody: null,
    consentPublish: true,
    isUnconfirmed: false,
    author: {
      kind: 'enterprise',
      name: `第${reviewId}公司`,
      isVerified: true,
      uscc: null,
      registeredAs: null,
      published: 0,
      rejected: 0,
      responseParts: null,
    },
    measure: { key: '7.1', title: '培育壮大制造业企业群', shortTitle: '制造业企业群' },
    clause: null,
    quote: null,
    parent: null,
    signals: [],
    group: null,
    holder: mine,
    passed: null,
    staged: null,
    appeal: null,
    journey: [],
    ...more,
  }
}

export const staged = (by: typeof mine | typeof theirs) => ({
  id: 'staged',
  decision: by.isMe ? ('publish' as const) : null,
  effectiveAt: until,
  by: by.name,
  isMine: by.isMe,
})

export function deskEvent(kind: DeskEvent['kind'], more: Partial<DeskEvent> = {}): DeskEvent {
  return { seq: 1, kind, reviewId: 1, publicId: 'GX21-0000-0001', by: null, until: null, ...more }
}
