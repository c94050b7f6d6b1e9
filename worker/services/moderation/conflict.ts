import { inBeijing } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import { AppError } from '../../errors'
import type { Subject } from './subject'

/**
 * What the later of two moderators is told: who decided what, and when; or that the text has changed since it was read.
 * What has not taken effect is not told, for a second reader has to be blind to it.
 */
export function conflict(subject: Subject, readRevision: number): AppError {
  const { state, revision, staged_at, staged_by, last_decision, last_decided_at, last_decided_by } = subject
  if (state === 'pending' && revision !== readRevision) return new AppError('revision_changed')
  if (staged_at !== null) {
    const { month, day, clock } = at(staged_at)
    return new AppError('already_decided', {
      detail: {
        zh: `这条意见已由${staged_by}于 ${month} 月 ${day} 日 ${clock} 审核，尚未生效。您的决定没有生效。`,
        en: `${staged_by} already decided on this comment at ${clock} on ${month}/${day} (Beijing); that takes effect shortly. Your decision was not applied.`,
      },
    })
  }
  if (state === 'pending' || !last_decision || last_decided_at === null)
    return new AppError('already_decided')
  const { month, day, clock } = at(last_decided_at)
  const { zh, en } = domainWords
  return new AppError('already_decided', {
    detail: {
      zh: `这条意见已由${last_decided_by}于 ${month} 月 ${day} 日 ${clock} 审核：${zh.decisions[last_decision]}。您的决定没有生效。`,
      en: `${last_decided_by} already decided on this comment at ${clock} on ${month}/${day} (Beijing): ${en.decisions[last_decision]}. Your decision was not applied.`,
    },
  })
}

/** Who has the work in hand, and until when. */
export function heldByOther(holder: string | null, until: number): AppError {
  const { clock } = at(until)
  return new AppError('held_by_other', {
    detail: {
      zh: `这条意见正由${holder}处理，保留至 ${clock}。您的决定没有生效。`,
      en: `${holder} is working on this comment and holds it until ${clock} (Beijing). Your decision was not applied.`,
    },
  })
}

/** To whom the work was passed. */
export function passedToOther(receiver: string | null): AppError {
  return new AppError('held_by_other', {
    detail: {
      zh: `这条意见已转交${receiver}处理。您的决定没有生效。`,
      en: `This comment was passed to ${receiver}. Your decision was not applied.`,
    },
  })
}

function at(moment: number) {
  const { month, day, hour, minute } = inBeijing(moment)
  return { month, day, clock: `${hour}:${String(minute).padStart(2, '0')}` }
}
