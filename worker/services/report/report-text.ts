import { inBeijing } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import type { OverridableBlocker, Override, ReportText } from '../../contract/results'
import { channels, commentStates, dispositions, participantKinds } from '../../contract/words'
import type { Amendment, Report } from './read-report'

const words = domainWords.zh

/** Comments that are counted, but may not be read by its readers. */
const unlistedIn = ({ audience, totals }: Report) => (audience === 'public' ? totals.states.private : 0)

/** The day that stands under it, and in the file. */
export const datedAt = ({ publishedAt, about }: Report) => publishedAt ?? about.takenAt

/** The sentences of the report, in the order of an official document; the table stands after the last of them. */
export function reportText(report: Report): ReportText {
  const { about, totals, override, publishedAt, isDisclosed } = report
  const unlisted = unlistedIn(report)
  return {
    title: `《${about.consultation}》公开征求意见采纳情况报告`,
    internal: report.audience === 'staff' ? '内部使用' : null,
    draft: publishedAt === null ? '（送审稿）' : null,
    heads: tableHeads,
    date: day(datedAt(report)),
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
          isDisclosed ? sayDispositions(totals) : '采纳情况尚未公布。',
          ...(override === null ? [] : [sayOverride(override)]),
          '征集不是投票，也不是抽样调查。各项数量只说明收到了什么、怎样处理，不代表公众的整体态度。',
        ],
      },
      {
        heading: '三、修改情况',
        paragraphs:
          report.amendments.length === 0
            ? [publishedAt === null ? '截至目前没有因意见修改原文。' : '本次没有因意见修改原文。']
            : [`根据意见修改原文${report.amendments.length}处：`, ...report.amendments.map(sayAmendment)],
      },
      {
        heading: '四、意见采纳情况汇总表',
        paragraphs: [
          '高度相似、采纳情况相同的意见列为一行，并注明件数；个人姓名已作脱敏处理。汇总表附后。',
          ...(unlisted > 0 ? [`应予处理的意见中，有${unlisted}件按提交人意愿不公开内容，未列入本表。`] : []),
          ...(report.hasMore ? [sayRest(report, totals.admissible - unlisted)] : []),
        ],
      },
    ],
  }
}

const left: Record<OverridableBlocker, (count: number) => string> = {
  pending: (count) => `待审核的意见${count}件`,
  open_reviews: (count) => `复核和申诉${count}件`,
  undisposed: (count) => `没有采纳情况的意见${count}件`,
}

function sayDispositions({ admissible, undisposed, dispositions: made }: Report['totals']): string {
  if (admissible > 0 && undisposed === admissible) return `应予处理的意见${admissible}件，均尚未办理。`
  const left = undisposed > 0 ? `，尚未办理${undisposed}件` : ''
  return `对应予处理的意见，逐条研究提出了采纳情况：${listed(dispositions, made, words.dispositions)}${left}。`
}

function sayOverride({ by, reason, overridden }: Override): string {
  const rest = overridden.map(({ blocker, count }) => left[blocker](count)).join('、')
  return `公布时未办结的事项有：${rest}。经${by}决定提前公布，理由：${reason}`
}

function sayRest({ rows, audience }: Report, all: number): string {
  const listed = rows.reduce((sum, { count }) => sum + count, 0)
  const place = audience === 'public' ? '网站公布的各项措施采纳情况' : '电子表格'
  return `意见较多，附表列出前${rows.length}行（意见${listed}件），其余${Math.max(all - listed, 0)}件见${place}。`
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
