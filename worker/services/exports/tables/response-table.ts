import { sql } from 'drizzle-orm'
import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import type { PlanNames } from '../reading/read-plan-names'
import type { ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export interface ResponseRow {
  responseId: number
  measureKey: string
  answers: string
  unit: string | null
  version: number
  text: string
  publishedAt: string
}

const answersAtOnce = 200

export const responseTable: Table<ResponseRow> = {
  name: 'responses',
  zh: '公开的答复',
  en: 'Published responses',
  about: {
    zh: '已经公开的答复，每一个公开过的版次一行。',
    en: 'Responses that are public, a row for each version that ever was.',
  },
  columns: [
    plainColumn('responseId', 'integer', ['答复序号', 'Response'], 9, {
      zh: '答复的序号，与意见明细中的“答复序号”一致。',
      en: 'Number of the response, as in the table of comments.',
    }),
    plainColumn('measureKey', 'text', ['措施编号', 'Measure key'], 9, {
      zh: '所答复的意见所针对的措施的编号。',
      en: 'Key of the measure that it is about.',
    }),
    plainColumn('answers', 'text', ['答复对象', 'Answers'], 11, {
      zh: '整项措施，或者其中的意见。',
      en: 'The measure as a whole, or comments on it.',
    }),
    plainColumn('unit', 'text', ['承办处室', 'Unit'], 20, {
      zh: '作出答复的处室；没有写明的为空白。',
      en: 'The unit that answers; blank where none is named.',
    }),
    plainColumn('version', 'integer', ['版次', 'Version'], 6, {
      zh: '答复的版次。',
      en: 'Version of the response.',
    }),
    plainColumn('text', 'text', ['答复', 'Text'], 60, { zh: '答复的全文。', en: 'Full text.' }),
    plainColumn('publishedAt', 'datetime', ['公开时间', 'Published at'], 20, {
      zh: '该版公开的时间，北京时间。',
      en: 'When that version was published, Beijing time.',
    }),
  ],
}

export const fillResponseTable = (
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): FilledTable<ResponseRow> => ({ ...responseTable, rows: readRows(read, scope, names) })

interface Row {
  step_id: number
  response_id: number
  measure_id: number
  is_for_measure: number
  unit_id: number | null
  version: number
  text: string
  taken_at: number
}

async function* readRows(read: ReadPage, scope: ExportScope, names: PlanNames) {
  for (let after = 0; ; ) {
    const rows = await read<Row>(sql`
      SELECT p.id AS step_id, x.id AS response_id, x.measure_id, x.is_for_measure, x.unit_id, p.version, v.text,
        p.taken_at
      FROM response_steps p JOIN responses x ON x.id = p.response_id
      JOIN response_versions v ON v.response_id = x.id AND v.version = p.version
      WHERE p.id > ${after} AND p.act = 'publish' AND p.taken_at <= ${Date.parse(scope.about.takenAt)}
        AND x.consultation_id = ${scope.consultationId} AND x.published_version IS NOT NULL
      ORDER BY p.id LIMIT ${answersAtOnce}`)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => present(row, names))
    after = last.step_id
  }
}

function present(row: Row, { measures, units }: PlanNames): ResponseRow {
  return {
    responseId: row.response_id,
    measureKey: measures.get(row.measure_id)?.key ?? '',
    answers: row.is_for_measure === 1 ? '整项措施' : '意见',
    unit: row.unit_id === null ? null : (units.get(row.unit_id) ?? null),
    version: row.version,
    text: row.text,
    publishedAt: new Date(row.taken_at).toISOString(),
  }
}
