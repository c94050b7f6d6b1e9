const eightHours = 8 * 3_600_000
const day = 86_400_000
const daysFrom1900To1970 = 25_569

/** An instant as a spreadsheet's date in Beijing time: days since 1899-12-30, to the second. */
export function beijingSerial(instant: string): number {
  const milliseconds = Math.floor((Date.parse(instant) + eightHours) / 1000) * 1000
  return milliseconds / day + daysFrom1900To1970
}
