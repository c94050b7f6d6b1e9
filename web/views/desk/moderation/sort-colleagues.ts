import type { Colleague } from '../../../../worker/contract/moderation/hand'

const rank = ({ isOnDuty, isOnline }: Colleague) => (isOnline ? 0 : 2) + (isOnDuty ? 0 : 1)

/** Whom an item can be passed to: those at the desk first, on duty before others, the least busy first among equals. */
export function sortColleagues(colleagues: readonly Colleague[]): Colleague[] {
  return colleagues
    .filter(({ isMe }) => !isMe)
    .sort((a, b) => rank(a) - rank(b) || a.holds - b.holds || a.name.localeCompare(b.name, 'zh'))
}
