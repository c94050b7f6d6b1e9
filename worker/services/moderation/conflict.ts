import { inBeijing } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import { AppError } from '../../errors'
import type { Subject } from './decide'

/** What the later of two moderators is told: who decided what, and when; or that the text has changed since it was read. */
export function conflict(subject: Subject, readRevision: number): AppError {
  const { state, revision, last_decision, last_decided_at, last_decided_by } = subject
  if (state === 'pending' && revision !== readRevision) return new AppError('revision_changed')
  if (!last_decision || last_decided_at === null) return new AppError('already_decided')
  const { month, day, hour, minute } = inBeijing(last_decided_at)
  const clock = `${hour}:${String(minute).padStart(2, '0')}`
  const { zh, en } = domainWords
  return new AppError('already_decided', {
    detail: {
      zh: `这条意见已由${last_decided_by}于 ${month} 月 ${day} 日 ${clock} 审核：${zh.decisions[last_decision]}。您的决定没有生效。`,
      en: `${last_decided_by} already decided on this comment at ${clock} on ${month}/${day} (Beijing): ${en.decisions[last_decision]}. Your decision was not applied.`,
    },
  })
}
