import { sql } from 'drizzle-orm'
import { type ExportAudience, type TargetOpinion, targetOpinions } from '../../../contract/words'
import { breakDown } from '../../figures/break-down'
import { smallest } from '../../figures/small-cells'
import { median, type Weighted } from '../../figures/statistics'
import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import { chosenBy, type ExportScope } from '../scope'
import { type FilledTable, type Table, tableFor } from './table'

export interface TargetRow {
  key: string
  indicator: string
  quote: string
  unit: string
  minimum: number
  maximum: number | null
  opinions: number | null
  tooHigh: number | null
  fitting: number | null
  tooLow: number | null
  suggested: number | null
  lowest: number | null
  median: number | null
  highest: number | null
}

const counted = (zh: string, en: string) => ({
  zh: `纳入办理的意见中，${zh}。`,
  en: `Of the admissible comments: ${en}.`,
})

export const targetTable: Table<TargetRow> = {
  name: 'targets',
  zh: '目标值看法',
  en: 'Opinions on targets',
  about: {
    zh: '各项目标值收到的看法和建议数值。开放数据中不足五件的不列出，连同能推算出它的各项。征集不是投票，也不是抽样调查，合计和中位数不代表公众的整体态度。',
    en: 'What was said of each target, and the figures suggested; in open data blank below five, with whatever would give it away. Neither a vote nor a sample: totals and medians do not stand for public opinion.',
  },
  columns: [
    plainColumn('key', 'text', ['目标值编号', 'Target key'], 11, {
      zh: '目标值的编号：条款编号加条款内的顺序号。',
      en: 'Key of the target: that of its clause and its number in it.',
    }),
    plainColumn('indicator', 'text', ['指标', 'Indicator'], 34, { zh: '指标的名称。', en: 'The indicator.' }),
    plainColumn('quote', 'text', ['文本中的目标值', 'Target as written'], 16, {
      zh: '目标值在文本中的写法。',
      en: 'The target as the text has it.',
    }),
    plainColumn('minimum', 'number', ['目标值', 'Target'], 9, {
      zh: '目标值的数值；目标为区间的为下限。',
      en: 'The figure; the lower one of a range.',
    }),
    plainColumn('maximum', 'number', ['目标值上限', 'Upper end'], 9, {
      zh: '目标为区间的，为上限；其余为空白。',
      en: 'The upper end of a range; blank otherwise.',
    }),
    plainColumn('unit', 'text', ['单位', 'Unit'], 8, {
      zh: '目标值的计量单位。',
      en: 'Unit of the figures.',
    }),
    plainColumn(
      'opinions',
      'integer',
      ['看法件数', 'Opinions'],
      7,
      counted('对该目标值表明看法的件数', 'opinions on the target'),
    ),
    plainColumn('tooHigh', 'integer', ['偏高', 'Too high'], 7, counted('认为偏高的件数', 'too high')),
    plainColumn('fitting', 'integer', ['合适', 'About right'], 7, counted('认为合适的件数', 'about right')),
    plainColumn('tooLow', 'integer', ['偏低', 'Too low'], 7, counted('认为偏低的件数', 'too low')),
    plainColumn(
      'suggested',
      'integer',
      ['建议数值件数', 'Figures suggested'],
      9,
      counted('提出建议数值的件数', 'figures suggested'),
    ),
    plainColumn('lowest', 'number', ['最小建议值', 'Lowest'], 9, {
      zh: '建议数值中最小的；没有的为空白，下同。',
      en: 'The lowest figure suggested; blank if there is none, as in the columns that follow.',
    }),
    plainColumn('median', 'number', ['建议值中位数', 'Median'], 9, {
      zh: '建议数值的中位数；件数为偶数的，取中间两个的平均数。',
      en: 'Median of the figures suggested; of an even number the mean of the middle two.',
    }),
    plainColumn('highest', 'number', ['最大建议值', 'Highest'], 9, {
      zh: '建议数值中最大的。',
      en: 'The highest figure suggested.',
    }),
  ],
}

type Named = Pick<TargetRow, 'key' | 'indicator' | 'quote' | 'unit' | 'minimum' | 'maximum'> & { id: number }

export const fillTargetTable = (read: ReadPage, scope: ExportScope): FilledTable<TargetRow> => ({
  ...tableFor(scope.audience, targetTable),
  rows: readRows(read, scope),
})

async function* readRows(read: ReadPage, scope: ExportScope) {
  const targets = await read<Named>(sql`
    SELECT t.id, t.key, t.indicator, t.quote, t.unit, t.minimum, t.maximum
    FROM measures m JOIN themes h ON h.id = m.theme_id JOIN clauses cl ON cl.measure_id = m.id
    JOIN targets t ON t.clause_id = cl.id
    WHERE m.consultation_id = ${scope.consultationId} ORDER BY h.number, m.number, cl.number, t.number`)
  for (const target of targets) {
    const found = await read<{ opinion: TargetOpinion; value: number | null; count: number }>(sql`
      SELECT o.opinion, o.value, count(*) AS count
      FROM target_opinions o JOIN comments c ON c.id = o.comment_id
      JOIN cases s ON s.comment_id = c.id AND s.is_admissible = 1
      WHERE o.target_id = ${target.id} AND ${chosenBy(scope, 'c', { isIndexed: false })}
      GROUP BY o.opinion, o.value ORDER BY o.value`)
    yield [rowOf(target, found, scope.audience)]
  }
}

type Found = { opinion: TargetOpinion; value: number | null; count: number }[]

/** Staff get every count; the public none of fewer than five, nor what would give one away. */
function rowOf({ id: _, ...target }: Named, found: Found, audience: ExportAudience): TargetRow {
  const countOf = (opinion: TargetOpinion) => sum(found.filter((each) => each.opinion === opinion))
  const values = found
    .flatMap(({ value, count }): Weighted[] => (value === null ? [] : [{ value, count }]))
    .sort((a, b) => a.value - b.value)
  const suggested = sum(values)
  const { n, cells } = breakDown(targetOpinions, countOf)
  const shown = (opinion: TargetOpinion) =>
    audience === 'staff' ? countOf(opinion) : (cells.find(({ key }) => key === opinion)?.n ?? null)
  const isTold = audience === 'staff' || suggested === 0 || suggested >= smallest
  return {
    ...target,
    opinions: audience === 'staff' ? sum(found) : n,
    tooHigh: shown('too_high'),
    fitting: shown('fitting'),
    tooLow: shown('too_low'),
    suggested: isTold ? suggested : null,
    lowest: values[0]?.value ?? null,
    median: isTold ? median(values) : null,
    highest: values.at(-1)?.value ?? null,
  }
}

const sum = (counted: readonly { count: number }[]) => counted.reduce((total, { count }) => total + count, 0)
