import type { ConsultationPhase } from '../../contract/plan'
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

/** 00:00 Beijing time of the day that `moment` falls in there. */
export function startOfBeijingDay(moment: Date): Date {
  return new Date(Math.floor((moment.getTime() + beijingOffset) / day) * day - beijingOffset)
}

/** A period of whole Beijing days, the day of `from` included. */
export function periodOfDays(from: Date, days: number): { opensAt: Date; closesAt: Date } {
  const opensAt = startOfBeijingDay(from)
  return { opensAt, closesAt: new Date(opensAt.getTime() + days * day) }
}
