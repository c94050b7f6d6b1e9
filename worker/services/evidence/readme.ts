import { beijingTimestamp } from '../../contract/beijing-time'
import type { ExportScope } from '../exports/scope'
import { periodOf } from '../exports/tables/about-table'

/** What stands in the pack for people. */
export function readmeOf({ about }: ExportScope): string {
  return `# ${about.consultation}：核验包

- 主管部门：${about.authority}
- 征集期间：${periodOf(about)}
- 数据时间：${beijingTimestamp(about.takenAt)}（北京时间）

用本系统源代码中的命令 \`npm run recompute -- <本文件或网址>\` 可以核对各文件的校验值和封存链，并由明细重新算出公布的各项数字，逐项比较。

| 文件 | 内容 |
|---|---|
| consultation.json | 征集的名称、期间和各项用语 |
| plan.json | 征求意见文本：首次公布的条款、各版的改动、各版全文 |
| register.jsonl | 收到的每一件意见：编号、措施、月份、来源、状态；纳入办理的另有参与人类型和采纳情况 |
| comments.jsonl | 已公开的意见，各列与开放数据相同 |
| decisions.jsonl、reasons.json | 审核决定、理由代码和时间；各理由历次的措辞 |
| dispositions.jsonl | 就意见现行文本作出的采纳情况，各个版次；理由只列已公开意见的 |
| responses.jsonl | 已公开的答复，各版 |
| codebook.json | 编码本各版 |
| dictionary.csv | 数据字典 |
| chain/ | 封存的记录和各次封存值，与公开存证页相同 |
| counts.json | 公布的各项数字 |
| manifest.json | 各文件的行数和 SHA-256 |

- 未公开的意见只列入计数所需的各项，不含文字、名称、条款和态度；全部文件不含联系方式、信用代码和工作人员姓名。
- 按规模、行业、城市的统计和目标值看法因人数少的不公布，不能由本包重新算出。
- 意见征集不是投票，也不是抽样调查。
`
}
