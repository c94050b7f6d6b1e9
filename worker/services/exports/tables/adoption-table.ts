import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import { type AdoptionRow, readAdoptionRows } from '../reading/read-adoption-rows'
import type { PlanNames } from '../reading/read-plan-names'
import type { ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export const adoptionTable: Table<AdoptionRow> = {
  name: 'adoption',
  zh: '意见采纳情况汇总表',
  en: 'Adoption table',
  about: {
    zh: '纳入办理的意见；同一措施下高度相似、采纳情况相同的列为一行，注明件数。各行件数之和等于纳入办理的意见总数。',
    en: 'Admissible comments; near-identical ones on a measure with the same disposition share a row that says how many. The numbers add up to all admissible comments.',
  },
  columns: [
    plainColumn('number', 'integer', ['序号', 'Number'], 6, {
      zh: '行的顺序号。',
      en: 'Number of the row.',
    }),
    plainColumn('publicId', 'text', ['意见编号（含相似件数）', 'Public id'], 17, {
      zh: '意见的公开编号；几件高度相似的意见列为一行的，为其中最早一件的编号，并注明件数。',
      en: 'Public id of the comment, or of the earliest of those that share the row, with their number.',
    }),
    plainColumn('author', 'text', ['提出主体', 'Author'], 18, {
      zh: '提出意见的主体，个人姓名已脱敏；几件意见列为一行的，为其中最早一件的主体。',
      en: 'Who made the comment, individuals masked; of the earliest where several share the row.',
    }),
    plainColumn('place', 'text', ['针对条款', 'Clause'], 28, {
      zh: '意见所针对的条款及其文字，以提出意见时的版次为准；针对整项措施的为措施标题。',
      en: 'The clause as it read when the comment was made, or the measure.',
    }),
    plainColumn('body', 'text', ['意见内容', 'Comment'], 54, {
      zh: '意见全文，建议改动条款的附改后文字；几件意见列为一行的，为其中最早一件的全文。',
      en: 'Full text, with the wording that it suggests; of the earliest where several share the row.',
    }),
    plainColumn('disposition', 'text', ['采纳情况', 'Disposition'], 10, {
      zh: '采纳、部分采纳、未采纳、已体现、不属本次范围、转办；尚未作出的为“尚未办理”，未到公开时间的为“尚未公布”。',
      en: 'Adopted, partly adopted, not adopted, already covered, out of scope, passed on; or that there is none yet.',
    }),
    plainColumn('reason', 'text', ['理由及修改后表述', 'Reason and new wording'], 44, {
      zh: '采纳情况的理由；转办的注明接收单位；有修改的逐条列出修改后的表述。几件意见列为一行的，为其中最早一件的理由，各件的理由见意见明细。',
      en: 'The reason, who it was passed on to, and the clauses as they read after the change; of the earliest where several share the row.',
    }),
    plainColumn('count', 'integer', ['件数', 'Comments'], 6, {
      zh: '本行所含的意见件数。',
      en: 'Comments that share the row.',
    }),
  ],
}

export const fillAdoptionTable = (
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): FilledTable<AdoptionRow> => ({ ...adoptionTable, rows: readAdoptionRows(read, scope, names) })
