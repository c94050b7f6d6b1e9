import { inBeijing } from '../../../contract/beijing-time'
import { domainWords } from '../../../contract/locales'
import { channels, commentStates, dispositions } from '../../../contract/words'
import type { ExportScope } from '../scope'
import type { PrintedLines } from '../xlsx/printed-lines'
import { filtersOf, periodOf } from './about-table'
import type { Tally } from './tally'

const words = domainWords.zh

/** Above 意见采纳情况汇总表 its title, period, channels and totals; below it unit and date. */
export function adoptionLines(scope: ExportScope, tally: Tally): PrintedLines {
  const { about } = scope
  const chosen = filtersOf(scope).filter(({ content }) => content !== '全部')
  return {
    above: () => [
      `${about.consultation}公开征求意见采纳情况汇总表`,
      `征集期间：${periodOf(about)}`,
      ...(chosen.length > 0
        ? [
            `本表范围：${chosen.map(({ item, content }) => `${item.replace('筛选：', '')}为${content}`).join('，')}`,
          ]
        : []),
      `意见来源：${listed(channels, tally.channels, words.channels)}`,
      totals(scope, tally),
    ],
    below: () => [about.authority, writtenDay(about.takenAt)],
  }
}

/** What is not public is in no row of a public file, and not in its totals. */
function totals(
  { audience }: ExportScope,
  { received, admissible, states, dispositions: made }: Tally,
): string {
  const isPublic = audience === 'public'
  if (admissible === 0) return isPublic ? '没有已公开的意见。' : '没有需要办理的意见。'
  const open = made.get(null) ?? 0
  return [
    isPublic
      ? `合计：已公开意见 ${received} 件。按提交人意愿不公开的意见未列入本表。`
      : `合计：收到意见 ${received} 件（${listed(commentStates, states, words.states)}），纳入办理 ${admissible} 件。`,
    `采纳情况：${listed(dispositions, made, words.dispositions)}${open > 0 ? `，尚未办理或公布 ${open} 件` : ''}。`,
  ].join('\n')
}

/** 企业 3 件、个人 5 件: only what there is. */
function listed<Key extends string>(
  keys: readonly Key[],
  counts: ReadonlyMap<Key | null, number>,
  names: Record<Key, string>,
): string {
  const parts = keys.filter((key) => counts.get(key)).map((key) => `${names[key]} ${counts.get(key)} 件`)
  return parts.length > 0 ? parts.join('、') : '无'
}

/** 2021年3月30日 */
function writtenDay(moment: string): string {
  const { year, month, day } = inBeijing(moment)
  return `${year}年${month}月${day}日`
}
