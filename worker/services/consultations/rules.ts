import { startOfBeijingDate } from '../../contract/beijing-time'
import type { FieldCode } from '../../contract/errors'
import { limits } from '../../contract/limits'
import type { ConsultationPhase } from '../../contract/plan'
import type { ParticipantKind, ParticipantRule } from '../../contract/words'
import { AppError } from '../../errors'

const day = 86_400_000
const beijingOffset = 8 * 3_600_000

/** Open from `opensAt` until just before `closesAt`, which is 24:00 Beijing time of the closing day. */
export function phaseAt(consultation: { opensAt: Date; closesAt: Date }, now: Date): ConsultationPhase {
  if (now < consultation.opensAt) return 'not_open'
  return now < consultation.closesAt ? 'open' : 'closed'
}

/** The one rule that every write of a participant passes. */
export function assertOpen(consultation: { opensAt: Date; closesAt: Date }, now: Date): void {
  const phase = phaseAt(consultation, now)
  if (phase === 'not_open') throw new AppError('consultation_not_open')
  if (phase === 'closed') throw new AppError('consultation_closed')
}

/** Who may send an opinion online, and whether it may be a reply; every write of a participant passes it. */
export function assertMayTakePart(
  consultation: { participants: ParticipantRule; hasReplies: boolean },
  sent: { kind: ParticipantKind; isVerified: boolean; isReply: boolean },
): void {
  const { participants, hasReplies } = consultation
  if (participants === 'verified' && !sent.isVerified) throw new AppError('verified_only')
  if (participants === 'organisations' && sent.kind === 'individual') throw new AppError('organisations_only')
  if (sent.isReply && !hasReplies) throw new AppError('replies_off')
}

/** 00:00 Beijing time of the day that `moment` falls in there. */
export function startOfBeijingDay(moment: Date): Date {
  return new Date(Math.floor((moment.getTime() + beijingOffset) / day) * day - beijingOffset)
}

/** A period of whole Beijing days, the day of `from` included. */
export function periodOfDays(from: Date, days: number): { opensAt: Date; closesAt: Date } {
  const opensAt = startOfBeijingDay(from)
  return { opensAt, closesAt: new Date(opensAt.getTime() + days * day) }
}

/** From the first to the last day of a draft, both included. */
export function periodOf({ opensOn, closesOn }: { opensOn: string; closesOn: string }): {
  opensAt: Date
  closesAt: Date
} {
  return {
    opensAt: startOfBeijingDate(opensOn),
    closesAt: new Date(startOfBeijingDate(closesOn).getTime() + day),
  }
}

/** What of a draft's period cannot be, field by field: a day, or the reason that is missing. */
export function periodProblems(
  draft: { opensOn: string; closesOn: string; shortPeriodReason: string },
  now: Date,
): Record<string, FieldCode> {
  const { opensAt, closesAt } = periodOf(draft)
  const days = (closesAt.getTime() - opensAt.getTime()) / day
  const isPast = opensAt < startOfBeijingDay(now)
  return {
    ...(isPast && { opensOn: 'date_past' as const }),
    ...(days <= 0 && { closesOn: 'date_range_reversed' as const }),
    ...(!isPast && days > limits.longestPeriod && { closesOn: 'period_too_long' as const }),
    ...(days > 0 &&
      days < limits.usualPeriod &&
      !draft.shortPeriodReason && { shortPeriodReason: 'required' as const }),
  }
}
