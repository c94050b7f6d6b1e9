/** What the State Council arranges for one year: days off from the first to the last, and weekend days that are worked. */
export interface YearTable {
  year: number
  daysOff: readonly (readonly [first: string, last: string])[]
  /** 调休: Saturdays and Sundays that make up for days off. */
  workingWeekends: readonly string[]
}
