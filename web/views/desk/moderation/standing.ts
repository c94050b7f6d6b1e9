import type { Decision } from '../../../../worker/contract/words'
import type { Standing } from '../../../components/desk/moderation/queue-row'
import { remainingDays } from '../../../lib/beijing-time'
import { t } from '../../../locales/desk'
import { formatClock, formatWait } from '../../../locales/desk/format'
import { actName, doneName } from './names'
import type { Fate, Row } from './queue'

interface Moment {
  now: number
  secondsLeft: number
  /** The server has nothing more to deal: what is free all the same is not for this moderator. */
  isDry: boolean
}

/** How a row stands to this moderator, in words; null where it is simply theirs to decide, or free. */
export function standingOf(row: Row, { now, secondsLeft, isDry }: Moment): Standing | null {
  const { item, fate, staging, loss } = row
  if (fate) return { tone: fate.is === 'sending' ? 'staged' : 'done', text: fateText(row, fate) }
  if (item.staged?.decision)
    return { tone: 'staged', text: t.row.staged(actName(item, item.staged.decision), secondsLeft) }
  const deciding = item.staged ?? staging
  if (deciding) {
    const text = deciding.by ? t.row.stagedBy(deciding.by) : t.row.stagedBySomebody
    return { tone: 'quiet', text }
  }
  if (loss) return { tone: 'lost', text: loss.by ? t.row.takenOver(loss.by) : t.row.expired }
  if (item.holder && !item.holder.isMe) return { tone: 'quiet', text: heldText(item.holder, now) }
  if (item.passed && !item.passed.toMe) return { tone: 'quiet', text: t.row.passedAway }
  if (item.passed) return { tone: 'staged', text: t.row.passedToMe(item.passed.by) }
  if (item.holder) return null
  return { tone: 'quiet', text: isDry && item.reviewKind !== 'first' ? t.row.forColleague : '' }
}

function fateText({ item }: Row, { is, decision, by, isMine }: Fate): string {
  const act = (name: (item: Row['item'], decision: Decision) => string) =>
    decision ? name(item, decision) : ''
  if (is === 'sending') return t.row.sending(act(actName))
  if (is === 'recorded') return t.row.recorded
  if (is === 'passed') return by ? t.row.passedOn(by) : t.row.passedAway
  if (is === 'gone') return t.row.gone
  if (isMine) return act(doneName)
  return by ? t.row.doneBy(by, act(doneName)) : t.row.gone
}

/** Until when, as long as that lies ahead: a colleague who is still there holds on, and nobody is told each time. */
export function heldText(holder: { name: string; until: string }, now: number): string {
  return t.row.held(holder.name, Date.parse(holder.until) > now ? formatClock(holder.until) : '')
}

/** 超期 3 小时, 今日到期: nothing where there is still time. */
export function dueOf(dueAt: string, now: number): { text: string; isOverdue: boolean } | null {
  if (Date.parse(dueAt) <= now) return { text: t.row.overdue(formatWait(dueAt, now)), isOverdue: true }
  const isToday = remainingDays(dueAt, new Date(now).toISOString()) === 0
  return isToday ? { text: t.row.dueToday, isOverdue: false } : null
}
