import { limits } from '../../worker/contract/limits'

/**
 * A clock that a test sets. It stands far ahead of the real one, against which ALTCHA's own library compares the
 * end of a challenge.
 */
export class Clock {
  private moment = new Date('2099-03-19T01:12:05.000Z').getTime()

  now = (): Date => new Date(this.moment)

  set(moment: string | Date): void {
    this.moment = new Date(moment).getTime()
  }

  advance(milliseconds: number): void {
    this.moment += milliseconds
  }
}

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
/** Until a decision takes effect. */
export const grace = limits.graceSeconds * second
