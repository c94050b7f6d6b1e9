const eightHours = 8 * 3_600_000
const day = 86_400_000
const daysFrom1900To1970 = 25_569

/** 2021-03-19T01:12:05Z → 2021-03-19 09:12:05, Beijing time. */
export function beijingTime(instant: string): string {
  return new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 19).replace('T', ' ')
}

/** The same as a spreadsheet's date: days since 1899-12-30, to the second. */
export function beijingSerial(instant: string): number {
  const milliseconds = Math.floor((Date.parse(instant) + eightHours) / 1000) * 1000
  return milliseconds / day + daysFrom1900To1970
}
