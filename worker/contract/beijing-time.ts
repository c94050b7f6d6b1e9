const offset = 8 * 3_600_000

/** The wall clock in Beijing at a moment; China has had no summer time since 1991. */
export function inBeijing(moment: Date | number | string) {
  const shifted = new Date(new Date(moment).getTime() + offset)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  }
}

/** 2021-03-19 09:12:05, Beijing time. */
export function beijingTimestamp(moment: Date | number | string): string {
  return new Date(new Date(moment).getTime() + offset).toISOString().slice(0, 19).replace('T', ' ')
}

/** The moment of 00:00 Beijing time on a calendar day written 2021-03-19. */
export function startOfBeijingDate(day: string): Date {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() - offset)
}
