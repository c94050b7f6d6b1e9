import { beijingTimestamp } from '../../../contract/beijing-time'
import type { ExportScope } from '../scope'
import { periodOf } from '../tables/about-table'
import type { Table } from '../tables/table'

/** What stands beside the files, for people. */
export function readme(
  { about }: ExportScope,
  tables: readonly { table: Table<never>; rows: number }[],
): string {
  return `# ${about.consultation}：公开征求意见开放数据

- 主管部门：${about.authority}
- 征集期间：${periodOf(about)}
- 数据时间：${beijingTimestamp(about.takenAt)}（北京时间）

| 文件 | 内容 | 行数 |
|---|---|---|
${tables.map(({ table, rows }) => `| data/${table.name}.csv、.jsonl | ${table.zh} | ${rows} |`).join('\n')}

- CSV 为 UTF-8 编码（带 BOM），首行是字段名。凡以公式符号开头，或者会被电子表格改成数字、日期的内容，前面加有一个半角单引号（'），使用时去掉即可；JSON Lines 不加。
- 时间为世界协调时，加 8 小时为北京时间。
- 各列的含义见 dictionary.csv 和 datapackage.json；各文件的校验值见 SHA256SUMS，可以用 sha256sum -c SHA256SUMS 核对。
- 只含已经公开的意见。个人姓名已脱敏，本人同意公开的除外。
- 意见征集不是投票，也不是抽样调查。各项数量只说明收到了什么，不代表公众的整体态度。
`
}
