import { inBeijing } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import type { ReportText } from '../../contract/results'
import { channels, commentStates, dispositions, participantKinds } from '../../contract/words'
import type { Amendment, Report } from './read-report'

const words = domainWords.zh

/** The sentences of the report, in the order of an official document; the table stands after the last of them. */
export function reportText(report: Report): ReportText {
  const { about, totals, override, isPublished } = report
  return {
    title: `《${about.consultation}》公开征求意见采纳情况报告`,
    draft: isPublished ? null : '（送审稿）',
    heads: tableHeads,
    date: day(about.takenAt),
    sections: [
      {
        heading: '一、征集概况',
        paragraphs: [
          `${about.authority}于${day(about.opensAt)}至${day(Date.parse(about.closesAt) - 1)}就《${about.consultation}》向社会公开征求意见。`,
          `共收到意见${totals.received}件。按来源分：${listed(channels, totals.channels, words.channels)}。按审核结果分：${listed(commentStates, totals.states, words.states)}。`,
          totals.received === 0
            ? '征集期间没有收到意见。'
            : `应予处理的意见${totals.admissible}件，按提出主体分：${listed(participantKinds, totals.kinds, words.kinds)}。`,
        ],
      },
      {
        heading: '二、采纳情况',
        paragraphs: [
          `对应予处理的意见，逐条研究提出了采纳情况：${listed(dispositions, totals.dispositions, words.dispositions)}${totals.undisposed > 0 ? `，尚未办理${totals.undisposed}件` : ''}。`,
          ...(override === null ? [] : [`上述意见尚未全部办结即公布结果，理由：${override}`]),
          '征集不是投票，也不是抽样调查。各项数量只说明收到了什么、怎样处理，不代表公众的整体态度。',
        ],
      },
      {
        heading: '三、修改情况',
        paragraphs:
          report.amendments.length === 0
            ? ['本次没有因意见修改原文。']
            : [`根据意见修改原文${report.amendments.length}处：`, ...report.amendments.map(sayAmendment)],
      },
      {
        heading: '四、意见采纳情况汇总表',
        paragraphs: [
          '高度相似、采纳情况相同的意见列为一行，并注明件数；个人姓名已作脱敏处理。汇总表附后。',
          ...(report.hasMore ? [`意见较多，附表列出前${report.rows.length}行，其余见电子表格。`] : []),
        ],
      },
    ],
  }
}

function sayAmendment({ clauseKey, before, after }: Amendment, i: number): string {
  const number = `${i + 1}．第${clauseKey}句`
  if (before === null) return `${number}（新增）：“${after ?? ''}”`
  if (after === null) return `${number}（删去）。原文：“${before}”`
  return `${number}。原文：“${before}”修改为：“${after}”`
}

function listed<Key extends string>(
  keys: readonly Key[],
  counts: Record<Key, number>,
  names: Record<Key, string>,
): string {
  const parts = keys.filter((key) => counts[key] > 0).map((key) => `${names[key]}${counts[key]}件`)
  return parts.length > 0 ? parts.join('、') : '无'
}

/** 2021年3月30日 */
function day(moment: string | number): string {
  const { year, month, day: date } = inBeijing(moment)
  return `${year}年${month}月${date}日`
}

const tableHeads = [
  '序号',
  '意见编号',
  '提出主体',
  '针对条款',
  '意见内容',
  '采纳情况',
  '理由及修改后表述',
] as const
