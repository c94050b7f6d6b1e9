import { domainWords } from '../../../contract/locales'
import type { ClauseChangeKind } from '../../../contract/words'
import { plainColumn } from '../columns/column'
import type { PlanNames } from '../reading/read-plan-names'
import type { FilledTable, Table } from './table'

export interface PlanRow {
  revision: number
  themeTitle: string
  measureKey: string
  measureTitle: string
  clauseKey: string
  change: string
  text: string | null
  reason: string | null
}

const firstRevision = 1

export const planTable: Table<PlanRow> = {
  name: 'plan',
  zh: '征求意见文本各版',
  en: 'Revisions of the plan',
  about: {
    zh: '首次公布的全部条款，以及此后各版的改动。',
    en: 'All clauses as first published, and what each published revision since has changed.',
  },
  columns: [
    plainColumn('revision', 'integer', ['版次', 'Revision'], 6, {
      zh: '文本的版次，首次公布的为 1。',
      en: 'Revision of the plan; 1 is the text first published.',
    }),
    plainColumn('themeTitle', 'text', ['主题', 'Theme'], 28, {
      zh: '所属主题的标题。',
      en: 'Title of the theme.',
    }),
    plainColumn('measureKey', 'text', ['措施编号', 'Measure key'], 9, {
      zh: '所属措施的编号。',
      en: 'Key of the measure.',
    }),
    plainColumn('measureTitle', 'text', ['措施', 'Measure'], 30, {
      zh: '所属措施的标题。',
      en: 'Title of the measure.',
    }),
    plainColumn('clauseKey', 'text', ['条款编号', 'Clause key'], 9, {
      zh: '条款的编号。',
      en: 'Key of the clause.',
    }),
    plainColumn('change', 'text', ['改动', 'Change'], 9, {
      zh: '原文、修改、新增或者删除。',
      en: 'As first published, amended, added or removed.',
    }),
    plainColumn('text', 'text', ['文字', 'Text'], 60, {
      zh: '该版中条款的文字；删除的为空白。',
      en: 'Text of the clause in that revision; blank where it was removed.',
    }),
    plainColumn('reason', 'text', ['改动的理由', 'Reason'], 40, {
      zh: '改动的理由，没有写明的为空白。',
      en: 'Reason for the change; blank where none was given.',
    }),
  ],
}

export function fillPlanTable(names: PlanNames): FilledTable<PlanRow> {
  async function* rows() {
    yield [...names.clauses.values()]
      .filter(({ introducedIn }) => introducedIn === firstRevision)
      .map(({ key, measureId, text }) =>
        rowOf(names, key, measureId, { revision: firstRevision, text, reason: '' }),
      )
    yield [...names.clauses.values()]
      .flatMap(({ key, measureId, changes }) =>
        changes
          .filter((change) => change.is_published === 1)
          .map((change) => rowOf(names, key, measureId, change)),
      )
      .sort((a, b) => a.revision - b.revision)
  }
  return { ...planTable, rows: rows() }
}

function rowOf(
  { measures }: PlanNames,
  clauseKey: string,
  measureId: number,
  at: { revision: number; kind?: ClauseChangeKind; text: string | null; reason: string },
): PlanRow {
  const measure = measures.get(measureId)
  return {
    revision: at.revision,
    themeTitle: measure?.themeTitle ?? '',
    measureKey: measure?.key ?? '',
    measureTitle: measure?.title ?? '',
    clauseKey,
    change: at.kind ? domainWords.zh.clauseChanges[at.kind] : '原文',
    text: at.text,
    reason: at.reason || null,
  }
}
