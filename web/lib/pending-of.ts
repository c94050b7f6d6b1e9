import type { QueueCounts } from '../../worker/contract/moderation/queue'

/** Comments that wait for a decision, those that wait for their second look among them: what the staff's totals call pending. */
export const pendingOf = ({ open }: Pick<QueueCounts, 'open'>): number => open.first + open.second
