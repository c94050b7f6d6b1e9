import { inBeijing } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import type { Decision } from '../../contract/words'
import { AppError } from '../../errors'
import type { Subject } from './subject'

/**
 * What the later of two moderators is told: who decided what, and when; or that the text has changed since it was read.
 * What has not taken effect, and what a second reader has to be blind to, is told without what it was.
 */
export function conflict(subject: Subject, readRevision: number): AppError {
  const { state, revision, opinion_by, opinion_at, last_decision, last_decided_at, last_decided_by } = subject
  const isWaiting = state === 'pending' || subject.is_unconfirmed === 1
  if (isWaiting && revision !== readRevision) return new AppError('revision_changed')
  if (subject.staged_by !== null && subject.staged_at !== null)
    return decidedShortly(subject.staged_by, subject.staged_at)
  if (isWaiting)
    return opinion_by !== null && opinion_at !== null
      ? decidedFirst(opinion_by, opinion_at)
      : new AppError('already_decided')
  return last_decision !== null && last_decided_by !== null && last_decided_at !== null
    ? decidedForGood(last_decided_by, last_decided_at, last_decision)
    : new AppError('already_decided')
}

const notApplied = { zh: '您的决定没有生效。', en: 'Your decision was not applied.' }

/** Who decided, that it has not taken effect, and what that means to whoever comes later. */
export function decidedShortly(by: string, at: number, consequence = notApplied): AppError {
  const { zh, en } = when(at)
  return alreadyDecided(by, at, null, {
    zh: `这条意见已由${by}于 ${zh} 审核，尚未生效。${consequence.zh}`,
    en: `${by} already decided on this comment ${en}; that takes effect shortly. ${consequence.en}`,
  })
}

/** Who read it first where a second moderator is asked now. */
function decidedFirst(by: string, at: number): AppError {
  const { zh, en } = when(at)
  return alreadyDecided(by, at, null, {
    zh: `这条意见已由${by}于 ${zh} 审核，现在等待复核。${notApplied.zh}`,
    en: `${by} already decided on this comment ${en}; it now waits for a second look. ${notApplied.en}`,
  })
}

function decidedForGood(by: string, at: number, decision: Decision): AppError {
  const { zh, en } = when(at)
  return alreadyDecided(by, at, decision, {
    zh: `这条意见已由${by}于 ${zh} 审核：${domainWords.zh.decisions[decision]}。${notApplied.zh}`,
    en: `${by} already decided on this comment ${en}: ${domainWords.en.decisions[decision]}. ${notApplied.en}`,
  })
}

function alreadyDecided(
  by: string,
  at: number,
  decision: Decision | null,
  detail: { zh: string; en: string },
): AppError {
  return new AppError('already_decided', {
    detail,
    decided: { by, at: new Date(at).toISOString(), decision },
  })
}

/** Who has the work in hand, and until when. */
export function heldByOther(holder: string | null, until: number): AppError {
  const clock = clockAt(until)
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

export function when(moment: number): { zh: string; en: string } {
  const { month, day } = inBeijing(moment)
  const clock = clockAt(moment)
  return { zh: `${month} 月 ${day} 日 ${clock}`, en: `at ${clock} on ${month}/${day} (Beijing)` }
}

function clockAt(moment: number): string {
  const { hour, minute } = inBeijing(moment)
  return `${hour}:${String(minute).padStart(2, '0')}`
}
