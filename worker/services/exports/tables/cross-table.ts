import { domainWords } from '../../../contract/locales'
import { dispositions, type ExportAudience, participantKinds, stances } from '../../../contract/words'
import type { ExplainedColumn } from '../columns/column'
import { type FilledTable, type Table, tableFor } from './table'
import type { MeasureTally, Tally } from './tally'

const { zh, en } = domainWords

type Row = MeasureTally

function countColumn(
  key: string,
  [title, titleEn]: [zh: string, en: string],
  value: (row: Row) => number,
): ExplainedColumn<Row> {
  return {
    key: key as keyof Row & string,
    zh: title,
    en: titleEn,
    width: 9,
    type: 'integer',
    value,
    meaning: {
      zh: `该措施下“${title}”的意见件数。`,
      en: `Comments on the measure: ${titleEn}.`,
    },
  }
}

const words = (group: [string, string], one: [string, string]): [string, string] => [
  `${group[0]}：${one[0]}`,
  `${group[1]}: ${one[1]}`,
]

/** Measure by stance, by kind of participant and by disposition, beside each other. */
export const crossTable: Table<Row> = {
  name: 'counts',
  zh: '交叉表',
  en: 'Cross-tables',
  about: {
    zh: '各项措施收到的意见件数，以及纳入办理的意见按态度、参与人类型和采纳情况的件数；后三组各自之和等于纳入办理的件数。公开数据中只计已公开的意见，不含按作者意愿不公开的。只列有意见的措施。',
    en: 'Comments received on each measure; of the admissible, how many by stance, by kind of participant and by disposition. Each of these adds up to the admissible ones. Open data count published comments alone, without those that are not public by their authors’ wish. Measures without comments are not listed.',
  },
  columns: [
    {
      key: 'measureKey',
      zh: '措施编号',
      en: 'Measure key',
      width: 6,
      type: 'text',
      value: (row) => row.measureKey,
      meaning: {
        zh: '措施的编号；工作表的最后一行为合计。',
        en: 'Key of the measure; the last row of the sheet is the total.',
      },
    },
    {
      key: 'measureTitle',
      zh: '措施',
      en: 'Measure',
      width: 30,
      type: 'text',
      value: (row) => row.measureTitle,
      meaning: { zh: '措施的标题。', en: 'Title of the measure.' },
    },
    countColumn('received', ['收到', 'Received'], (row) => row.received),
    countColumn('admissible', ['纳入办理', 'Admissible'], (row) => row.admissible),
    ...stances.map((stance) =>
      countColumn(
        `stance_${stance}`,
        words(['态度', 'Stance'], [zh.stances[stance], en.stances[stance]]),
        (row) => row.stances.get(stance) ?? 0,
      ),
    ),
    ...participantKinds.map((kind) =>
      countColumn(
        `kind_${kind}`,
        words(['参与人', 'Participant'], [zh.kinds[kind], en.kinds[kind]]),
        (row) => row.kinds.get(kind) ?? 0,
      ),
    ),
    ...dispositions.map((disposition) =>
      countColumn(
        `disposition_${disposition}`,
        words(['采纳情况', 'Disposition'], [zh.dispositions[disposition], en.dispositions[disposition]]),
        (row) => row.dispositions.get(disposition) ?? 0,
      ),
    ),
    countColumn(
      'disposition_none',
      ['采纳情况：尚未办理或公布', 'Disposition: none yet'],
      (row) => row.dispositions.get(null) ?? 0,
    ),
  ],
}

/** A row for each measure and, for readers of the sheet, one for all of them. */
export function fillCrossTable(
  audience: ExportAudience,
  tally: Tally,
  { hasTotal }: { hasTotal: boolean },
): FilledTable<Row> {
  async function* rows() {
    const measures = tally.measures()
    yield measures
    if (hasTotal && measures.length > 0) yield [totalOf(measures)]
  }
  return { ...tableFor(audience, crossTable), rows: rows() }
}

function totalOf(measures: readonly MeasureTally[]): Row {
  const total: Row = {
    measureKey: '合计',
    measureTitle: '',
    received: 0,
    admissible: 0,
    stances: new Map(),
    kinds: new Map(),
    dispositions: new Map(),
  }
  for (const measure of measures) {
    total.received += measure.received
    total.admissible += measure.admissible
    for (const of of ['stances', 'kinds', 'dispositions'] as const) {
      const sums = total[of] as Map<unknown, number>
      for (const [key, count] of measure[of]) sums.set(key, (sums.get(key) ?? 0) + count)
    }
  }
  return total
}
