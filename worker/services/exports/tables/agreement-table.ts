import { sql } from 'drizzle-orm'
import {
  type CodedTwice,
  type ComparedCode,
  codedTwice,
  codesOf,
  compareCodings,
} from '../../coding/compare-codings'
import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import type { ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export interface AgreementRow {
  sample: number
  version: number
  closedAt: string
  code: string
  n: number
  both: number
  onlyFirst: number
  onlySecond: number
  neither: number
  agreement: number
  kappa: number | null
  low: number | null
  high: number | null
  prevalence: number
  pabak: number
}

const share = (zh: string, en: string) => ({ zh: `${zh}，0 至 1。`, en: `${en}, 0 to 1.` })

export const agreementTable: Table<AgreementRow> = {
  name: 'agreement',
  zh: '编码一致性',
  en: 'Coding agreement',
  about: {
    zh: '两人互不知情地对同一批意见编码，逐个编码比较。只列已经结束的样本，只算两人都编过的意见。',
    en: 'Two people coded the same comments without seeing each other’s codes, compared code by code. Closed samples only, and of them the comments that both coded.',
  },
  columns: [
    plainColumn('sample', 'integer', ['样本', 'Sample'], 6, {
      zh: '样本的序号。',
      en: 'Number of the sample.',
    }),
    plainColumn('version', 'integer', ['编码本版次', 'Version of the codebook'], 8, {
      zh: '样本所用编码本的版次。',
      en: 'Version of the codebook that was used.',
    }),
    plainColumn('closedAt', 'datetime', ['结束时间', 'Closed at'], 20, {
      zh: '样本结束的时间，北京时间。',
      en: 'When the sample was closed, Beijing time.',
    }),
    plainColumn('code', 'text', ['编码', 'Code'], 28, {
      zh: '编码的代号和名称。',
      en: 'Key and name of the code.',
    }),
    plainColumn('n', 'integer', ['意见件数', 'Comments'], 7, {
      zh: '两人都编过的意见件数。',
      en: 'Comments that both coded.',
    }),
    plainColumn('both', 'integer', ['两人都标', 'Both'], 7, {
      zh: '两人都标了该编码的件数。',
      en: 'Coded so by both.',
    }),
    plainColumn('onlyFirst', 'integer', ['仅第一人标', 'First only'], 8, {
      zh: '仅第一人标了该编码的件数。',
      en: 'Coded so by the first only.',
    }),
    plainColumn('onlySecond', 'integer', ['仅第二人标', 'Second only'], 8, {
      zh: '仅第二人标了该编码的件数。',
      en: 'Coded so by the second only.',
    }),
    plainColumn('neither', 'integer', ['两人都未标', 'Neither'], 8, {
      zh: '两人都没有标该编码的件数。',
      en: 'Coded so by neither.',
    }),
    plainColumn(
      'agreement',
      'number',
      ['一致率', 'Agreement'],
      8,
      share('两人一致的比例', 'Share on which both agree'),
    ),
    plainColumn('kappa', 'number', ['κ', 'Kappa'], 8, {
      zh: '科恩 κ 系数：扣除偶然一致后的一致程度；无法计算的为空白，下同。',
      en: 'Cohen’s κ: agreement beyond chance; blank where it cannot be computed, as in the columns that follow.',
    }),
    plainColumn('low', 'number', ['κ 下限', 'Lower limit'], 8, {
      zh: 'κ 的 95％ 置信区间的下限。',
      en: 'Lower limit of the 95 % confidence interval of κ.',
    }),
    plainColumn('high', 'number', ['κ 上限', 'Upper limit'], 8, {
      zh: 'κ 的 95％ 置信区间的上限。',
      en: 'Upper limit of the 95 % confidence interval of κ.',
    }),
    plainColumn(
      'prevalence',
      'number',
      ['标注比例', 'Prevalence'],
      8,
      share('该编码被标注的平均比例', 'Mean share that carries the code'),
    ),
    plainColumn('pabak', 'number', ['PABAK', 'PABAK'], 8, {
      zh: '校正比例和偏倚后的 κ，供编码过少或者过多时参考。',
      en: 'Kappa adjusted for prevalence and bias, for codes that are very rare or very common.',
    }),
  ],
}

export const fillAgreementTable = (read: ReadPage, scope: ExportScope): FilledTable<AgreementRow> => ({
  ...agreementTable,
  rows: readRows(read, scope),
})

interface Sample {
  id: number
  codebook_id: number
  version: number
  closed_at: number
}

async function* readRows(read: ReadPage, { consultationId }: ExportScope) {
  const samples = await read<Sample>(sql`
    SELECT s.id, s.codebook_id, b.version, s.closed_at FROM coding_samples s JOIN codebooks b ON b.id = s.codebook_id
    WHERE s.consultation_id = ${consultationId} AND s.closed_at IS NOT NULL ORDER BY s.id`)
  for (const sample of samples) {
    const codings = await read<CodedTwice>(codedTwice(sample.id))
    const codes = await read<ComparedCode>(codesOf(sample.codebook_id))
    yield compareCodings(codings, codes).map(({ key, name, ...compared }) => ({
      sample: sample.id,
      version: sample.version,
      closedAt: new Date(sample.closed_at).toISOString(),
      code: `${key} ${name}`,
      n: codings.length,
      ...compared,
    }))
  }
}
