import type { QueueItemView, QueueView } from '../../../worker/contract/moderation'
import type { ParticipantKind } from '../../../worker/contract/words'

export const byKind = (counts: Partial<Record<ParticipantKind, number>>) => ({
  enterprise: 0,
  association: 0,
  institution: 0,
  individual: 0,
  ...counts,
})

export function queueItem(name: string, more: Partial<QueueItemView> = {}): QueueItemView {
  return {
    publicId: `GX21-0000-${name.padStart(4, '0')}`,
    revision: 1,
    createdAt: '2021-03-19T01:00:00.000Z',
    submittedAt: '2021-03-19T01:00:00.000Z',
    stance: 'suggest',
    body: name,
    previousBody: null,
    consentPublish: true,
    author: { kind: 'enterprise', name, isVerified: true, uscc: null, published: 0, rejected: 0 },
    measure: { key: '7.1', title: '培育壮大制造业企业群', shortTitle: '制造业企业群' },
    clause: null,
    parent: null,
    journey: [],
    ...more,
  }
}

export function queueView(items: QueueItemView[], more: Partial<QueueView> = {}): QueueView {
  return {
    items,
    next: null,
    pending: items.length,
    byKind: byKind({ enterprise: items.length }),
    ...more,
  }
}
