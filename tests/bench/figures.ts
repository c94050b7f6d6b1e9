/** The value that `share` of the values do not exceed. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: number[]) => quantile(values, 0.5)

/** Prints rows under a heading; the first column to the left, figures to the right. */
export function printTable(heading: string[], rows: string[][]): void {
  const widths = heading.map((_, i) => Math.max(...[heading, ...rows].map((row) => row[i]?.length ?? 0)))
  const line = (row: string[]) =>
    widths.map((width, i) => (i ? (row[i] ?? '').padStart(width) : (row[i] ?? '').padEnd(width))).join('  ')
  console.log(
    [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n'),
  )
}

export const whole = (value: number) => Math.round(value).toLocaleString('en-US')
export const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`
