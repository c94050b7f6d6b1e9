import { writeXlsx } from 'hucre/xlsx'
import type { OfflineOpinion } from '../../worker/contract/offline'
import { byteOrderMark, csvRow } from '../../worker/services/exports/csv'
import type { FoundCell } from '../../worker/services/offline/read-table'

/** The template's headings, as a file has them. */
export const headings = [
  ...['收到日期', '意见来源', '来文编号', '措施编号', '条款编号', '参与人类型', '姓名或单位名称'],
  ...['统一社会信用代码', '态度', '意见内容', '建议条款改为', '同意公开意见', '同意公开姓名'],
]

let made = 0

/** A day on which the consultation of a test is open; the tests' clock stands ten days later. */
export const openDay = (now: Date, daysAgo = 3) =>
  new Date(now.getTime() + 8 * 3_600_000 - daysAgo * 86_400_000).toISOString().slice(0, 10)

/** A letter of an individual who agrees to its publication, but for what the test says. */
export function offlineOpinion(now: Date, change: Partial<OfflineOpinion> = {}): OfflineOpinion {
  made += 1
  return {
    channel: 'letter',
    receivedOn: openDay(now),
    reference: `粤工信信〔2099〕${made}号`,
    measure: '1.1',
    kind: 'individual',
    name: '朱建国',
    stance: 'suggest',
    body: `来信建议把认定口径写清楚（${made}）。`,
    consent: { publish: true },
    ...change,
  }
}

/** A row of the file, right but for what the test says by the columns' headings. */
export function offlineRow(now: Date, change: Record<string, FoundCell> = {}): FoundCell[] {
  made += 1
  const right: Record<string, FoundCell> = {
    收到日期: openDay(now),
    意见来源: '热线电话',
    来文编号: `12345-${made}`,
    措施编号: '1.1',
    条款编号: '1.1.2',
    参与人类型: '企业',
    姓名或单位名称: `第${made}机械厂`,
    统一社会信用代码: '',
    态度: '建议',
    意见内容: `第${made}条：建议明确新培育企业的认定口径。`,
    同意公开意见: '是',
    同意公开姓名: '',
    ...change,
  }
  return headings.map((heading) => right[heading] ?? null)
}

export const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')

export const csvOf = (rows: FoundCell[][], header: string[] = headings): string =>
  byteOrderMark +
  [header, ...rows].map((row) => csvRow(row.map((cell) => (cell === null ? null : String(cell))))).join('')

export const xlsxOf = (
  rows: FoundCell[][],
  more: Partial<Parameters<typeof writeXlsx>[0]['sheets'][number]> = {},
): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '意见', rows: [headings, ...rows], ...more }] }) as Promise<Uint8Array>

/** A file as the desk sends it. */
export const fileOf = (content: Uint8Array | string, fileName = '来信登记.xlsx') => ({
  fileName,
  content: base64(content),
})
